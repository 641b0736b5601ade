#include "check/section.hpp"

#include "check/section_on_home.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace pa::check {

namespace {

constexpr int least_score = 75;
constexpr int exact = 92;          // a link inside some page's text, or a title, has to fit this well
constexpr std::size_t most_opened = 12;
constexpr std::size_t most_near = 5;

// Bonus points for where a label stands: the law asks for the home page or the main menu (Circular 32/2017,
// Art. 16(2)), so that is where a section is at home.
constexpr int menu_bonus = 20;
constexpr int home_bonus = 12;
constexpr int frame_bonus = 10;
constexpr int title_bonus = 10;
constexpr int path_bonus = 8;

class Finder {
public:
    Finder(const Context& context, const SectionQuery& query) : context_(context), site_(context.site()), query_(query) {}

    Section find()
    {
        by_links();
        by_titles();
        add_path_bonus();
        look();
        if (!section_.found) {
            section_.found = section_on_home(context_, query_);
        }
        if (!section_.found) {
            note_nearest();
        }
        describe_search();
        return std::move(section_);
    }

private:
    void by_links()
    {
        for (const LinkGroup& link : context_.links()) {
            const LabelMatch& match = match_of(link.label);
            if (!match.rejected_by.empty()) {
                other_items_.insert(link.target);
                note_near_miss(link, match);
            }
            const bool framed = link.in_menu || link.on_home || link.in_frame;
            if (match.score == 0 || (!framed && match.score < exact)) {
                continue;
            }
            const int bonus = link.in_menu ? menu_bonus : link.on_home ? home_bonus : link.in_frame ? frame_bonus : 0;
            const Message where = link.in_menu    ? msg("menu")
                                  : link.on_home  ? msg("home page")
                                  : link.in_frame ? msg("sidebar or footer")
                                                  : msg("link on {}", site_.url_of(link.first_page));
            Candidate& candidate = offer(link.target, match.score + bonus, site_.labels[link.label], where);
            candidate.is_framed = candidate.is_framed || framed;
            candidate.is_in_menu = candidate.is_in_menu || link.in_menu;
            candidate.is_exact = candidate.is_exact || (match.score >= exact && match.is_whole);
        }
    }

    // What links to a page say is its title as a rule, so each text is tried once.
    const LabelMatch& match_of(std::uint32_t folded)
    {
        const auto [it, is_new] = matches_.try_emplace(folded);
        if (is_new) {
            it->second = query_.labels->match(context_.folded(folded));
        }
        return it->second;
    }

    void note_near_miss(const LinkGroup& link, const LabelMatch& match)
    {
        if (section_.near_misses.size() < most_near) {
            Candidate miss;
            miss.label = site_.labels[link.label];
            miss.url = site_.urls[link.target];
            miss.why = msg("that is \"{}\", another item", match.rejected_by);
            section_.near_misses.push_back(std::move(miss));
        }
    }

    // What is called most like the item, where nothing was taken for it: readers of the proof will have seen it.
    void note_nearest()
    {
        constexpr int least = 40;
        std::map<std::pair<int, std::string>, Candidate> found;  // by how little it fits
        for (const LinkGroup& link : context_.links()) {
            const bool framed = link.in_menu || link.on_home || link.in_frame;
            const LabelMatch match = framed && !candidates_.contains(link.target) && !other_items_.contains(link.target) ? query_.labels->nearest(context_.folded(link.label)) : LabelMatch();
            if (match.score >= least) {
                Candidate miss;
                miss.label = site_.labels[link.label];
                miss.url = site_.urls[link.target];
                miss.why = msg("that is called somewhat like “{}”, which is too little to take it for the item", match.label);
                found.try_emplace({-match.score, miss.url}, std::move(miss));
            }
        }
        for (auto& [key, miss] : found) {
            if (section_.near_misses.size() < most_near) {
                section_.near_misses.push_back(std::move(miss));
            }
        }
    }

    void by_titles()
    {
        for (std::size_t i = 0; i < context_.pages().size(); ++i) {
            const site::PageId page = context_.pages()[i];
            const LabelMatch& title = match_of(context_.title(i));
            const LabelMatch& heading = match_of(context_.heading(i));
            const int best = std::max(title.score, heading.score);
            if (best == 0 || page == site_.home) {
                continue;
            }
            const auto known = candidates_.find(site_.pages[page].url);
            if (known != candidates_.end()) {
                known->second.score += title_bonus;
            } else if (best >= exact && !other_items_.contains(site_.pages[page].url)) {
                const bool by_title = title.score >= heading.score;
                offer(site_.pages[page].url, best, by_title ? site_.pages[page].title : site_.pages[page].heading, msg("page title or heading")).is_exact =
                    by_title ? title.is_whole : heading.is_whole;
            }
        }
    }

    void add_path_bonus()
    {
        for (auto& [url, candidate] : candidates_) {
            const auto parsed = url::Url::parse(candidate.url);
            if (parsed && query_.labels->matches_path(path_words(url::percent_decoded(parsed->path())))) {
                candidate.score += path_bonus;
            }
        }
        for (std::size_t i = 0; i < context_.pages().size(); ++i) {
            const site::PageId page = context_.pages()[i];
            const site::UrlId id = site_.pages[page].url;
            const bool fits = query_.labels->matches_path(context_.path_words(i)) && !candidates_.contains(id) && !other_items_.contains(id);
            if (const auto parsed = fits ? url::Url::parse(site_.urls[id]) : std::nullopt) {
                // Templates often give every page one title, so the address's own words are the better name.
                const std::string& heading = site_.pages[page].heading;
                offer(id, least_score, heading.empty() ? url::percent_decoded(parsed->path()) : heading, msg("words of the address"))
                    .is_exact = query_.labels->names_path(url::percent_decoded(parsed->path()));
            }
        }
    }

    // Candidates are kept by the address that the link names; redirects are followed when looking.
    Candidate& offer(site::UrlId target, int score, const std::string& label, const Message& where)
    {
        Candidate& candidate = candidates_[target];
        if (candidate.url.empty() || score > candidate.score) {
            candidate.score = score;
            candidate.label = label;
            candidate.found_in = where;
            candidate.url = site_.urls[target];
        }
        return candidate;
    }

    void look()
    {
        std::vector<std::pair<site::UrlId, Candidate>> order(candidates_.begin(), candidates_.end());
        std::stable_sort(order.begin(), order.end(), [this](const auto& a, const auto& b) {
            return std::tuple(-a.second.score, clicks(a.first), a.second.url) < std::tuple(-b.second.score, clicks(b.first), b.second.url);
        });
        std::size_t opened = 0;
        for (auto& [url, candidate] : order) {
            if (candidate.score < least_score || opened++ == most_opened) {
                break;
            }
            // Where an entry of the menu leads to nothing, no page that merely is called so stands in for it.
            if (!candidate.is_framed && entry_is_empty_) {
                continue;
            }
            examine(url, candidate);
            if (is_article(candidate)) {
                continue;
            }
            if (candidate.state == Candidate::State::present) {
                section_.found = std::move(candidate);
                return;
            }
            entry_is_empty_ = entry_is_empty_ || (candidate.is_framed && candidate.score >= exact && is_nothing(candidate.state));
            section_.rejected.push_back(std::move(candidate));
        }
        take_outside();
    }

    // A page with a day of publication whose name only holds the label's words tells of the item and is not it.
    bool is_article(const Candidate& candidate) const
    {
        if (candidate.is_exact || candidate.is_in_menu || candidate.page == site::none) {
            return false;
        }
        const auto gist = site_.pages[candidate.page].is_html ? context_.gist(candidate.page) : nullptr;
        return site_.pages[candidate.page].published.confidence >= site::Confidence::medium && gist && !gist->is_list();
    }

    static bool is_nothing(Candidate::State state)
    {
        return state == Candidate::State::empty || state == Candidate::State::home || state == Candidate::State::soft_404 || state == Candidate::State::picture_only;
    }

    // Another agency's portal is enough for some items, where the portal itself has nothing.
    void take_outside()
    {
        const auto outside = std::find_if(section_.rejected.begin(), section_.rejected.end(), [](const Candidate& one) { return one.state == Candidate::State::outside; });
        if (query_.outside_counts && outside != section_.rejected.end()) {
            section_.found = std::move(*outside);
            section_.rejected.erase(outside);
        }
    }

    std::uint32_t clicks(site::UrlId url) const
    {
        const site::Target target = site_.target(url);
        return target.page == site::none ? site::none : site_.clicks[target.page];
    }

    void reject(Candidate& candidate, Candidate::State state, Message why)
    {
        candidate.state = state;
        candidate.why = std::move(why);
    }

    void examine(site::UrlId url, Candidate& candidate)
    {
        using State = site::Target::State;
        const site::Target target = site_.target(url);
        candidate.url = target.url;
        candidate.page = target.page;
        switch (target.state) {
        case State::outside:
            return reject(candidate, Candidate::State::outside, msg("leads to another portal"));
        case State::disallowed:
            return reject(candidate, Candidate::State::unknown, msg("is kept away from by robots.txt"));
        case State::not_fetched:
            return reject(candidate, Candidate::State::unknown, msg("was not asked, because of a limit"));
        case State::failed:
            return reject(candidate, Candidate::State::unknown,
                          msg("gave no answer ({})", http::name_of(site_.pages[target.page].failure)));
        case State::loop:
            return reject(candidate, Candidate::State::broken, msg("redirects without end"));
        case State::broken:
            if (site_.pages[target.page].status >= 500 || site_.pages[target.page].status == 429 || site_.pages[target.page].status == 403) {
                return reject(candidate, Candidate::State::unknown, msg("answers {}", site_.pages[target.page].status));
            }
            return reject(candidate, Candidate::State::broken, msg("answers {}", site_.pages[target.page].status));
        case State::soft_404:
            return reject(candidate, Candidate::State::soft_404, msg("is an error page, although it answers 200"));
        case State::blocked:
            return reject(candidate, Candidate::State::unknown, msg("is behind a block page ({})", blocked_word(target)));
        case State::page:
            break;
        }
        if (target.page == site_.home || (site_.pages[target.page].text_hash == site_.pages[site_.home].text_hash && site_.pages[target.page].is_html)) {
            return reject(candidate, Candidate::State::home, msg("leads back to the home page"));
        }
        if (!site_.pages[target.page].is_html) {
            return reject(candidate, Candidate::State::picture_only, msg("is a single file ({})", site_.pages[target.page].media_type));
        }
        Content content = *context_.gist(target.page);
        if (may_be_empty(content)) {
            content.text = own_text(context_, target.page);
            if (!context_.read_error()) {
                return reject(candidate, Candidate::State::unknown, msg("cannot be read from the evidence"));
            }
            drop_names(candidate, content);
        }
        weigh(candidate, std::move(content));
    }

    // The section's own name is no content of it.
    void drop_names(const Candidate& candidate, Content& content) const
    {
        const site::Page& page = site_.pages[candidate.page];
        const std::string label = text::folded(candidate.label);
        const std::string heading = text::folded(page.heading);
        const std::string title = text::folded(page.title);
        std::string kept;
        for (std::size_t begin = 0; begin < content.text.size();) {
            const std::size_t end = std::min(content.text.find('\n', begin), content.text.size());
            const std::string line = content.text.substr(begin, end - begin);
            const std::string folded = text::folded(line);
            const bool is_path = folded.starts_with("bạn đang ở") || folded.starts_with("vị trí hiện tại") || folded.starts_with("đường dẫn");
            if (folded.empty() || is_path || folded == label || folded == heading || title.starts_with(folded)) {
                content.length -= std::min(content.length, text::length(line));
            } else {
                kept += line + "\n";
            }
            begin = end + 1;
        }
        content.text = std::move(kept);
    }

    // A list of one entry.
    bool leads_to_text(site::PageId page, const Content& content) const
    {
        constexpr std::size_t least_label = 20;  // code points; a title, and no "Trang chủ"
        if (content.entries.size() != 1) {
            return false;
        }
        const site::Target target = site_.target(content.entries.front());
        const std::vector<site::Link>& links = site_.pages[page].links;
        const bool has_title = std::any_of(links.begin(), links.end(), [&](const site::Link& link) {
            return link.target == content.entries.front() && link.zone == site::Zone::content && text::length(site_.label(link)) >= least_label;
        });
        const bool is_page = target.state == site::Target::State::page && site_.pages[target.page].is_html && target.page != site_.home;
        return has_title && is_page && context_.gist(target.page)->length >= query_.least_text;
    }

    // A redirect that ends at a login form has no word of its own.
    std::string_view blocked_word(const site::Target& target) const
    {
        const site::Blocked blocked = site_.pages[target.page].blocked;
        return name_of(blocked == site::Blocked::none ? site::Blocked::login : blocked);
    }

    void weigh(Candidate& candidate, Content content)
    {
        if (site_.pages[candidate.page].needs_script) {
            return reject(candidate, Candidate::State::unknown, msg("is an empty shell that only a browser's script would fill"));
        }
        switch (emptiness_said(content)) {
        case Emptiness::loading:
            return reject(candidate, Candidate::State::unknown, msg("only says that it is loading, which a browser's script would have to finish"));
        case Emptiness::updating:
            return reject(candidate, Candidate::State::empty, msg("only says that it is being updated"));
        case Emptiness::not_found:
            return reject(candidate, Candidate::State::soft_404, msg("is an error page, although it answers 200"));
        case Emptiness::no_data:
            return reject(candidate, Candidate::State::empty, msg("only says that there is nothing"));
        case Emptiness::none:
            break;
        }
        if (content.length < query_.least_text && content.entries.size() < 2 && !leads_to_text(candidate.page, content) && !(query_.links_count && has_many_links(context_, candidate.page))) {
            if (content.pictures > 0 && !query_.picture_counts) {
                return reject(candidate, Candidate::State::picture_only, msg("has no text of its own, only a picture or an embedded file"));
            }
            if (content.pictures == 0) {
                return reject(candidate, Candidate::State::empty, msg("has no content of its own ({} characters beside the template)", content.length));
            }
        }
        candidate.state = Candidate::State::present;
        candidate.content = std::move(content);
    }

    void describe_search()
    {
        std::string labels;
        for (const std::string& label : query_.labels->texts()) {
            labels += (labels.empty() ? "“" : ", “") + label + "”";
        }
        section_.searched.push_back(msg("labels: {}", labels));
        section_.searched.push_back(msg("in {} different links, and in titles, headings and addresses of {} pages, also without diacritics",
                                        context_.links().size(), context_.pages().size()));
    }

    const Context& context_;
    const site::Site& site_;
    const SectionQuery& query_;
    std::unordered_map<std::uint32_t, LabelMatch> matches_;  ///< by what was matched, as the context numbers it
    std::map<site::UrlId, Candidate> candidates_;
    std::set<site::UrlId> other_items_;  ///< targets of links that name another item; their address says no more
    bool entry_is_empty_ = false;
    Section section_;
};

}  // namespace

Section find_section(const Context& context, const SectionQuery& query) { return Finder(context, query).find(); }

}  // namespace pa::check
