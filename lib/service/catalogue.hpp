// The services of a portal: what its lists and pages say of each put together, the level that they support, and what is wrong
// with them.
#pragma once

#include "base/message.hpp"
#include "service/facts.hpp"
#include "site/site.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pa::service {

enum class FileState : std::uint8_t { sound, broken, unknown };
std::string_view name_of(FileState state);

/// A form that a procedure names, and what is behind its link.
struct Form {
    std::string name;
    std::string url;  ///< empty where the page offers no file
    FileState state = FileState::unknown;
    Message why;      ///< for all but `sound`
};

/// What the evidence supports at least, and what it cannot rule out.
struct Range {
    int low = 0;
    int high = 0;
    bool is_known() const { return low == high; }
};

/// Where files are sent in.
enum class FilingAt : std::uint8_t {
    nowhere,   ///< no page says so, or what says so leads to nothing
    unknown,   ///< only a script or a page that was not seen would tell
    outside,   ///< another portal than the audited and the national one
    national,  ///< the national service portal
    here,      ///< a form, a field for files, or a login of the audited portal
};
std::string_view name_of(FilingAt at);

/// Something wrong with a service. The ids stand in portalaudit-audit.json(5).
struct Issue {
    std::string id;
    Message text;
    int weight = 1;  ///< for putting the worst first
};

struct Service : Particulars {
    Parts parts{};
    bool has_page = false;             ///< a description was seen
    bool has_row = false;              ///< a list names it
    bool code_is_picture = false;
    bool no_forms = false;
    bool no_fee = false;
    bool is_foreign = false;           ///< of another agency
    std::vector<Form> forms;
    Signs signs = 0;                   ///< of its page, and of the page where its files are sent in
    FilingAt filing = FilingAt::nowhere;
    std::string filing_url;
    std::vector<std::string> pages;    ///< its description first, then lists that name it; at most 20
    std::optional<std::uint32_t> clicks;
    Range level;                       ///< 0 to 4
    Range extent;                      ///< 0 information, 1 partial, 2 full
    std::vector<Issue> issues;

    std::size_t parts_shown() const;
    int badness() const;               ///< the sum of the weights of its issues
};

/// How the services of a portal compare with a list that was handed in.
struct Comparison {
    struct Missing {
        std::string code;
        std::string name;
    };
    std::uint64_t listed = 0;
    std::vector<Missing> missing;      ///< in the order of the list
    std::uint64_t extra = 0;
    std::uint64_t misnamed = 0;
    std::uint64_t wrong_code = 0;
    std::uint64_t wrong_level = 0;
};

struct Catalogue {
    std::vector<Service> services;     ///< by code, then name; at most 20,000
    std::uint64_t left_out = 0;        ///< beyond that
    std::vector<std::string> lists;    ///< pages that list services, at most 200
    std::uint32_t shown_by = 0;        ///< bits of `By`, over all lists
    Signs signs = 0;                   ///< of any page of the portal
    std::map<Sign, std::string> sign_pages;  ///< the first page with each
    std::vector<Message> unseen;       ///< why there may be services that were not seen
    std::optional<Comparison> comparison;

    /// Those of the agency itself.
    std::vector<const Service*> own() const;
};

/// A page's facts and the page.
struct FactsOfPage {
    site::PageId page = site::none;
    const PageFacts* facts = nullptr;
};

/// Tells what is behind a form's address.
using LookAtFile = std::function<Form(Form)>;

/// Puts everything together. `agency` is the name of the audited one, for telling other agencies' services apart; may be empty.
Catalogue make_catalogue(const site::Site& site, std::span<const FactsOfPage> pages, const std::string& agency, const LookAtFile& look);

}  // namespace pa::service
