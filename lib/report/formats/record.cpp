// record: the inspection record as a page, to be looked at and printed; the same texts as record-docx.
#include "report/html/view.hpp"
#include "report/record.hpp"

namespace pa::report {

namespace {

void add_table(const Block& block, Part& to)
{
    Part& table = to.add("table");
    for (const Block::Column& column : block.columns) {
        Part& heading = table.add("columns");
        heading.set("text", column.heading);
    }
    for (const std::vector<std::string>& cells : block.rows) {
        Part& row = table.add("rows");
        for (std::size_t i = 0; i < block.columns.size(); ++i) {
            Part& cell = row.add("cells");
            cell.set("words", i < cells.size() ? cells[i] : "");
            cell.set("align", block.columns[i].is_number ? "number" : "words");
        }
    }
}

const char* name_of(Block::Kind kind)
{
    switch (kind) {
    case Block::Kind::title: return "title";
    case Block::Kind::heading: return "heading";
    case Block::Kind::paragraph: return "paragraph";
    case Block::Kind::ground: return "ground";
    case Block::Kind::item: return "item";
    default: return "";
    }
}

std::string write(const audit::Audit& audit, Lang lang)
{
    const Record record = record_of(audit, lang);
    Part part;
    part.set("superior", record.superior);
    part.set("agency", record.agency);
    part.set("number", record.number);
    part.set("country", record.country);
    part.set("motto", record.motto);
    part.set("place_and_date", record.place_and_date);
    bool is_first_title = true;
    for (const Block& block : record.body) {
        Part& out = part.add("blocks");
        if (block.kind == Block::Kind::table) {
            add_table(block, out);
        } else if (block.kind == Block::Kind::dotted) {
            out.add("dotted").set("words", block.text);
        } else if (block.kind == Block::Kind::page_break) {
            Part& end = out.add("end");
            end.set("left", record.signer_left);
            end.set("right", record.signer_right);
            end.set("how", record.signed_how);
            end.set("to", record.recipients_heading);
            for (const std::string& recipient : record.recipients) {
                end.add_text("recipients", recipient);
            }
        } else {
            Part& text = out.add(name_of(block.kind));
            text.set("text", block.text);
            text.set("tag", is_first_title ? "h1" : "p");
            is_first_title = false;
        }
    }
    Part page;
    page.set("lang", lang == Lang::vi ? "vi" : "en");
    page.set("title", record.title);
    return html::framed(page, "record_page.html", template_text("record.css"), "", filled("record.html", part));
}

}  // namespace

namespace registry {

Format record()
{
    return {"record", "record.html", "text/html; charset=utf-8", msg("the inspection record (Decree 30/2020/NĐ-CP) as a page, with blanks to fill in"),
            [](const audit::Audit& audit, const Options& options) { return write(audit, options.lang); }};
}

}  // namespace registry

}  // namespace pa::report
