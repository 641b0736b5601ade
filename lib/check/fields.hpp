// Kinds that ask for the particulars of each of an item's records: a project's budget, an officer's telephone.
#pragma once

#include "check/kind.hpp"
#include "check/labelled.hpp"

#include <string>
#include <vector>

namespace pa::check {

/// A kind that asks for `fields` of every entry of an item (of the item's page itself where it has no entries).
struct FieldsKind {
    const char* name;
    const char* summary;
    const char* document;
    const char* example;                    ///< further lines of a rule
    std::vector<std::string> fields;        ///< by default
    bool needs_file;                        ///< by default: a file that can be downloaded counts as one more field
};
Kind fields_kind(const FieldsKind& description, Result<std::unique_ptr<Check>> (*make)(const rule::Rule& rule));

Result<std::unique_ptr<Check>> make_fields_check(const rule::Rule& rule, const FieldsKind& description);

}  // namespace pa::check
