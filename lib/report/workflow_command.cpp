#include "report/workflow_command.hpp"

#include <fmt/format.h>

namespace pa::report {

namespace {

std::string escaped(std::string_view text, bool is_property)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '%': out += "%25"; break;
        case '\r': out += "%0D"; break;
        case '\n': out += "%0A"; break;
        case ':': out += is_property ? "%3A" : ":"; break;
        case ',': out += is_property ? "%2C" : ","; break;
        default: out += c;
        }
    }
    return out;
}

}  // namespace

std::string workflow_command(std::string_view kind, std::string_view title, std::string_view text)
{
    return fmt::format("::{} title={}::{}\n", kind, escaped(title, true), escaped(text, false));
}

}  // namespace pa::report
