#include "report/docx.hpp"

#include "report/zip.hpp"

#include <pugixml.hpp>

namespace pa::report {

namespace {

constexpr unsigned text_width = 9300;  // twentieths of a point: A4 less 30 and 15 mm, rounded down

void set(pugi::xml_node node, const char* name, const char* attribute, const std::string& value)
{
    node.append_child(name).append_attribute(attribute) = value.c_str();
}

void set(pugi::xml_node node, const char* name, const std::string& value) { set(node, name, "w:val", value); }

const char* name_of(Align align)
{
    switch (align) {
    case Align::left: return "left";
    case Align::centre: return "center";
    case Align::right: return "right";
    case Align::justified: break;
    }
    return "both";
}

// Children in the order of the schema (CT_PPrBase), which Word insists on.
pugi::xml_node add_paragraph(pugi::xml_node parent, const Style& style, bool is_dotted = false)
{
    pugi::xml_node paragraph = parent.append_child("w:p");
    pugi::xml_node properties = paragraph.append_child("w:pPr");
    if (style.keep_next) {
        properties.append_child("w:keepNext");
    }
    if (is_dotted) {
        pugi::xml_node tab = properties.append_child("w:tabs").append_child("w:tab");
        tab.append_attribute("w:val") = "right";
        tab.append_attribute("w:leader") = "dot";
        tab.append_attribute("w:pos") = text_width;
    }
    pugi::xml_node spacing = properties.append_child("w:spacing");
    spacing.append_attribute("w:before") = style.before;
    spacing.append_attribute("w:after") = 0;
    if (style.first_line || style.hanging > 0) {
        pugi::xml_node indent = properties.append_child("w:ind");
        if (style.hanging > 0) {
            indent.append_attribute("w:left") = style.hanging;
            indent.append_attribute("w:hanging") = style.hanging;
        } else {
            indent.append_attribute("w:firstLine") = 720;
        }
    }
    set(properties, "w:jc", name_of(style.align));
    return paragraph;
}

pugi::xml_node add_run(pugi::xml_node paragraph, const Style& style)
{
    pugi::xml_node run = paragraph.append_child("w:r");
    pugi::xml_node properties = run.append_child("w:rPr");
    if (style.bold) {
        properties.append_child("w:b");
    }
    if (style.italic) {
        properties.append_child("w:i");
    }
    set(properties, "w:sz", std::to_string(style.size * 2));
    set(properties, "w:szCs", std::to_string(style.size * 2));
    return run;
}

void add_text(pugi::xml_node run, const std::string& text)
{
    pugi::xml_node node = run.append_child("w:t");
    node.append_attribute("xml:space") = "preserve";
    node.text().set(text.c_str());
}

pugi::xml_node add_table(pugi::xml_node parent, const std::vector<unsigned>& percents, bool has_borders)
{
    pugi::xml_node table = parent.append_child("w:tbl");
    pugi::xml_node properties = table.append_child("w:tblPr");
    pugi::xml_node width = properties.append_child("w:tblW");
    width.append_attribute("w:w") = text_width;
    width.append_attribute("w:type") = "dxa";
    if (has_borders) {
        pugi::xml_node borders = properties.append_child("w:tblBorders");
        for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
            pugi::xml_node border = borders.append_child(side);
            border.append_attribute("w:val") = "single";
            border.append_attribute("w:sz") = 4;
            border.append_attribute("w:space") = 0;
            border.append_attribute("w:color") = "auto";
        }
    }
    set(properties, "w:tblLayout", "w:type", "fixed");
    pugi::xml_node grid = table.append_child("w:tblGrid");
    for (const unsigned percent : percents) {
        set(grid, "w:gridCol", "w:w", std::to_string(text_width * percent / 100));
    }
    return table;
}

pugi::xml_node add_cell(pugi::xml_node row, unsigned percent)
{
    pugi::xml_node cell = row.append_child("w:tc");
    pugi::xml_node width = cell.append_child("w:tcPr").append_child("w:tcW");
    width.append_attribute("w:w") = text_width * percent / 100;
    width.append_attribute("w:type") = "dxa";
    return cell;
}

pugi::xml_node root(pugi::xml_document& document, const char* name)
{
    pugi::xml_node out = document.append_child(name);
    out.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    out.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return out;
}

// Without indentation, which would become blanks between runs.
std::string packed(const pugi::xml_document& document)
{
    struct : pugi::xml_writer {
        std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
    } out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.text;
}

// The page's number, centred at the top (Decree 30/2020/NĐ-CP, Appendix I, Part I, I.2).
std::string page_number()
{
    pugi::xml_document document;
    pugi::xml_node header = root(document, "w:hdr");
    Style style;
    style.align = Align::centre;
    pugi::xml_node paragraph = add_paragraph(header, style);
    pugi::xml_node field = paragraph.append_child("w:fldSimple");
    field.append_attribute("w:instr") = "PAGE";
    add_text(add_run(field, style), "2");
    return packed(document);
}

std::string styles(const std::string& language)
{
    pugi::xml_document document;
    pugi::xml_node defaults = root(document, "w:styles").append_child("w:docDefaults").append_child("w:rPrDefault").append_child("w:rPr");
    pugi::xml_node fonts = defaults.append_child("w:rFonts");
    for (const char* script : {"w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"}) {
        fonts.append_attribute(script) = "Times New Roman";
    }
    set(defaults, "w:sz", "26");
    set(defaults, "w:lang", language);
    return packed(document);
}

std::string properties(const std::string& title)
{
    pugi::xml_document document;
    pugi::xml_node core = document.append_child("cp:coreProperties");
    core.append_attribute("xmlns:cp") = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    core.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    core.append_child("dc:title").text().set(title.c_str());
    return packed(document);
}

constexpr const char* content_types =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)";

constexpr const char* package_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>)";

constexpr const char* document_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>)";

// A4; 20 mm above and below, 30 mm left, 15 mm right (Decree 30/2020/NĐ-CP, Appendix I, Part I, I.2).
void add_page(pugi::xml_node body)
{
    pugi::xml_node section = body.append_child("w:sectPr");
    pugi::xml_node header = section.append_child("w:headerReference");
    header.append_attribute("w:type") = "default";
    header.append_attribute("r:id") = "r2";
    pugi::xml_node size = section.append_child("w:pgSz");
    size.append_attribute("w:w") = 11906;
    size.append_attribute("w:h") = 16838;
    pugi::xml_node margins = section.append_child("w:pgMar");
    constexpr std::pair<const char*, int> sides[] = {{"w:top", 1134}, {"w:right", 851}, {"w:bottom", 1134}, {"w:left", 1701}, {"w:header", 567}, {"w:footer", 567}, {"w:gutter", 0}};
    for (const auto& [side, twentieths] : sides) {
        margins.append_attribute(side) = twentieths;
    }
    section.append_child("w:titlePg");
}

}  // namespace

struct Docx::State {
    pugi::xml_document document;
    pugi::xml_node body = root(document, "w:document").append_child("w:body");
    pugi::xml_node at = body;   ///< where paragraphs go: the body or a cell
    pugi::xml_node row;
    std::vector<unsigned> widths;
    std::size_t cell = 0;
};

Docx::Docx() : state_(std::make_unique<State>()) {}
Docx::~Docx() = default;

void Docx::paragraph(const std::string& text, const Style& style) { add_text(add_run(add_paragraph(state_->at, style), style), text); }

void Docx::dotted(const std::string& text, const Style& style)
{
    pugi::xml_node run = add_run(add_paragraph(state_->at, style, true), style);
    add_text(run, text.empty() ? "" : text + " ");
    run.append_child("w:tab");
}

void Docx::rule(unsigned indent)
{
    pugi::xml_node properties = state_->at.append_child("w:p").append_child("w:pPr");
    pugi::xml_node border = properties.append_child("w:pBdr").append_child("w:top");
    border.append_attribute("w:val") = "single";
    border.append_attribute("w:sz") = 6;
    border.append_attribute("w:space") = 1;
    border.append_attribute("w:color") = "auto";
    pugi::xml_node spacing = properties.append_child("w:spacing");
    spacing.append_attribute("w:before") = 40;
    spacing.append_attribute("w:after") = 0;
    spacing.append_attribute("w:line") = 120;
    spacing.append_attribute("w:lineRule") = "exact";
    pugi::xml_node sides = properties.append_child("w:ind");
    sides.append_attribute("w:left") = indent;
    sides.append_attribute("w:right") = indent;
}

void Docx::page_break() { set(state_->at.append_child("w:p").append_child("w:r"), "w:br", "w:type", "page"); }

void Docx::begin_layout(const std::vector<unsigned>& widths)
{
    state_->widths = widths;
    state_->cell = 0;
    state_->row = add_table(state_->body, widths, false).append_child("w:tr");
    state_->at = add_cell(state_->row, widths[0]);
}

void Docx::end_cell() { state_->at = ++state_->cell < state_->widths.size() ? add_cell(state_->row, state_->widths[state_->cell]) : state_->body; }

void Docx::end_layout() { state_->at = state_->body; }

void Docx::table(const std::vector<TableColumn>& columns, const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows, const Style& style)
{
    std::vector<unsigned> widths;
    for (const TableColumn& column : columns) {
        widths.push_back(column.width);
    }
    pugi::xml_node table = add_table(state_->body, widths, true);
    const auto add_row = [&](const std::vector<std::string>& cells, bool is_header) {
        pugi::xml_node row = table.append_child("w:tr");
        pugi::xml_node properties = row.append_child("w:trPr");
        properties.append_child("w:cantSplit");
        if (is_header) {
            properties.append_child("w:tblHeader");
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            Style own = style;
            own.align = is_header ? Align::centre : columns[i].align;
            own.bold = is_header;
            pugi::xml_node cell = add_cell(row, columns[i].width);
            add_text(add_run(add_paragraph(cell, own), own), i < cells.size() ? cells[i] : "");
        }
    };
    add_row(header, true);
    for (const std::vector<std::string>& row : rows) {
        add_row(row, false);
    }
}

std::string Docx::bytes(const std::string& title, const std::string& language) const
{
    pugi::xml_document whole;
    whole.reset(state_->document);
    add_page(whole.child("w:document").child("w:body"));
    return zipped({{"[Content_Types].xml", content_types},
                   {"_rels/.rels", package_relations},
                   {"word/document.xml", packed(whole)},
                   {"word/_rels/document.xml.rels", document_relations},
                   {"word/styles.xml", styles(language)},
                   {"word/header1.xml", page_number()},
                   {"docProps/core.xml", properties(title)}});
}

}  // namespace pa::report
