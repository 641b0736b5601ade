#include "check/documents.hpp"

#include "check/content.hpp"
#include "check/document_text.hpp"
#include "check/files.hpp"
#include "check/shaped_rows.hpp"
#include "html/text.hpp"
#include "site/address.hpp"
#include "text/document_number.hpp"
#include "text/fold.hpp"

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
constexpr std::size_t most_blocks = 2000;
constexpr std::size_t least_fields = 2;
constexpr std::size_t most_value = 500;  // code points

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

void put(Document& document, const Field& field, const std::string& value)
{
    const std::string_view number = field.id == "number" ? text::find_document_number(value) : std::string_view();
    const std::string said = is_day(field.id) ? day_in(value) : number.data() != nullptr ? std::string(number) : text::shortened(value, most_value);
    if (!said.empty()) {
        document.fields.try_emplace(field.id, said);
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
    // "Ngày" alone is the day of issue where a number stands beside it, and may be anything elsewhere.
    for (const LabelledValue& pair : values) {
        if (const std::string day = pair.label == "ngày" && out.fields.contains("number") ? day_in(pair.value) : ""; !day.empty()) {
            out.fields.try_emplace("issued", day);
        }
    }
    return out;
}

bool is_document(const Document& document)
{
    return document.fields.size() >= least_fields && (document.fields.contains("number") || document.fields.contains("abstract"));
}

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
            read_page(entries_.lists[i], is_dated(entries_.lists[i]) ? Certain::no : Certain::yes);
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

    // Whether a page has a title and a day of its own, as no list has.
    bool is_dated(site::PageId page) const
    {
        return !site_.pages[page].heading.empty() && site_.pages[page].published.confidence >= site::Confidence::medium;
    }

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
        Document document = of_page(*open, certain);
        const std::vector<site::PageId> frames = frames_of(context_, page);
        for (const site::PageId frame : frames) {
            const auto inner = is_document(document) ? nullptr : context_.open(frame);
            document = inner ? of_page(*inner, certain) : document;
        }
        if (certain == Certain::no && (!is_document(document) || !document.fields.contains("abstract"))) {
            read_text(page, document);
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

    // What the text of a page says where no labels do.
    void read_text(site::PageId page, Document& document) const
    {
        const std::vector<std::string> lines = lines_of(own_text(context_, page, Links::without));
        const std::string title = title_of(site_.pages[page], lines);
        if (!is_document(document)) {
            document.fields = particulars_of_text(lines, title);
        }
        if (const auto open = is_document(document) ? nullptr : context_.open(page)) {
            const std::vector<ShapedRow> shaped = shaped_rows(open->document);
            document.fields = shaped.size() == 1 ? shaped.front().fields : Particulars();
        }
        if (document.fields.contains("number") && !title.empty()) {
            document.fields.try_emplace("abstract", text::shortened(title, most_value));
        }
    }

    // The line that is the page's title, and more than a word or two.
    static std::string title_of(const site::Page& page, const std::vector<std::string>& lines)
    {
        constexpr std::size_t least = 20;  // code points
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
            return text::length(line) >= least && (line == page.heading || page.title.find(line) != std::string::npos);
        });
        return found == lines.end() ? "" : *found;
    }

    // The record of a page that names the most.
    static Document of_page(const site::OpenPage& open, Certain certain)
    {
        Document out;
        for (const Record& record : labelled_page(open.document, document_fields()).records) {
            // The only row of a list's second page is an entry of it.
            const bool is_entry = record.is_row || (record.is_only_row && certain == Certain::yes);
            Document one = by_labels(record.values);
            if (!is_entry && one.fields.size() > out.fields.size()) {
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
        const std::size_t before = out_.size();
        for (const Record& record : labelled_page(open->document, document_fields()).records) {
            Document document = by_labels(record.values);
            if (!record.heading.empty() && document.fields.contains("number")) {
                document.fields.try_emplace("abstract", text::shortened(record.heading, most_value));  // cards: the title is the abstract
            }
            if (!(record.is_row || record.is_only_row) || !is_document(document)) {
                continue;
            }
            add_row(list, *open, record.links, std::move(document));
        }
        if (out_.size() == before) {
            read_shapes(list, *open);
        }
        if (out_.size() == before) {
            read_titles(list, *open);
        }
    }

    // A list that shows particulars without labels.
    void read_shapes(site::PageId list, const site::OpenPage& open)
    {
        for (ShapedRow& row : shaped_rows(open.document)) {
            Document document;
            document.fields = std::move(row.fields);
            add_row(list, open, row.links, std::move(document));
        }
    }

    // What a row of a list says, kept also for the pages that it links to.
    void add_row(site::PageId list, const site::OpenPage& open, const std::vector<std::string>& links, Document document)
    {
        document.page = site_.url_of(list);
        std::set<site::UrlId> seen;
        for (const std::string& href : links) {
            const auto target = url::Url::parse(href, &open.url);
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

    // The text of a block without the short links at its end: "Tải về", "Xem".
    static std::string without_links(const html::Block& block)
    {
        constexpr std::size_t longest = 20;  // code points
        std::string out = block.text;
        const auto links = block.element.select_nodes(".//a[@href]");
        for (const pugi::xpath_node* link = links.end(); link != links.begin();) {
            const std::string label = html::visible_text((--link)->node(), 400);
            if (!label.empty() && out.ends_with(label) && text::length(label) <= longest) {
                out = text::collapsed(out.substr(0, out.size() - label.size()));
            }
        }
        return out;
    }

    // A list of titles that say all, in links to files or beside them.
    void read_titles(site::PageId list, const site::OpenPage& open)
    {
        for (const html::Block& block : html::blocks(open.document.body(), most_blocks)) {
            // The element of a block may hold many others, so it is looked at for titles alone.
            if (particulars_of_title(block.text).empty() || site::zone_of(block.element) != site::Zone::content) {
                continue;
            }
            if (out_.size() >= most_documents) {
                return;
            }
            Document document;
            document.fields = particulars_of_title(without_links(block));
            if (!is_document(document)) {
                continue;
            }
            std::vector<std::string> links;
            for (const pugi::xpath_node& found : block.element.select_nodes("descendant-or-self::a[@href] | ancestor::a[@href]")) {
                links.emplace_back(html::attribute(found.node(), "href"));
            }
            add_row(list, open, links, std::move(document));
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
        "type = Hình thức văn bản | Loại văn bản | Thể loại | Hình thức | Loại | Kiểu văn bản | Loại VB | Thể loại văn bản | Loại hình văn bản | Hình thức VB",
        "authority = Thẩm quyền ban hành | Cơ quan ban hành | Nơi ban hành | Đơn vị ban hành | Cơ quan, đơn vị ban hành | CQ ban hành | Nơi BH | Cơ quan ban hành, đồng ban hành | Cấp ban hành | Cơ quan BH | Cơ quan ban hành, người ký | Cơ quan ban hành, chức danh, người ký | Tác giả văn bản | CQBH | Cơ quan phát hành | Đơn vị phát hành | Nơi phát hành",
        "number = Số ký hiệu | Số, ký hiệu | Số kí hiệu | Ký hiệu | Số hiệu | Số văn bản | Số/Ký hiệu | Số ký hiệu văn bản | Số và ký hiệu | Số hiệu văn bản | Số, ký hiệu văn bản | Ký hiệu văn bản | Số VB | Số công văn | Số",
        "issued = Ngày ban hành | Ngày ký | Ban hành | Ban hành ngày | Ngày BH | Ngày văn bản | Ngày VB | Ngày ký ban hành | Ký ngày | Ngày tháng | Ngày, tháng | Ngày tháng năm | Ngày ban hành văn bản | Ngày phát hành | Thời gian ban hành | Phát hành | Phát hành ngày | Ngày ra văn bản",
        "effective = Ngày hiệu lực | Ngày có hiệu lực | Hiệu lực | Hiệu lực từ | Có hiệu lực từ | Ngày HL | Hiệu lực từ ngày | Hiệu lực thi hành | Hiệu lực kể từ | Hiệu lực kể từ ngày | Có hiệu lực kể từ ngày | Thời điểm có hiệu lực | Thời điểm hiệu lực | Ngày áp dụng | Ngày bắt đầu hiệu lực | Ngày có hiệu lực thi hành | Bắt đầu có hiệu lực | Có hiệu lực | Có hiệu lực ngày | Thời gian hiệu lực | Thời gian có hiệu lực | Ngày hiệu lực thi hành",
        "abstract = Trích yếu | Trích yếu nội dung | Nội dung trích yếu | Về việc | Tên văn bản | Trích yếu văn bản | Nội dung | Tóm tắt | Tóm tắt nội dung | Tiêu đề văn bản | Tiêu đề | V/v | Trích yếu VB"};
    return texts;
}

std::vector<Document> documents_of(const Context& context, const Entries& entries) { return Finder(context, entries).find(); }

}  // namespace pa::check
