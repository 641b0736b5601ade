#include "net/transport.hpp"

#include "base/file.hpp"
#include "url/url.hpp"

#include <algorithm>

namespace pa::net {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 1'000'000;

class FolderTransport final : public Transport {
public:
    FolderTransport(fs::path folder, std::string origin) : folder_(std::move(folder)), origin_(std::move(origin)) {}

    void start(Request request) override { waiting_.push_back(answer_to(request)); }

    std::vector<Answer> wait(std::chrono::milliseconds) override { return std::exchange(waiting_, {}); }

    std::size_t in_flight() const override { return waiting_.size(); }

private:
    Answer answer_to(const Request& request) const
    {
        Answer answer;
        answer.ticket = request.ticket;
        answer.from_file = true;
        const auto url = url::Url::parse(request.url);
        if (!url || url->origin() != origin_) {
            answer.failure = http::Failure::cannot_connect;
            answer.detail = "outside the folder's address";
            return answer;
        }
        const std::string path = url::percent_decoded(url->path());
        fs::path file = (folder_ / fs::path(path).relative_path()).lexically_normal();
        std::error_code code;
        const fs::path real = fs::weakly_canonical(file, code);
        if (path.find('\0') != std::string::npos || code || !is_inside(real)) {
            answer.response.status = 404;
            return answer;
        }
        if (fs::is_directory(real, code)) {
            if (!path.ends_with('/')) {
                answer.response.status = 301;
                answer.response.headers.add("Location", origin_ + std::string(url->path()) + "/");
                return answer;
            }
            file = fs::exists(real / "index.html", code) ? real / "index.html" : real / "index.htm";
            if (!is_inside(fs::weakly_canonical(file, code)) || code) {
                answer.response.status = 404;
                return answer;
            }
        }
        read(file, request.body_limit, answer);
        return answer;
    }

    // Whether a path without symbolic links lies in the folder.
    bool is_inside(const fs::path& real) const
    {
        return std::mismatch(folder_.begin(), folder_.end(), real.begin(), real.end()).first == folder_.end();
    }

    static void read(const fs::path& file, std::uint64_t limit, Answer& answer)
    {
        std::error_code code;
        if (!fs::is_regular_file(file, code)) {
            answer.response.status = 404;
            return;
        }
        auto bytes = read_start(file, limit, answer.truncated);
        if (!bytes) {
            answer.failure = http::Failure::cut_off;
            answer.detail = "the file cannot be read";
            return;
        }
        answer.response.status = 200;
        answer.response.headers.add("Content-Type", http::media_type_of_file(file.filename().string()));
        answer.response.body = std::move(*bytes);
    }

    fs::path folder_;
    std::string origin_;
    std::vector<Answer> waiting_;
};

}  // namespace

Result<std::unique_ptr<Transport>> folder_transport(const fs::path& folder, const std::string& base)
{
    const auto url = url::Url::parse(base);
    if (!url || !url->is_http()) {
        return fail(ErrorKind::usage, msg("\"{}\" is no http or https address", base),
                    msg("name the folder's address with --as https://…"));
    }
    PA_LET(files, list_files(folder, most_files));
    if (files.empty()) {
        return fail(ErrorKind::usage, msg("the folder \"{}\" is empty", folder.string()));
    }
    std::error_code code;
    const fs::path real = fs::canonical(folder, code);
    if (code) {
        return tl::unexpected(io_error(msg("cannot read"), folder, code.value()));
    }
    return std::make_unique<FolderTransport>(real, url->origin());
}

}  // namespace pa::net
