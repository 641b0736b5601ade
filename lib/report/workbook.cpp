#include "report/workbook.hpp"

#include "base/file.hpp"
#include "text/fold.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

namespace pa::report {

namespace {

constexpr std::size_t rows_of_sheet = 1'048'575;  // Excel's 2^20, less the header
constexpr std::uint64_t file_limit = 1U << 30U;

// libxlsxwriter 1.1 writes to files only. Gone with the object.
class TemporaryFile {
public:
    TemporaryFile()
    {
        std::error_code code;
        path_ = (std::filesystem::temp_directory_path(code) / "portalaudit-XXXXXX").string();
        const int descriptor = code ? -1 : ::mkstemp(path_.data());
        if (descriptor < 0) {
            path_.clear();
        } else {
            ::close(descriptor);
        }
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile()
    {
        if (!path_.empty()) {
            ::unlink(path_.c_str());
        }
    }

    const std::string& path() const { return path_; }  ///< empty when none could be made

private:
    std::string path_;
};

void fill(lxw_worksheet* sheet, const Table& table, lxw_format* heading, lxw_format* body, Lang lang)
{
    lxw_col_t column = 0;
    for (const Column& of : table.columns) {
        worksheet_set_column(sheet, column, column, of.width, nullptr);
        worksheet_write_string(sheet, 0, column++, of.heading.in(lang).c_str(), heading);
    }
    const std::size_t rows = std::min(table.rows.size(), rows_of_sheet);
    for (std::size_t i = 0; i < rows; ++i) {
        column = 0;
        for (const Cell& cell : table.rows[i]) {
            const auto row = static_cast<lxw_row_t>(i + 1);
            if (cell.number) {
                worksheet_write_number(sheet, row, column, *cell.number, body);
            } else {
                worksheet_write_string(sheet, row, column, (cell.shown.empty() ? cell.text : cell.shown).c_str(), body);
            }
            ++column;
        }
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(table.columns.size() - 1));
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
}

}  // namespace

std::string workbook(const std::vector<Table>& tables, const std::string& title, std::optional<time::Moment> made, Lang lang)
{
    const TemporaryFile file;
    lxw_workbook* workbook = file.path().empty() ? nullptr : workbook_new(file.path().c_str());
    if (workbook == nullptr) {
        return "";
    }
    std::string named = title;
    lxw_doc_properties properties{};
    properties.title = named.data();
    properties.created = made ? made->time_since_epoch().count() : 315'532'800;
    workbook_set_properties(workbook, &properties);

    lxw_format* heading = workbook_add_format(workbook);
    format_set_bold(heading);
    format_set_text_wrap(heading);
    format_set_align(heading, LXW_ALIGN_VERTICAL_TOP);
    lxw_format* body = workbook_add_format(workbook);
    format_set_text_wrap(body);
    format_set_align(body, LXW_ALIGN_VERTICAL_TOP);
    for (const Table& table : tables) {
        fill(workbook_add_worksheet(workbook, text::shortened(table.title.in(lang), 30).c_str()), table, heading, body, lang);
    }
    if (workbook_close(workbook) != LXW_NO_ERROR) {
        return "";
    }
    return read_file(file.path(), file_limit).value_or("");
}

}  // namespace pa::report
