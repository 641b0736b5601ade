#include "access/native.hpp"

#include "access/words.hpp"

#include <array>

namespace pa::access {

namespace {

std::string_view value_of(html::Node node, const char* name) { return node.attribute(name).value(); }

Role input_role(html::Node node)
{
    struct Row {
        std::string_view type;
        Role role;
    };
    constexpr Row rows[] = {
        {"button", Role::button}, {"submit", Role::button}, {"reset", Role::button}, {"image", Role::button}, {"checkbox", Role::checkbox},
        {"radio", Role::radio}, {"number", Role::spinbutton}, {"range", Role::slider}, {"search", Role::searchbox}, {"email", Role::textbox},
        {"tel", Role::textbox}, {"text", Role::textbox}, {"url", Role::textbox},
        {"color", Role::unknown}, {"date", Role::unknown}, {"datetime-local", Role::unknown}, {"file", Role::unknown}, {"hidden", Role::unknown},
        {"month", Role::unknown}, {"password", Role::unknown}, {"time", Role::unknown}, {"week", Role::unknown}};
    const std::string_view type = value_of(node, "type");
    Role role = Role::textbox;  // also for types that nobody knows
    for (const Row& row : rows) {
        role = is_same(type, row.type) ? row.role : role;
    }
    const bool is_text = role == Role::textbox || role == Role::searchbox;
    return is_text && node.attribute("list") ? Role::combobox : role;
}

bool is_named_by_author(html::Node node)
{
    return node.attribute("aria-label") || node.attribute("aria-labelledby") || node.attribute("title");
}

Role image_role(html::Node node)
{
    const pugi::xml_attribute alt = node.attribute("alt");
    return alt && *alt.value() == '\0' ? Role::none : Role::img;
}

Role select_role(html::Node node)
{
    const int size = node.attribute("size").as_int(0);
    return node.attribute("multiple") || size > 1 ? Role::listbox : Role::combobox;
}

Role header_cell_role(html::Node node)
{
    const std::string_view scope = value_of(node, "scope");
    return is_same(scope, "row") || is_same(scope, "rowgroup") ? Role::rowheader : Role::columnheader;
}

Role table_part_role(html::Node node, Tag tag, Role table)
{
    if (table == Role::none) {
        return Role::none;
    }
    if (table == Role::unknown) {
        return Role::generic;
    }
    switch (tag) {
    case Tag::tr: return Role::row;
    case Tag::td: return table == Role::table ? Role::cell : Role::gridcell;
    case Tag::th: return header_cell_role(node);
    default: return Role::rowgroup;
    }
}

}  // namespace

Role native_role(html::Node node, Tag tag, const Surroundings& around)
{
    switch (tag) {
    case Tag::a:
    case Tag::area: return node.attribute("href") ? Role::link : Role::generic;
    case Tag::address:
    case Tag::details:
    case Tag::fieldset:
    case Tag::hgroup:
    case Tag::optgroup: return Role::group;
    case Tag::article: return Role::article;
    case Tag::aside: return Role::complementary;
    case Tag::b: case Tag::bdi: case Tag::bdo: case Tag::data: case Tag::div: case Tag::font: case Tag::i: case Tag::pre: case Tag::q:
    case Tag::samp: case Tag::small: case Tag::span: case Tag::u: return Role::generic;
    case Tag::blockquote: return Role::blockquote;
    case Tag::button: return Role::button;
    case Tag::caption: return Role::caption;
    case Tag::code: return Role::code;
    case Tag::datalist: return Role::listbox;
    case Tag::dd: return Role::definition;
    case Tag::del:
    case Tag::s: return Role::deletion;
    case Tag::dfn:
    case Tag::dt: return Role::term;
    case Tag::dialog: return Role::dialog;
    case Tag::em: return Role::emphasis;
    case Tag::figure: return Role::figure;
    case Tag::footer: return around.is_in_section ? Role::generic : Role::contentinfo;
    case Tag::form: return is_named_by_author(node) ? Role::form : Role::unknown;
    case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5: case Tag::h6: return Role::heading;
    case Tag::header: return around.is_in_section ? Role::generic : Role::banner;
    case Tag::hr: return Role::separator;
    case Tag::html: return Role::document;
    case Tag::img: return image_role(node);
    case Tag::input: return input_role(node);
    case Tag::ins: return Role::insertion;
    case Tag::li: return around.is_plain_list ? Role::none : around.is_in_list ? Role::listitem : Role::generic;
    case Tag::main: return Role::main;
    case Tag::mark: return Role::mark;
    case Tag::math: return Role::math;
    case Tag::menu: case Tag::ol: case Tag::ul: return Role::list;
    case Tag::meter: return Role::meter;
    case Tag::nav: return Role::navigation;
    case Tag::option: return Role::option;
    case Tag::output: return Role::status;
    case Tag::p: return Role::paragraph;
    case Tag::progress: return Role::progressbar;
    case Tag::search: return Role::search;
    case Tag::section: return is_named_by_author(node) ? Role::region : Role::generic;
    case Tag::select: return select_role(node);
    case Tag::strong: return Role::strong;
    case Tag::sub: return Role::subscript;
    case Tag::sup: return Role::superscript;
    case Tag::svg: return Role::graphics_document;
    case Tag::table: return Role::table;
    case Tag::tbody: case Tag::tfoot: case Tag::thead: case Tag::tr: case Tag::td: case Tag::th: return table_part_role(node, tag, around.table);
    case Tag::textarea: return Role::textbox;
    case Tag::time: return Role::time;
    default: return Role::unknown;
    }
}

bool is_natively_focusable(html::Node node, Tag tag)
{
    switch (tag) {
    case Tag::a:
    case Tag::area: return !node.attribute("href").empty();
    case Tag::button: case Tag::select: case Tag::textarea: return true;
    case Tag::input: return !is_same(value_of(node, "type"), "hidden");
    case Tag::audio: case Tag::video: return !node.attribute("controls").empty();
    default: return false;
    }
}

bool can_be_disabled(Tag tag) { return tag == Tag::button || tag == Tag::input || tag == Tag::select || tag == Tag::textarea || tag == Tag::option || tag == Tag::fieldset; }

bool is_never_shown(html::Node node, Tag tag)
{
    switch (tag) {
    case Tag::head: case Tag::script: case Tag::style: case Tag::template_: case Tag::noscript: case Tag::datalist: case Tag::defs: case Tag::symbol:
    case Tag::meta: return true;
    case Tag::input: return is_same(value_of(node, "type"), "hidden");
    case Tag::dialog: return node.attribute("open").empty();
    case Tag::audio: return node.attribute("controls").empty();
    default: return false;
    }
}

}  // namespace pa::access
