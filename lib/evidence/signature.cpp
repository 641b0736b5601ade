#include "evidence/signature.hpp"

#include "base/file.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <functional>
#include <memory>
#include <vector>

namespace pa::evidence {

namespace {

constexpr std::uint64_t key_limit = 1U << 20U;
constexpr std::uint64_t signature_limit = 64U << 10U;

using Key = std::unique_ptr<EVP_PKEY, decltype(&::EVP_PKEY_free)>;
using Bio = std::unique_ptr<BIO, decltype(&::BIO_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&::EVP_MD_CTX_free)>;

// OpenSSL would ask for a passphrase on the terminal.
int no_passphrase(char*, int, int, void*) { return 0; }

bool is_usable(const Key& key) { return key && (::EVP_PKEY_is_a(key.get(), "RSA") == 1 || ::EVP_PKEY_is_a(key.get(), "EC") == 1); }

Error no_key(const std::filesystem::path& path)
{
    ::ERR_clear_error();
    return {ErrorKind::config, msg("\"{}\" holds no RSA or EC key in PEM that can be used", path.string()), {},
            msg("for example: openssl ecparam -name prime256v1 -genkey -noout -out key.pem; openssl ec -in key.pem -pubout -out public.pem")};
}

Result<Key> private_key(const std::filesystem::path& path)
{
    PA_LET(text, read_file(path, key_limit));
    const Bio bio(::BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &::BIO_free);
    Key key(::PEM_read_bio_PrivateKey(bio.get(), nullptr, &no_passphrase, nullptr), &::EVP_PKEY_free);
    return is_usable(key) ? Result<Key>(std::move(key)) : tl::unexpected(no_key(path));
}

Result<Key> public_key(const std::filesystem::path& path)
{
    PA_LET(text, read_file(path, key_limit));
    const auto bio = [&] { return Bio(::BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &::BIO_free); };
    Key key(::PEM_read_bio_PUBKEY(bio().get(), nullptr, &no_passphrase, nullptr), &::EVP_PKEY_free);
    if (!key) {
        const std::unique_ptr<X509, decltype(&::X509_free)> certificate(::PEM_read_bio_X509(bio().get(), nullptr, &no_passphrase, nullptr), &::X509_free);
        key.reset(certificate ? ::X509_get_pubkey(certificate.get()) : nullptr);
    }
    return is_usable(key) ? Result<Key>(std::move(key)) : tl::unexpected(no_key(path));
}

// Hands the file's bytes to `use`, piece by piece.
Result<void> each_piece(const std::filesystem::path& path, const std::function<void(const char*, std::size_t)>& use)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), &std::fclose);
    if (!file) {
        return tl::unexpected(io_error(msg("cannot read"), path, errno));
    }
    std::vector<char> piece(1U << 18U);
    while (const std::size_t n = std::fread(piece.data(), 1, piece.size(), file.get())) {
        use(piece.data(), n);
    }
    if (std::ferror(file.get()) != 0) {
        return tl::unexpected(io_error(msg("cannot read"), path, errno));
    }
    return {};
}

}  // namespace

std::filesystem::path signature_of(const std::filesystem::path& file) { return file.string() + ".sig"; }

Result<void> sign(const std::filesystem::path& file, const std::filesystem::path& key_file)
{
    PA_LET(key, private_key(key_file));
    const Context context(::EVP_MD_CTX_new(), &::EVP_MD_CTX_free);
    bool good = ::EVP_DigestSignInit(context.get(), nullptr, ::EVP_sha256(), nullptr, key.get()) == 1;
    PA_TRY(each_piece(file, [&](const char* bytes, std::size_t size) { good = good && ::EVP_DigestSignUpdate(context.get(), bytes, size) == 1; }));
    std::size_t size = 0;
    good = good && ::EVP_DigestSignFinal(context.get(), nullptr, &size) == 1;
    std::string signature(size, '\0');
    good = good && ::EVP_DigestSignFinal(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size) == 1;
    if (!good) {
        return tl::unexpected(no_key(key_file));
    }
    signature.resize(size);
    return write_file(signature_of(file), signature);
}

Result<bool> is_signed(const std::filesystem::path& file, const std::filesystem::path& signature_file, const std::filesystem::path& key_file)
{
    PA_LET(key, public_key(key_file));
    PA_LET(signature, read_file(signature_file, signature_limit));
    const Context context(::EVP_MD_CTX_new(), &::EVP_MD_CTX_free);
    bool good = ::EVP_DigestVerifyInit(context.get(), nullptr, ::EVP_sha256(), nullptr, key.get()) == 1;
    PA_TRY(each_piece(file, [&](const char* bytes, std::size_t size) { good = good && ::EVP_DigestVerifyUpdate(context.get(), bytes, size) == 1; }));
    good = good && ::EVP_DigestVerifyFinal(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size()) == 1;
    ::ERR_clear_error();
    return good;
}

}  // namespace pa::evidence
