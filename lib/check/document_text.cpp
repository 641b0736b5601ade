#include "check/document_text.hpp"

#include "text/document_number.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "time/mention.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pa::check {

namespace {

constexpr std::size_t head_lines = 14;  // of a text in which a document's head is looked for
constexpr std::size_t lead_lines = 5;   // in which an article says what it is about
constexpr std::size_t most_numbers = 5;  // of documents in a line
constexpr std::size_t most_value = 500;  // code points

void put(Particulars& out, const char* field, std::string_view value)
{
    if (!value.empty()) {
        out.try_emplace(field, text::shortened(value, most_value));
    }
}

// The kind that a text ends with: "Quyết định" of "Sở Xây dựng ban hành Quyết định".
std::string_view type_at_end(std::string_view text)
{
    constexpr int most_words = 4;
    std::string_view found;
    std::size_t at = text.size();
    for (int words = 0; words < most_words && at != std::string_view::npos && at > 0; ++words) {
        at = text.rfind(' ', at - 1);
        const std::string_view last = text.substr(at == std::string_view::npos ? 0 : at + 1);
        found = is_kind_of_document(text::folded(last)) ? last : found;
    }
    return found;
}

std::string_view without_end(std::string_view text, std::string_view end) { return text.ends_with(end) ? text.substr(0, text.size() - end.size()) : text; }

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view signs = " ,;:.-";
    const std::size_t begin = std::min(text.find_first_not_of(signs), text.size());
    const std::size_t end = text.find_last_not_of(signs);
    return text.substr(begin, end == std::string_view::npos || end < begin ? 0 : end + 1 - begin);
}

// The head of a document in running text, and what its last articles say of its force.
class TextReader {
public:
    TextReader(const std::vector<std::string>& lines, const std::string& title) : lines_(lines), title_(title) {}

    Particulars read()
    {
        const std::size_t head = std::min(lines_.size(), head_lines);
        for (std::size_t i = 0; i < head; ++i) {
            read_line(i);
        }
        for (std::size_t i = 0; i < head && !is_whole(); ++i) {
            add(particulars_of_title(lines_[i]));
        }
        for (std::size_t i = 0; i < std::min(lines_.size(), lead_lines) && !is_whole(); ++i) {
            read_sentence(text::nfc(lines_[i]));
        }
        for (std::size_t i = 0; !out_.empty() && i < lines_.size(); ++i) {
            read_force(lines_[i]);
        }
        return std::move(out_);
    }

private:
    bool is_whole() const { return out_.contains("number") && out_.size() > 1; }

    void add(Particulars more) { out_.merge(more); }

    void read_line(std::size_t i)
    {
        const std::string line = text::nfc(lines_[i]);
        const std::string folded = text::folded(line);
        static const text::Pattern numbered = *text::Pattern::compile("^(số|so)( ký hiệu| hiệu)?\\s*:?\\s*[0-9]{1,5}[a-z]?/");
        static const text::Pattern subject = *text::Pattern::compile("^(v/v|về việc)[: ]");
        if (numbered.is_in(line)) {
            put(out_, "number", text::find_document_number(line));
            put(out_, "authority", authority_before(i));
        } else if (is_kind_of_document(folded) && is_capitals(line)) {
            put(out_, "type", line);
            put(out_, "abstract", i + 1 < lines_.size() ? std::string_view(lines_[i + 1]) : std::string_view());
        } else if (subject.is_in(line)) {
            put(out_, "abstract", lines_[i]);
        }
        static const text::Pattern placed = *text::Pattern::compile("^[^0-9]{2,60}, ?ngày [0-9]{1,2} tháng");
        static const text::Pattern bare = *text::Pattern::compile("^ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}$");
        if (placed.is_in(line) || (out_.contains("number") && bare.is_in(line))) {
            put(out_, "issued", day_in(line));
            // An official letter names no kind: its subject follows at once (Decree 30/2020/NĐ-CP, annex I).
            if (i + 1 < lines_.size() && out_.contains("number") && !is_kind_of_document(text::folded(lines_[i + 1]))) {
                put(out_, "abstract", lines_[i + 1]);
            }
        }
    }

    // The nearest line in capitals above the number; the national title and motto stand beside it, in the other column.
    std::string authority_before(std::size_t number) const
    {
        constexpr std::size_t most_above = 6;
        for (std::size_t i = number; i > 0 && number - i < most_above; --i) {
            const std::string& line = lines_[i - 1];
            const std::string folded = text::folded(line);
            if (is_capitals(line) && !is_kind_of_document(folded) && !folded.starts_with("cộng hòa xã hội chủ nghĩa")) {
                return line;
            }
        }
        return "";
    }

    // "Sở Xây dựng ban hành Quyết định số 12/QĐ-SXD ngày 3/5/2026 về …"
    void read_sentence(const std::string& line)
    {
        std::size_t from = 0;
        for (std::size_t tries = 0; tries < most_numbers; ++tries) {
            const std::string_view number = text::find_document_number(std::string_view(line).substr(from));
            if (number.data() == nullptr) {
                return;
            }
            const auto at = static_cast<std::size_t>(number.data() - line.data());
            from = at + number.size();
            std::string_view head = trimmed(std::string_view(line).substr(0, at));
            head = trimmed(without_end(without_end(head, " số"), " Số"));
            const std::string_view type = type_at_end(head);
            const std::string_view before = trimmed(head.substr(0, head.size() - type.size()));
            if (!type.empty() && before.ends_with("ban hành")) {
                put(out_, "type", type);
                put(out_, "number", number);
                put(out_, "authority", issuer(without_end(before, "ban hành")));
                read_behind(std::string_view(line).substr(from));
                return;
            }
        }
    }

    // The subject of the sentence that ends with the verb: "Ngày 3/5, Sở Xây dựng đã ký".
    static std::string_view issuer(std::string_view text)
    {
        text = trimmed(text);
        for (const std::string_view word : {" ký", " mới", " đã", " vừa"}) {
            text = trimmed(without_end(text, word));
        }
        const std::size_t comma = text.rfind(", ");
        const std::size_t stop = text.rfind(". ");
        const std::size_t cut = std::max(comma == std::string_view::npos ? 0 : comma + 2, stop == std::string_view::npos ? 0 : stop + 2);
        // "Sở Văn hóa, Thể thao và Du lịch": what stands before a comma may be a part of the name.
        static const text::Pattern day = *text::Pattern::compile("^(sáng |chiều |hôm nay|mới đây|vừa qua|thực hiện|căn cứ|ngày|theo|nhằm|để|qua|trước)");
        return day.is_in(text) || stop != std::string_view::npos ? text.substr(cut) : text;
    }

    // What follows the number, to the end of the sentence.
    void read_behind(std::string_view behind)
    {
        behind = behind.substr(0, behind.find(". "));
        std::size_t subject = behind.size();
        std::size_t begin = subject;
        for (const std::string_view word : {" về việc ", " v/v ", " về "}) {
            if (const std::size_t place = behind.find(word); place < subject) {
                subject = place;
                begin = place + word.size();
            }
        }
        put(out_, "issued", day_in(std::string(behind.substr(0, subject))));
        static const text::Pattern same = *text::Pattern::compile("^(nội dung|vấn đề|việc) (nêu |nói )?(trên|này)");
        const std::string_view said = trimmed(behind.substr(begin));
        put(out_, "abstract", same.is_in(said) ? std::string_view() : said);
        put(out_, "abstract", title_);
    }

    void read_force(const std::string& line)
    {
        static const text::Pattern force = *text::Pattern::compile("(có )?hiệu lực( thi hành)?( kể)? từ (ngày|[0-9])[^.;]{0,60}");
        const std::string composed = text::nfc(line);
        if (const std::string_view said = force.find(composed); said.data() != nullptr) {
            put(out_, "effective", day_in(std::string(said)));
        }
    }

    static bool is_capitals(const std::string& line)
    {
        constexpr std::ptrdiff_t least = 2;  // of the letters that ASCII has
        const auto capitals = std::count_if(line.begin(), line.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        return capitals >= least && std::none_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }

    const std::vector<std::string>& lines_;
    const std::string& title_;
    Particulars out_;
};

}  // namespace

bool is_kind_of_document(const std::string& folded)
{
    static constexpr std::array<std::string_view, 31> types = {
        "luật",     "pháp lệnh", "nghị quyết", "nghị định", "quyết định", "thông tư",  "thông tư liên tịch", "chỉ thị",  "quy chế",    "quy định", "thông cáo",
        "thông báo", "hướng dẫn", "chương trình", "kế hoạch", "phương án", "đề án",    "dự án",              "báo cáo",  "biên bản",   "tờ trình", "hợp đồng",
        "công văn", "công điện", "bản ghi nhớ", "bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "phiếu gửi", "thư công"};
    return std::find(types.begin(), types.end(), folded) != types.end();
}

std::string day_in(const std::string& text)
{
    const std::vector<time::Found> found = time::find_dates(text::nfc(text), time::Years::two_digits_too);
    return found.empty() ? "" : time::to_string(found.front().day);
}

Particulars particulars_of_title(const std::string& title)
{
    static const text::Pattern before_number = *text::Pattern::compile("^[^0-9,:;]{3,30} số:? ?$");
    Particulars out;
    const std::string composed = text::nfc(title);
    const std::string_view number = text::find_document_number(composed);
    if (number.data() == nullptr) {
        return out;
    }
    const auto at = static_cast<std::size_t>(number.data() - composed.data());
    const std::string_view head = std::string_view(composed).substr(0, at);
    const std::string type(head.substr(0, std::min(head.find(" số"), head.size())));
    if (!before_number.is_in(head) || !is_kind_of_document(text::folded(type))) {
        return out;
    }
    const std::string_view behind = std::string_view(composed).substr(at + number.size());
    for (const std::string_view word : {" về việc ", " v/v ", " về "}) {
        const std::size_t subject = behind.find(word);
        if (subject == std::string_view::npos) {
            continue;
        }
        const std::string_view between = behind.substr(0, subject);
        put(out, "type", type);
        put(out, "number", number);
        put(out, "issued", day_in(std::string(between)));
        if (const std::size_t of = between.find("của "); of != std::string_view::npos) {
            const std::string_view words = between.substr(of + std::string_view("của ").size());
            put(out, "authority", words.substr(0, std::min({words.find(" về "), words.find(" v/v "), words.find(','), words.size()})));
        }
        put(out, "abstract", behind.substr(subject + word.size()));
        break;
    }
    return out.contains("issued") || out.contains("authority") ? out : Particulars();
}

Particulars particulars_of_text(const std::vector<std::string>& lines, const std::string& title) { return TextReader(lines, title).read(); }

}  // namespace pa::check
