// Exit status, the same in every command and never changed by the output format (design 6).
#pragma once

#include "base/result.hpp"

namespace pa::cmd {

enum ExitCode {
    judged = 0,         ///< judged and passed, or the command did its work
    gate_failed = 1,    ///< judged, the gate failed
    not_judged = 2,     ///< unreachable, blocked, damaged evidence
    wrong_usage = 3,    ///< usage, configuration, rule pack, local files
    interrupted = 4,    ///< state saved
    internal = 70,
};

inline int exit_code_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::usage:
    case ErrorKind::config:
    case ErrorKind::io:
        return wrong_usage;
    case ErrorKind::unreachable:
    case ErrorKind::damaged:
        return not_judged;
    case ErrorKind::interrupted:
        return interrupted;
    case ErrorKind::internal:
        break;
    }
    return internal;
}

}  // namespace pa::cmd
