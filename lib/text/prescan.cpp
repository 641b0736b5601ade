#include "text/prescan.hpp"

#include "base/ascii.hpp"
#include "text/labels.hpp"

#include <algorithm>
#include <optional>

namespace pa::text {

namespace {

constexpr std::string_view blanks = " \t\n\f\r";

bool is_blank(char c) { return blanks.find(c) != std::string_view::npos; }

// "Extracting a character encoding from a meta element": the value behind `charset=` in `content`.
std::string charset_in(std::string_view content)
{
    for (std::size_t at = content.find("charset"); at != std::string_view::npos; at = content.find("charset", at)) {
        at = std::min(content.find_first_not_of(blanks, at + 7), content.size());
        if (at == content.size() || content[at] != '=') {
            continue;
        }
        at = std::min(content.find_first_not_of(blanks, at + 1), content.size());
        const std::string_view rest = content.substr(at);
        if (rest.starts_with('"') || rest.starts_with('\'')) {
            const std::size_t close = rest.find(rest[0], 1);
            return close == std::string_view::npos ? "" : std::string(rest.substr(1, close - 1));
        }
        return std::string(rest.substr(0, rest.find_first_of(" \t\n\f\r;")));
    }
    return {};
}

struct Attribute {
    std::string name;
    std::string value;
};

class Prescan {
public:
    explicit Prescan(std::string_view text) : text_(text) {}

    std::string encoding()
    {
        while ((at_ = std::min(text_.find('<', at_), text_.size())) < text_.size()) {
            const std::string_view rest = text_.substr(at_);
            const std::size_t name_at = rest.starts_with("</") ? 2 : 1;
            if (rest.starts_with("<!--")) {
                const std::size_t end = text_.find("-->", at_ + 2);
                at_ = end == std::string_view::npos ? text_.size() : end + 3;
            } else if (rest.size() > 5 && ascii_lowered(rest.substr(0, 5)) == "<meta" && (is_blank(rest[5]) || rest[5] == '/')) {
                at_ += 5;
                if (std::string name = of_meta(); !name.empty()) {
                    return name;
                }
            } else if (rest.size() > name_at && is_ascii_letter(rest[name_at])) {
                at_ = std::min(text_.find_first_of(" \t\n\f\r>", at_), text_.size());
                while (attribute()) {
                }
            } else if (name_at == 2 || rest.starts_with("<!") || rest.starts_with("<?")) {
                at_ = std::min(text_.find('>', at_), text_.size());
            } else {
                ++at_;
            }
        }
        return {};
    }

private:
    std::string of_meta()
    {
        bool is_pragma = false;
        std::string of_pragma;
        std::string plain;
        bool has_content = false;
        bool has_charset = false;
        while (const auto found = attribute()) {
            if (found->name == "http-equiv") {
                is_pragma = is_pragma || ascii_lowered(found->value) == "content-type";
            } else if (found->name == "content" && !has_content) {
                has_content = true;
                of_pragma = charset_in(ascii_lowered(found->value));
            } else if (found->name == "charset" && !has_charset) {
                has_charset = true;
                plain = found->value;
            }
        }
        if (at_ >= text_.size()) {
            return {};  // the element does not end
        }
        std::string name = encoding_of_label(has_charset ? plain : is_pragma ? of_pragma : "");
        // A page whose bytes could be read as far as this element is not in UTF-16.
        return name.starts_with("utf-16") ? "utf-8" : name;
    }

    void skip(std::string_view set) { at_ = std::min(text_.find_first_not_of(set, at_), text_.size()); }

    // "Get an attribute": nothing at the end of the tag, and at the end of the text.
    std::optional<Attribute> attribute()
    {
        skip(" \t\n\f\r/");
        if (at_ >= text_.size() || text_[at_] == '>') {
            return std::nullopt;
        }
        Attribute out;
        std::size_t end = std::min(text_.find_first_of(" \t\n\f\r/>=", at_ + 1), text_.size());
        out.name = ascii_lowered(text_.substr(at_, end - at_));
        at_ = end;
        skip(blanks);
        if (at_ >= text_.size() || text_[at_] != '=') {
            return at_ < text_.size() ? std::optional(out) : std::nullopt;
        }
        ++at_;
        skip(blanks);
        if (at_ >= text_.size()) {
            return std::nullopt;
        }
        const char quote = text_[at_];
        if (quote == '"' || quote == '\'') {
            end = std::min(text_.find(quote, at_ + 1), text_.size());
            out.value = text_.substr(at_ + 1, end - at_ - 1);
            at_ = std::min(end + 1, text_.size());
            return end < text_.size() ? std::optional(out) : std::nullopt;
        }
        end = std::min(text_.find_first_of(" \t\n\f\r>", at_), text_.size());
        out.value = text_.substr(at_, end - at_);
        at_ = end;
        return at_ < text_.size() ? std::optional(out) : std::nullopt;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::string prescanned(std::string_view head) { return Prescan(head).encoding(); }

}  // namespace pa::text
