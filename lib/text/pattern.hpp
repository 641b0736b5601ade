// Regular expressions from rule packs: RE2, so linear in the text whatever the pattern (CWE-1333).
#pragma once

#include "base/result.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace pa::text {

/// A compiled pattern; cheap to copy, safe to share between threads.
class Pattern {
public:
    /// RE2 syntax over UTF-8, ignoring case, `.` does not match a newline. Fails with `config` and RE2's
    /// own words when `source` is no pattern.
    static Result<Pattern> compile(std::string_view source);

    /// The first match in `text`, or an empty view with null data when there is none.
    std::string_view find(std::string_view text) const;
    bool is_in(std::string_view text) const { return find(text).data() != nullptr; }
    const std::string& source() const { return source_; }

private:
    struct Compiled;
    std::shared_ptr<const Compiled> compiled_;
    std::string source_;
};

}  // namespace pa::text
