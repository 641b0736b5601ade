#include "evidence/reader.hpp"

#include "evidence/groups.hpp"

#include <cerrno>
#include <vector>

namespace pa::evidence {

namespace {

Error damaged_at(const std::filesystem::path& path, Position at)
{
    return {ErrorKind::damaged, msg("\"{}\" is damaged at byte {}", path.string(), at), {},
            is_container(path) ? msg("bytes are counted in {}", warc_part) : Message()};
}

class WarcReader final : public Reader {
public:
    WarcReader(std::filesystem::path path, std::unique_ptr<Source> source) : path_(std::move(path)), source_(std::move(source)) {}

    Result<void> open_origin()
    {
        Records records(*source_);
        StoredRecord record;
        if (records.take(0, record) != Take::record || record.head.get("warc-type") != "warcinfo") {
            return fail(ErrorKind::damaged, msg("\"{}\" is no evidence file: it does not begin with a WARC record", path_.string()));
        }
        origin_ = origin_of(record);
        if (origin_.start.empty()) {
            return fail(ErrorKind::damaged, msg("\"{}\" is a WARC file, but not one of this program", path_.string()));
        }
        first_ = record.end;
        return {};
    }

    const Origin& origin() const override { return origin_; }

    Result<Ending> each(const std::function<bool(Exchange&&, Position)>& visit) override
    {
        Records records(*source_);
        Ending ending;
        ending.ended = origin_.begun;
        Position at = first_;
        std::uint64_t exchanges = 0;
        bool ended = false;
        while (true) {
            Group group;
            const Take took = take_group(records, *source_, at, group, ending);
            if (took == Take::broken) {
                return tl::unexpected(damaged_at(path_, group.end));
            }
            if (took != Take::record) {
                if (ended && exchanges != ending.exchanges) {
                    return fail(ErrorKind::damaged, msg("\"{}\" holds {} answers, but was sealed with {}", path_.string(), exchanges, ending.exchanges));
                }
                return ending;
            }
            if (ended) {
                return fail(ErrorKind::damaged, msg("\"{}\" goes on behind its last record, at byte {}", path_.string(), at));
            }
            ended = group.what == Group::What::ending;
            exchanges += group.what == Group::What::exchange ? 1U : 0U;
            if (group.what == Group::What::exchange && !visit(std::move(group.exchange), at)) {
                return ending;
            }
            at = group.end;
        }
    }

    Result<Exchange> read(Position position) const override
    {
        Records records(*source_);
        Group group;
        Ending ending;
        if (take_group(records, *source_, position, group, ending) != Take::record || group.what != Group::What::exchange) {
            return tl::unexpected(damaged_at(path_, group.end));
        }
        return std::move(group.exchange);
    }

private:
    std::filesystem::path path_;
    std::unique_ptr<Source> source_;
    Origin origin_;
    Position first_ = 0;
};

}  // namespace

Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path& path)
{
    PA_LET(source, open_source(path));
    auto reader = std::make_unique<WarcReader>(path, std::move(source));
    PA_TRY(reader->open_origin());
    return reader;
}

}  // namespace pa::evidence
