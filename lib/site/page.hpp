// What is kept of a page once its tree is gone: numbers and short texts, so that memory does not grow with
// page bodies.
#pragma once

#include "access/survey.hpp"
#include "evidence/exchange.hpp"
#include "evidence/writer.hpp"
#include "html/contents.hpp"
#include "http/coding.hpp"
#include "site/publication.hpp"
#include "site/text_store.hpp"
#include "site/blocked.hpp"
#include "text/charset.hpp"
#include "url/url.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pa::site {

using UrlId = std::uint32_t;    ///< index into Site::urls
using LabelId = std::uint32_t;  ///< index into Site::labels
using PageId = std::uint32_t;   ///< index into Site::pages
constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::uint32_t most_labels = 1U << 26U;  ///< different ones; any more are kept as an empty one

/// The number by which a text block is compared between pages: of its collapsed text.
std::uint32_t block_hash(std::string_view text);

/// The part of a page that an element stands in, by HTML's landmarks, ARIA roles, and the words that class
/// and id attributes are made of where a page has no landmarks.
enum class Zone : std::uint8_t { content, header, menu, breadcrumb, aside, footer };

/// The zone that `element` begins, or nothing when it begins none.
std::optional<Zone> zone_begun_by(html::Node element);

/// The zone of a node: that of its nearest ancestor that begins one; `content` by default. A menu inside a
/// header is a menu; whatever is inside a footer is footer.
Zone zone_of(html::Node node);

/// For pages whose markup tells neither a header nor a menu apart (old table layouts): the elements that come before
/// the first running text, which is where such pages have their banner and menu. Empty for all other pages.
std::vector<html::Node> head_without_landmarks(const html::Document& document);

/// Eight bytes: a large portal has a million of them.
struct Link {
    UrlId target = none;
    LabelId label : 26 = most_labels - 1;
    Zone zone : 3 = Zone::content;
    bool is_image : 1 = false;  ///< the label is an image's text
    bool is_dead : 1 = false;   ///< leads nowhere (`#`, `javascript:`); its target is the page itself
    bool is_frame : 1 = false;  ///< shown inside the page
};

/// What a layer above keeps of a page; `site` only carries it.
struct NoteData {
    NoteData() = default;
    NoteData(const NoteData&) = default;
    NoteData& operator=(const NoteData&) = default;
    virtual ~NoteData() = default;
};

/// A small result of looking at a page for one rule, while its tree was there.
struct Note {
    std::uint32_t rule = 0;   ///< index into the rule set
    std::uint32_t count = 0;  ///< how many were found
    std::string detail;       ///< an excerpt, at most 300 bytes
    std::shared_ptr<const NoteData> data = nullptr;  ///< where an excerpt is too little; for all rules
};

struct Page {
    UrlId url = none;
    evidence::Purpose purpose = evidence::Purpose::page;
    int status = 0;
    std::uint32_t elapsed_ms = 0;
    http::Failure failure = http::Failure::none;
    bool truncated = false;
    bool from_file = false;
    bool is_html = false;
    bool document_cut = false;  ///< a bound on depth, attributes or size was reached
    bool needs_script = false;  ///< the stored page is an empty shell that a script would fill
    std::string media_type;
    text::Charset charset;
    Blocked blocked = Blocked::none;
    bool has_password = false;  ///< a form on it asks for one
    bool is_soft_404 = false;   ///< says "not found" with status 200: like the answer to an address that cannot exist
    UrlId canonical = none;     ///< of <link rel=canonical>
    PageId same_as = none;      ///< the first page, by address, with the same text
    bool is_frameset = false;   ///< its content is in other pages, which are the portal's too
    UrlId redirect = none;
    std::string title;          ///< collapsed, at most 300 code points
    std::string heading;        ///< the first h1, likewise
    std::string language;       ///< html lang
    std::vector<Link> links;
    Publication published;              ///< once the site is whole
    TextRange text;                     ///< at most 4,000 blocks and 500 dates
    std::uint16_t pictures = 0;         ///< images, embeds and frames outside of the frame of menus and the like
    std::uint64_t text_hash = 0;        ///< of all blocks
    std::uint32_t text_bytes = 0;       ///< of all blocks
    std::uint32_t words = 0;            ///< of all blocks, parted by blanks
    std::vector<Note> notes;
    evidence::Position position = 0;
};

/// A page while its tree is there.
struct PageView {
    const html::Document& document;
    const url::Url& url;
    const http::Response& response;
    const Page& page;  ///< without `links`, `text` and `notes`

    const std::string& words;  ///< its visible text, collapsed, a block a line

    /// `words`, composed (NFC); made when it is first asked for, as `contents` and `survey` are.
    const std::string& text() const;

    /// Its elements by name and their texts.
    const html::Contents& contents() const;

    /// The page as assistive technology is told of it, made when it is first asked for and shared by all rules. A page is
    /// looked at by one thread.
    const access::Survey& survey() const;

    mutable std::unique_ptr<const access::Survey> kept_survey = nullptr;  ///< for `survey` only
    mutable std::unique_ptr<const std::string> kept_text = nullptr;       ///< for `text` only
    mutable std::unique_ptr<const html::Contents> kept_contents = nullptr;  ///< for `contents` only
};

/// Looks at every HTML page that answered 200, on worker threads; pure.
class Observer {
public:
    virtual ~Observer() = default;
    virtual std::vector<Note> observe(const PageView& view) const = 0;
};

/// A link as it stands on the page.
struct RawLink {
    url::Url target;    ///< as `page_address`
    std::string label;  ///< at most 300 code points
    Zone zone = Zone::content;
    bool is_image = false;
    bool is_dead = false;
    bool is_frame = false;
};

struct Digest {
    Page page;                    ///< without `links` and `text`
    PageText text;
    std::vector<RawLink> links;   ///< also the redirect's target, alone, for a redirect
    std::optional<url::Url> redirect;
    std::optional<url::Url> canonical;
};

/// Limits of one page.
struct PageLimits {
    std::uint64_t decoded_bytes = 16U << 20U;
    std::size_t links = 5000;
    html::Limits html;
};

/// The page as UTF-8 and as a tree: decoding, charset, parsing. For HTML answers only.
struct Parsed {
    html::Document document;
    text::Charset charset;
    std::size_t bytes = 0;  ///< of the page as UTF-8
    bool cut = false;
};
Parsed parse(const http::Response& response, const PageLimits& limits);

/// All that is kept of an exchange. Never fails: what cannot be read is a fact of the page.
Digest digest(const evidence::Exchange& exchange, const PageLimits& limits, const Observer* observer);

}  // namespace pa::site
