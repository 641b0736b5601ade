// What a page's structure says of labels and of what belongs to them.
#pragma once

#include "html/document.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace pa::service {

bool is_heading(std::string_view name);

/// Elements whose text is set apart from what follows: bold, headings, terms, heads of tables, buttons.
bool is_strong(std::string_view name);

/// Elements that end a line for a reader of labels.
bool ends_line(std::string_view name);

/// 1 to 6 for what stands in a heading, else 0.
int rank_of(html::Node node);

/// Whether an element is none of the page's own part: a menu, a footer, what is not shown as text. Heads of cards and rows of
/// tabs, which have the class names of such parts, belong to the page where they name parts of a procedure.
bool is_left_out(html::Node node);

/// Whether the structure around the text that begins in `start` makes it a label: a first cell, a term, a tab.
bool is_structural(html::Node start);

/// Whether the text that begins in `start` is a link to another page, as in menus: it names that page and labels nothing here.
bool leads_away(html::Node start);

/// The element with which the section ends whose label begins in `start`: the lowest one that holds more than the label.
html::Node container_of(html::Node start);

using Ids = std::unordered_map<std::string, html::Node>;

/// What a tab, or the button of an accordion, shows: by any attribute that names another element's id. Empty where none does.
html::Node panel_of(html::Node start, const Ids& ids);

}  // namespace pa::service
