// link-target: does the home page link to something, under one of its names, and does it answer?
#include "check/kind.hpp"

#include "text/fold.hpp"

#include <algorithm>

namespace pa::check {

namespace {

constexpr int least_score = 70;

struct Found {
    const site::Link* link = nullptr;
    site::Target target;
    Message fault;  ///< empty when it is as it should be
};

class LinkTarget final : public Check {
public:
    explicit LinkTarget(const rule::Rule& rule)
        : labels_(rule.texts("labels"), rule.texts("not_labels")), path_(rule.text("path")), zone_(rule.text("zone", "any")),
          to_home_(rule.boolean("to_home", false)), outside_counts_(rule.boolean("outside_counts", false))
    {
    }

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        return path_.empty() ? judge_labels(context) : judge_path(context);
    }

private:
    bool is_in_zone(site::Zone zone) const
    {
        using site::Zone;
        if (zone_ == "menu" || zone_ == "header") {
            return zone == Zone::menu || zone == Zone::header;
        }
        return zone_ == "any" || (zone_ == "footer" && zone == Zone::footer);
    }

    Message fault_of(const Context& context, const site::Link& link, const site::Target& target) const
    {
        using State = site::Target::State;
        if (link.is_dead) {
            return to_home_ ? Message{} : msg("leads nowhere");
        }
        switch (target.state) {
        case State::outside:
            return outside_counts_ ? Message{} : msg("leads to another portal");
        case State::broken:
            return msg("answers {}", context.site().pages[target.page].status);
        case State::soft_404:
            return msg("is an error page, although it answers 200");
        case State::loop:
            return msg("redirects without end");
        case State::page:
            break;
        default:
            return msg("could not be looked at");
        }
        // "/" and "/index.html" are two addresses of one page.
        const site::Page& page = context.site().pages[target.page];
        const site::Page& home = context.site().pages[context.site().home];
        const bool leads_home = target.page == context.site().home || (page.is_html && page.text_hash == home.text_hash);
        if (to_home_ != leads_home) {
            return to_home_ ? msg("does not lead to the home page") : msg("leads back to the home page");
        }
        return {};
    }

    static bool is_unknown(const site::Target& target)
    {
        using State = site::Target::State;
        return target.state == State::failed || target.state == State::disallowed || target.state == State::not_fetched ||
               target.state == State::blocked;
    }

    Judgement judge_labels(const Context& context) const
    {
        const site::Site& site = context.site();
        Judgement out;
        std::optional<Found> best;
        const std::vector<site::Link>& links = site.pages[site.home].links;
        // Old table layouts tell neither a header nor a menu apart: then every link of the home page counts.
        const bool told_apart = std::any_of(links.begin(), links.end(), [](const site::Link& link) {
            return link.zone == site::Zone::menu || link.zone == site::Zone::header;
        });
        const bool anywhere = !told_apart && zone_ != "footer";
        for (const site::Link& link : links) {
            if (!(anywhere || is_in_zone(link.zone)) || labels_.match(context.folded(link.label)).score < least_score) {
                continue;
            }
            const site::Target target = site.target(link.target);
            Found found{&link, target, fault_of(context, link, target)};
            add_proof(out, {found.fault.empty() ? msg("found on the home page") : found.fault, target.url, text::shortened(site.label(link), 300)});
            if (!best || (!best->fault.empty() && (found.fault.empty() || is_unknown(target)))) {
                best = std::move(found);
            }
        }
        std::string labels;
        for (const std::string& label : labels_.texts()) {
            labels += (labels.empty() ? "“" : ", “") + label + "”";
        }
        out.searched.push_back(msg("links of the home page ({}) under the labels: {}", zone_, labels));
        conclude(context, best, out);
        return out;
    }

    static void conclude(const Context& context, const std::optional<Found>& best, Judgement& out)
    {
        const site::Site& site = context.site();
        if (best && best->fault.empty()) {
            out.verdict = Verdict::passed;
            out.why = msg("“{}” is there and its address answers", site.label(*best->link));
        } else if (best && is_unknown(best->target)) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("“{}” is there, but its address {}", site.label(*best->link), best->fault);
        } else if (best) {
            out.verdict = Verdict::failed;
            out.why = msg("“{}” is there, but its address {}", site.label(*best->link), best->fault);
        } else if (const Message problem = context.home_problem(); !problem.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = problem;
        } else {
            out.verdict = Verdict::failed;
            out.why = msg("the home page has no such link");
        }
    }

    Judgement judge_path(const Context& context) const
    {
        const site::Site& site = context.site();
        Judgement out;
        out.searched.push_back(msg("the address {}, and site maps named in robots.txt", path_));
        const auto home = url::Url::parse(site.url_of(site.home));
        const auto url = url::Url::parse(path_, &*home);
        const auto id = url ? site.url_id(url::normalised(*url).href()) : std::nullopt;
        site::Target target = id ? site.target(*id) : site::Target{};
        for (const site::PageId file : site.sitemap_files) {
            if (target.state != site::Target::State::page && path_.find("sitemap") != std::string::npos) {
                target = site.target(site.pages[file].url);
            }
        }
        if (target.state == site::Target::State::page && !site.pages[target.page].is_html) {
            out.verdict = Verdict::passed;
            out.why = msg("{} answers with {}", target.url, site.pages[target.page].media_type);
        } else if (target.page == site::none || is_unknown(target)) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("{} could not be looked at", path_);
        } else {
            out.verdict = Verdict::failed;
            out.why = target.state == site::Target::State::page ? msg("{} gives a web page, not the file", target.url)
                                                                 : msg("{} answers {}", target.url, site.pages[target.page].status);
        }
        return out;
    }

    Labels labels_;
    std::string path_;
    std::string zone_;
    bool to_home_;
    bool outside_counts_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    if (rule.params.contains("labels") == rule.params.contains("path")) {
        return tl::unexpected(param_error(rule, "path", msg("a rule of kind link-target needs either \"labels\" or \"path\"")));
    }
    return std::make_unique<LinkTarget>(rule);
}

}  // namespace

namespace registry {

Kind link_target()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"link-target",
                 {{"labels", ParamType::strings, false, "names of the link; this or path is needed"},
                  {"not_labels", ParamType::strings, false, "names that look alike but are something else"},
                  {"path", ParamType::string, false, "a fixed address such as /sitemap.xml that must answer with a file"},
                  {"zone", ParamType::choice, false, "where on the home page: menu (or header), header, footer, any (default)", {"menu", "header", "footer", "any"}},
                  {"to_home", ParamType::boolean, false, "the link must lead to the home page"},
                  {"outside_counts", ParamType::boolean, false, "it may lead to another portal"}}};
    kind.summary = "whether the home page links to something under one of its names, and it answers";
    kind.document = "Looks at the links of the home page, by their text, their image's text, or their title. A menu entry that only opens a submenu "
                    "stands for the first entry in it. Fails when there is no such link, or it leads nowhere, to an error, or elsewhere. Cannot "
                    "tell when the address was not fetched.";
    kind.example = "kind = \"link-target\"\nzone = \"menu\"\nlabels = [\"Sơ đồ cổng\", \"Sơ đồ trang\"]\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
