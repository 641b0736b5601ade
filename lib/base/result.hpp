// How this project fails: by value. `Result<T>` is a T or an `Error`; nothing of ours throws.
#pragma once

#include "base/message.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace pa {

/// A place in a text that a person wrote. Lines and columns count from 1, columns in code points.
struct Location {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string line_text;  ///< the whole line, for the excerpt; may be empty

    bool operator==(const Location&) const = default;
};

/// What kind of failure this is; it decides the exit status (design 6).
enum class ErrorKind {
    usage,        ///< the command line                                          3
    config,       ///< a rule pack, configuration file or list                   3
    unreachable,  ///< the portal could not be judged                            2
    damaged,      ///< an evidence or audit file is not what it should be        2
    io,           ///< a local file could not be read or written                 3
    interrupted,  ///< the user asked to stop; state is saved                    4
    internal,     ///< our own mistake                                           70
};

struct Error {
    ErrorKind kind = ErrorKind::internal;
    Message message;                    ///< lower case, no full stop
    std::optional<Location> where = {};
    Message hint = {};                  ///< the way out; may be empty

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, Message message, Message hint = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(message), {}, std::move(hint)});
}

/// `file:line:column: message`, the line with a caret below it (a window of 72 columns), the hint.
/// Control characters of the excerpt are shown as `?`.
std::string render(const Error& error, Lang lang);

}  // namespace pa

/// Leaves the function with the error of `expression`, a Result whose value is not wanted.
#define PA_TRY(expression)                                                                         \
    do {                                                                                           \
        if (auto pa_result_ = (expression); !pa_result_.has_value()) {                             \
            return tl::unexpected<::pa::Error>(std::move(pa_result_.error()));                     \
        }                                                                                          \
    } while (false)

/// `PA_LET(page, read(x));` declares `page` with the value of `read(x)`, or leaves with its error.
#define PA_LET(name, expression)                                                                   \
    auto name##_result_ = (expression);                                                            \
    if (!name##_result_.has_value()) {                                                             \
        return tl::unexpected<::pa::Error>(std::move(name##_result_.error()));                     \
    }                                                                                              \
    auto& name = *name##_result_
