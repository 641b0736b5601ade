#include "evidence/container.hpp"

#include "base/file.hpp"
#include "evidence/digest.hpp"

#include <nlohmann/json.hpp>
#include <zip.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>

namespace pa::evidence {

namespace {

using Json = nlohmann::ordered_json;
using Archive = std::unique_ptr<zip_t, decltype(&::zip_discard)>;
using Part = std::unique_ptr<zip_file_t, decltype(&::zip_fclose)>;

constexpr zip_uint32_t plain_file = 0100644U << 16U;
constexpr zip_uint16_t first_day_of_dos = 0x21;  // 1980-01-01: the same parts give the same bytes

Error zip_failure(const std::filesystem::path& path, zip_error_t* error)
{
    const int code = ::zip_error_system_type(error) == ZIP_ET_SYS ? ::zip_error_code_system(error) : EIO;
    return io_error(msg("cannot write"), path, code);
}

// All parts are stored, not compressed: the bits that deflate leaves unused could be changed unseen.
// ---- writing ---------------------------------------------------------------------------------------

class Packer {
public:
    explicit Packer(const std::filesystem::path& path) : path_(path), archive_(::zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr), &::zip_discard) {}

    // `text` must live until `close`.
    void add(const char* name, const std::string& text)
    {
        note(name, text.size(), sha256(text));
        put(name, archive_ ? ::zip_source_buffer(archive_.get(), text.data(), text.size(), 0) : nullptr);
    }

    void add_file(const char* name, const std::filesystem::path& file, const std::string& digest)
    {
        std::error_code code;
        note(name, std::filesystem::file_size(file, code), digest);
        put(name, archive_ ? ::zip_source_file(archive_.get(), file.c_str(), 0, -1) : nullptr);
    }

    Json resources() const { return resources_; }

    Result<void> close()
    {
        if (!archive_) {
            return tl::unexpected(io_error(msg("cannot write"), path_, errno));
        }
        if (broken_ || ::zip_close(archive_.get()) != 0) {
            return tl::unexpected(zip_failure(path_, ::zip_get_error(archive_.get())));
        }
        (void)archive_.release();  // zip_close has freed it
        return {};
    }

private:
    void note(const char* name, std::uint64_t size, const std::string& digest)
    {
        const std::string path = name;
        resources_.push_back({{"name", path.substr(path.rfind('/') + 1)}, {"path", path}, {"hash", "sha256:" + digest}, {"bytes", size}});
    }

    void put(const char* name, zip_source_t* source)
    {
        const zip_int64_t index = source == nullptr ? -1 : ::zip_file_add(archive_.get(), name, source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            ::zip_source_free(source);
            broken_ = true;
            return;
        }
        const auto at = static_cast<zip_uint64_t>(index);
        broken_ = broken_ || ::zip_set_file_compression(archive_.get(), at, ZIP_CM_STORE, 0) != 0 ||
                  ::zip_file_set_dostime(archive_.get(), at, 0, first_day_of_dos, 0) != 0 ||
                  ::zip_file_set_external_attributes(archive_.get(), at, 0, ZIP_OPSYS_UNIX, plain_file) != 0;
    }

    std::filesystem::path path_;
    Archive archive_;
    Json resources_ = Json::array();
    bool broken_ = false;
};

std::string package_text(const Parts& parts, const Json& resources)
{
    Json json;
    json["profile"] = "data-package";
    json["wacz_version"] = "1.1.1";
    json["title"] = parts.start;
    json["software"] = parts.software;
    json["created"] = time::to_utc_string(parts.ended);
    json["mainPageUrl"] = parts.start;
    json["mainPageDate"] = time::to_utc_string(parts.begun);
    json["resources"] = resources;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<void> flushed(const std::filesystem::path& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = fd >= 0 && ::fsync(fd) == 0;
    const int why = errno;
    if (fd >= 0) {
        ::close(fd);
    }
    return done ? Result<void>() : tl::unexpected(io_error(msg("cannot write"), path, why));
}

}  // namespace

std::string digest_text(const std::string& package)
{
    return Json{{"path", package_part}, {"hash", "sha256:" + sha256(package)}}.dump(2) + "\n";
}

Result<void> write_container(const std::filesystem::path& to, const Parts& parts)
{
    PA_LET(warc_digest, sha256_file(parts.warc));
    Packer packer(to);
    packer.add_file(warc_part, parts.warc, warc_digest);
    packer.add(index_part, parts.index);
    packer.add(pages_part, parts.pages);
    packer.add(log_part, parts.log);
    const std::string package = package_text(parts, packer.resources());
    packer.add(package_part, package);
    const std::string digest = digest_text(package);
    packer.add(digest_part, digest);
    Result<void> done = packer.close();
    done = done ? flushed(to) : done;
    if (!done) {
        ::unlink(to.c_str());
    }
    return done;
}

std::optional<std::vector<Resource>> parse_package(const std::string& package)
{
    const Json json = Json::parse(package, nullptr, false);
    const auto list = json.is_object() ? json.find("resources") : json.end();
    if (!json.is_object() || list == json.end() || !list->is_array()) {
        return std::nullopt;
    }
    std::vector<Resource> out;
    for (const Json& one : *list) {
        const bool whole = one.is_object() && one.contains("path") && one["path"].is_string() && one.contains("hash") && one["hash"].is_string() &&
                           one.contains("bytes") && one["bytes"].is_number_unsigned();
        if (!whole) {
            return std::nullopt;
        }
        out.push_back({one["path"].get<std::string>(), one["hash"].get<std::string>(), one["bytes"].get<std::uint64_t>()});
    }
    return out;
}

// ---- reading ---------------------------------------------------------------------------------------

namespace {

class FileSource final : public Source {
public:
    explicit FileSource(int fd) : fd_(fd) {}
    ~FileSource() override { ::close(fd_); }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    std::int64_t read(Position at, char* to, std::size_t size) const override { return ::pread(fd_, to, size, static_cast<off_t>(at)); }

private:
    int fd_;
};

Error no_container(const std::filesystem::path& path)
{
    return {ErrorKind::damaged, msg("\"{}\" is no WACZ file that can be read: {}", path.string(), msg("it holds no stored {}", warc_part)), {}, {}};
}

Archive opened(const std::filesystem::path& path) { return {::zip_open(path.c_str(), ZIP_RDONLY, nullptr), &::zip_discard}; }

class ZipSource final : public Source {
public:
    ZipSource(Archive archive, Part part) : archive_(std::move(archive)), part_(std::move(part)) {}
    // The part belongs to the archive and has to go first.
    ~ZipSource() override { part_.reset(); }
    ZipSource(const ZipSource&) = delete;
    ZipSource& operator=(const ZipSource&) = delete;

    std::int64_t read(Position at, char* to, std::size_t size) const override
    {
        const std::lock_guard lock(mutex_);
        if (at != at_ && ::zip_fseek(part_.get(), static_cast<zip_int64_t>(at), SEEK_SET) != 0) {
            at_ = static_cast<Position>(-1);
            return -1;
        }
        const zip_int64_t n = ::zip_fread(part_.get(), to, size);
        at_ = n < 0 ? static_cast<Position>(-1) : at + static_cast<Position>(n);
        return n;
    }

private:
    Archive archive_;
    Part part_;
    mutable std::mutex mutex_;
    mutable Position at_ = 0;
};

Result<std::unique_ptr<Source>> open_zip(const std::filesystem::path& path)
{
    Archive archive = opened(path);
    if (!archive) {
        return tl::unexpected(no_container(path));
    }
    zip_stat_t info;
    const bool stored = ::zip_stat(archive.get(), warc_part, 0, &info) == 0 && (info.valid & ZIP_STAT_COMP_METHOD) != 0U &&
                        info.comp_method == ZIP_CM_STORE;
    Part part(stored ? ::zip_fopen_index(archive.get(), info.index, 0) : nullptr, &::zip_fclose);
    if (!part) {
        return tl::unexpected(no_container(path));
    }
    return std::make_unique<ZipSource>(std::move(archive), std::move(part));
}

}  // namespace

bool is_container(const std::filesystem::path& path)
{
    bool more = false;
    const auto start = read_start(path, 4, more);
    return start && (*start == "PK\x03\x04" || *start == "PK\x05\x06");
}

Result<std::unique_ptr<Source>> open_source(const std::filesystem::path& path)
{
    if (is_container(path)) {
        return open_zip(path);
    }
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return tl::unexpected(io_error(msg("cannot read"), path, errno));
    }
    return std::make_unique<FileSource>(fd);
}

Result<std::string> read_part(const std::filesystem::path& path, const std::string& name, std::uint64_t limit)
{
    const Archive archive = opened(path);
    const Part part(archive ? ::zip_fopen(archive.get(), name.c_str(), 0) : nullptr, &::zip_fclose);
    if (!part) {
        return fail(ErrorKind::damaged, msg("\"{}\" holds no part {}", path.string(), name));
    }
    std::string out;
    std::array<char, 65536> piece{};
    while (true) {
        const zip_int64_t n = ::zip_fread(part.get(), piece.data(), piece.size());
        if (n < 0) {
            return fail(ErrorKind::damaged, msg("the part {} of \"{}\" is damaged", name, path.string()));
        }
        if (n == 0) {
            return out;
        }
        out.append(piece.data(), static_cast<std::size_t>(n));
        if (out.size() > limit) {
            return fail(ErrorKind::damaged, msg("the part {} of \"{}\" is larger than {} bytes", name, path.string(), limit));
        }
    }
}

}  // namespace pa::evidence
