#include "cmd/reporting.hpp"

#include "base/file.hpp"

namespace pa::cmd {

namespace {

// A device or a pipe has nothing beside it.
bool is_stream(const std::filesystem::path& path)
{
    std::error_code code;
    return path == "-" || (std::filesystem::exists(path, code) && !std::filesystem::is_regular_file(path, code));
}

}  // namespace

Result<void> write_report(const report::Format& format, const audit::Audit& audit, report::Options style, const std::filesystem::path& path, const Env& env)
{
    style.file_name = is_stream(path) ? "" : path.filename().string();
    PA_LET(pieces, report::written(format, audit, style));
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        PA_TRY(write_file(path.parent_path() / pieces[i].name, pieces[i].bytes));
    }
    return write_output(path.string(), pieces.front().bytes, env);
}

}  // namespace pa::cmd
