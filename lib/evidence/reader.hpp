// Reads evidence: every exchange once in order, or one again at its position. See portalaudit-evidence(5).
#pragma once

#include "base/result.hpp"
#include "evidence/container.hpp"
#include "evidence/writer.hpp"

#include <filesystem>
#include <functional>
#include <memory>

namespace pa::evidence {

class Reader {
public:
    /// Opens a WACZ file, or a WARC file with gzip members as an unfinished fetch leaves it. Fails with `io` if it cannot be
    /// read and with `damaged` if it does not begin with a warcinfo record of this program.
    static Result<std::unique_ptr<Reader>> open(const std::filesystem::path& path);
    virtual ~Reader() = default;

    virtual const Origin& origin() const = 0;

    /// Calls `visit` for every exchange in the order of the file; it may return false to stop. Gives the
    /// ending record, or an ending that is not complete where the file stops early (a killed crawl).
    /// Fails with `damaged`, naming the offset, where the bytes are no records.
    virtual Result<Ending> each(const std::function<bool(Exchange&&, Position)>& visit) = 0;

    /// The exchange that begins at `position`, as given to `visit` or by `Writer::append`. Safe for use by
    /// several threads.
    virtual Result<Exchange> read(Position position) const = 0;
};

/// An exchange of an unfinished fetch, to be taken over instead of asking again.
struct Kept {
    std::string url;
    Purpose purpose = Purpose::page;
    Position position = 0;
};

/// What an unfinished fetch left: `<path>.part`, or a sealed `<path>` whose crawl was interrupted, which is unpacked into
/// `<path>.part` again (the sealed file stays until it is replaced by a whole one).
struct Unfinished {
    Recovered recovered;
    std::vector<Kept> kept;              ///< in the order of the file
    std::vector<http::HostFacts> hosts;
    std::vector<time::Moment> resumed;
    Origin origin;
    bool is_sealed = false;              ///< complete, and packed already: nothing is left to do
};

/// Fails with `io`, with `damaged`, and with `usage` when there is neither file.
Result<Unfinished> find_unfinished(const std::filesystem::path& path);

}  // namespace pa::evidence
