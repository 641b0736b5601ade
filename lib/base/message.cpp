#include "base/message.hpp"

#include <fmt/args.h>

#include <clocale>
#include <cstdlib>
#include <libintl.h>

namespace pa {

namespace {
constexpr const char* domain = "portalaudit";
}

void bind_messages(const std::string& folder)
{
    // glibc looks at LANGUAGE only when the locale is not plain "C"; C.UTF-8 is in every glibc of
    // Debian 12 and changes nothing else that the program uses.
    ::setenv("LANGUAGE", "vi", 1);
    std::setlocale(LC_MESSAGES, "C.UTF-8");
    ::bindtextdomain(domain, folder.c_str());
    ::bind_textdomain_codeset(domain, "UTF-8");
}

std::string translate(Lang lang, const char* pattern)
{
    if (lang == Lang::en || *pattern == '\0') {
        return pattern;
    }
    return ::dgettext(domain, pattern);
}

std::string Message::in(Lang lang) const
{
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const Text& value : values) {
        store.push_back(value.in(lang));
    }
    return fmt::vformat(translate(lang, pattern.c_str()), store);
}

}  // namespace pa
