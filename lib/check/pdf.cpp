#include "check/pdf.hpp"

#include "base/ascii.hpp"
#include "base/process.hpp"

#include <algorithm>

namespace pa::check {

namespace {

constexpr std::size_t largest = 64 * 1024 * 1024;  // bytes of a file that is looked into
constexpr std::ptrdiff_t least_letters = 40;       // page numbers and the marks of signatures on a scan are fewer
constexpr ProcessLimits limits{std::chrono::seconds(10), 1024ULL * 1024 * 1024, 4ULL * 1024 * 1024};

constexpr int opened = 0;
constexpr int not_permitted = 3;  // an owner forbade to take out the text; readers show it all the same

}  // namespace

PdfText text_of_pdf(std::string_view bytes)
{
    if (bytes.size() > largest) {
        return {PdfText::State::unknown, msg("is too large to be looked into")};
    }
    const auto read = run_filter("pdftotext", {"-q", "-l", "3", "-enc", "UTF-8", "-", "-"}, bytes, limits);
    if (!read) {
        return {PdfText::State::unknown, msg("could not be looked into: {}", read.error().message)};
    }
    if (!read->status || read->status == not_permitted) {
        return {PdfText::State::unknown, read->status ? msg("does not let its text be taken out") : msg("takes too long to be looked into")};
    }
    if (read->status != opened) {
        return {PdfText::State::damaged, {}};
    }
    // Letters beyond ASCII begin with a byte from 0xC3 on.
    const auto letters = std::count_if(read->output.begin(), read->output.end(), [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0xC3; });
    return {letters >= least_letters ? PdfText::State::text : PdfText::State::no_text, {}};
}

}  // namespace pa::check
