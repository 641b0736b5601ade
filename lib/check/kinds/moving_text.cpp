// moving-text: does anything move, change or sound by itself?
#include "check/accessibility.hpp"

#include "access/words.hpp"
#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace pa::check {

namespace {

using access::Element;
using access::Index;
using access::Survey;
using access::Tag;

constexpr double twenty_hours = 72'000;  // WCAG 2.2.1 lets time limits be that are longer

// The delay of the first refresh that browsers heed; HTML Living Standard, "shared declarative refresh steps". Negative: none.
struct Refresh {
    Index element = access::nowhere;
    double delay = -1;
};

double delay_of(std::string_view content)
{
    content = content.substr(std::min(content.find_first_not_of(access::white), content.size()));
    double delay = 0;
    const char* end = content.data();
    while (end != content.data() + content.size() && *end >= '0' && *end <= '9') {
        delay = std::min(1e9, delay * 10 + (*end - '0'));
        ++end;
    }
    const std::string_view digits = content.substr(0, static_cast<std::size_t>(end - content.data()));
    std::string_view rest = content.substr(digits.size());
    if (digits.empty() && !rest.starts_with('.')) {
        return -1;
    }
    rest.remove_prefix(std::min(rest.find_first_not_of("0123456789."), rest.size()));
    const bool goes_on = rest.empty() || rest[0] == ';' || rest[0] == ',' || access::white.find(rest[0]) != std::string_view::npos;
    return goes_on ? delay : -1;
}

Refresh refresh_of(const Survey& survey)
{
    for (const Index index : survey.with_tag(Tag::meta)) {
        const Element& meta = survey[index];
        if (access::is_same(access::trimmed(meta.attribute("http-equiv")), "refresh")) {
            if (const double delay = delay_of(meta.attribute("content")); delay >= 0) {
                return {index, delay};
            }
        }
    }
    return {};
}

void tell(const Survey& survey, const Refresh& refresh, bool is_fault, Finds& finds)
{
    finds.saw();
    if (is_fault) {
        finds.fault("<meta http-equiv=\"refresh\" content=\"" + std::string(survey[refresh.element].attribute("content")) + "\">");
    }
}

void look_at_refresh(const Survey& survey, const AccessSettings&, Finds& finds)
{
    if (const Refresh refresh = refresh_of(survey); refresh.delay >= 0) {
        tell(survey, refresh, refresh.delay > 0 && refresh.delay <= twenty_hours, finds);
    }
}

void look_at_any_refresh(const Survey& survey, const AccessSettings&, Finds& finds)
{
    if (const Refresh refresh = refresh_of(survey); refresh.delay >= 0) {
        tell(survey, refresh, refresh.delay > 0, finds);
    }
}

void look_at_moving(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Tag tag : {Tag::marquee, Tag::blink}) {
        for (const Index index : survey.with_tag(tag)) {
            if (survey[index].hidden == access::Sure::no) {
                finds.fault(index);
            }
        }
    }
}

bool is_media_fragment(std::string_view source) { return source.find("#t=") != std::string_view::npos; }

// Something a visitor can turn the sound off with: by its words or, as they may be pictures, a button that a script gives its work.
bool has_control(const Survey& survey)
{
    constexpr std::array<std::string_view, 11> words = {"pause", "mute", "stop", "play", "dừng", "tắt", "tạm ngừng", "âm thanh", "nhạc", "audio", "sound"};
    return std::any_of(survey.with_role(access::Role::button).begin(), survey.with_role(access::Role::button).end(), [&](Index index) {
        if (!survey.has_script() || survey[index].concealed == access::Sure::yes) {
            return false;
        }
        const std::string name = text::folded(survey.name(index).text);
        return name.empty() || std::any_of(words.begin(), words.end(), [&](std::string_view word) { return name.find(word) != std::string::npos; });
    });
}

void look_at_sound(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_tag(Tag::audio)) {
        const Element& audio = survey[index];
        if (!audio.node.attribute("autoplay") || audio.node.attribute("muted")) {
            continue;
        }
        const bool is_part = is_media_fragment(audio.attribute("src")) || is_media_fragment(html::attribute(audio.node.child("source"), "src"));
        const bool has_source = !audio.attribute("src").empty() || audio.node.child("source");
        finds.judge(index, has_source && !is_part && !audio.node.attribute("controls") && !has_control(survey));
    }
}

constexpr AccessCheck checks[] = {
    {"refresh", "no page loads itself or another anew after a while, unless that is more than twenty hours", "2.2.1, 2.2.4, 3.2.5", "bc659a", true,
     [] { return msg("the page loads anew by itself after a while"); }, look_at_refresh},
    {"refresh-never", "no page loads itself or another anew after a while, however long", "2.2.4, 3.2.5", "bisz58", false,
     [] { return msg("the page loads anew by itself after a while"); }, look_at_any_refresh},
    {"moving-elements", "no text moves or blinks by the elements marquee and blink, which nobody can stop", "2.2.2", "", true,
     [] { return msg("the text moves or blinks and cannot be stopped"); }, look_at_moving},
    {"sound", "no sound plays by itself without a control on the page", "1.4.2", "80f0bf 4c31df", true,
     [] { return msg("a sound plays by itself, and the page has no control to stop it"); }, look_at_sound},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind moving_text()
{
    Kind kind = access_kind({.name = "moving-text",
                             .summary = "whether anything moves, changes or sounds by itself",
                             .document = "Looks at marquee and blink elements, at meta elements that load a page anew, and at audio elements that play by "
                                         "themselves. What scripts and style sheets move is not seen; whether a film has a sound, neither.",
                             .example = "checks = [\"refresh\", \"moving-elements\"]\n"},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
