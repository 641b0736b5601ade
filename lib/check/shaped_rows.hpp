// Records of documents that no label names, known by the shape of what they show: a number such as 12/QĐ-SXD with a day, a kind,
// an agency and a title around it.
#pragma once

#include "check/document_text.hpp"
#include "html/document.hpp"

#include <string>
#include <vector>

namespace pa::check {

struct ShapedRow {
    Particulars fields;
    std::vector<std::string> links;  ///< `href` of the links in it, at most 20
};

/// One for each number that stands by itself in the page's own part, at most 200. An entry of a list is the largest element
/// around its number that holds no other; where there is one number alone, the smallest around it with a title. A day beside a
/// number is that of issue, unless words say another.
std::vector<ShapedRow> shaped_rows(const html::Document& document);

}  // namespace pa::check
