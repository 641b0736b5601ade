// languages: does the portal have pages in another language?
#include "check/kind.hpp"

#include "base/ascii.hpp"

namespace pa::check {

namespace {

class Languages final : public Check {
public:
    explicit Languages(const rule::Rule& rule) : language_(rule.text("language")), least_(rule.integer("least", 1)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        const site::Site& site = context.site();
        Judgement out;
        out.searched.push_back(msg("pages that say that they are in the language {}, or whose address does; {} at least", language_, least_));
        std::int64_t found = 0;
        std::int64_t copies = 0;
        for (const site::PageId id : context.pages()) {
            const site::Page& page = site.pages[id];
            if (!is_in_language(page.language, site.url_of(id))) {
                continue;
            }
            if (page.text_bytes < least_text) {
                ++copies;
                continue;
            }
            ++found;
            add_proof(out, {msg("a page in the language {}", language_), site.url_of(id), page.title});
        }
        out.verdict = found >= least_ ? Verdict::passed : found > 0 ? Verdict::partly : Verdict::failed;
        out.share = static_cast<double>(found) / static_cast<double>(std::max<std::int64_t>(1, least_));
        out.why = found > 0 ? msg("{} pages are in the language {}", found, language_) : copies > 0 ? msg("{} pages are in the language {}, but next to empty", copies, language_) : msg("no page is in the language {}", language_);
        if (const Message blind = context.blind_spot(); found < least_ && !blind.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = blind;
        } else if (const std::string* other = found < least_ ? elsewhere(context) : nullptr; other != nullptr) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("pages in the language {} may be at {}, which is outside of the audited portal", language_, *other);
        }
        return out;
    }

private:
    static constexpr std::uint32_t least_text = 300;  // bytes

    // An address outside of the portal that a page links to and that says that it is in the language.
    const std::string* elsewhere(const Context& context) const
    {
        const site::Site& site = context.site();
        for (const LinkGroup& group : context.links()) {
            const std::string& url = site.urls[group.target];
            if (!site.is_inside(group.target) && is_in_language("", url)) {
                return &url;
            }
        }
        return nullptr;
    }

    // <html lang="en-GB">, /en/…, english.example.gov.vn, en.example.gov.vn.
    bool is_in_language(std::string_view declared, const std::string& address) const
    {
        const std::string tag = ascii_lowered(declared.substr(0, declared.find_first_of("-_")));
        if (!tag.empty() && tag != "vi") {
            return tag == language_;
        }
        const auto url = url::Url::parse(address);
        if (!url) {
            return false;
        }
        const std::string path = ascii_lowered(url->path());
        const bool english = language_ == "en";
        return path.starts_with("/" + language_ + "/") || path == "/" + language_ || (english && path.starts_with("/english")) ||
               url->host().starts_with(language_ + ".") || (english && url->host().starts_with("english."));
    }

    std::string language_;
    std::int64_t least_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    const std::string language = rule.text("language");
    if (language.size() < 2 || language.size() > 3 || language != ascii_lowered(language)) {
        return tl::unexpected(param_error(rule, "language", msg("\"{}\" is no language: write two or three lower-case letters such as en", language)));
    }
    return std::make_unique<Languages>(rule);
}

}  // namespace

namespace registry {

Kind languages()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"languages",
                 {{"language", ParamType::string, true, "an ISO 639 code such as en"},
                  {"least", ParamType::integer, false, "how many pages at least; 1 by default"}}};
    kind.summary = "whether the portal has pages in another language";
    kind.document = "Counts pages with a text of some length that name the language in the html element; where a page names none, or Vietnamese, its address decides (/en/, english.…). Partly where there "
                    "are fewer than asked. Cannot tell where there are too few and the portal was not seen whole.";
    kind.example = "kind = \"languages\"\nlanguage = \"en\"\nleast = 3\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
