// A document of WordprocessingML (ECMA-376, Part 1): paragraphs and tables, the few things that an administrative document needs.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace pa::report {

enum class Align { left, centre, right, justified };

struct Style {
    Align align = Align::left;
    bool bold = false;
    bool italic = false;
    unsigned size = 13;          ///< points
    bool first_line = false;     ///< its first line indented by 1.27 cm
    unsigned hanging = 0;        ///< twentieths of a point that the lines behind the first are indented by
    unsigned before = 60;        ///< twentieths of a point above it
    bool keep_next = false;      ///< on the page of what follows
};

struct TableColumn {
    unsigned width = 0;          ///< percent of the text's width
    Align align = Align::left;
};

class Docx {
public:
    Docx();
    Docx(const Docx&) = delete;
    Docx& operator=(const Docx&) = delete;
    ~Docx();

    /// Text is UTF-8 fit for XML, one line.
    void paragraph(const std::string& text, const Style& style);
    /// `text`, then dots up to the right edge.
    void dotted(const std::string& text, const Style& style);
    /// A short line in the middle, as below the motto; in units of a twentieth of a point from both edges.
    void rule(unsigned indent);
    void page_break();

    /// A table without borders, of paragraphs: what is written until `end_cell` goes into a cell.
    void begin_layout(const std::vector<unsigned>& widths);
    void end_cell();
    void end_layout();

    /// A table with borders, its header repeated on each page.
    void table(const std::vector<TableColumn>& columns, const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows, const Style& style);

    /// The file: A4, the margins of Decree 30/2020/NĐ-CP, pages numbered at the top from the second on. "" when it could not be made.
    std::string bytes(const std::string& title, const std::string& language) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace pa::report
