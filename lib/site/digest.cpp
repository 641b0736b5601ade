#include "site/page.hpp"

#include "base/hash.hpp"
#include "html/fonts.hpp"
#include "html/text.hpp"
#include "site/address.hpp"
#include "site/dates.hpp"
#include "site/reading.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace pa::site {

namespace {

constexpr std::size_t text_points = 300;

// The base address of a page's references: its own, or that of its first <base href>.
url::Url base_of(const html::Document& document, const url::Url& own)
{
    for (html::Node base : document.head().children("base")) {
        const std::string_view href = html::attribute(base, "href");
        if (!href.empty()) {
            const auto url = url::Url::parse(href, &own);
            return url && url->is_http() ? *url : own;
        }
    }
    return own;
}

// RFC 6596; the first one counts.
std::optional<url::Url> canonical_of(const html::Document& document, const url::Url& base)
{
    for (html::Node link : document.head().children("link")) {
        if (html::attribute(link, "rel") == "canonical") {
            const auto url = url::Url::parse(html::attribute(link, "href"), &base);
            return url && url->is_http() ? std::optional(page_address(*url)) : std::nullopt;
        }
    }
    return std::nullopt;
}

// After `read_page`, which counts the text.
void read_texts(const html::Document& document, Page& page)
{
    page.language = document.root().attribute("lang").value();
    if (page.language.empty()) {
        page.language = document.root().attribute("xml:lang").value();
    }
    page.is_frameset = !document.tree().select_node("//frameset").node().empty();
    // A shell: next to no text, no links, but a script and a mounting point.
    const bool has_script = !document.tree().select_node("//script[@src]").node().empty();
    page.needs_script = has_script && page.text_bytes < 200 && document.tree().select_node("//body//a[@href]").node().empty();
}

}  // namespace

std::uint32_t block_hash(std::string_view text)
{
    const std::uint64_t hash = hash64(text);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

const std::string& PageView::text() const
{
    if (kept_text == nullptr) {
        kept_text = std::make_unique<const std::string>(text::nfc(words));
    }
    return *kept_text;
}

const html::Contents& PageView::contents() const
{
    if (kept_contents == nullptr) {
        kept_contents = std::make_unique<const html::Contents>(document);
    }
    return *kept_contents;
}

const access::Survey& PageView::survey() const
{
    if (kept_survey == nullptr) {
        kept_survey = std::make_unique<const access::Survey>(document);
    }
    return *kept_survey;
}

Parsed parse(const http::Response& response, const PageLimits& limits)
{
    http::Decoded body = http::decoded(response.body, response.headers.get("content-encoding"), limits.decoded_bytes);
    const http::MediaType type = http::parse_media_type(response.headers.get("content-type"));
    Parsed parsed;
    parsed.charset = text::charset_of(body.bytes, type.charset);
    const std::string utf8 = text::to_utf8(body.bytes, parsed.charset.name);
    parsed.bytes = utf8.size();
    parsed.document = html::Document::parse(utf8, limits.html);
    const bool named = text::names_legacy_font(utf8);
    if (named || parsed.charset.name == "windows-1252") {
        const bool is_western = parsed.charset.name == "windows-1252" || parsed.charset.name.starts_with("utf-");
        // The letters of a font encoding are what windows-1252 reads, whatever the page calls itself.
        html::Document western = is_western ? std::move(parsed.document) : html::Document::parse(text::to_utf8(body.bytes, "windows-1252"), limits.html);
        const text::FontEncoding fonts = html::convert_fonts(western, named);
        if (fonts != text::FontEncoding::none) {
            parsed.charset = {std::string(name_of(fonts)), text::CharsetSource::recognised};
        }
        if (is_western || fonts != text::FontEncoding::none) {
            parsed.document = std::move(western);
        }
    }
    parsed.cut = body.cut || body.broken || parsed.document.cut();
    return parsed;
}

Digest digest(const evidence::Exchange& exchange, const PageLimits& limits, const Observer* observer)
{
    Digest out;
    Page& page = out.page;
    page.status = exchange.response.status;
    page.failure = exchange.failure;
    page.truncated = exchange.truncated;
    page.from_file = exchange.from_file;
    page.purpose = exchange.purpose;
    page.elapsed_ms = exchange.elapsed_ms;
    page.blocked = blocked_by(exchange.response);
    const http::MediaType type = http::parse_media_type(exchange.response.headers.get("content-type"));
    page.media_type = type.type;
    page.is_html = type.is_html();
    const auto own = url::Url::parse(exchange.url);
    if (!own) {
        return out;
    }
    if (exchange.response.is_redirect()) {
        const auto target = url::Url::parse(exchange.response.headers.get("location"), &*own);
        if (target) {
            out.redirect = url::normalised(*target);
        }
        return out;
    }
    if (!page.is_html || !exchange.response.ok() || exchange.purpose == evidence::Purpose::robots) {
        return out;
    }
    const Parsed parsed = parse(exchange.response, limits);
    page.charset = parsed.charset;
    page.document_cut = parsed.cut;
    const url::Url base = base_of(parsed.document, *own);
    page.title = text::shortened(text::collapsed(parsed.document.head().child("title").text().get()), text_points);
    Reading reading = read_page(parsed.document, {base, exchange.at, limits}, page);
    out.links = std::move(reading.links);
    out.text = std::move(reading.text);
    read_texts(parsed.document, page);
    const std::vector<Dated> further = dates_of_page(parsed.document, *own);
    out.text.dates.insert(out.text.dates.end(), further.begin(), further.end());
    out.canonical = canonical_of(parsed.document, base);
    page.has_password = has_password_field(parsed.document);
    if (is_captcha_page(parsed.document, page.text_bytes, out.links.size())) {
        page.blocked = Blocked::captcha;
    }
    if (observer != nullptr) {
        page.notes = observer->observe({parsed.document, *own, exchange.response, page, reading.words});
    }
    return out;
}

}  // namespace pa::site
