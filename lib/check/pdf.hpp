// Whether a PDF holds text that can be read, searched and read aloud, or only pictures of pages.
#pragma once

#include "base/message.hpp"

#include <cstdint>
#include <string_view>

namespace pa::check {

struct PdfText {
    enum class State : std::uint8_t {
        text,     ///< there is text on its first pages
        no_text,  ///< there is none or next to none
        damaged,  ///< it cannot be opened
        unknown,  ///< it could not be looked into
    };
    State state = State::unknown;
    Message why;  ///< for `unknown`
};

/// Looks at the first pages of a PDF with poppler's `pdftotext`, in a process of its own with bounds on time and memory.
PdfText text_of_pdf(std::string_view bytes);

}  // namespace pa::check
