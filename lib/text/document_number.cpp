#include "text/document_number.hpp"

#include "text/pattern.hpp"

namespace pa::text {

namespace {

constexpr std::size_t longest = 60;  // bytes, with the words before it

}  // namespace

std::string_view find_document_number(std::string_view text)
{
    static const Pattern pattern = *Pattern::compile("[0-9]{1,5}[a-z]?(/(19|20)[0-9]{2})?/[a-zđ]{1,12}[0-9]{0,2}([-–.&][a-zđ0-9]{1,12}){0,4}");
    return pattern.find(text);
}

std::string_view sole_document_number(std::string_view text)
{
    static const Pattern alone = *Pattern::compile("^((số|số hiệu|số ký hiệu|số kí hiệu|ký hiệu) ?:? ?)?[0-9]{1,5}[a-z]?(/(19|20)[0-9]{2})?/[a-zđ]{2,12}[0-9]{0,2}([-–.&][a-zđ0-9]{1,12}){0,4}$");
    if (text.size() > longest || !alone.is_in(text)) {
        return {};
    }
    return text.substr(text.find_first_of("0123456789"));
}

}  // namespace pa::text
