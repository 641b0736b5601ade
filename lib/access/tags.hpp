// Names of elements as numbers, so that a page's elements are told apart without comparing strings again and again.
#pragma once

#include <cstdint>
#include <string_view>

namespace pa::access {

/// The elements that mean something to assistive technology. `other` is every other element of HTML, SVG or MathML,
/// `custom` one whose name has a hyphen: a script may show anything in its place.
enum class Tag : std::uint8_t {
    other, custom, a, abbr, address, area, article, aside, audio, b, bdi, bdo, blink, blockquote, body, button, canvas, caption, circle, code, col,
    colgroup, data, datalist, dd, defs, del, details, dfn, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame,
    frameset, g, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark,
    marquee, math, menu, meta, meter, nav, noscript, object, ol, optgroup, option, output, p, path, pre, progress, q, rect, s, samp, script, search,
    section, select, slot, small, span, strong, style, sub, summary, sup, svg, symbol, table, tbody, td, template_, text, textarea, tfoot, th, thead,
    time, title, tr, u, ul, var, video,
};

Tag tag_named(std::string_view name);

/// Elements that begin a new line in a browser's default style; those of `html::is_block` that have a number.
bool is_block(Tag tag);

}  // namespace pa::access
