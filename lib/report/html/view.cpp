#include "report/html/view.hpp"

namespace pa::report::html {

std::string View::points(const audit::Points& points) const
{
    const std::string low = num(points.low);
    const std::string high = num(points.high);
    return (low == high ? low : low + " – " + high) + " / " + num(points.possible);
}

std::string View::address_of(const audit::Finding& finding) const
{
    const auto place = places.find(finding.id);
    return (place == places.end() ? "" : place->second) + "#f-" + plain_id(finding.id);
}

std::string plain_id(std::string_view id)
{
    std::string out(id.substr(0, 64));
    for (char& c : out) {
        const bool fits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
        c = fits ? c : 'x';
    }
    return out;
}

std::string_view sign(std::string_view name)
{
    constexpr std::pair<std::string_view, std::string_view> signs[] = {
        {"passed", "✓"}, {"present", "✓"}, {"sound", "✓"}, {"partly", "◐"}, {"empty", "◌"},
        {"failed", "✗"}, {"absent", "✗"}, {"broken", "✗"}, {"needs-human", "☞"}, {"not-applicable", "–"}, {"none", "–"},
    };
    for (const auto& [known, shown] : signs) {
        if (known == name) {
            return shown;
        }
    }
    return "?";
}

void add_link(Part& part, const std::string& prefix, std::string_view text, std::string_view address)
{
    const std::string target = web_address(address);
    const std::string shown = line(text, 300);
    if (target.empty()) {
        part.add_text(prefix + "plain", shown);
        return;
    }
    Part& link = part.add(prefix + "link");
    link.set("address", target);
    link.set("text", shown.empty() ? line(address, 300) : shown);
}

}  // namespace pa::report::html
