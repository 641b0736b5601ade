#include "evidence/signature.hpp"

#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace pa;
using namespace evidence;
using test::TempFolder;

namespace {

// The command that signatures are to be compatible with; whether it said yes.
bool openssl(const TempFolder& folder, const std::string& arguments)
{
    const std::string command = "cd '" + folder.path().string() + "' && openssl " + arguments + " >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

// Makes NAME.pem and NAME.pub.
void make_key(const TempFolder& folder, const std::string& name, const std::string& algorithm)
{
    REQUIRE(openssl(folder, "genpkey " + algorithm + " -out " + name + ".pem"));
    REQUIRE(openssl(folder, "pkey -in " + name + ".pem -pubout -out " + name + ".pub"));
}

std::string no_key(const std::filesystem::path& path) { return "\"" + path.string() + "\" holds no RSA or EC key in PEM that can be used"; }

const std::string rsa = "-algorithm RSA -pkeyopt rsa_keygen_bits:2048";
const std::string ec = "-algorithm EC -pkeyopt ec_paramgen_curve:P-256";

}  // namespace

TEST_CASE("a signature is one by openssl's reading, and openssl's are by ours")
{
    for (const std::string& algorithm : {rsa, ec}) {
        CAPTURE(algorithm);
        const TempFolder folder;
        make_key(folder, "key", algorithm);
        make_key(folder, "other", algorithm);
        const auto file = folder.write("a.wacz", std::string(1'000'000, 'x') + "end");
        REQUIRE(sign(file, folder / "key.pem"));
        CHECK(signature_of(file) == folder / "a.wacz.sig");
        CHECK(is_signed(file, signature_of(file), folder / "key.pub").value());
        CHECK(openssl(folder, "dgst -sha256 -verify key.pub -signature a.wacz.sig a.wacz"));
        CHECK(openssl(folder, "dgst -sha256 -sign key.pem -out theirs a.wacz"));
        CHECK(is_signed(file, folder / "theirs", folder / "key.pub").value());
        // a certificate will do for the public key
        CHECK(openssl(folder, "req -x509 -new -key key.pem -subj /CN=a -days 1 -out key.crt"));
        CHECK(is_signed(file, signature_of(file), folder / "key.crt").value());

        // another key, another file, another signature
        CHECK_FALSE(is_signed(file, signature_of(file), folder / "other.pub").value());
        const auto changed = folder.write("changed", std::string(1'000'000, 'x') + "enc");
        CHECK_FALSE(is_signed(changed, signature_of(file), folder / "key.pub").value());
        for (const std::string& wrong : {std::string(), std::string("x"), std::string(256, 'x'), test::bytes_of(signature_of(file)) + "x"}) {
            CHECK_FALSE(is_signed(file, folder.write("wrong", wrong), folder / "key.pub").value());
        }
        std::string flipped = test::bytes_of(signature_of(file));
        flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
        CHECK_FALSE(is_signed(file, folder.write("flipped", flipped), folder / "key.pub").value());
    }
}

TEST_CASE("keys that cannot be used are refused by name")
{
    const TempFolder folder;
    make_key(folder, "rsa", rsa);
    make_key(folder, "ed", "-algorithm ED25519");
    REQUIRE(openssl(folder, "pkey -in rsa.pem -aes128 -passout pass:x -out locked.pem"));
    folder.write("empty", "");
    folder.write("text", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    const auto file = folder.write("a.wacz", "x");
    for (const char* name : {"ed.pem", "locked.pem", "empty", "text", "rsa.pub"}) {
        CAPTURE(name);
        const auto failed = sign(file, folder / name);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::config);
        CHECK(failed.error().message.en() == no_key(folder / name));
        CHECK_FALSE(std::filesystem::exists(signature_of(file)));
    }
    REQUIRE(sign(file, folder / "rsa.pem"));
    for (const char* name : {"ed.pub", "empty", "text", "rsa.pem"}) {
        CAPTURE(name);
        const auto failed = is_signed(file, signature_of(file), folder / name);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::config);
        CHECK(failed.error().message.en() == no_key(folder / name));
    }
    CHECK(sign(file, folder / "missing").error().kind == ErrorKind::io);
    CHECK(sign(folder / "missing", folder / "rsa.pem").error().kind == ErrorKind::io);
    CHECK(is_signed(file, folder / "missing", folder / "rsa.pub").error().kind == ErrorKind::io);
    CHECK(is_signed(folder / "missing", signature_of(file), folder / "rsa.pub").error().kind == ErrorKind::io);
    CHECK(is_signed(file, signature_of(file), folder / "missing").error().kind == ErrorKind::io);
}
