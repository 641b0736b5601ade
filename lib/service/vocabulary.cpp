#include "service/vocabulary.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace pa::service {

namespace {

struct PartName {
    std::string_view name;
    std::string_view vietnamese;
};

constexpr PartName part_names[part_count] = {
    {"steps", "trình tự thực hiện"},   {"means", "cách thức thực hiện"},  {"dossier", "thành phần hồ sơ"}, {"copies", "số lượng hồ sơ"},
    {"time-limit", "thời hạn giải quyết"}, {"subjects", "đối tượng thực hiện"}, {"agency", "cơ quan giải quyết"}, {"result", "kết quả thực hiện"},
    {"fees", "phí, lệ phí"},           {"forms", "mẫu đơn, tờ khai"},     {"conditions", "yêu cầu, điều kiện"}, {"legal-basis", "căn cứ pháp lý"},
    {"decision", "quyết định công bố"}, {"intake", "hình thức nhận hồ sơ, trả kết quả"},
};

struct LabelRow {
    Mask means;
    bool is_weak;
    std::vector<std::string_view> texts;
};

// Titles of parts on real portals and in the law; folded by `text::folded`, so without punctuation and "và".
const std::vector<LabelRow>& rows()
{
    static const std::vector<LabelRow> table = {
        {bit(Part::steps), false, {"trình tự thực hiện", "trình tự các bước thực hiện", "các bước thực hiện", "quy trình thực hiện", "trình tự giải quyết", "các bước tiến hành", "trình tự thủ tục", "quy trình giải quyết", "trình tự thực hiện cụ thể"}},
        {bit(Part::steps), true, {"trình tự", "các bước", "quy trình"}},
        {bit(Part::steps) | bit(Part::means), false, {"trình tự cách thức thực hiện"}},
        {bit(Part::means), false, {"cách thức thực hiện", "phương thức thực hiện", "hình thức thực hiện", "cách thức nộp hồ sơ", "nơi nộp hồ sơ", "cách thức tiếp nhận"}},
        {bit(Part::means), true, {"cách thức"}},
        {bit(Part::intake), false, {"hình thức nhận hồ sơ", "hình thức tiếp nhận", "hình thức tiếp nhận hồ sơ", "hình thức nhận hồ sơ trả kết quả", "hình thức tiếp nhận hồ sơ trả kết quả", "hình thức tiếp nhận trả kết quả", "hình thức trả kết quả", "hình thức nhận kết quả", "hình thức nhận trả kết quả", "hình thức nhận trả", "hình thức nhận hồ sơ kết quả"}},
        {bit(Part::means) | bit(Part::intake), false, {"hình thức nộp", "hình thức nộp hồ sơ"}},
        {bit(Part::dossier), false, {"thành phần hồ sơ", "hồ sơ cần chuẩn bị", "thành phần hồ sơ cần nộp", "giấy tờ cần nộp", "giấy tờ cần chuẩn bị", "hồ sơ cần nộp", "hồ sơ phải nộp", "thành phần hồ sơ phải nộp", "tên giấy tờ"}},
        {bit(Part::dossier), true, {"hồ sơ", "thành phần", "hồ sơ gồm"}},
        {bit(Part::dossier) | bit(Part::copies), false, {"thành phần số lượng hồ sơ", "số lượng thành phần hồ sơ", "hồ sơ số lượng hồ sơ"}},
        {bit(Part::copies), false, {"số lượng hồ sơ", "số bộ hồ sơ", "số lượng bộ hồ sơ"}},
        {bit(Part::copies), true, {"số lượng", "số bộ"}},
        {bit(Part::time_limit), false, {"thời hạn giải quyết", "thời gian giải quyết", "thời hạn giải quyết hồ sơ", "thời gian giải quyết hồ sơ", "thời gian xử lý", "thời hạn xử lý", "thời gian thực hiện", "thời hạn thực hiện", "thời gian xử lý hồ sơ", "thời hạn xử lý hồ sơ"}},
        {bit(Part::time_limit), true, {"thời hạn", "thời gian"}},
        {bit(Part::subjects), false, {"đối tượng thực hiện", "đối tượng áp dụng", "đối tượng nộp hồ sơ", "đối tượng giải quyết"}},
        {bit(Part::subjects), true, {"đối tượng"}},
        {bit(Part::agency), false, {"cơ quan thực hiện", "cơ quan giải quyết", "cơ quan có thẩm quyền", "cơ quan có thẩm quyền quyết định", "cơ quan trực tiếp thực hiện", "cơ quan có thẩm quyền giải quyết", "đơn vị thực hiện", "đơn vị giải quyết", "cơ quan xử lý", "cơ quan tiếp nhận", "cơ quan chủ trì", "địa chỉ tiếp nhận hs", "cơ quan thực hiện chính"}},
        {bit(Part::agency), true, {"cơ quan", "đơn vị"}},
        {bit(Part::result), false, {"kết quả thực hiện", "kết quả giải quyết", "kết quả xử lý", "kết quả của việc thực hiện", "kết quả giải quyết hồ sơ", "kết quả thực hiện thủ tục"}},
        {bit(Part::result), true, {"kết quả"}},
        {bit(Part::fees), false, {"phí lệ phí", "lệ phí phí", "phí hoặc lệ phí", "mức phí lệ phí", "mức thu phí lệ phí", "chi tiết chi phí"}},
        {bit(Part::fees), true, {"phí", "lệ phí", "chi phí", "mức phí", "mức lệ phí"}},
        {bit(Part::forms), false, {"tên mẫu đơn mẫu tờ khai", "mẫu đơn mẫu tờ khai", "mẫu đơn tờ khai", "tên mẫu đơn tờ khai", "biểu mẫu đính kèm", "biểu mẫu kèm theo", "mẫu đơn tờ khai đính kèm", "biểu mẫu tờ khai", "tệp biểu mẫu", "tải biểu mẫu", "biểu mẫu điện tử", "tên mẫu đơn mẫu tờ khai mẫu kết quả", "mẫu đơn tờ khai mẫu kết quả", "các biểu mẫu", "mẫu đơn biểu mẫu", "biểu mẫu mẫu đơn"}},
        {bit(Part::forms), true, {"biểu mẫu", "mẫu đơn", "tờ khai", "mẫu tờ khai", "mẫu biểu"}},
        {bit(Part::conditions), false, {"yêu cầu điều kiện", "yêu cầu điều kiện thực hiện", "yêu cầu hoặc điều kiện", "yêu cầu hoặc điều kiện thực hiện", "điều kiện thực hiện", "yêu cầu điều kiện giải quyết", "yêu cầu thực hiện"}},
        {bit(Part::conditions), true, {"yêu cầu", "điều kiện"}},
        {bit(Part::legal_basis), false, {"căn cứ pháp lý", "cơ sở pháp lý", "căn cứ pháp luật", "văn bản quy định", "văn bản pháp lý", "văn bản căn cứ", "văn bản pháp luật liên quan", "văn bản quy phạm pháp luật quy định", "văn bản quy phạm pháp luật liên quan"}},
        {bit(Part::legal_basis), true, {"căn cứ", "pháp lý", "văn bản quy phạm pháp luật"}},
        {bit(Part::decision), false, {"quyết định công bố", "số quyết định công bố", "số quyết định", "văn bản công bố", "quyết định ban hành"}},
        {bit(Part::decision), true, {"quyết định"}},
        {bit(Fact::code), false, {"mã thủ tục", "mã tthc", "mã thủ tục hành chính", "mã số thủ tục", "mã số thủ tục hành chính", "số hồ sơ tthc", "mã hồ sơ tthc", "mã số tthc", "mã dịch vụ công", "mã dịch vụ", "mã dvc"}},
        {bit(Fact::code), true, {"mã", "mã số", "mã chuẩn", "mã quốc gia"}},
        {bit(Fact::name), false, {"tên thủ tục", "tên tthc", "tên thủ tục hành chính", "tên dịch vụ công", "tên dịch vụ", "tên dịch vụ công trực tuyến"}},
        {bit(Fact::name), true, {"thủ tục", "thủ tục hành chính", "dịch vụ công", "dịch vụ", "tên", "tthc", "dịch vụ công trực tuyến"}},
        {bit(Fact::field), false, {"lĩnh vực", "lĩnh vực thực hiện", "ngành lĩnh vực", "thuộc lĩnh vực", "nhóm lĩnh vực", "tên lĩnh vực"}},
        {bit(Fact::admin_level), false, {"cấp thực hiện", "cấp hành chính", "cấp giải quyết", "cấp thủ tục", "cấp chính quyền"}},
        {bit(Fact::admin_level), true, {"cấp"}},
        {bit(Fact::level), false, {"mức độ", "mức độ cung cấp", "mức độ cung cấp trực tuyến", "mức độ dịch vụ công", "mức độ dvc", "mức độ dịch vụ", "mức độ trực tuyến", "mức độ cung cấp dịch vụ công trực tuyến", "mức độ dvctt", "mức dvc", "mức độ dịch vụ công trực tuyến", "mức độ thực hiện", "mức dịch vụ công", "loại dịch vụ công", "mức độ cung cấp dịch vụ công", "mức độ cung cấp dvc"}},
        {bit(Fact::reason), false, {"lý do một phần", "lý do chưa toàn trình", "lý do cung cấp một phần", "lý do chưa cung cấp toàn trình", "lý do thực hiện một phần", "lý do chưa thực hiện toàn trình", "lý do cung cấp dịch vụ công trực tuyến một phần"}},
        {bit(Fact::reason), true, {"lý do"}},
        {bit(Fact::topic), true, {"nhóm dịch vụ", "nhóm", "chủ đề", "sự kiện", "nhóm sự kiện"}},
    };
    return table;
}

using Index = std::unordered_map<std::string, Label>;

const Index& index(bool plain)
{
    const auto make = [](bool without_marks) {
        Index out;
        for (const LabelRow& row : rows()) {
            for (const std::string_view text : row.texts) {
                out.try_emplace(without_marks ? text::unaccented(text) : std::string(text), Label{row.means, row.is_weak});
            }
        }
        return out;
    };
    static const Index accented = make(false);
    static const Index unaccented = make(true);
    return plain ? unaccented : accented;
}

bool is_numbering(std::string_view word)
{
    const bool is_number = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool is_roman = word.size() <= 5 && std::all_of(word.begin(), word.end(), [](char c) { return c == 'i' || c == 'v' || c == 'x'; });
    return is_number || is_roman || (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z') || word == "đ";
}

// Cuts `end` and the blank before it off; whether it was there.
bool cut_behind(std::string_view& text, std::string_view end)
{
    if (text.size() <= end.size() + 1 || !text.ends_with(end) || text[text.size() - end.size() - 1] != ' ') {
        return false;
    }
    text.remove_suffix(end.size() + 1);
    return true;
}

bool cut_any_behind(std::string_view& text)
{
    static constexpr std::string_view ends[] = {"nếu có", "neu co", "đính kèm", "dinh kem", "bao gồm", "bao gom", "gồm có", "gồm", "cụ thể", "như sau",
                                                "của thủ tục hành chính", "thủ tục hành chính", "thu tuc hanh chinh", "của tthc", "tthc", "của thủ tục", "của hồ sơ", "để thực hiện"};
    return std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return cut_behind(text, end); });
}

Label find(std::string_view folded)
{
    const bool plain = std::all_of(folded.begin(), folded.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const auto found = index(plain).find(std::string(folded));
    if (found != index(plain).end()) {
        return found->second;
    }
    if (folded.starts_with("quy trình ") && folded.ends_with(" bước") && folded.size() < 40) {
        return {bit(Part::steps), false};
    }
    return {};
}

}  // namespace

std::string_view name_of(Part part) { return part_names[static_cast<std::size_t>(part)].name; }

std::optional<Part> part_named(std::string_view name)
{
    for (std::size_t i = 0; i < part_count; ++i) {
        if (part_names[i].name == name) {
            return static_cast<Part>(i);
        }
    }
    return std::nullopt;
}

std::string_view vietnamese(Part part) { return part_names[static_cast<std::size_t>(part)].vietnamese; }

std::string_view name_of(Shown shown)
{
    constexpr std::string_view names[] = {"missing", "empty", "shown"};
    return names[static_cast<std::size_t>(shown)];
}

Label label_of(std::string_view text)
{
    constexpr std::size_t longest = 90;  // code points
    // "(nêu tại mục Thành phần hồ sơ)." ends a sentence.
    const bool is_sentence_end = text.ends_with(").") || text.ends_with(");");
    if (text.empty() || is_sentence_end || text.size() > 4 * longest || text::length(text) > longest) {
        return {};
    }
    const std::string folded = text::folded(text);
    std::string_view rest = folded;
    for (;;) {
        const Label label = find(rest);
        const std::size_t blank = rest.find(' ');
        if (label.means != 0) {
            return label;
        }
        if (blank == std::string_view::npos || !is_numbering(rest.substr(0, blank))) {
            break;
        }
        rest.remove_prefix(blank + 1);
    }
    while (cut_any_behind(rest)) {
        if (const Label label = find(rest); label.means != 0) {
            return label;
        }
    }
    return {};
}

bool is_placeholder(std::string_view value)
{
    static const text::Pattern pattern = *text::Pattern::compile(
        "^([-–—.…/*+_ ]*|(nội dung |thông tin )?(đang|chờ) (được )?cập nhật( nội dung| thông tin| dữ liệu)?|chưa (có|cập nhật)( thông tin| dữ liệu| nội dung)?|không có (thông tin|dữ liệu|nội dung)|n/a|null|undefined|trống"
        "|(xem )?theo mục .{1,40}|(xem|như) mục .{1,40})[.… ]*$");
    return value.size() <= 200 && pattern.is_in(text::collapsed(text::nfc(value)));
}

bool says_none(std::string_view value)
{
    static const text::Pattern pattern = *text::Pattern::compile(
        "^[-–+•* ]*(không|không có|không quy định|không yêu cầu|không thu|không mất phí|không thu (phí|lệ phí)|không có (quy định|yêu cầu|mẫu|biểu mẫu|phí|lệ phí|mẫu đơn)[^.]{0,40}|miễn phí|miễn (phí|lệ phí)|không (phí|lệ phí)|0 ?(đồng|đ|vnđ))[.; ]*$");
    return value.size() <= 200 && pattern.is_in(text::collapsed(text::nfc(value)));
}

}  // namespace pa::service
