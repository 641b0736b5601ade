// The inspection record (biên bản kiểm tra) of an audit, in the layout of Decree 30/2020/NĐ-CP, Appendix I: what stands in it, before
// it becomes a page or a DOCX file. What the tool cannot know (number, place, names, opinions) is left as dotted blanks.
#pragma once

#include "audit/audit.hpp"

#include <string>
#include <vector>

namespace pa::report {

struct Block {
    enum class Kind {
        title,      ///< centred, bold
        heading,    ///< bold
        paragraph,  ///< justified, its first line indented
        ground,     ///< italic: on what the inspection rests
        item,       ///< with a dash
        table,
        dotted,     ///< a line to write on, after its text
        page_break, ///< an appendix begins
    };
    struct Column {
        std::string heading;
        unsigned width = 0;  ///< percent of the page's; all together 100
        bool is_number = false;
    };

    Kind kind = Kind::paragraph;
    std::string text = {};
    std::vector<Column> columns = {};
    std::vector<std::vector<std::string>> rows = {};
};

struct Record {
    std::string superior;             ///< agency above the one that inspects; a blank
    std::string agency;               ///< that inspects; a blank
    std::string number;               ///< "Số: …/BB-…"
    std::string country;              ///< quốc hiệu
    std::string motto;                ///< tiêu ngữ
    std::string place_and_date;
    std::vector<Block> body;
    std::string signer_left;          ///< of the inspected unit
    std::string signer_right;         ///< head of the team
    std::string signed_how;           ///< "(Ký, ghi rõ họ tên)"
    std::string recipients_heading;
    std::vector<std::string> recipients;
    std::string title;                ///< of the document's properties, one line
};

/// All texts are lines as in plain.hpp; a table has at most 1,000 rows and says what it leaves out.
Record record_of(const audit::Audit& audit, Lang lang);

}  // namespace pa::report
