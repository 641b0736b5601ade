#include "service/filing.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"

namespace pa::service {

namespace {

FilingAt behind_page(const site::Site& site, site::PageId page, const FactsByPage& facts, Signs& signs)
{
    const auto found = facts.find(page);
    const Signs there = found == facts.end() ? 0 : found->second->signs;
    if ((there & (bit(Sign::form) | bit(Sign::file_input) | bit(Sign::login))) != 0 || site.pages[page].has_password) {
        signs |= there | (site.pages[page].has_password ? bit(Sign::login) : 0);
        return FilingAt::here;
    }
    // It may only lead on to the national portal.
    if (found != facts.end()) {
        for (const Filing& next : found->second->filings) {
            if (is_national_portal(next.url)) {
                return FilingAt::national;
            }
        }
    }
    return page == site.home ? FilingAt::nowhere : FilingAt::unknown;
}

}  // namespace

std::string_view name_of(FilingAt at)
{
    constexpr std::string_view names[] = {"nowhere", "unknown", "outside", "national", "here"};
    return names[static_cast<std::size_t>(at)];
}

bool is_national_portal(std::string_view address)
{
    const auto url = url::Url::parse(address);
    return url && (url->host() == "dichvucong.gov.vn" || url->host().ends_with(".dichvucong.gov.vn"));
}

FilingAt filing_at(const site::Site& site, const Filing& filing, const FactsByPage& facts, Signs& signs, Message& broken)
{
    using State = site::Target::State;
    if (filing.url.empty()) {
        return FilingAt::unknown;
    }
    if (is_national_portal(filing.url)) {
        return FilingAt::national;
    }
    const auto url = site.url_id(filing.url);
    const site::Target target = url ? site.target(*url) : site::Target();
    if (is_national_portal(target.url)) {
        return FilingAt::national;
    }
    switch (target.state) {
    case State::page:
        return behind_page(site, target.page, facts, signs);
    case State::blocked:
        signs |= bit(Sign::login);
        return FilingAt::here;
    case State::broken:
        broken = msg("answers {}", site.pages[target.page].status);
        return FilingAt::nowhere;
    case State::soft_404:
        broken = msg("is an error page, although it answers 200");
        return FilingAt::nowhere;
    case State::loop:
        broken = msg("redirects without end");
        return FilingAt::nowhere;
    case State::outside:
        return FilingAt::outside;
    default:
        return site.is_inside(filing.url) ? FilingAt::unknown : FilingAt::outside;
    }
}

bool is_other_agency(const std::string& own, const std::string& said)
{
    static const text::Pattern named = *text::Pattern::compile("(^| )(sở|bộ) [^ ]+ [^ ]+");
    const std::string folded = text::folded(said);
    if (!named.is_in(own) || folded.find("ủy ban nhân dân") != std::string::npos || folded.find("ubnd") != std::string::npos) {
        return false;
    }
    constexpr int most = 20;
    std::string_view rest = folded;
    bool is_other = false;
    for (int tries = 0; tries < most; ++tries) {
        std::string_view found = named.find(rest);
        if (found.data() == nullptr) {
            break;
        }
        rest = rest.substr(static_cast<std::size_t>(found.data() - rest.data()) + found.size());
        found.remove_prefix(found.starts_with(' ') ? 1 : 0);
        if (found.starts_with("bộ phận")) {  // "bộ phận một cửa" is no ministry
            continue;
        }
        if (own.find(found) != std::string::npos) {
            return false;
        }
        is_other = true;
    }
    return is_other;
}

}  // namespace pa::service
