// The basic URL parser: URL Standard section 4.4. The states of the standard are functions here,
// each called where the standard sets the state; `rest_` is what the pointer has not passed.
#pragma once

#include "url/record.hpp"

#include <optional>
#include <string_view>

namespace pa::url {

class Parser {
public:
    /// `input` is UTF-8, without blanks at the ends, tabs and newlines. Both have to outlive the
    /// parser.
    Parser(std::string_view input, const Record* base);

    /// The record, or nothing when the input is no address. To be called once.
    std::optional<Record> run();

private:
    // parser.cpp
    bool scheme();
    bool after_scheme();
    bool no_scheme();
    bool relative();
    bool authority();
    void credentials(std::string_view text);
    bool host_and_port(std::string_view text);
    bool port(std::string_view digits);
    void take_base_host();

    // parser_path.cpp
    bool file();
    bool file_slash();
    bool file_host();
    bool path_start();
    bool path();
    void segment(std::string_view text, bool last);
    bool opaque_path();
    bool query_and_fragment();
    void shorten_path();
    bool starts_with_drive_letter() const;

    bool at_slash() const;  ///< "/", and "\" in special addresses
    std::string_view take_until(std::string_view delimiters);
    void skip(std::size_t count) { rest_.remove_prefix(count); }

    std::string_view rest_;
    const Record* base_;
    Record url_;
    bool special_ = false;
};

}  // namespace pa::url
