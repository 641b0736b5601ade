// The roles of WAI-ARIA 1.2 (with the Graphics and Digital Publishing modules) and their attributes, as tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pa::access {

/// `unknown`: the element has no corresponding role, or one that cannot be told. The others are in the order of the table.
enum class Role : std::uint8_t {
    unknown, alert, alertdialog, application, article, banner, blockquote, button, caption, cell, checkbox, code, columnheader, combobox, comment,
    complementary, contentinfo, definition, deletion, dialog, directory, doc_backlink, doc_biblioref, doc_cover, doc_glossref, doc_noteref,
    doc_part, document, emphasis, feed, figure, form, generic, graphics_document, graphics_object, graphics_symbol, grid, gridcell, group, heading, img, insertion,
    link, list, listbox, listitem, log, main, mark, marquee, math, menu, menubar, menuitem, menuitemcheckbox, menuitemradio, meter, navigation,
    none, note, option, paragraph, progressbar, radio, radiogroup, region, row, rowgroup, rowheader, scrollbar, search, searchbox, separator,
    slider, spinbutton, status, strong, subscript, suggestion, superscript, switch_, tab, table, tablist, tabpanel, term, textbox, time, timer,
    toolbar, tooltip, tree, treegrid, treeitem,
};

/// What the standard says of a role. The lists are of names with a blank before and after each.
struct RoleFacts {
    std::string_view name;
    bool from_content = false;     ///< its name may come from its content
    bool nameless = false;         ///< authors may not name it
    bool is_flat = false;          ///< its children are presentational
    std::string_view supported = {};    ///< attributes besides the global ones, without "aria-"
    std::string_view required = {};     ///< of them, those that must be there
    std::string_view context = {};      ///< roles of which one must be around it
    std::string_view owned = {};        ///< roles of which something must be inside it
};

const RoleFacts& facts_of(Role role);

/// A role by its name in the `role` attribute, in any case; `presentation` is `none`, the document sections of the publishing module
/// are `doc_part`. Abstract roles are no roles.
std::optional<Role> role_named(std::string_view name);

/// Whether `list` (of names between blanks) has `name`.
bool lists(std::string_view list, std::string_view name);

/// Links, those of the publishing module too.
bool is_link(Role role);
/// Whether users operate it: buttons, fields, links, tabs, entries of menus and trees.
bool is_widget(Role role);

}  // namespace pa::access
