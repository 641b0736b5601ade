// record-docx: the inspection record as a document that Word and LibreOffice open.
#include "report/docx.hpp"
#include "report/format.hpp"
#include "report/record.hpp"

namespace pa::report {

namespace {

constexpr unsigned table_size = 11;

Style style_of(Block::Kind kind)
{
    Style out;
    switch (kind) {
    case Block::Kind::title:
        out.align = Align::centre;
        out.bold = true;
        out.size = 14;
        out.before = 120;
        break;
    case Block::Kind::heading:
        out.bold = true;
        out.before = 180;
        out.keep_next = true;
        break;
    case Block::Kind::ground:
        out.italic = true;
        out.align = Align::justified;
        out.first_line = true;
        break;
    case Block::Kind::item:
        out.align = Align::justified;
        out.hanging = 284;
        break;
    case Block::Kind::paragraph:
        out.align = Align::justified;
        out.first_line = true;
        out.before = 120;
        break;
    case Block::Kind::table:
    case Block::Kind::dotted:
    case Block::Kind::page_break:
        break;
    }
    return out;
}

Style centred(unsigned size, bool bold, bool italic = false)
{
    Style out;
    out.align = Align::centre;
    out.size = size;
    out.bold = bold;
    out.italic = italic;
    out.before = 0;
    return out;
}

void head(const Record& record, Docx& to)
{
    to.begin_layout({39, 61});
    to.paragraph(record.superior, centred(12, false));
    to.paragraph(record.agency, centred(12, true));
    to.rule(1100);
    to.paragraph(record.number, centred(13, false));
    to.end_cell();
    to.paragraph(record.country, centred(12, true));
    to.paragraph(record.motto, centred(13, true));
    to.rule(1500);
    to.paragraph(record.place_and_date, centred(13, false, true));
    to.end_cell();
    to.end_layout();
}

void table(const Block& block, Docx& to)
{
    std::vector<TableColumn> columns;
    std::vector<std::string> header;
    for (const Block::Column& column : block.columns) {
        columns.push_back({column.width, column.is_number ? Align::centre : Align::left});
        header.push_back(column.heading);
    }
    Style cells;
    cells.size = table_size;
    cells.before = 20;
    to.table(columns, header, block.rows, cells);
}

void signatures(const Record& record, Docx& to)
{
    Style wide = centred(13, false);
    wide.before = 240;
    to.paragraph("", wide);
    to.begin_layout({50, 50});
    for (const std::string* signer : {&record.signer_left, &record.signer_right}) {
        to.paragraph(*signer, centred(13, true));
        to.paragraph(record.signed_how, centred(12, false, true));
        for (int i = 0; i < 4; ++i) {
            to.paragraph("", centred(13, false));
        }
        to.end_cell();
    }
    to.end_layout();
    Style small;
    small.size = 12;
    small.bold = small.italic = true;
    to.paragraph(record.recipients_heading, small);
    small.bold = small.italic = false;
    small.size = 11;
    small.before = 0;
    for (const std::string& recipient : record.recipients) {
        to.paragraph("- " + recipient, small);
    }
}

std::string write(const audit::Audit& audit, Lang lang)
{
    const Record record = record_of(audit, lang);
    Docx document;
    head(record, document);
    for (const Block& block : record.body) {
        if (block.kind == Block::Kind::page_break) {
            signatures(record, document);
            document.page_break();
        } else if (block.kind == Block::Kind::table) {
            table(block, document);
        } else if (block.kind == Block::Kind::dotted) {
            document.dotted(block.text, style_of(block.kind));
        } else {
            document.paragraph((block.kind == Block::Kind::item ? "– " : "") + block.text, style_of(block.kind));
        }
    }
    return document.bytes(record.title, lang == Lang::vi ? "vi-VN" : "en-GB");
}

}  // namespace

namespace registry {

Format record_docx()
{
    return {"record-docx", "record.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", msg("the inspection record (Decree 30/2020/NĐ-CP) as DOCX, with blanks to fill in"),
            [](const audit::Audit& audit, const Options& options) { return write(audit, options.lang); }, true};
}

}  // namespace registry

}  // namespace pa::report
