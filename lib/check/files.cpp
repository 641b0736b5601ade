#include "check/files.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>

namespace pa::check {

namespace {

struct Format {
    std::string_view name;
    std::string_view begin;              // of its bytes
    std::array<std::string_view, 6> endings;
};

constexpr Format formats[] = {
    {"PDF", "%PDF-", {".pdf"}},
    {"Office Open XML, ODF or ZIP", std::string_view("PK\3\4", 4), {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip"}},
    {"Word, Excel or PowerPoint 97", "\xD0\xCF\x11\xE0", {".doc", ".xls", ".ppt"}},
    {"RTF", "{\\rtf", {".rtf", ".doc"}},
    {"RAR", "Rar!", {".rar"}},
    {"7z", "7z\xBC\xAF", {".7z"}},
};

std::string ending_of(std::string_view address)
{
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos ? "" : ascii_lowered(path.substr(dot));
}

bool has_ending(const Format& format, std::string_view ending)
{
    return !ending.empty() && std::find(format.endings.begin(), format.endings.end(), ending) != format.endings.end();
}

bool looks_like_html(std::string_view bytes)
{
    const std::string begin = ascii_lowered(bytes.substr(0, 512));
    return begin.find("<html") != std::string::npos || begin.find("<!doctype html") != std::string::npos;
}

void look_at_bytes(std::string_view bytes, File& file)
{
    const std::string ending = ending_of(file.url);
    if (bytes.empty()) {
        file.state = File::State::broken;
        file.why = msg("is empty");
    } else if (looks_like_html(bytes)) {
        file.state = File::State::broken;
        file.why = msg("is a web page and no document");
    } else {
        const auto found = std::find_if(std::begin(formats), std::end(formats), [&](const Format& format) { return bytes.starts_with(format.begin); });
        const bool is_named = std::any_of(std::begin(formats), std::end(formats), [&](const Format& format) { return has_ending(format, ending); });
        if (found == std::end(formats) && is_named) {
            file.state = File::State::broken;
            file.why = msg("does not begin like a file of the kind {}", ending);
        } else if (found != std::end(formats) && is_named && !has_ending(*found, ending)) {
            file.state = File::State::broken;
            file.why = msg("is called {}, but is {}", ending, found->name);
        } else {
            file.state = found == std::end(formats) ? File::State::unknown : File::State::sound;
            file.why = found == std::end(formats) ? msg("is of a kind that is not looked into") : Message();
        }
    }
}

}  // namespace

bool names_file(std::string_view address)
{
    const std::string ending = ending_of(address);
    return std::any_of(std::begin(formats), std::end(formats), [&](const Format& format) { return has_ending(format, ending); });
}

File file_behind(const Context& context, site::UrlId link)
{
    using State = site::Target::State;
    File file;
    file.url = context.site().urls[link];
    const site::Target target = context.site().target(link);
    const bool is_missing = target.state == State::broken || target.state == State::soft_404 || target.state == State::loop;
    if (is_missing) {
        file.state = File::State::broken;
        file.why = target.state == State::broken ? msg("answers {}", context.site().pages[target.page].status) : msg("is an error page, although it answers 200");
        return file;
    }
    if (target.state != State::page) {
        file.why = msg("was not fetched");
        return file;
    }
    const auto answer = context.answer(target.page);
    if (!answer) {
        file.why = msg("cannot be read from the evidence");
        return file;
    }
    look_at_bytes(answer->body, file);
    return file;
}

}  // namespace pa::check
