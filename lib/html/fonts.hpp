// Old Vietnamese pages whose letters are right only in certain fonts become Unicode; see text/font_encoding.hpp.
#pragma once

#include "html/document.hpp"
#include "text/font_encoding.hpp"

namespace pa::html {

/// Converts what is in TCVN3 or VNI, in place: text nodes and the attributes that people read (title, alt, value …), never
/// addresses, scripts and style sheets. Whether is decided by the syllables, apart for the text under each kind of font (`face`,
/// an inline `font-family`) and for all other text of the page; a page may so be in Unicode and in font encodings.
/// `named` says that the page names such a font anywhere; without, much more text has to speak for it.
/// Returns the encoding of what was converted, of the larger part when both occur; `none` when nothing was.
/// Fonts that a class or a style sheet gives are known by `named` only, so capitals of their capital fonts come out small.
text::FontEncoding convert_fonts(const Document& document, bool named);

}  // namespace pa::html
