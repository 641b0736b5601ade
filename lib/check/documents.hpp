// The documents that an item publishes: their particulars as pages show them, and whether their files are what they say.
#pragma once

#include "check/context.hpp"
#include "check/finding.hpp"
#include "check/history.hpp"
#include "check/labelled.hpp"

#include <vector>

namespace pa::check {

/// The particulars of Decree 43/2011/NĐ-CP, Art. 10(1)(e), as `field_of` reads them: type, authority, number, issued, effective,
/// abstract.
const std::vector<std::string>& document_field_texts();

/// The documents of a section: a page each, or rows of its lists where no pages of their own stand behind them. Particulars
/// come from tables, definition lists and labels; where a page has none, from the head of the document's own text, a sentence
/// that tells of it, or the shape of what stands beside its number. Days are given in ISO 8601. At most 100, of at most 60 pages that are opened.
std::vector<Document> documents_of(const Context& context, const Entries& entries);

}  // namespace pa::check
