// Where reports go.
#pragma once

#include "cmd/options.hpp"

namespace pa::cmd {

/// Writes the report into the file `path` ("-": standard output). What it links to goes beside it, before it, so that it never
/// names a file that is not there; each file is written whole or not at all.
Result<void> write_report(const report::Format& format, const audit::Audit& audit, report::Options style, const std::filesystem::path& path, const Env& env);

}  // namespace pa::cmd
