// https: is the portal reached over TLS with a certificate that can be verified, always, and wholly?
#include "check/kind.hpp"

#include "html/text.hpp"

namespace pa::check {

namespace {

bool is_plain(std::string_view reference) { return reference.starts_with("http://"); }

// What a browser loads or sends by itself; a link to an http page is no mixed content.
bool is_mixed(html::Node node)
{
    const std::string_view name = node.name();
    if (name == "form") {
        return is_plain(html::attribute(node, "action"));
    }
    if (name == "link") {
        return html::attribute(node, "rel") == "stylesheet" && is_plain(html::attribute(node, "href"));
    }
    return (name == "script" || name == "img" || name == "iframe" || name == "audio" || name == "video" || name == "source" || name == "embed") &&
           is_plain(html::attribute(node, "src"));
}

class Https final : public Check {
public:
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        if (view.url.scheme() != "https") {
            return std::nullopt;
        }
        site::Note note;
        html::walk(
            view.document.root(),
            [&](html::Node node) {
                if (node.type() == pugi::node_element && is_mixed(node)) {
                    ++note.count;
                    if (note.detail.empty()) {
                        const std::string_view source = html::attribute(node, "src");
                        note.detail = std::string(node.name()) + " " + std::string(source.empty() ? html::attribute(node, "action") : source);
                    }
                }
                return true;
            },
            [](html::Node) {});
        return note.count > 0 ? std::optional(note) : std::nullopt;
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        const site::Site& site = context.site();
        Judgement out;
        if (site.origin.folder) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("a folder was audited, so there is no server whose connection could be looked at");
            return out;
        }
        const std::string& home = site.url_of(site.home);
        out.searched.push_back(msg("the connection to {}, the same host under the other scheme, and what its pages load", home));
        if (!home.starts_with("https://")) {
            return plain_home(context, out);
        }
        int faults = 0;
        if (const auto other = other_scheme(context); other && other->state == site::Target::State::page && !other->url.starts_with("https://")) {
            ++faults;
            add_proof(out, {msg("the same host answers over http without leading to https"), other->url, ""});
        }
        for (const PageNote& note : notes) {
            add_proof(out, {msg("{} parts of the page are loaded from or sent to http addresses", note.count), site.url_of(note.page), note.detail});
        }
        faults += notes.empty() ? 0 : 1;
        out.verdict = faults == 0 ? Verdict::passed : Verdict::partly;
        out.share = faults == 1 ? 0.7 : 0.4;
        out.why = faults == 0 ? msg("the portal answers over https with a certificate that could be verified")
                              : msg("the portal answers over https, but not always or not wholly ({} faults)", faults);
        return out;
    }

private:
    static std::optional<site::Target> other_scheme(const Context& context)
    {
        const std::string& start = context.site().origin.start;
        const auto url = url::Url::parse(start);
        if (!url || url->port()) {
            return std::nullopt;
        }
        const std::string other = (url->scheme() == "https" ? "http://" : "https://") + std::string(url->host()) + "/";
        const auto id = context.site().url_id(other);
        return id ? std::optional(context.site().target(*id)) : std::nullopt;
    }

    static Judgement plain_home(const Context& context, Judgement& out)
    {
        const auto other = other_scheme(context);
        const bool there = other && other->state == site::Target::State::page;
        out.verdict = there ? Verdict::partly : Verdict::failed;
        out.share = 0.3;
        out.why = there ? msg("https is there, but the portal's address answers over http and does not lead to it")
                        : msg("the portal answers over http only");
        add_proof(out, {msg("the home page is sent without protection"), context.site().url_of(context.site().home), ""});
        return out;
    }
};

Result<std::unique_ptr<Check>> make(const rule::Rule&) { return std::make_unique<Https>(); }

}  // namespace

namespace registry {

Kind https()
{
    Kind kind;
    kind.spec = {"https", {}};
    kind.summary = "whether the portal is reached over a verified TLS connection, always and wholly";
    kind.document = "Passes when the home page is on https (certificates are always verified while fetching), http leads there, and no page "
                    "loads from or posts to http addresses. Partly when one of these is missing, fails on http only. Cannot tell for a folder. "
                    "Whether http leads to https is only known for the default ports.";
    kind.example = "kind = \"https\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
