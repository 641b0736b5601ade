#include "service/observed.hpp"

#include <algorithm>

namespace pa::service {

namespace {

enum class Told : std::uint8_t { no, maybe, yes };

bool has(const Service& service, Sign sign) { return (service.signs & bit(sign)) != 0; }

bool is_shown(const Service& service, Part part) { return service.parts[static_cast<std::size_t>(part)] == Shown::shown; }

bool describes(const Service& service)
{
    std::size_t asked = 0;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < part_count; ++i) {
        if (is_always_asked(static_cast<Part>(i))) {
            ++asked;
            shown += service.parts[i] == Shown::shown ? 1U : 0U;
        }
    }
    return shown * 2 >= asked;
}

Told forms_told(const Service& service)
{
    Told out = Told::yes;
    for (const Form& form : service.forms) {
        out = std::min(out, form.state == FileState::sound ? Told::yes : form.state == FileState::unknown ? Told::maybe : Told::no);
    }
    return out;
}

Told filing_told(const Service& service)
{
    switch (service.filing) {
    case FilingAt::here:
    case FilingAt::national:
        return Told::yes;
    case FilingAt::outside:
    case FilingAt::unknown:
        return Told::maybe;
    case FilingAt::nowhere:
        break;
    }
    return Told::no;
}

// Whether more may stand where the evidence does not reach.
bool is_hidden(const Service& service) { return service.filing != FilingAt::here || has(service, Sign::login) || has(service, Sign::identification); }

Told payment_told(const Service& service)
{
    if (has(service, Sign::payment)) {
        return Told::yes;
    }
    return is_hidden(service) || service.no_fee ? Told::maybe : Told::no;
}

void observe_level(Service& service, Told filing)
{
    const Told forms = forms_told(service);
    Range& level = service.level;
    level = {1, 1};
    if (!service.forms.empty() && forms != Told::no) {
        level = {forms == Told::yes ? 2 : 1, 2};
    }
    if (forms == Told::no || filing == Told::no) {
        return;
    }
    const bool is_sure = forms == Told::yes && filing == Told::yes;
    level = {is_sure ? 3 : level.low, 3};
    const Told payment = payment_told(service);
    if (payment != Told::no) {
        level.high = 4;
        level.low = is_sure && payment == Told::yes && (has(service, Sign::delivery) || is_shown(service, Part::intake)) ? 4 : level.low;
    }
}

void observe_extent(Service& service, Told filing)
{
    Range& extent = service.extent;
    if (filing != Told::yes) {
        extent = {0, filing == Told::no ? 0 : 2};
        return;
    }
    const Told payment = service.no_fee ? Told::yes : payment_told(service);
    const Told delivery = has(service, Sign::delivery) ? Told::yes : is_hidden(service) ? Told::maybe : Told::no;
    extent = {1, 2};
    if (has(service, Sign::presence) || payment == Told::no || delivery == Told::no) {
        extent.high = 1;
    } else if (payment == Told::yes && delivery == Told::yes) {
        extent.low = 2;
    }
}

void add(Service& service, const char* id, int weight, Message text) { service.issues.push_back({id, std::move(text), weight}); }

void compare_level(Service& service)
{
    const int level = level_of(service.declared);
    const int extent = extent_of(service.declared);
    if (level > service.level.high) {
        add(service, "declared-above-observed", 100, msg("declared at level {}, but the evidence supports level {}", level, service.level.high));
    } else if (level > 0 && level < service.level.low) {
        add(service, "declared-below-observed", 10, msg("declared at level {}, but the evidence supports level {}", level, service.level.low));
    } else if (extent > service.extent.high) {
        add(service, "declared-above-observed", 100, msg("declared as {}, but the evidence supports: {}", extent_said(extent), extent_said(service.extent.high)));
    } else if (extent >= 0 && extent < service.extent.low) {
        add(service, "declared-below-observed", 10, msg("declared as {}, but the evidence supports: {}", extent_said(extent), extent_said(service.extent.low)));
    } else if (service.declared == Declared::none) {
        add(service, "no-level", 20, msg("no level is declared"));
    }
}

std::string parts_that_are(const Service& service, Shown shown)
{
    std::string out;
    for (std::size_t i = 0; i < part_count; ++i) {
        const auto part = static_cast<Part>(i);
        if (service.parts[i] == shown && (is_always_asked(part) || shown == Shown::empty)) {
            out += (out.empty() ? "" : ", ") + std::string(vietnamese(part));
        }
    }
    return out;
}

}  // namespace

void observe_levels(Service& service)
{
    if (!service.has_page) {
        // A row of a list says little: whatever stands on a page that was not seen is not known.
        const bool is_linked = !service.filing_url.empty() || service.filing != FilingAt::nowhere || !service.pages.empty();
        service.level = {0, is_linked ? 4 : 0};
        service.extent = {filing_told(service) == Told::yes ? 1 : 0, is_linked ? 2 : 0};
        return;
    }
    const Told filing = filing_told(service);
    service.level = {0, 0};
    if (describes(service)) {
        observe_level(service, filing);
    }
    observe_extent(service, filing);
}

void add_issues(Service& service)
{
    compare_level(service);
    if (service.code_is_picture) {
        add(service, "code-picture", 15, msg("its code is only a picture"));
    } else if (service.code.empty()) {
        add(service, "no-code", 15, msg("no code is shown"));
    }
    if (service.is_foreign) {
        add(service, "other-agency", 30, msg("it is of another agency: {}", service.agency));
    }
    if (service.has_page) {
        if (const std::string missing = parts_that_are(service, Shown::missing); !missing.empty()) {
            const auto count = static_cast<int>(std::count(missing.begin(), missing.end(), ',')) + 1;
            add(service, "parts-missing", 8 * count, msg("not shown: {}", missing));
        }
        if (const std::string empty = parts_that_are(service, Shown::empty); !empty.empty()) {
            const auto count = static_cast<int>(std::count(empty.begin(), empty.end(), ',')) + 1;
            add(service, "parts-empty", 6 * count, msg("named, but empty: {}", empty));
        }
    } else {
        add(service, "no-page", 12, msg("no page that describes it was seen"));
    }
    for (const Form& form : service.forms) {
        if (form.url.empty() && form.state == FileState::broken) {
            add(service, "form-missing", 12, msg("the form is named, but no file of it is offered: {}", form.name));
        } else if (form.state == FileState::broken) {
            add(service, "form-broken", 14, msg("the file of the form {}: {}", form.why, form.name));
        }
    }
    if (service.declared == Declared::partial && service.reason.empty()) {
        add(service, "partial-without-reason", 9, msg("it is online in part only, and no reason is given"));
    }
    constexpr std::uint32_t most_clicks = 3;  // Circular 32/2017/TT-BTTTT, Art. 11(2)(b)
    if (service.clicks && *service.clicks > most_clicks) {
        add(service, "far-from-home", 5, msg("it is {} clicks from the home page, more than {}", *service.clicks, most_clicks));
    }
}

}  // namespace pa::service
