// How portals word what stands around procedures: buttons, titles, what is no content.
#pragma once

#include "html/document.hpp"
#include "url/url.hpp"

#include <string>
#include <string_view>

namespace pa::service {

/// Whether a link or button says that a file can be sent in: "Nộp hồ sơ", "Đăng ký trực tuyến". In NFC.
bool names_filing(std::string_view label);

/// Whether an address ends like that of a form to print: .doc, .docx, .odt, .rtf, .pdf, .xls …
bool names_form_file(std::string_view address);

/// Whether a class attribute has a word that templates give to labels and titles.
bool has_label_word(std::string_view classes);

/// Lines that are no content of a part: buttons, sharing, counters.
bool is_noise(std::string_view line);

/// Lines behind which a page is about other things: "Thủ tục liên quan".
bool closes_procedure(std::string_view line);

/// Whether a text is a title of every such page: "Chi tiết thủ tục", "Thông tin chung".
bool is_general_title(std::string_view text);

/// A name without its code, "Thủ tục:" and numbering; at most 500 code points.
std::string clean_name(std::string_view text);

/// The address behind a link as pages are known by it; empty where only a script would lead there, or it stays on the page.
std::string address_of(html::Node link, const url::Url& base);

}  // namespace pa::service
