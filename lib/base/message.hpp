// Texts for users, in Vietnamese and English at once. A report is made long after the judgement, in
// a language chosen then, so a message keeps its pattern and its arguments until it is shown.
// Catalogues are GNU gettext's; the English text is the msgid.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace pa {

enum class Lang { vi, en };

/// A text in both languages, as packs and audits carry it.
struct Text {
    std::string vi;
    std::string en;

    const std::string& in(Lang lang) const { return lang == Lang::vi ? vi : en; }
    bool operator==(const Text&) const = default;
};

/// An English pattern with `{}` places (the gettext msgid) and the values for them. Values that are
/// texts in two languages themselves are kept in both.
struct Message {
    std::string pattern;
    std::vector<Text> values;

    bool empty() const { return pattern.empty(); }
    std::string in(Lang lang) const;
    std::string en() const { return in(Lang::en); }
    Text text() const { return {in(Lang::vi), in(Lang::en)}; }
    bool operator==(const Message&) const = default;
};

namespace detail {
inline Text value_of(const Text& text) { return text; }
inline Text value_of(const Message& message) { return message.text(); }
template <class T>
Text value_of(const T& value)
{
    auto plain = fmt::format("{}", value);
    return {plain, plain};
}
}  // namespace detail

/// The one way to make a message; `xgettext --keyword=msg` finds the pattern.
template <class... Values>
Message msg(const char* pattern, const Values&... values)
{
    return {pattern, {detail::value_of(values)...}};
}

/// Binds the catalogue in `folder` (the one that holds `vi/LC_MESSAGES/portalaudit.mo`). To be called
/// once, before any thread starts. The process locale plays no part: Vietnamese is looked up whatever
/// the environment says, so that an audit has the same bytes everywhere. Without a catalogue both
/// languages give the English text.
void bind_messages(const std::string& folder);

/// The pattern in `lang`; English gives `pattern` itself.
std::string translate(Lang lang, const char* pattern);

}  // namespace pa
