// WARC records read back from their gzip members, each at its place. What a record says is the reader's business.
#pragma once

#include "evidence/container.hpp"
#include "http/message.hpp"

#include <memory>
#include <string>
#include <vector>

namespace pa::evidence {

struct StoredRecord {
    http::Headers head;
    std::string block;
    Position begin = 0;
    Position end = 0;  ///< where the next record begins; `begin` when this one is broken
};

enum class Take {
    record,
    end_of_file,
    cut_short,  ///< the file ends inside a member, as a killed writer leaves it
    broken,     ///< no gzip, no WARC record, larger than 256 MiB, or not the bytes that its digest was made of
};

/// Not for use by several threads.
class Records {
public:
    explicit Records(const Source& source);
    ~Records();
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;

    Take take(Position at, StoredRecord& record);

private:
    struct Inflater;
    bool fill(Position at);
    Take inflate(Position at, std::string& out, Position& end);

    const Source& source_;
    std::unique_ptr<Inflater> inflater_;
    std::vector<char> window_;   ///< bytes of the source
    Position window_at_ = 0;
    std::size_t window_size_ = 0;
};

/// The fields of an application/warc-fields block.
http::Headers fields_of(std::string_view block);

}  // namespace pa::evidence
