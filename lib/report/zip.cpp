#include "report/zip.hpp"

#include <memory>
#include <zip.h>

namespace pa::report {

namespace {

constexpr zip_uint16_t first_day_of_dos = 0x21;

using Source = std::unique_ptr<zip_source_t, decltype(&::zip_source_free)>;
using Archive = std::unique_ptr<zip_t, decltype(&::zip_discard)>;

bool add(zip_t* archive, const Piece& file)
{
    zip_source_t* data = ::zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
    const zip_int64_t index = data == nullptr ? -1 : ::zip_file_add(archive, file.name.c_str(), data, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        ::zip_source_free(data);
        return false;
    }
    return ::zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, first_day_of_dos, 0) == 0;
}

std::string bytes_of(zip_source_t* source)
{
    if (::zip_source_open(source) != 0) {
        return "";
    }
    std::string out;
    if (::zip_source_seek(source, 0, SEEK_END) == 0) {
        const zip_int64_t size = ::zip_source_tell(source);
        out.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
        if (::zip_source_seek(source, 0, SEEK_SET) != 0 || ::zip_source_read(source, out.data(), out.size()) != size) {
            out.clear();
        }
    }
    ::zip_source_close(source);
    return out;
}

}  // namespace

std::string zipped(const std::vector<Piece>& files)
{
    Source target(::zip_source_buffer_create(nullptr, 0, 0, nullptr), &::zip_source_free);
    if (!target) {
        return "";
    }
    Archive archive(::zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr), &::zip_discard);
    if (!archive) {
        return "";
    }
    ::zip_source_keep(target.get());  // closing the archive gives up one hold of it
    for (const Piece& file : files) {
        if (!add(archive.get(), file)) {
            return "";
        }
    }
    if (::zip_close(archive.get()) != 0) {
        return "";
    }
    (void)archive.release();  // zip_close has freed it
    return bytes_of(target.get());
}

}  // namespace pa::report
