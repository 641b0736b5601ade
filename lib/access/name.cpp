// Accessible Name and Description Computation 1.2, section 4.3.2, with the native alternatives of HTML-AAM 1.0, section 4.1. The step
// letters are the standard's. References do not lead on to other references, so the depth of calls is two.
#include "access/survey.hpp"

#include "access/words.hpp"
#include "base/utf8.hpp"
#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <utility>

namespace pa::access {

namespace {

constexpr std::size_t most_references = 50;
// Visited nodes for all names of a page: a few times its size, so that nested links and long lists of references end.
constexpr std::size_t most_work(std::size_t elements) { return 200'000 + elements * 10; }

bool has_ink(std::string_view text)
{
    // U+00A0 is the blank that pages put where nothing is.
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\xC2\xA0") == 0) {
            ++i;
        } else if (white.find(text[i]) == std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool is_line_break(const Element& element) { return element.tag == Tag::other && std::string_view(element.node.name()) == "br"; }

bool is_labelable(const Element& element)
{
    switch (element.tag) {
    case Tag::input: return !is_same(element.attribute("type"), "hidden");
    case Tag::button: case Tag::meter: case Tag::output: case Tag::progress: case Tag::select: case Tag::textarea: return true;
    default: return false;
    }
}

bool is_button_input(const Element& element)
{
    const std::string_view type = element.attribute("type");
    return element.tag == Tag::input && (is_same(type, "button") || is_same(type, "submit") || is_same(type, "reset"));
}

// A browser shows something there that is not in the page.
bool is_opaque(const Element& element)
{
    return element.tag == Tag::custom || element.tag == Tag::slot || element.tag == Tag::object || element.tag == Tag::embed || element.tag == Tag::iframe ||
           element.tag == Tag::canvas || element.tag == Tag::math || element.has_text_added;
}

}  // namespace

class Namer {
public:
    explicit Namer(const Survey& survey) : survey_(survey) {}

    Name name_of(Index index)
    {
        root_ = index;
        const Element& element = survey_[index];
        if (add_references(index)) {
            out_.is_from_author = true;
        } else if (add_label(element)) {
            out_.is_from_author = true;
        } else if (!add_native(index)) {
            const bool is_named_inside = facts_of(element.role).from_content || element.tag == Tag::summary;
            if (!is_named_inside || !add_content(index, false)) {
                add(element.attribute("title")) || add_placeholder(element);
            }
        }
        return finished();
    }

    Name seen_of(Index index)
    {
        is_for_eyes_ = true;
        add_content(index, false);
        return finished();
    }

private:
    Name finished()
    {
        out_.is_unsure = out_.is_unsure || out_.text.size() > most_name || is_over();
        out_.text = text::collapsed(utf8_prefix(out_.text, most_name));
        return std::move(out_);
    }

    bool is_over() const { return survey_.work_ > most_work(survey_.elements().size()); }

    bool add(std::string_view text)
    {
        if (!has_ink(text)) {
            return false;
        }
        if (out_.text.size() <= most_name) {
            out_.text += text;
        }
        return true;
    }

    bool add_label(const Element& element) { return element.has_aria && add(element.attribute("aria-label")); }

    // 2B.
    bool add_references(Index index)
    {
        const Element& element = survey_[index];
        if (!element.has_aria || is_in_reference_) {
            return false;
        }
        is_in_reference_ = true;
        bool found = false;
        std::size_t count = 0;
        each_word(element.attribute("aria-labelledby"), [&](std::string_view id) {
            ++survey_.work_;
            if (++count > most_references || is_over()) {
                out_.is_unsure = true;
                return false;
            }
            if (const Index target = survey_.by_id(id); target != nowhere) {
                out_.text += ' ';
                found = add_target(target) || found;
            }
            return true;
        });
        is_in_reference_ = false;
        return found;
    }

    // What a reference or a label leads to; it counts although it may be hidden.
    bool add_target(Index target)
    {
        const Element& element = survey_[target];
        return add_label(element) || add_alternative(element) || add_value(element) || add_content(target, element.concealed != Sure::no) || add(element.attribute("title"));
    }

    // Alternatives of elements that have no text of their own.
    bool add_alternative(const Element& element)
    {
        switch (element.tag) {
        case Tag::img: return element.role != Role::none && add(element.attribute("alt"));
        case Tag::area: return add(element.attribute("alt"));
        case Tag::input: return is_same(element.attribute("type"), "image") && add(element.attribute("alt"));
        default: return element.is_in_svg && element.tag != Tag::title && element.tag != Tag::text && add(title_child(element));
        }
    }

    static std::string title_child(const Element& element)
    {
        return text::collapsed(element.node.child("title").text().get());
    }

    // 2E: fields inside a name count with their values.
    bool add_value(const Element& element)
    {
        if (element.tag == Tag::textarea) {
            return add(element.node.text().get());
        }
        const std::string_view type = element.attribute("type");
        const bool has_value = element.tag == Tag::input && !is_same(type, "checkbox") && !is_same(type, "radio") && !is_same(type, "password") && !is_same(type, "file");
        return has_value && add(element.attribute("value"));
    }

    bool add_native(Index index)
    {
        const Element& element = survey_[index];
        if (is_button_input(element)) {
            const bool is_plain = is_same(element.attribute("type"), "button");
            // Browsers write "Submit" and "Reset" on those without a value.
            return element.node.attribute("value") || is_plain ? add(element.attribute("value")) : add(element.attribute("type"));
        }
        if (add_alternative(element)) {
            return true;
        }
        if (is_labelable(element) && add_labels(index)) {
            return true;
        }
        const char* child = element.tag == Tag::fieldset ? "legend" : element.tag == Tag::table ? "caption" : element.tag == Tag::figure ? "figcaption" : nullptr;
        return child != nullptr && add(html::visible_text(element.node.child(child), most_name, true));
    }

    bool add_labels(Index index)
    {
        const Element& element = survey_[index];
        bool found = false;
        const bool outer = std::exchange(is_in_reference_, true);
        const std::string_view id = element.attribute("id");
        if (const auto labels = survey_.labels_for_.find(id); !id.empty() && labels != survey_.labels_for_.end() && survey_.by_id(id) == index) {
            for (std::size_t i = 0; i < std::min(labels->second.size(), most_references); ++i) {
                out_.text += ' ';
                found = add_target(labels->second[i]) || found;
            }
        }
        Index label = element.parent;
        while (label != nowhere && survey_[label].tag != Tag::label) {
            label = survey_[label].parent;
        }
        if (label != nowhere && survey_[label].node.attribute("for").empty() && is_first_field(label, index)) {
            out_.text += ' ';
            found = add_target(label) || found;
        }
        is_in_reference_ = outer;
        return found;
    }

    // HTML labels the first field inside of it.
    bool is_first_field(Index label, Index field)
    {
        const auto [found, is_new] = survey_.first_fields_.try_emplace(label, nowhere);
        for (Index at = label + 1; is_new && at <= field; ++at) {
            if (is_labelable(survey_[at])) {
                found->second = at;
                break;
            }
        }
        return found->second == field;
    }

    bool add_placeholder(const Element& element) { return (element.tag == Tag::input || element.tag == Tag::textarea) && add(element.attribute("placeholder")); }

    // 2F, without recursion: the tree is walked, and what has an alternative is not entered.
    bool add_content(Index top, bool with_hidden)
    {
        const std::size_t start = out_.text.size();
        bool found = false;
        Index next = top;
        std::vector<std::pair<Index, bool>> open;  // elements around the place, and what had been found before them
        html::walk(
            survey_[top].node,
            [&](html::Node node) {
                ++survey_.work_;
                if (node.type() != pugi::node_element) {
                    found = add(node.value()) || (out_.text += ' ', found);
                    return false;
                }
                const Index index = next;
                const Element& element = survey_[index];
                open.emplace_back(index, found);
                space_around(element);
                const bool goes_in = !is_over() && out_.text.size() <= most_name && (index == top || enter(index, with_hidden, found));
                out_.is_unsure = out_.is_unsure || (index == top && element.has_text_added);
                next = goes_in ? index + 1 : element.end;
                return goes_in;
            },
            [&](html::Node) {
                const auto [index, before] = open.back();
                open.pop_back();
                const Element& element = survey_[index];
                next = element.end;
                if (index != top && !before && !found && !is_for_eyes_ && counts(element, with_hidden)) {
                    found = add(element.attribute("title"));  // 2I
                }
                space_around(element);
            });
        return found && has_ink(std::string_view(out_.text).substr(std::min(start, out_.text.size())));
    }

    bool counts(const Element& element, bool with_hidden) const { return with_hidden || element.concealed != Sure::yes; }

    void space_around(const Element& element)
    {
        if (!element.is_inline && (is_block(element.tag) || is_line_break(element))) {
            out_.text += ' ';
        }
    }

    // Adds what stands for an element; says whether its content is to be looked at.
    bool enter(Index index, bool with_hidden, bool& found)
    {
        const Element& element = survey_[index];
        if (is_for_eyes_) {
            out_.is_unsure = out_.is_unsure || element.hidden == Sure::maybe || element.is_aside || is_opaque(element);
            return element.hidden == Sure::no && element.tag != Tag::svg && element.tag != Tag::select && element.tag != Tag::textarea;
        }
        const bool is_markup = element.tag == Tag::script || element.tag == Tag::style || element.tag == Tag::template_ || element.tag == Tag::noscript;
        if (is_markup || !counts(element, with_hidden) || (is_in_reference_ && index == root_)) {
            return false;
        }
        out_.is_unsure = out_.is_unsure || is_opaque(element);
        if (add_references(index) || add_label(element) || add_alternative(element) || (is_button_input(element) ? add_native(index) : add_value(element))) {
            found = true;
            return false;
        }
        return element.tag != Tag::iframe && element.tag != Tag::textarea;
    }

    const Survey& survey_;
    Name out_;
    Index root_ = nowhere;
    bool is_in_reference_ = false;
    bool is_for_eyes_ = false;
};

const Name& Survey::name(Index index) const
{
    const auto found = names_.find(index);
    return found != names_.end() ? found->second : names_.emplace(index, Namer(*this).name_of(index)).first->second;
}

Name Survey::visible_label(Index index) const { return Namer(*this).seen_of(index); }

}  // namespace pa::access
