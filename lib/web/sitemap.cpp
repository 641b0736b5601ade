#include "web/sitemap.hpp"

#include "base/utf8.hpp"
#include "text/charset.hpp"
#include "url/url.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace pa::web {

namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string_view local_name(const pugi::xml_node& node)
{
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name)
{
    return parent.find_child([&](const pugi::xml_node& node) { return local_name(node) == name; });
}

/// All text and CDATA directly in `node`, without blanks around it.
std::string text_of(const pugi::xml_node& node)
{
    std::string text;
    for (const pugi::xml_node part : node.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
            text += part.value();
        }
    }
    return utf8_repaired(trimmed(text));
}

/// The text of the first child with one of `names` that has any; earlier names go first.
std::string first_text(const pugi::xml_node& node, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        for (const pugi::xml_node part : node.children()) {
            if (local_name(part) != name) {
                continue;
            }
            // In feeds an empty `atom:link` may stand before the `link` that has the address.
            if (auto text = text_of(part); !text.empty()) {
                return text;
            }
        }
    }
    return {};
}

SitemapEntry sitemap_entry(const pugi::xml_node& node)
{
    auto loc = first_text(node, {"loc"});
    if (loc.empty()) {
        // Some generators put the address into an element inside `loc`,
        loc = text_of(child(node, "loc").find_child([](const pugi::xml_node& part) { return part.type() == pugi::node_element; }));
    }
    // or that of a sitemap into `sitemap` itself.
    return {loc.empty() && local_name(node) == "sitemap" ? text_of(node) : loc,
            first_text(node, {"lastmod"})};
}

SitemapEntry rss_entry(const pugi::xml_node& item)
{
    auto loc = first_text(item, {"link"});
    const auto guid = child(item, "guid");
    if (loc.empty() && std::string_view(guid.attribute("isPermaLink").value()) != "false") {
        loc = text_of(guid);
    }
    return {std::move(loc), first_text(item, {"pubDate", "date"})};
}

// RFC 4287 4.2.7.2: without `rel` a link is the alternate one.
SitemapEntry atom_entry(const pugi::xml_node& entry)
{
    const auto link = entry.find_child([](const pugi::xml_node& node) {
        const std::string_view rel = node.attribute("rel").value();
        return local_name(node) == "link" && (rel.empty() || rel == "alternate");
    });
    return {utf8_repaired(trimmed(link.attribute("href").value())),
            first_text(entry, {"updated", "published"})};
}

struct Form {
    std::string_view root;
    SitemapKind kind;
    std::string_view entry;
    SitemapEntry (*read)(const pugi::xml_node& node);
};

constexpr Form forms[] = {
    {"urlset", SitemapKind::urlset, "url", sitemap_entry},
    {"sitemapindex", SitemapKind::index, "sitemap", sitemap_entry},
    {"rss", SitemapKind::rss, "item", rss_entry},
    {"RDF", SitemapKind::rss, "item", rss_entry},
    {"feed", SitemapKind::atom, "entry", atom_entry},
};

/// Adds entries up to the bound, and counts what cannot be added.
class Collector {
public:
    explicit Collector(Sitemap& sitemap) : sitemap_(sitemap) {}

    /// False when there is no room for more.
    bool add(SitemapEntry entry)
    {
        if (entry.loc.empty()) {
            ++without_address_;
            return true;
        }
        if (sitemap_.entries.size() == max_sitemap_entries) {
            sitemap_.problems.push_back(msg(
                "the sitemap has more than {} entries; the rest is not read", max_sitemap_entries));
            return false;
        }
        sitemap_.entries.push_back(std::move(entry));
        return true;
    }

    std::size_t without_address() const { return without_address_; }

private:
    Sitemap& sitemap_;
    std::size_t without_address_ = 0;
};

/// Whether the document breaks off inside a text, which then is perhaps only half of it.
bool is_cut_in_text(std::string_view body, const pugi::xml_parse_result& result)
{
    if (result || result.offset < 0) {
        return false;
    }
    const std::string_view before = body.substr(0, static_cast<std::size_t>(result.offset));
    const std::string_view tag = before.substr(std::min(before.rfind('<'), before.size()));
    const bool start_tag = !tag.starts_with("</") && tag.find('>') != std::string_view::npos;
    return start_tag || result.status == pugi::status_bad_cdata;
}

void tell_without_address(const Collector& collector, Sitemap& sitemap)
{
    if (collector.without_address() > 0) {
        sitemap.problems.push_back(
            msg("entries without an address: {}", collector.without_address()));
    }
}

void read_whole(const pugi::xml_node& root, const Form& form, Sitemap& sitemap)
{
    // RSS has its items in `channel`, RDF and everything else has them in the root.
    const pugi::xml_node channel = form.root == "rss" ? child(root, "channel") : root;
    Collector collector(sitemap);
    for (const pugi::xml_node node : channel.children()) {
        if (local_name(node) == form.entry && !collector.add(form.read(node))) {
            break;
        }
    }
    tell_without_address(collector, sitemap);
}

/// A document that is no XML, entry by entry: each from its start tag to its end tag, or to the
/// next entry, is a small document that may be whole although others are not.
class Salvage {
public:
    Salvage(std::string_view body, const Form& form, std::string_view prefix, Sitemap& sitemap)
        : body_(body), form_(form), name_(std::string(prefix) + std::string(form.entry)), sitemap_(sitemap), collector_(sitemap)
    {
    }

    void read()
    {
        constexpr auto none = std::string_view::npos;
        std::size_t open = none;
        for (std::size_t at = body_.find('<'); at != none; at = body_.find('<', at)) {
            const std::string_view rest = body_.substr(at);
            if (const std::size_t end = end_of_comment(rest); end > 0) {
                at += end;
                continue;
            }
            const bool starts = is_tag(rest.substr(1));
            const bool ends = rest.starts_with("</") && is_tag(rest.substr(2));
            if (open != none && (starts || ends) && !add(body_.substr(open, ends ? at + name_.size() + 3 - open : at - open))) {
                return;
            }
            open = starts ? at : ends ? none : open;
            ++at;
        }
        if (open == none || add(body_.substr(open))) {
            tell_without_address(collector_, sitemap_);
        }
    }

private:
    bool is_tag(std::string_view text) const
    {
        return text.starts_with(name_) && text.size() > name_.size() && std::string_view(" \t\r\n/>").find(text[name_.size()]) != std::string_view::npos;
    }

    /// The length of a comment or CDATA section at the start of `text`; 0 when there is none. One
    /// that does not end hides nothing.
    std::size_t end_of_comment(std::string_view text)
    {
        for (Hidden& kind : hidden_) {
            if (kind.ends && text.starts_with(kind.start)) {
                const std::size_t end = text.find(kind.end);
                kind.ends = end != std::string_view::npos;  // no need to look for it again and again
                return kind.ends ? end + kind.end.size() : 0;
            }
        }
        return 0;
    }

    bool add(std::string_view text)
    {
        pugi::xml_document document;
        const auto result = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
        const pugi::xml_node entry = document.document_element();
        // Where an address has a "<" of its own, what stands before it is half an address.
        const auto is_element = [](const pugi::xml_node& part) { return part.type() == pugi::node_element; };
        const bool half = !result && child(entry, "loc").find_child(is_element);
        return half || is_cut_in_text(text, result) || collector_.add(form_.read(entry));
    }

    struct Hidden {
        std::string_view start;
        std::string_view end;
        bool ends = true;  ///< there is an end somewhere behind
    };

    std::string_view body_;
    const Form& form_;
    std::array<Hidden, 2> hidden_ = {{{"<!--", "-->"}, {"<![CDATA[", "]]>"}}};
    std::string name_;
    Sitemap& sitemap_;
    Collector collector_;
};

struct Start {
    const Form* form = nullptr;
    std::string prefix;  ///< of its entries, with the colon
};

/// The root that a broken document has somewhere in its first bytes; generators print warnings
/// before it.
Start start_of(std::string_view body)
{
    constexpr std::size_t window = 16384;
    for (std::size_t at = body.find('<'); at < window; at = body.find('<', at + 1)) {
        const std::string_view name = body.substr(at + 1, std::min<std::size_t>(body.substr(at + 1, 80).find_first_of(" \t\r\n/>"), 80));
        const std::size_t colon = name.find(':');
        const std::string_view local = name.substr(colon + 1);
        const auto* form = std::find_if(std::begin(forms), std::end(forms), [&](const Form& entry) { return entry.root == local; });
        if (form != std::end(forms)) {
            return {form, form->root == "RDF" ? std::string() : std::string(name.substr(0, colon + 1))};
        }
    }
    return {};
}

constexpr std::size_t most_tags = max_sitemap_entries * 20;

void read_xml(std::string_view body, Sitemap& sitemap, pugi::xml_encoding encoding)
{
    // A tree costs many times its tags: what has more than any sitemap needs is read entry by entry.
    if (const Start start = start_of(body); static_cast<std::size_t>(std::count(body.begin(), body.end(), '<')) > most_tags) {
        if (start.form == nullptr) {
            sitemap.problems.push_back(msg("this is no sitemap"));
            return;
        }
        sitemap.kind = start.form->kind;
        Salvage(body, *start.form, start.prefix, sitemap).read();
        return;
    }
    pugi::xml_document document;
    const auto result = document.load_buffer(body.data(), body.size(), pugi::parse_default, encoding);
    const pugi::xml_node root = document.document_element();
    const std::string_view name = local_name(root);
    const auto* form = std::find_if(std::begin(forms), std::end(forms),
                                    [&](const Form& entry) { return entry.root == name; });
    if (result && form != std::end(forms)) {
        sitemap.kind = form->kind;
        read_whole(root, *form, sitemap);
        return;
    }
    const Start start = start_of(body);
    if (start.form == nullptr) {
        sitemap.problems.push_back(root ? msg("the root element is <{}>, which is no sitemap",
                                              utf8_repaired(utf8_prefix(name, 80)))
                                        : msg("the sitemap has no XML element"));
        return;
    }
    sitemap.problems.push_back(result ? msg("the root element is <{}>, which is no sitemap", utf8_repaired(utf8_prefix(name, 80)))
                                      : msg("the sitemap is broken XML from byte {} on: {}", result.offset, result.description()));
    sitemap.kind = start.form->kind;
    Salvage(body, *start.form, start.prefix, sitemap).read();
}

bool is_address(std::string_view text)
{
    const auto url = url::Url::parse(text);
    return url && url->is_http();
}

void read_text(std::string_view body, Sitemap& sitemap)
{
    Collector collector(sitemap);
    while (!body.empty()) {
        const std::string_view line = body.substr(0, body.find_first_of("\r\n"));
        body.remove_prefix(std::min(line.size() + 1, body.size()));
        const std::string_view text = trimmed(line);
        if (text.empty()) {
            continue;
        }
        const bool good = is_address(text);
        if (!good && sitemap.entries.empty()) {
            sitemap.problems.push_back(msg("neither XML nor a list of addresses"));
            return;
        }
        sitemap.kind = SitemapKind::text;
        if (!collector.add({good ? std::string(text) : std::string(), {}})) {
            break;
        }
    }
    if (collector.without_address() > 0) {
        sitemap.problems.push_back(
            msg("lines that are no address: {}", collector.without_address()));
    }
}

}  // namespace

Sitemap parse_sitemap(std::string_view body)
{
    Sitemap sitemap;
    if (body.size() > max_sitemap_bytes) {
        sitemap.problems.push_back(
            msg("the sitemap is larger than {} bytes; the rest is not read", max_sitemap_bytes));
        body = body.substr(0, max_sitemap_bytes);
        body = body.substr(0, body.find_last_of("\r\n>") + 1);  // no half line or tag
    }
    std::string converted;
    const bool utf16 = body.starts_with("\xFE\xFF") || body.starts_with("\xFF\xFE");
    if (utf16) {
        converted = text::to_utf8(body, body.starts_with("\xFE\xFF") ? "utf-16be" : "utf-16le");
        body = converted;
    }
    const bool utf8_bom = body.starts_with("\xEF\xBB\xBF");
    const std::string_view text = body.substr(utf8_bom ? 3 : 0);
    if (trimmed(text).empty()) {
        sitemap.problems.push_back(msg("the sitemap is empty"));
    } else if (text.starts_with(std::string_view("\0<", 2)) || trimmed(text).starts_with('<') || start_of(text).form != nullptr) {
        read_xml(body, sitemap, utf16 ? pugi::encoding_utf8 : pugi::encoding_auto);
    } else {
        read_text(text, sitemap);
    }
    return sitemap;
}

}  // namespace pa::web
