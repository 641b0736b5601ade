#include "campaign/store_address.hpp"

#include <libpq-fe.h>

#include <cstdlib>
#include <memory>

namespace pa::campaign {

bool is_postgresql(const std::string& address) { return address.starts_with("postgresql://") || address.starts_with("postgres://"); }

// A password may stand before the host or behind "?".
std::string shown(const std::string& address)
{
    if (!is_postgresql(address)) {
        return address;
    }
    const std::string plain = address.substr(0, address.find('?'));
    const std::size_t at = plain.rfind('@');
    return at == std::string::npos ? plain : "postgresql://…" + plain.substr(at);
}

// libpq takes an address, SOCI only its older form, names and values,
// and that without blanks and quotation marks in a value.
Result<std::string> connection_of(const std::string& address)
{
    char* problem = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(address.c_str(), &problem), &PQconninfoFree);
    if (options == nullptr) {
        PQfreemem(problem);
        return fail(ErrorKind::usage, msg("{} is no address of a database", shown(address)), msg("write postgresql://user@host:port/database"));
    }
    std::string out;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr) {
            continue;
        }
        if (std::string_view(option->keyword) == "password") {
            ::setenv("PGPASSWORD", option->val, 1);
            continue;
        }
        if (std::string_view(option->val).find_first_of(" '\"\\=") != std::string_view::npos) {
            return fail(ErrorKind::usage, msg("{}: {} must not have blanks, quotation marks, backslashes or \"=\" in it", shown(address), option->keyword));
        }
        out += fmt::format("{}{}={}", out.empty() ? "" : " ", option->keyword, option->val);
    }
    return out;
}

EnglishMessages::EnglishMessages() : before_(std::getenv("LANGUAGE") == nullptr ? "" : std::getenv("LANGUAGE")) { ::setenv("LANGUAGE", "en", 1); }

EnglishMessages::~EnglishMessages() { ::setenv("LANGUAGE", before_.c_str(), 1); }

}  // namespace pa::campaign
