#include "check/documents.hpp"

#include "check/content.hpp"
#include "check/files.hpp"
#include "site/address.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "time/mention.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace pa::check {

namespace {

constexpr std::size_t most_documents = 100;
constexpr std::size_t most_opened = 60;
constexpr std::size_t most_files = 20;
constexpr std::size_t least_fields = 2;
constexpr std::size_t head_lines = 14;  // of a text in which a document's head is looked for

const std::vector<Field>& document_fields()
{
    static const std::vector<Field> fields = [] {
        std::vector<Field> out;
        for (const std::string& text : document_field_texts()) {
            out.push_back(field_of(text));
        }
        return out;
    }();
    return fields;
}

bool is_day(std::string_view id) { return id == "issued" || id == "effective"; }

// "12/QĐ-SXD", "45/2026/QĐ-UBND", "1685/BDS-VP" in a text.
const text::Pattern& number_pattern()
{
    static const text::Pattern pattern = *text::Pattern::compile("[0-9]{1,5}[a-z]?(/(19|20)[0-9]{2})?/[a-zđ]{1,12}[0-9]?([-–.&][a-zđ0-9]{1,12}){0,4}");
    return pattern;
}

std::string day_in(const std::string& text)
{
    const std::vector<time::Found> found = time::find_dates(text::nfc(text), time::Years::two_digits_too);
    return found.empty() ? "" : time::to_string(found.front().day);
}

void put(Document& document, const Field& field, const std::string& value)
{
    const std::string said = is_day(field.id) ? day_in(value) : text::shortened(value, 500);
    if (!said.empty()) {
        document.fields.try_emplace(field.id, said);
    }
}

void put_text(Document& document, const char* field, std::string_view value)
{
    if (!value.empty()) {
        document.fields.try_emplace(field, text::shortened(value, 500));
    }
}

// The particulars that a record's labels name. The label that fits best takes a value, so that "Ngày hiệu lực" is no "Hiệu lực".
Document by_labels(const std::vector<LabelledValue>& values)
{
    Document out;
    for (const bool whole : {true, false}) {
        for (const LabelledValue& pair : values) {
            for (const Field& field : document_fields()) {
                const bool same = std::find(field.synonyms.begin(), field.synonyms.end(), pair.label) != field.synonyms.end();
                if (!pair.value.empty() && (whole ? same : !same && field.is_named(pair.label))) {
                    put(out, field, pair.value);
                    break;
                }
            }
        }
    }
    return out;
}

bool is_document(const Document& document)
{
    return document.fields.size() >= least_fields && (document.fields.contains("number") || document.fields.contains("abstract"));
}

// The kinds of documents, as their heads name them in capitals (Decree 30/2020/NĐ-CP, Art. 7; Law 80/2015/QH13, Art. 4).
bool is_type(const std::string& folded)
{
    static constexpr std::array<std::string_view, 31> types = {
        "luật",     "pháp lệnh", "nghị quyết", "nghị định", "quyết định", "thông tư",  "thông tư liên tịch", "chỉ thị",  "quy chế",    "quy định", "thông cáo",
        "thông báo", "hướng dẫn", "chương trình", "kế hoạch", "phương án", "đề án",    "dự án",              "báo cáo",  "biên bản",   "tờ trình", "hợp đồng",
        "công văn", "công điện", "bản ghi nhớ", "bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "phiếu gửi", "thư công"};
    return std::find(types.begin(), types.end(), folded) != types.end();
}

// "Quyết định số 12/QĐ-SXD ngày 3 tháng 5 năm 2026 của Sở Xây dựng về …": more than kind, number and subject, as every title.
Document by_title(const std::string& title)
{
    static const text::Pattern before_number = *text::Pattern::compile("^[^0-9,:;]{3,30} số:? ?$");
    Document out;
    const std::string composed = text::nfc(title);
    const std::string_view number = number_pattern().find(composed);
    if (number.data() == nullptr) {
        return out;
    }
    const auto at = static_cast<std::size_t>(number.data() - composed.data());
    const std::string_view head = std::string_view(composed).substr(0, at);
    const std::string type(head.substr(0, std::min(head.find(" số"), head.size())));
    if (!before_number.is_in(head) || !is_type(text::folded(type))) {
        return out;
    }
    const std::string_view behind = std::string_view(composed).substr(at + number.size());
    for (const std::string_view word : {" về việc ", " v/v ", " về "}) {
        const std::size_t subject = behind.find(word);
        if (subject == std::string_view::npos) {
            continue;
        }
        const std::string_view between = behind.substr(0, subject);
        put_text(out, "type", type);
        put_text(out, "number", number);
        put_text(out, "issued", day_in(std::string(between)));
        if (const std::size_t of = between.find("của "); of != std::string_view::npos) {
            const std::string_view words = between.substr(of + std::string_view("của ").size());
            put_text(out, "authority", words.substr(0, std::min({words.find(" về "), words.find(" v/v "), words.find(','), words.size()})));
        }
        put_text(out, "abstract", behind.substr(subject + word.size()));
        break;
    }
    return out.fields.contains("issued") || out.fields.contains("authority") ? out : Document();
}

// The head of a document in running text: authority, number, place and day, type, abstract, one below the other.
class HeadReader {
public:
    explicit HeadReader(const std::vector<std::string>& lines) : lines_(lines) {}

    Document read()
    {
        const std::size_t head = std::min(lines_.size(), head_lines);
        for (std::size_t i = 0; i < head; ++i) {
            read_line(i);
        }
        for (std::size_t i = 0; i < head && !is_document(out_); ++i) {
            for (auto& [field, value] : by_title(lines_[i]).fields) {
                out_.fields.try_emplace(field, value);
            }
        }
        for (std::size_t i = 0; !out_.fields.empty() && i < lines_.size(); ++i) {
            read_force(lines_[i]);
        }
        return std::move(out_);
    }

private:
    void read_line(std::size_t i)
    {
        const std::string line = text::nfc(lines_[i]);
        const std::string folded = text::folded(line);
        static const text::Pattern numbered = *text::Pattern::compile("^(số|so)( ký hiệu| hiệu)?\\s*:?\\s*[0-9]{1,5}[a-z]?/");
        static const text::Pattern subject = *text::Pattern::compile("^(v/v|về việc)[: ]");
        if (numbered.is_in(line)) {
            set("number", std::string(number_pattern().find(line)));
            if (i > 0 && is_capitals(lines_[i - 1]) && !is_type(text::folded(lines_[i - 1]))) {
                set("authority", lines_[i - 1]);
            }
        } else if (is_type(folded) && is_capitals(line)) {
            set("type", line);
            if (i + 1 < lines_.size()) {
                set("abstract", lines_[i + 1]);
            }
        } else if (subject.is_in(line)) {
            set("abstract", lines_[i]);
        }
        static const text::Pattern placed = *text::Pattern::compile("^[^0-9]{2,60}, ?ngày [0-9]{1,2} tháng");
        if (placed.is_in(line)) {
            set("issued", day_in(line));
            // An official letter names no kind: its subject follows at once (Decree 30/2020/NĐ-CP, annex I).
            if (i + 1 < lines_.size() && out_.fields.contains("number") && !is_type(text::folded(lines_[i + 1]))) {
                set("abstract", lines_[i + 1]);
            }
        }
    }

    void read_force(const std::string& line)
    {
        static const text::Pattern force = *text::Pattern::compile("(có )?hiệu lực( thi hành)?( kể)? từ (ngày|[0-9])[^.;]{0,60}");
        const std::string composed = text::nfc(line);
        if (const std::string_view said = force.find(composed); said.data() != nullptr) {
            set("effective", day_in(std::string(said)));
        }
    }

    static bool is_capitals(const std::string& line) { return text::length(line) >= 4 && line.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos; }

    void set(const char* field, const std::string& value) { put_text(out_, field, value); }

    const std::vector<std::string>& lines_;
    Document out_;
};

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        out.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

class Finder {
public:
    Finder(const Context& context, const Entries& entries) : context_(context), site_(context.site()), entries_(entries) {}

    std::vector<Document> find()
    {
        for (const site::PageId page : entries_.pages) {
            read_page(page, Certain::no);
        }
        const bool has_pages = out_.size() * 2 >= std::max<std::size_t>(1, std::min(entries_.pages.size(), most_opened));
        if (!has_pages) {
            out_.clear();
        }
        // A page with a list of related documents looks like a list, and is a document all the same.
        for (std::size_t i = 1; i < entries_.lists.size(); ++i) {
            read_page(entries_.lists[i], Certain::yes);
        }
        std::vector<Document> of_pages = std::exchange(out_, {});
        opened_ = 0;
        for (const site::PageId list : entries_.lists) {
            read_rows(list);
        }
        if (!has_pages && out_.size() >= of_pages.size()) {
            return std::move(out_);
        }
        for (Document& document : of_pages) {
            add_from_row(document);
        }
        return of_pages;
    }

private:
    enum class Certain { no, yes };  ///< yes: only what labels of the page itself say

    // What the list says of a page and the page does not.
    void add_from_row(Document& document) const
    {
        if (const auto row = rows_.find(document.page); row != rows_.end()) {
            document.fields.insert(row->second.begin(), row->second.end());
        }
    }

    void read_page(site::PageId page, Certain certain)
    {
        const auto open = out_.size() < most_documents && opened_++ < most_opened ? context_.open(page) : nullptr;
        if (!open) {
            return;
        }
        Document document = of_page(*open);
        const std::vector<site::PageId> frames = frames_of(context_, page);
        for (const site::PageId frame : frames) {
            const auto inner = is_document(document) ? nullptr : context_.open(frame);
            document = inner ? of_page(*inner) : document;
        }
        if (!is_document(document) && certain == Certain::no) {
            document = HeadReader(lines_of(own_text(context_, page, Links::without))).read();
        }
        if (!is_document(document)) {
            return;
        }
        document.page = site_.url_of(page);
        std::set<site::UrlId> seen;
        add_files(page, document, seen);
        for (const site::PageId frame : frames) {
            add_files(frame, document, seen);
        }
        out_.push_back(std::move(document));
    }

    // The record of a page that names the most.
    static Document of_page(const site::OpenPage& open)
    {
        Document out;
        for (const Record& record : labelled_page(open.document, document_fields()).records) {
            Document one = by_labels(record.values);
            if (!record.is_row && one.fields.size() > out.fields.size()) {
                out = std::move(one);
            }
        }
        return out;
    }

    void add_files(site::PageId page, Document& document, std::set<site::UrlId>& seen) const
    {
        for (const site::Link& link : site_.pages[page].links) {
            if (!link.is_dead && link.zone == site::Zone::content && names_file(site_.urls[link.target]) && seen.insert(link.target).second) {
                add_file(document, link.target);
            }
        }
    }

    void read_rows(site::PageId list)
    {
        read_rows_of(list);
        for (const site::PageId frame : frames_of(context_, list)) {
            read_rows_of(frame);
        }
    }

    void read_rows_of(site::PageId list)
    {
        const auto open = opened_++ < most_opened ? context_.open(list) : nullptr;
        if (!open) {
            return;
        }
        for (const Record& record : labelled_page(open->document, document_fields()).records) {
            Document document = by_labels(record.values);
            if (!record.heading.empty() && document.fields.contains("number")) {
                document.fields.try_emplace("abstract", text::shortened(record.heading, 500));  // cards: the title is the abstract
            }
            if (!(record.is_row || record.is_only_row) || !is_document(document)) {
                continue;
            }
            document.page = site_.url_of(list);
            std::set<site::UrlId> seen;
            for (const std::string& href : record.links) {
                const auto target = url::Url::parse(href, &open->url);
                const auto id = target ? site_.url_id(site::page_address(*target).href()) : std::nullopt;
                if (id) {
                    rows_.try_emplace(site_.urls[*id], document.fields);
                }
                if (id && names_file(site_.urls[*id]) && seen.insert(*id).second) {
                    add_file(document, *id);
                }
            }
            if (out_.size() < most_documents) {
                out_.push_back(std::move(document));
            }
        }
        if (out_.empty()) {
            read_titles(list);
        }
    }

    // A list that links to files alone, each by a title that says all.
    void read_titles(site::PageId list)
    {
        for (const site::Link& link : site_.pages[list].links) {
            if (link.is_dead || link.zone != site::Zone::content || !names_file(site_.urls[link.target]) || out_.size() >= most_documents) {
                continue;
            }
            if (Document document = by_title(site_.label(link)); is_document(document)) {
                document.page = site_.url_of(list);
                add_file(document, link.target);
                out_.push_back(std::move(document));
            }
        }
    }

    void add_file(Document& document, site::UrlId link) const
    {
        if (document.files.size() < most_files) {
            document.files.push_back(file_behind(context_, link));
        }
    }

    const Context& context_;
    const site::Site& site_;
    const Entries& entries_;
    std::vector<Document> out_;
    std::map<std::string, decltype(Document::fields)> rows_;  ///< particulars that a list shows, by what its row links to
    std::size_t opened_ = 0;
};

}  // namespace

const std::vector<std::string>& document_field_texts()
{
    static const std::vector<std::string> texts = {
        "type = Hình thức văn bản | Loại văn bản | Thể loại | Hình thức | Loại | Kiểu văn bản",
        "authority = Thẩm quyền ban hành | Cơ quan ban hành | Nơi ban hành | Đơn vị ban hành | Cơ quan, đơn vị ban hành | CQ ban hành | Nơi BH | Cơ quan ban hành, đồng ban hành | Cấp ban hành | Cơ quan BH | Cơ quan ban hành, người ký | Cơ quan ban hành, chức danh, người ký | Tác giả văn bản",
        "number = Số ký hiệu | Số, ký hiệu | Số kí hiệu | Ký hiệu | Số hiệu | Số văn bản | Số/Ký hiệu | Số ký hiệu văn bản | Số và ký hiệu | Số",
        "issued = Ngày ban hành | Ngày ký | Ban hành | Ban hành ngày | Ngày BH | Ngày văn bản | Ngày VB | Ngày ký ban hành | Ký ngày | Ngày tháng | Ngày, tháng | Ngày tháng năm | Ngày ban hành văn bản | Ngày phát hành | Thời gian ban hành",
        "effective = Ngày hiệu lực | Ngày có hiệu lực | Hiệu lực | Hiệu lực từ | Có hiệu lực từ | Ngày HL | Hiệu lực từ ngày | Hiệu lực thi hành | Hiệu lực kể từ | Hiệu lực kể từ ngày | Có hiệu lực kể từ ngày | Thời điểm có hiệu lực | Thời điểm hiệu lực | Ngày áp dụng | Ngày bắt đầu hiệu lực | Ngày có hiệu lực thi hành | Bắt đầu có hiệu lực",
        "abstract = Trích yếu | Trích yếu nội dung | Nội dung trích yếu | Về việc | Tên văn bản | Trích yếu văn bản | Nội dung | Tóm tắt | Tóm tắt nội dung | Tiêu đề văn bản"};
    return texts;
}

std::vector<Document> documents_of(const Context& context, const Entries& entries) { return Finder(context, entries).find(); }

}  // namespace pa::check
