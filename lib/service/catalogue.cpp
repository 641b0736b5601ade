#include "service/catalogue.hpp"

#include "service/filing.hpp"
#include "service/gaps.hpp"
#include "service/observed.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace pa::service {

namespace {

constexpr std::size_t most_services = 20'000;
constexpr std::size_t most_pages = 20;    // of a service
constexpr std::size_t most_lists = 200;
constexpr std::size_t most_unseen = 20;

// Names as the law compares them: the same words; a list may cut a long one.
bool is_same_name(const std::string& a, const std::string& b)
{
    const std::string x = text::folded(a);
    const std::string y = text::folded(b);
    const bool is_cut = (a.ends_with("…") || a.ends_with("...") || b.ends_with("…") || b.ends_with("...")) && (x.starts_with(y) || y.starts_with(x));
    return x.empty() || y.empty() || x == y || is_cut;
}

class Maker {
public:
    Maker(const site::Site& site, std::span<const FactsOfPage> pages, const std::string& agency, const LookAtFile& look)
        : site_(site), pages_(pages), agency_(text::folded(agency)), look_(look)
    {
        for (const FactsOfPage& page : pages_) {
            by_page_[page.page] = page.facts;
        }
    }

    Catalogue make()
    {
        for (const FactsOfPage& page : pages_) {
            if (site_.pages[page.page].same_as == site::none) {
                add_sheets(page);
            }
        }
        for (const FactsOfPage& page : pages_) {
            add_page(page);
        }
        for (Service& service : out_.services) {
            finish(service);
        }
        add_gaps(site_, list_pages_, out_);
        std::stable_sort(out_.services.begin(), out_.services.end(), [](const Service& a, const Service& b) { return std::tie(a.code, a.name) < std::tie(b.code, b.name); });
        return std::move(out_);
    }

private:
    Service* add_service()
    {
        if (out_.services.size() >= most_services) {
            ++out_.left_out;
            return nullptr;
        }
        filings_.emplace_back();
        return &out_.services.emplace_back();
    }

    std::size_t number_of(const Service& service) const { return static_cast<std::size_t>(&service - out_.services.data()); }

    // ---------- Descriptions

    void add_sheets(const FactsOfPage& page)
    {
        for (const Sheet& sheet : page.facts->sheets) {
            Service* known = sheet.code.empty() ? nullptr : by_code(sheet.code, sheet.name);
            if (known != nullptr) {
                add_address(*known, page.page);  // the same description at another address
                continue;
            }
            const bool is_taken = !sheet.code.empty() && codes_.contains(sheet.code);
            Service* service = is_taken ? add_duplicate(sheet) : add_service();
            if (service == nullptr) {
                return;
            }
            static_cast<Particulars&>(*service) = sheet;
            service->filings.clear();
            service->has_page = true;
            service->parts = sheet.parts;
            service->no_forms = sheet.no_forms;
            service->no_fee = sheet.no_fee;
            for (const NamedForm& form : sheet.forms) {
                service->forms.push_back({form.name, form.url, form.is_by_script ? FileState::unknown : FileState::broken, form.is_by_script ? msg("only a script would fetch it") : Message()});
            }
            service->signs = page.facts->signs;
            add_address(*service, page.page);
            const std::size_t number = number_of(*service);
            filings_[number] = sheet.filings;
            const bool files_here = (page.facts->signs & (bit(Sign::form) | bit(Sign::file_input))) != 0;
            if (files_here && !sheet.is_split) {
                filings_[number].push_back({"", site_.url_of(page.page)});
            }
            if (!sheet.is_split) {
                by_address_.try_emplace(page.page, number);
            }
            remember(*service, number);
        }
    }

    void remember(const Service& service, std::size_t number)
    {
        if (!service.code.empty()) {
            codes_[service.code].push_back(number);
        }
        if (!service.name.empty()) {
            names_.try_emplace(text::folded(service.name), number);
        }
    }

    Service* by_code(const std::string& code, const std::string& name)
    {
        const auto found = codes_.find(code);
        if (found == codes_.end()) {
            return nullptr;
        }
        for (const std::size_t number : found->second) {
            if (is_same_name(out_.services[number].name, name)) {
                return &out_.services[number];
            }
        }
        return nullptr;
    }

    void add_address(Service& service, site::PageId page)
    {
        const std::string& address = site_.url_of(page);
        if (service.pages.size() < most_pages && std::find(service.pages.begin(), service.pages.end(), address) == service.pages.end()) {
            service.pages.push_back(address);
        }
        const std::uint32_t clicks = site_.clicks[page];
        if (clicks != site::none && service.has_page) {
            service.clicks = std::min(service.clicks.value_or(clicks), clicks);
        }
    }

    // ---------- Lists

    void add_page(const FactsOfPage& page)
    {
        const PageFacts& facts = *page.facts;
        for (std::size_t i = 0; i < sign_count; ++i) {
            if ((facts.signs >> i & 1U) != 0) {
                out_.sign_pages.try_emplace(static_cast<Sign>(i), site_.url_of(page.page));
            }
        }
        out_.signs |= facts.signs;
        if (site_.pages[page.page].same_as != site::none) {
            return;
        }
        std::size_t taken = 0;
        for (const Row& row : facts.rows) {
            taken += add_row(row, page) ? 1U : 0U;
        }
        const bool is_list = taken >= 2 || (facts.is_about_lists && facts.sheets.empty() && (taken > 0 || facts.announced > 0 || leads_to_sheets(page.page)));
        if (is_list) {
            out_.shown_by |= facts.shown_by;
            if (out_.lists.size() < most_lists) {
                out_.lists.push_back(site_.url_of(page.page));
            }
            list_pages_.push_back(page);
        }
        if (facts.waits_for_script && out_.unseen.size() < most_unseen) {
            out_.unseen.push_back(msg("the list at {} is filled by a script, which only a browser would run", site_.url_of(page.page)));
        }
    }

    bool leads_to_sheets(site::PageId page) const
    {
        const std::vector<site::Link>& links = site_.pages[page].links;
        return std::count_if(links.begin(), links.end(), [&](const site::Link& link) { return link.zone == site::Zone::content && !link.is_dead && by_address_.contains(site_.target(link.target).page); }) >= 2;
    }

    Service* behind(const Row& row)
    {
        const auto url = row.url.empty() ? std::nullopt : site_.url_id(row.url);
        const site::Target target = url ? site_.target(*url) : site::Target();
        if (target.page == site::none) {
            return nullptr;
        }
        const site::PageId first = site_.pages[target.page].same_as == site::none ? target.page : site_.pages[target.page].same_as;
        const auto found = by_address_.find(first);
        return found == by_address_.end() ? nullptr : &out_.services[found->second];
    }

    bool add_row(const Row& row, const FactsOfPage& page)
    {
        Service* service = behind(row);
        const bool counts = service != nullptr || page.facts->is_about_lists || (!row.code.empty() && !row.url.empty());
        if (!counts) {
            return false;
        }
        if (service != nullptr && !row.code.empty() && !service->code.empty() && row.code != service->code) {
            // A heap of rows may lead to one page of all procedures; then the page is not the row's own.
            service->issues.push_back({"code-differs", msg("a list gives the code {}, its page {}", row.code, service->code), 25});
        }
        if (service == nullptr && !row.code.empty()) {
            service = by_code(row.code, row.name);
            if (service == nullptr && codes_.contains(row.code)) {
                service = add_duplicate(row);
                if (service != nullptr) {
                    remember(*service, number_of(*service));
                }
            }
        } else if (service == nullptr) {
            const auto named = names_.find(text::folded(row.name));
            service = named == names_.end() ? nullptr : &out_.services[named->second];
        }
        if (service == nullptr) {
            service = add_service();
            if (service == nullptr) {
                return true;
            }
            service->code = row.code;
            service->name = row.name;
            remember(*service, number_of(*service));
        }
        merge(row, page, *service);
        return true;
    }

    // The same code for another name.
    Service* add_duplicate(const Particulars& row)
    {
        const std::size_t first = codes_[row.code].front();
        const std::string other = out_.services[first].name;
        out_.services[first].issues.push_back({"duplicate-code", msg("the code {} is also given to “{}”", row.code, row.name), 25});
        Service* service = add_service();
        if (service == nullptr) {
            return nullptr;
        }
        service->code = row.code;
        service->name = row.name;
        service->issues.push_back({"duplicate-code", msg("the code {} is also given to “{}”", row.code, other), 25});
        return service;
    }

    void merge(const Row& row, const FactsOfPage& page, Service& service)
    {
        const auto fill = [](std::string& into, const std::string& from) { into = into.empty() ? from : into; };
        service.has_row = true;
        service.code_is_picture = service.code_is_picture || (row.code_is_picture && service.code.empty());
        fill(service.code, row.code);
        fill(service.name, row.name);
        fill(service.field, row.field);
        fill(service.agency, row.agency);
        fill(service.admin_level, row.admin_level);
        fill(service.reason, row.reason);
        if (service.declared == Declared::none) {
            service.declared = row.declared;
        } else if (row.declared != Declared::none && row.declared != service.declared && !has_issue(service, "level-differs")) {
            service.issues.push_back({"level-differs", msg("a list declares it {}, its page {}", said(row.declared), said(service.declared)), 20});
        }
        std::vector<Filing>& filings = filings_[number_of(service)];
        filings.insert(filings.end(), row.filings.begin(), row.filings.end());
        add_address(service, page.page);
        // Where its own page was not seen, it is a click further than the list.
        const std::uint32_t clicks = site_.clicks[page.page];
        if (!service.has_page && clicks != site::none) {
            service.clicks = std::min(service.clicks.value_or(clicks + 1), clicks + 1);
        }
    }

    static bool has_issue(const Service& service, std::string_view id)
    {
        return std::any_of(service.issues.begin(), service.issues.end(), [&](const Issue& issue) { return issue.id == id; });
    }

    // ---------- Each service

    void finish(Service& service)
    {
        for (Form& form : service.forms) {
            if (!form.url.empty()) {
                form = look_(std::move(form));
            } else if (form.state == FileState::broken) {
                form.why = msg("is not offered");
            }
        }
        find_filing(service);
        service.is_foreign = is_other_agency(agency_, service.agency);
        observe_levels(service);
        add_issues(service);
    }

    void find_filing(Service& service)
    {
        for (const Filing& filing : filings_[number_of(service)]) {
            Message broken;
            const FilingAt at = filing_at(site_, filing, by_page_, service.signs, broken);
            if (!broken.empty() && !has_issue(service, "filing-broken")) {
                service.issues.push_back({"filing-broken", msg("“{}” {}", filing.label, broken), 40});
            }
            if (at > service.filing) {
                service.filing = at;
                service.filing_url = filing.url;
            }
        }
    }

    const site::Site& site_;
    std::span<const FactsOfPage> pages_;
    std::string agency_;
    const LookAtFile& look_;
    Catalogue out_;
    std::vector<std::vector<Filing>> filings_;  // of each service
    std::vector<FactsOfPage> list_pages_;
    FactsByPage by_page_;
    std::unordered_map<site::PageId, std::size_t> by_address_;
    std::unordered_map<std::string, std::vector<std::size_t>> codes_;
    std::unordered_map<std::string, std::size_t> names_;
};

}  // namespace

std::string_view name_of(FileState state)
{
    constexpr std::string_view names[] = {"sound", "broken", "unknown"};
    return names[static_cast<std::size_t>(state)];
}

std::size_t Service::parts_shown() const { return static_cast<std::size_t>(std::count(parts.begin(), parts.end(), Shown::shown)); }

int Service::badness() const
{
    return std::accumulate(issues.begin(), issues.end(), 0, [](int sum, const Issue& issue) { return sum + issue.weight; });
}

std::vector<const Service*> Catalogue::own() const
{
    std::vector<const Service*> out;
    for (const Service& service : services) {
        if (!service.is_foreign) {
            out.push_back(&service);
        }
    }
    return out;
}

Catalogue make_catalogue(const site::Site& site, std::span<const FactsOfPage> pages, const std::string& agency, const LookAtFile& look) { return Maker(site, pages, agency, look).make(); }

}  // namespace pa::service
