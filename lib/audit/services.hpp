// What an audit tells of the portal's online public services.
#pragma once

#include "base/message.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pa::service {
struct Catalogue;
}

namespace pa::audit {

/// A form that a service names.
struct ServiceForm {
    std::string name;
    std::string url;    ///< empty where no file of it is offered
    std::string state;  ///< sound, broken or unknown
    Text why;
};

/// What the evidence supports at least and at most, by one reading of the law.
struct Observed {
    std::string low;
    std::string high;
};

struct ServiceIssue {
    std::string id;
    Text text;
};

struct Service {
    std::string code;
    std::string name;
    std::string field;
    std::string agency;
    std::string admin_level;
    std::string declared;    ///< level-1 to level-4, information, partial, full; empty where none is
    std::string reason;      ///< why it is online in part only
    bool other_agency = false;
    Observed level;          ///< level-0 to level-4
    Observed extent;         ///< information, partial, full
    std::map<std::string, std::string> parts;  ///< shown, empty or missing, by the part's name
    std::uint64_t parts_shown = 0;
    std::uint64_t parts_asked = 0;
    std::vector<ServiceForm> forms;
    std::uint64_t forms_sound = 0;
    std::string filing;      ///< nowhere, unknown, outside, national, here
    std::string filing_url;
    std::vector<std::string> signs;
    std::optional<std::uint32_t> clicks;
    std::vector<std::string> pages;
    std::vector<ServiceIssue> issues;  ///< the gravest first
};

/// Of a list that was handed in, and does the portal have it?
struct MissingService {
    std::string code;
    std::string name;
};

/// The services as a whole.
struct ServiceFacts {
    std::vector<std::string> lists;     ///< pages that list services
    std::vector<Text> unseen;           ///< why there may be more than were seen
    std::uint64_t left_out = 0;         ///< beyond the 20,000 that are kept
    bool compared = false;              ///< with a list that was handed in
    std::uint64_t listed = 0;
    std::uint64_t extra = 0;
    std::uint64_t misnamed = 0;
    std::uint64_t wrong_code = 0;
    std::uint64_t wrong_level = 0;
    std::vector<MissingService> missing;  ///< at most 1,000
    std::uint64_t missing_count = 0;
};

/// Sorted with the worst first.
std::vector<Service> services_of(const service::Catalogue& catalogue);
ServiceFacts service_facts(const service::Catalogue& catalogue);

}  // namespace pa::audit
