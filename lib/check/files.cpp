#include "check/files.hpp"

#include "base/ascii.hpp"
#include "check/pdf.hpp"

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

bool begins_like(std::string_view bytes, const Format& format)
{
    // Readers take a PDF whose header stands anywhere in the first 1,024 bytes.
    constexpr std::size_t pdf_header_within = 1024;
    return bytes.starts_with(format.begin) || (format.name == "PDF" && bytes.substr(0, pdf_header_within).find(format.begin) != std::string_view::npos);
}

void put(File& file, File::State state, Message why)
{
    file.state = state;
    file.why = std::move(why);
}

void look_into_pdf(std::string_view bytes, bool truncated, File& file)
{
    if (truncated) {
        put(file, File::State::unknown, msg("is longer than what was fetched of it"));
        return;
    }
    const PdfText found = text_of_pdf(bytes);
    switch (found.state) {
    case PdfText::State::text:
        file.state = File::State::sound;
        break;
    case PdfText::State::no_text:
        put(file, File::State::no_text, msg("holds no text, only pictures of pages"));
        break;
    case PdfText::State::damaged:
        put(file, File::State::broken, msg("cannot be opened"));
        break;
    case PdfText::State::unknown:
        put(file, File::State::unknown, found.why);
        break;
    }
}

void look_at_bytes(std::string_view bytes, bool truncated, File& file)
{
    const std::string ending = ending_of(file.url);
    const auto found = std::find_if(std::begin(formats), std::end(formats), [&](const Format& format) { return begins_like(bytes, format); });
    const bool is_known = found != std::end(formats);
    const bool is_named = std::any_of(std::begin(formats), std::end(formats), [&](const Format& format) { return has_ending(format, ending); });
    if (bytes.empty()) {
        put(file, File::State::broken, msg("is empty"));
    } else if (is_known && is_named && !has_ending(*found, ending)) {
        put(file, File::State::broken, msg("is called {}, but is {}", ending, found->name));
    } else if (is_known && found->name == "PDF") {
        look_into_pdf(bytes, truncated, file);
    } else if (is_known) {
        file.state = File::State::sound;
    } else if (looks_like_html(bytes)) {
        put(file, File::State::broken, msg("is a web page and no document"));
    } else if (is_named) {
        put(file, File::State::broken, msg("does not begin like a file of the kind {}", ending));
    } else {
        put(file, File::State::unknown, msg("is of a kind that is not looked into"));
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
    switch (target.state) {
    case State::page:
        break;
    case State::broken: {
        // A server in trouble or a guard before it says nothing of the file.
        const int status = context.site().pages[target.page].status;
        const bool is_gone = status < 500 && status != 429 && status != 403;
        put(file, is_gone ? File::State::broken : File::State::unknown, msg("answers {}", status));
        return file;
    }
    case State::soft_404:
        put(file, File::State::broken, msg("is an error page, although it answers 200"));
        return file;
    case State::loop:
        put(file, File::State::broken, msg("redirects without end"));
        return file;
    default:
        file.why = msg("was not fetched");
        return file;
    }
    const auto answer = context.answer(target.page);
    if (!answer) {
        file.why = msg("cannot be read from the evidence");
        return file;
    }
    look_at_bytes(answer->body, context.site().pages[target.page].truncated, file);
    return file;
}

}  // namespace pa::check
