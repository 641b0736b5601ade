#include "check/labelled.hpp"

#include "text/fold.hpp"

#include <algorithm>

namespace pa::check {

namespace {

// Whether `part` is in `whole` as whole words; both are folded, words parted by single blanks.
bool holds_words(std::string_view whole, std::string_view part)
{
    for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        if ((at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' ')) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool Field::is_named(const std::string& label) const
{
    return std::any_of(synonyms.begin(), synonyms.end(), [&](const std::string& synonym) {
        const auto words = [](const std::string& text) { return std::count(text.begin(), text.end(), ' ') + 1; };
        return holds_words(label, synonym) && (label.size() == synonym.size() || words(label) <= words(synonym) + 2);
    });
}

Field field_of(const std::string& text)
{
    Field out;
    const std::size_t equals = text.find(" = ");
    const bool has_id = equals != std::string::npos && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(equals), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    out.id = has_id ? text.substr(0, equals) : "";
    for (std::size_t begin = has_id ? equals + 3 : 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('|', begin), text.size());
        const std::string name = text::collapsed(text.substr(begin, end - begin));
        out.name = out.name.empty() ? name : out.name;
        if (std::string folded = text::folded(name); !folded.empty()) {
            out.synonyms.push_back(std::move(folded));
        }
        begin = end + 1;
    }
    return out;
}

}  // namespace pa::check
