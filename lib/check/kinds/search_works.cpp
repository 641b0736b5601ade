// search-works: does the home page's search lead to results?
#include "check/content.hpp"
#include "check/kind.hpp"

#include "base/ascii.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>

namespace pa::check {

namespace {

struct SearchForm {
    std::string action;     ///< absolute, without query and fragment; empty where a script stands for it
    std::string field;      ///< the name of its text field; may be empty
    std::string shown;      ///< for the proof
    bool is_get = false;
};

class SearchWorks final : public Check {
public:
    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        const site::Site& site = context.site();
        Judgement out;
        out.searched.push_back(msg("a form on the home page with a text field to search, and pages that answer its address with a query"));
        const auto home = context.open(site.home);
        const Message problem = context.home_problem();
        const auto form = home ? form_of(*home) : std::nullopt;
        if (!form) {
            out.verdict = home && problem.empty() ? Verdict::failed : Verdict::cannot_tell;
            out.why = home && problem.empty() ? msg("the home page has no form to search") : problem.empty() ? msg("the home page could not be read") : problem;
            return out;
        }
        add_proof(out, {msg("a form to search"), site.url_of(site.home), text::shortened(form->shown, 300)});
        if (!form->is_get || form->action.empty() || form->field.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("the home page has a form to search; its results have no address of their own, so that whether it works is to be tried");
            return out;
        }
        judge_answers(context, *form, out);
        return out;
    }

private:
    static void judge_answers(const Context& context, const SearchForm& form, Judgement& out)
    {
        const site::Site& site = context.site();
        bool has_nothing = false;
        bool is_broken = false;
        std::string broken;
        for (site::UrlId id = 0; id < site.urls.size(); ++id) {
            const std::string_view url = site.urls[id];
            const std::string_view address = url.substr(0, url.find_first_of("?#"));
            if (address != form.action) {
                continue;
            }
            const site::Target target = site.target(id);
            if (target.state == site::Target::State::broken || target.state == site::Target::State::soft_404) {
                is_broken = true;
                broken = std::string(url);
            } else if (target.state == site::Target::State::page && has_query(url, form.field)) {
                const auto gist = context.gist(target.page);
                if (!gist->entries.empty()) {
                    out.verdict = Verdict::passed;
                    out.why = msg("the form leads to a page with {} results", gist->entries.size());
                    add_proof(out, {msg("results"), std::string(url), site.pages[target.page].title});
                    return;
                }
                has_nothing = true;
                add_proof(out, {msg("a page without results"), std::string(url), site.pages[target.page].title});
            }
        }
        if (is_broken && !has_nothing) {
            out.verdict = Verdict::failed;
            out.why = msg("the form leads to an address that answers with an error");
            add_proof(out, {msg("answers with an error"), broken, ""});
            return;
        }
        out.verdict = Verdict::cannot_tell;
        out.why = has_nothing ? msg("the home page has a form to search; the queries in the evidence found nothing") : msg("the home page has a form to search; the evidence holds no page that answers a query");
    }

    // "…?q=nhà+ở" of the field `q`.
    static bool has_query(std::string_view url, const std::string& field)
    {
        const std::size_t begin = url.find('?');
        std::string_view query = begin == std::string_view::npos ? std::string_view() : url.substr(begin + 1, url.find('#') - begin - 1);
        while (!query.empty()) {
            const std::string_view pair = query.substr(0, query.find('&'));
            query.remove_prefix(std::min(query.size(), pair.size() + 1));
            if (pair.size() > field.size() + 1 && pair.starts_with(field) && pair[field.size()] == '=') {
                return true;
            }
        }
        return false;
    }

    static std::optional<SearchForm> form_of(const site::OpenPage& open)
    {
        std::optional<SearchForm> best;
        html::walk(
            open.document.body(),
            [&](html::Node node) {
                const std::string_view name = node.name();
                if (name == "input" && is_search_field(node)) {
                    SearchForm form = described(open, node);
                    best = !best || (form.is_get && !best->is_get) ? std::optional(std::move(form)) : best;
                }
                return true;
            },
            [](html::Node) {});
        return best;
    }

    static html::Node form_around(html::Node node)
    {
        for (html::Node at = node.parent(); at; at = at.parent()) {
            if (std::string_view(at.name()) == "form") {
                return at;
            }
        }
        return {};
    }

    static bool is_search_field(html::Node input)
    {
        const std::string type = ascii_lowered(html::attribute(input, "type"));
        if (type == "search") {
            return true;
        }
        if (!type.empty() && type != "text") {
            return false;
        }
        static const auto words = text::Pattern::compile("search|timkiem|tim-kiem|tim_kiem|tukhoa|tu-khoa|tu_khoa|keyword|tìm|từ khóa|từ khoá|tra cứu|^(q|s|kw|query|key)$");
        const html::Node form = form_around(input);
        for (const char* attribute : {"name", "id", "class", "placeholder", "title", "aria-label"}) {
            if (words->is_in(text::nfc(html::attribute(input, attribute)))) {
                return true;
            }
        }
        for (const char* attribute : {"role", "action", "id", "class", "name"}) {
            if (form && !has_many_fields(form) && words->is_in(text::nfc(html::attribute(form, attribute)))) {
                return true;
            }
        }
        return false;
    }

    // Systems that put the whole page into one form: its name says nothing of this field.
    static bool has_many_fields(html::Node form)
    {
        std::size_t fields = 0;
        html::walk(
            form,
            [&](html::Node node) {
                const std::string type = ascii_lowered(html::attribute(node, "type"));
                fields += std::string_view(node.name()) == "input" && (type.empty() || type == "text" || type == "email" || type == "password") ? 1U : 0U;
                return true;
            },
            [](html::Node) {});
        return fields > 3;
    }

    static SearchForm described(const site::OpenPage& open, html::Node input)
    {
        const html::Node form = form_around(input);
        SearchForm out;
        out.field = html::attribute(input, "name");
        out.is_get = form && ascii_lowered(html::attribute(form, "method")) != "post";
        const std::string action(html::attribute(form, "action"));
        out.shown = "<form action=\"" + action + "\" method=\"" + std::string(html::attribute(form, "method")) + "\"> <input name=\"" + out.field + "\">";
        const auto address = url::Url::parse(action, &open.url);
        if (form && address && !ascii_lowered(action).starts_with("javascript:") && !action.starts_with("#")) {
            const std::string whole = address->href();
            out.action = whole.substr(0, whole.find_first_of("?#"));
        }
        return out;
    }
};

Result<std::unique_ptr<Check>> make(const rule::Rule&) { return std::make_unique<SearchWorks>(); }

}  // namespace

namespace registry {

Kind search_works()
{
    Kind kind;
    kind.spec = {"search-works", {}};
    kind.summary = "whether the home page's search leads to results";
    kind.document = "Looks on the home page for a form with a text field to search. The tool sends no query of its own: where the form uses GET and the evidence holds a page that answers its address with a query, this page shows whether there are "
                    "results. Fails where there is no such form, or its address answers with an error. Cannot tell where the evidence holds no answer to a query, or none with results, or where results have no address of their own.";
    kind.example = "kind = \"search-works\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
