#include "access/roles.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pa::access {

namespace {

#define PA_CELL " colindex colspan rowindex rowspan "
#define PA_FIELD " disabled errormessage invalid readonly required "
#define PA_RANGE " valuemax valuemin valuenow valuetext "
#define PA_ACTIVE " activedescendant disabled "
#define PA_SET " posinset setsize "

// name, from content, nameless, flat, supported, required, context, owned
constexpr RoleFacts table[] = {
    {""},
    {"alert"},
    {"alertdialog", false, false, false, " modal "},
    {"application", false, false, false, " activedescendant disabled errormessage expanded haspopup invalid "},
    {"article", false, false, false, PA_SET},
    {"banner"},
    {"blockquote"},
    {"button", true, false, true, " disabled haspopup expanded pressed "},
    {"caption", false, true},
    {"cell", true, false, false, PA_CELL, "", " row "},
    {"checkbox", true, false, true, PA_FIELD " checked expanded ", " checked "},
    {"code", false, true},
    {"columnheader", true, false, false, PA_CELL PA_FIELD " sort expanded haspopup selected ", "", " row "},
    {"combobox", false, false, false, PA_FIELD " expanded activedescendant autocomplete haspopup placeholder ", " expanded "},
    {"comment", true, false, false, PA_SET " level "},
    {"complementary"},
    {"contentinfo"},
    {"definition"},
    {"deletion", false, true},
    {"dialog", false, false, false, " modal "},
    {"directory"},
    {"doc-backlink", true, false, false, " disabled expanded haspopup "},
    {"doc-biblioref", true, false, false, " disabled expanded haspopup "},
    {"doc-cover", false, false, true},
    {"doc-glossref", true, false, false, " disabled expanded haspopup "},
    {"doc-noteref", true, false, false, " disabled expanded haspopup "},
    {"doc-part"},
    {"document"},
    {"emphasis", false, true},
    {"feed", false, false, false, "", "", "", " article "},
    {"figure"},
    {"form"},
    {"generic", false, true},
    {"graphics-document"},
    {"graphics-object", false, false, false, " activedescendant disabled "},
    {"graphics-symbol", false, false, true},
    {"grid", false, false, false, PA_ACTIVE " multiselectable readonly colcount rowcount ", "", "", " row rowgroup "},
    {"gridcell", true, false, false, PA_CELL PA_FIELD " expanded haspopup selected ", "", " row "},
    {"group", false, false, false, PA_ACTIVE},
    {"heading", true, false, false, " level ", " level "},
    {"img", false, false, true},
    {"insertion", false, true},
    {"link", true, false, false, " disabled expanded haspopup "},
    {"list", false, false, false, "", "", "", " listitem "},
    {"listbox", false, false, false, PA_ACTIVE PA_FIELD " multiselectable expanded orientation ", "", "", " option group "},
    {"listitem", false, false, false, PA_SET " level ", "", " list directory "},
    {"log"},
    {"main"},
    {"mark", false, true},
    {"marquee"},
    {"math"},
    {"menu", false, false, false, PA_ACTIVE " orientation ", "", "", " menuitem menuitemcheckbox menuitemradio group separator "},
    {"menubar", false, false, false, PA_ACTIVE " orientation ", "", "", " menuitem menuitemcheckbox menuitemradio group separator "},
    {"menuitem", true, false, false, PA_SET " disabled expanded haspopup ", "", " menu menubar group "},
    {"menuitemcheckbox", true, false, true, PA_SET PA_FIELD " checked expanded haspopup ", " checked ", " menu menubar group "},
    {"menuitemradio", true, false, true, PA_SET PA_FIELD " checked expanded haspopup ", " checked ", " menu menubar group "},
    {"meter", false, false, true, PA_RANGE, " valuenow "},
    {"navigation"},
    {"none"},
    {"note"},
    {"option", true, false, true, PA_SET " checked disabled selected ", "", " listbox group "},
    {"paragraph", false, true},
    {"progressbar", false, false, true, PA_RANGE},
    {"radio", true, false, true, PA_SET " checked disabled ", " checked "},
    {"radiogroup", false, false, false, PA_FIELD PA_ACTIVE " orientation "},
    {"region"},
    {"row", true, false, false, PA_ACTIVE PA_SET " colindex expanded level rowindex selected ", "", " grid rowgroup table treegrid ",
     " cell columnheader gridcell rowheader "},
    {"rowgroup", false, false, false, "", "", " grid table treegrid ", " row "},
    {"rowheader", true, false, false, PA_CELL PA_FIELD " sort expanded haspopup selected ", "", " row "},
    {"scrollbar", false, false, true, PA_RANGE " disabled orientation ", " controls valuenow "},
    {"search"},
    {"searchbox", false, false, false, PA_FIELD " activedescendant autocomplete haspopup multiline placeholder "},
    {"separator", false, false, true, PA_RANGE " disabled orientation "},
    {"slider", false, false, true, PA_RANGE " disabled errormessage haspopup invalid orientation readonly ", " valuenow "},
    {"spinbutton", false, false, false, PA_RANGE PA_FIELD PA_ACTIVE},
    {"status"},
    {"strong", false, true},
    {"subscript", false, true},
    {"suggestion", false, true},
    {"superscript", false, true},
    {"switch", true, false, true, PA_FIELD " checked expanded ", " checked "},
    {"tab", true, false, true, PA_SET " disabled expanded haspopup selected ", "", " tablist "},
    {"table", false, false, false, " colcount rowcount ", "", "", " row rowgroup "},
    {"tablist", false, false, false, PA_ACTIVE " level multiselectable orientation ", "", "", " tab "},
    {"tabpanel"},
    {"term"},
    {"textbox", false, false, false, PA_FIELD " activedescendant autocomplete haspopup multiline placeholder "},
    {"time"},
    {"timer"},
    {"toolbar", false, false, false, PA_ACTIVE " orientation "},
    {"tooltip", true},
    {"tree", false, false, false, PA_ACTIVE PA_FIELD " multiselectable orientation ", "", "", " treeitem group "},
    {"treegrid", false, false, false, PA_ACTIVE PA_FIELD " multiselectable orientation colcount rowcount ", "", "", " row rowgroup "},
    {"treeitem", true, false, false, PA_SET " checked disabled expanded haspopup level selected ", "", " group tree "},
};
#undef PA_CELL
#undef PA_FIELD
#undef PA_RANGE
#undef PA_ACTIVE
#undef PA_SET

constexpr std::size_t count = std::size(table);
static_assert(count == static_cast<std::size_t>(Role::treeitem) + 1);
static_assert(std::is_sorted(std::begin(table), std::end(table), [](const RoleFacts& a, const RoleFacts& b) { return a.name < b.name; }));

// Digital Publishing WAI-ARIA 1.0; the others have a line of their own.
constexpr std::string_view document_parts =
    " doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-biblioentry doc-bibliography doc-chapter doc-colophon doc-conclusion"
    " doc-credit doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword"
    " doc-glossary doc-index doc-introduction doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-preface doc-prologue"
    " doc-pullquote doc-qna doc-subtitle doc-tip doc-toc ";

}  // namespace

const RoleFacts& facts_of(Role role) { return table[static_cast<std::size_t>(role)]; }

bool lists(std::string_view list, std::string_view name)
{
    for (std::size_t at = list.find(name); at != std::string_view::npos && !name.empty(); at = list.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if (at > 0 && list[at - 1] == ' ' && end < list.size() && list[end] == ' ') {
            return true;
        }
    }
    return false;
}

std::optional<Role> role_named(std::string_view name)
{
    std::string lower(name.substr(0, 40));
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (lower == "presentation") {
        return Role::none;
    }
    if (lower == "image") {
        return Role::img;
    }
    const auto* found = std::lower_bound(std::begin(table) + 1, std::end(table), lower, [](const RoleFacts& row, const std::string& n) { return row.name < n; });
    if (found != std::end(table) && found->name == lower) {
        return static_cast<Role>(found - std::begin(table));
    }
    return lists(document_parts, lower) ? std::optional(Role::doc_part) : std::nullopt;
}

bool is_link(Role role)
{
    return role == Role::link || role == Role::doc_backlink || role == Role::doc_biblioref || role == Role::doc_glossref || role == Role::doc_noteref;
}

bool is_widget(Role role)
{
    constexpr std::array widgets = {Role::button, Role::checkbox, Role::combobox, Role::gridcell, Role::listbox, Role::menuitem, Role::menuitemcheckbox,
                                    Role::menuitemradio, Role::option, Role::radio, Role::searchbox, Role::slider, Role::spinbutton, Role::switch_,
                                    Role::tab, Role::textbox, Role::treeitem};
    return is_link(role) || std::find(widgets.begin(), widgets.end(), role) != widgets.end();
}

}  // namespace pa::access
