// A detached signature of an evidence file, such as `openssl dgst -sha256 -sign` makes and `-verify` checks.
#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace pa::evidence {

/// Where the signature of a file stands by default: `<file>.sig`.
std::filesystem::path signature_of(const std::filesystem::path& file);

/// Signs the SHA-256 of `file` with the private key (PEM, RSA or EC, without a passphrase) into `signature_of(file)`. Fails with
/// `io`, and with `config` when the key is no such key.
Result<void> sign(const std::filesystem::path& file, const std::filesystem::path& private_key);

/// Whether `signature` is one of `file` by the public key or certificate (PEM). Fails with `io` and `config`, as `sign`.
Result<bool> is_signed(const std::filesystem::path& file, const std::filesystem::path& signature, const std::filesystem::path& public_key);

}  // namespace pa::evidence
