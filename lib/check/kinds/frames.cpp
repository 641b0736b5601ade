// frames: do frames have names, and can what is in them be reached?
#include "check/accessibility.hpp"

#include "access/words.hpp"

namespace pa::check {

namespace {

using access::Element;
using access::Index;
using access::Survey;
using access::Sure;
using access::Tag;

constexpr std::size_t most_inner = 5;               // pages inside attributes that are parsed, on one page
constexpr std::size_t most_inner_bytes = 64U << 10U;

bool is_out_of_order(const Element& frame) { return frame.node.attribute("tabindex").as_int(0) < 0; }

// One by one pixel and the like: for counting visitors, with nothing to be seen.
bool is_tiny(const Element& frame)
{
    const auto small = [&](const char* name) { return !frame.attribute(name).empty() && frame.node.attribute(name).as_int(1000) <= 1; };
    return small("width") || small("height");
}

void look_at_names(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Tag tag : {Tag::iframe, Tag::frame}) {
        for (const Index index : survey.with_tag(tag)) {
            const Element& frame = survey[index];
            if (frame.is_exposed() && !is_out_of_order(frame) && frame.role != access::Role::none && !is_tiny(frame)) {
                finds.judge(index, survey.name(index).is_missing());
            }
        }
    }
}

bool has_reachable(const std::string& html)
{
    html::Limits limits;
    limits.bytes = most_inner_bytes;
    const html::Document document = html::Document::parse(html, limits);
    const Survey inner(document);
    for (const Index index : inner.focusable()) {
        if (inner[index].is_in_order && inner[index].hidden == Sure::no && !inner[index].is_aside) {
            return true;
        }
    }
    return false;
}

void look_at_order(const Survey& survey, const AccessSettings&, Finds& finds)
{
    std::size_t parsed = 0;
    for (const Index index : survey.with_tag(Tag::iframe)) {
        const Element& frame = survey[index];
        const std::string_view inner = frame.attribute("srcdoc");
        const bool counts = is_out_of_order(frame) && frame.is_exposed() && !frame.is_aside && !is_tiny(frame);
        if (counts && !inner.empty() && parsed++ < most_inner) {
            finds.judge(index, has_reachable(std::string(inner.substr(0, most_inner_bytes))));
        }
    }
}

constexpr AccessCheck checks[] = {
    {"frame-name", "frames have a name", "2.4.1, 4.1.2", "cae760", true, [] { return msg("the frame has no name"); }, look_at_names},
    {"frame-order", "a frame whose page has something to operate can be reached by keyboard", "2.1.1", "akn7bn", true,
     [] { return msg("what is in the frame cannot be reached by keyboard"); }, look_at_order},
};

constexpr bool framesets_count = true;

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks, framesets_count); }

}  // namespace

namespace registry {

Kind frames()
{
    Kind kind = access_kind({.name = "frames",
                             .summary = "whether frames have names and can be reached",
                             .document = "Looks at iframe and frame elements. The attributes title, aria-label and aria-labelledby give names; the attribute name "
                                         "does not. Pages inside a frame are only looked at where the page holds them itself (srcdoc).",
                             .example = "checks = [\"frame-name\"]\n",
                             .framesets_count = framesets_count},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
