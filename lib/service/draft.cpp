#include "service/draft.hpp"

#include "service/code.hpp"
#include "service/wording.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>

namespace pa::service {

namespace {

constexpr std::size_t most_forms = 50;
constexpr std::size_t longest_value = 500;  // code points

bool is_general_link(std::string_view text)
{
    static const text::Pattern pattern = *text::Pattern::compile("^[\\[(]?(tải( về| xuống)?( mẫu| biểu mẫu| tệp)?|download|tệp( đính kèm)?|file( đính kèm)?|xem( mẫu| tệp)?|đính kèm|tại đây|mẫu( đơn)?|word|pdf|docx?|bản (word|pdf))[\\])]?$");
    return pattern.is_in(text);
}

bool speaks_of_form(std::string_view line)
{
    static const text::Pattern pattern = *text::Pattern::compile("theo mẫu|mẫu số|tờ khai|biểu mẫu|bản khai|\\bmẫu [0-9]|phiếu đề nghị|phiếu khai");
    return pattern.is_in(line);
}

bool may_name_form(std::string_view line)
{
    static const text::Pattern pattern = *text::Pattern::compile("mẫu|tờ khai|đơn|phiếu|giấy|biên bản|bản khai|danh sách|phụ lục|văn bản đề nghị|báo cáo|công văn|bảng|sơ yếu|lý lịch|hợp đồng|thông báo|bản cam kết|tờ trình|\\.(docx?|pdf|odt|rtf|xlsx?)\\b");
    return pattern.is_in(line);
}

}  // namespace

void Draft::put(std::size_t part, Shown shown) { said_[part] = std::max(said_[part], shown); }

void Draft::name(Mask means)
{
    named_ |= means;
    for (std::size_t i = 0; i < part_count; ++i) {
        if ((means >> i & 1U) != 0) {
            put(i, Shown::empty);
        }
    }
}

std::size_t Draft::parts_named() const
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < part_count; ++i) {
        out += said_[i] != Shown::missing || columns_[i] != Shown::missing ? 1U : 0U;
    }
    return out;
}

bool Draft::is_description() const
{
    return has(bit(Part::steps) | bit(Part::means) | bit(Part::dossier) | bit(Part::legal_basis));
}

void Draft::add(Mask means, std::string_view line, bool has_form_link)
{
    static const text::Pattern counted = *text::Pattern::compile("(số lượng|số bộ)[^0-9\\n]{0,30}[0-9]|\\b[0-9]{1,2} ?(\\([^)]{1,12}\\) ?)?bộ\\b");
    static const text::Pattern channels = *text::Pattern::compile("trực tiếp|bưu chính|bưu điện|trực tuyến|qua mạng|một cửa");
    const std::string said = text::nfc(line);
    const bool is_blank = is_placeholder(said);
    for (std::size_t i = 0; i < part_count && !is_blank; ++i) {
        const bool is_combined = i == static_cast<std::size_t>(Part::copies) && (means & bit(Part::dossier)) != 0;
        if ((means >> i & 1U) != 0 && (!is_combined || counted.is_in(said))) {
            put(i, Shown::shown);
        }
    }
    if ((means & bit(Part::dossier)) != 0 && counted.is_in(said)) {
        columns_[static_cast<std::size_t>(Part::copies)] = Shown::shown;
    }
    if ((means & (bit(Part::means) | bit(Part::intake))) != 0 && channels.is_in(said)) {
        columns_[static_cast<std::size_t>(Part::intake)] = Shown::shown;
    }
    if ((means & bit(Part::fees)) != 0) {
        sheet_.no_fee = sheet_.no_fee || says_none(said);
    }
    if ((means & bit(Part::forms)) != 0 && !is_blank) {
        if (says_none(said)) {
            sheet_.no_forms = true;
        } else if (!has_form_link && form_lines_.size() < most_forms) {
            form_lines_.push_back(said);
            open_form_ = true;
        }
    } else if ((means & bit(Part::dossier)) != 0 && !has_form_link && speaks_of_form(said) && dossier_lines_.size() < most_forms) {
        dossier_lines_.push_back(said);
    }
    if (!is_blank) {
        add_fact(means, said);
    }
}

void Draft::add_fact(Mask means, std::string_view line)
{
    const auto take = [&](std::string& value, bool asked) {
        if (asked && value.empty()) {
            value = text::shortened(line, longest_value);
        }
    };
    if ((means & bit(Fact::code)) != 0 && sheet_.code.empty()) {
        const std::string code = only_code(line);
        const bool is_word = line.find(' ') == std::string_view::npos && line.size() <= 40 && std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
        sheet_.code = !code.empty() ? code : is_word ? std::string(line) : "";
    }
    if ((means & bit(Fact::name)) != 0 && sheet_.name.empty()) {
        sheet_.name = clean_name(line);
    }
    take(sheet_.field, (means & bit(Fact::field)) != 0);
    take(sheet_.agency, (means & bit(Part::agency)) != 0);
    take(sheet_.admin_level, (means & bit(Fact::admin_level)) != 0);
    take(sheet_.reason, (means & bit(Fact::reason)) != 0);
    if ((means & bit(Fact::level)) != 0 && sheet_.declared == Declared::none) {
        sheet_.declared = declared_in(line, true);
    }
}

void Draft::add_form(NamedForm form, bool is_dossier)
{
    has_form_links_ = true;
    // A link "Tải về" behind the form's name.
    const bool is_general = form.name.empty() || is_general_link(form.name);
    if (is_general && !is_dossier && open_form_ && !form_lines_.empty()) {
        form.name = form_lines_.back();
        form_lines_.pop_back();
    }
    open_form_ = false;
    const bool is_known = std::any_of(sheet_.forms.begin(), sheet_.forms.end(), [&](const NamedForm& other) { return !form.url.empty() && other.url == form.url; });
    if (!is_known && sheet_.forms.size() < most_forms) {
        form.name = text::shortened(form.name, 200);
        sheet_.forms.push_back(std::move(form));
    }
}

void Draft::add_cell(Mask means, std::string_view text)
{
    const std::string said = text::nfc(text);
    const Shown shown = is_placeholder(said) ? Shown::empty : Shown::shown;
    for (std::size_t i = 0; i < part_count; ++i) {
        if ((means >> i & 1U) != 0) {
            columns_[i] = std::max(columns_[i], shown);
        }
    }
    if ((means & bit(Part::fees)) != 0 && shown == Shown::shown) {
        sheet_.no_fee = sheet_.no_fee || says_none(said);
    }
}

void Draft::add_filing(Filing filing)
{
    if (sheet_.filings.size() < 10) {
        sheet_.filings.push_back(std::move(filing));
    }
}

void Draft::add_lines_as_forms()
{
    for (const std::string& line : form_lines_) {
        if (may_name_form(line) && sheet_.forms.size() < most_forms) {
            sheet_.forms.push_back({text::shortened(line, 200), "", false});
        }
    }
    if (sheet_.forms.empty() && !form_lines_.empty()) {
        sheet_.forms.push_back({text::shortened(form_lines_.front(), 200), "", false});
    }
    // Where nothing is said of forms, those that the dossier names.
    if (!has(bit(Part::forms)) && !has_form_links_) {
        for (const std::string& line : dossier_lines_) {
            sheet_.forms.push_back({text::shortened(line, 200), "", false});
        }
    }
}

Sheet Draft::finish() &&
{
    add_lines_as_forms();
    sheet_.no_forms = sheet_.no_forms && sheet_.forms.empty();
    for (std::size_t i = 0; i < part_count; ++i) {
        sheet_.parts[i] = said_[i] == Shown::shown || columns_[i] == Shown::shown ? Shown::shown : std::max(said_[i], columns_[i]);
    }
    return std::move(sheet_);
}

}  // namespace pa::service
