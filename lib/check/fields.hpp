// Labelled particulars of a record on a page: a document's number and dates, a project's budget, an officer's telephone.
#pragma once

#include "check/kind.hpp"

#include <string>
#include <vector>

namespace pa::check {

/// What a page says under a label.
struct LabelledValue {
    std::string label;  ///< folded
    std::string value;  ///< collapsed; empty where there is nothing, or a placeholder such as "đang cập nhật"
};

/// All label and value pairs of a page's own part, at most 2,000: tables with the label beside the value or at the head of a
/// column (the first filled cell counts), definition lists, "Label: value" in running text.
std::vector<LabelledValue> labelled_values(const html::Document& document);

/// One particular that a record has to have.
struct Field {
    std::string name;                   ///< as it is asked for, in Vietnamese
    std::vector<std::string> synonyms;  ///< folded; the name first
    /// Whether a label is one of them, alone or with at most two words more.
    bool is_named(const std::string& label) const;
};

/// "Số ký hiệu | Ký hiệu | Số hiệu": the name, then synonyms.
Field field_of(const std::string& text);

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
