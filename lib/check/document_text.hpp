// What the words of a document, or of an article about it, say of its particulars, where no labels name them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace pa::check {

/// By id, as in `document_field_texts`; days in ISO 8601.
using Particulars = std::map<std::string, std::string, std::less<>>;

/// Whether a folded text is a kind of document and nothing else (Decree 30/2020/NĐ-CP, Art. 7; Law 80/2015/QH13, Art. 4).
bool is_kind_of_document(const std::string& folded);

/// The first day that a text names; empty when it names none.
std::string day_in(const std::string& text);

/// "Quyết định số 12/QĐ-SXD ngày 3 tháng 5 năm 2026 của Sở Xây dựng về …". Empty where a title says no more than kind, number
/// and subject, as every title of a document does.
Particulars particulars_of_title(const std::string& title);

/// The head of a document as Decree 30/2020/NĐ-CP lays it out (authority, number, place and day, kind, subject, one below the
/// other), or a sentence that tells of it: "Sở Xây dựng ban hành Quyết định số 12/QĐ-SXD ngày 3/5/2026 về …". `lines`: the
/// page's own text, a block a line; `title`: its title, which is the subject where the sentence has none.
Particulars particulars_of_text(const std::vector<std::string>& lines, const std::string& title);

}  // namespace pa::check
