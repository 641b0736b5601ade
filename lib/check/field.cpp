#include "check/labelled.hpp"

#include "text/fold.hpp"

#include <algorithm>

namespace pa::check {

bool Field::is_named(const std::string& label) const
{
    return std::any_of(synonyms.begin(), synonyms.end(), [&](const std::string& synonym) {
        if (label == synonym) {
            return true;
        }
        const std::size_t at = (" " + label + " ").find(" " + synonym + " ");
        const auto words = [](const std::string& text) { return std::count(text.begin(), text.end(), ' ') + 1; };
        return at != std::string::npos && words(label) <= words(synonym) + 2;
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
