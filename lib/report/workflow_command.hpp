// A workflow command of GitHub Actions: a line of a step's output that the runner takes for an annotation.
#pragma once

#include <string>
#include <string_view>

namespace pa::report {

/// "::error title=…::…" with its line end; `kind` is error, warning or notice. Everything else is escaped as @actions/core does.
std::string workflow_command(std::string_view kind, std::string_view title, std::string_view text);

}  // namespace pa::report
