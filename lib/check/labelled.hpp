// Labelled particulars of records on a page: a document's number and dates, a project's budget, an officer's telephone.
#pragma once

#include "html/document.hpp"

#include <string>
#include <vector>

namespace pa::check {

/// What a page says under a label.
struct LabelledValue {
    std::string label;  ///< folded
    std::string value;  ///< collapsed; empty where there is nothing, or a placeholder such as "đang cập nhật"
};

/// One particular that a record has to have.
struct Field {
    std::string id;                     ///< for other programs, such as "issued"; may be empty
    std::string name;                   ///< as it is asked for, in Vietnamese
    std::vector<std::string> synonyms;  ///< folded; the name first
    /// Whether a label is one of them, alone or with at most two words more.
    bool is_named(const std::string& label) const;
};

/// "issued = Ngày ban hành | Ngày ký": an id where there is one, the name, then synonyms.
Field field_of(const std::string& text);

/// What belongs together: a row of a table with columns, or pairs of label and value until the first label comes again.
struct Record {
    std::vector<LabelledValue> values;
    std::vector<std::string> links;  ///< `href` of the links between them
    std::string heading;             ///< the last one before it, since the record before
    bool is_row = false;             ///< of a table or list with several
    bool is_only_row = false;        ///< of a table with heads of columns and nothing but this row
};

struct LabelledPage {
    /// All pairs of the page's own part, at most 2,000: tables with the label beside the value or at the head of a column (a
    /// column counts as filled when three quarters of its cells are; the first filled cell is its value), definition lists,
    /// "Label: value" in running text.
    std::vector<LabelledValue> values;
    std::vector<Record> records;     ///< the same, record by record, at most 500
};

/// With `known`, a block that is no more than the name of one of these labels the block behind it, without a colon.
LabelledPage labelled_page(const html::Document& document, const std::vector<Field>& known = {});

}  // namespace pa::check
