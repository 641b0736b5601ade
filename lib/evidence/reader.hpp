// Reads evidence: every exchange once in order, or one again at its position. See portalaudit-evidence(5).
#pragma once

#include "base/result.hpp"
#include "evidence/exchange.hpp"
#include "evidence/writer.hpp"

#include <filesystem>
#include <functional>
#include <memory>

namespace pa::evidence {

class Reader {
public:
    /// Opens a WARC file, with gzip members. Fails with `io` if it cannot be read and with `damaged` if it
    /// does not begin with a warcinfo record of this program.
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

}  // namespace pa::evidence
