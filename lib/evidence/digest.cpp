#include "evidence/digest.hpp"

#include "base/ascii.hpp"
#include "base/file.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <vector>

namespace pa::evidence {

namespace {

class Sha256 {
public:
    Sha256() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }
    void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
    std::string hex()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
        unsigned size = 0;
        EVP_DigestFinal_ex(context_.get(), raw.data(), &size);
        return pa::hex(std::span(raw).first(size));
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string sha256(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

Result<std::string> sha256_file(const std::filesystem::path& path)
{
    std::error_code code;
    const std::uintmax_t size = std::filesystem::file_size(path, code);
    return code ? tl::unexpected(io_error(msg("cannot read"), path, code.value())) : sha256_file(path, 0, size);
}

Result<std::string> sha256_file(const std::filesystem::path& path, std::uint64_t begin, std::uint64_t size)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), &std::fclose);
    if (!file || ::fseeko(file.get(), static_cast<off_t>(begin), SEEK_SET) != 0) {
        return tl::unexpected(io_error(msg("cannot read"), path, errno));
    }
    Sha256 hash;
    std::vector<char> piece(1U << 18U);
    while (size > 0) {
        const std::size_t n = std::fread(piece.data(), 1, std::min<std::uint64_t>(piece.size(), size), file.get());
        if (n == 0) {
            return tl::unexpected(io_error(msg("cannot read"), path, std::ferror(file.get()) != 0 ? errno : EIO));
        }
        hash.add({piece.data(), n});
        size -= n;
    }
    return hash.hex();
}

}  // namespace pa::evidence
