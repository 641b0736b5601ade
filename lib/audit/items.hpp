// What an audit tells of the portal's information items and of the documents in them.
#pragma once

#include "base/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pa::audit {

struct Item {
    std::string id;
    std::string state;
    std::string rule;
    Text title;
    std::string label;
    std::vector<std::string> pages;
    std::uint64_t page_count = 0;
    std::optional<std::uint32_t> clicks;
    std::string newest;    ///< ISO 8601 date, or empty
    std::string oldest;
    std::uint64_t dated = 0;                    ///< entries whose publication day is known
    std::optional<double> entries_per_month;    ///< over the year before the evidence
    std::optional<std::uint32_t> longest_gap;   ///< days
    std::vector<Text> suspicions;
    Text why;
};

struct File {
    std::string url;
    std::string state;     ///< sound, no-text (pictures of pages), broken or unknown
    Text why;
};

/// A document that an item publishes, with the particulars that are shown; empty where they are not.
struct Document {
    std::string page;
    std::string item;
    std::string type;
    std::string authority;
    std::string number;
    std::string issued;    ///< ISO 8601
    std::string effective;
    std::string abstract;
    std::vector<File> files;
};

}  // namespace pa::audit
