#include "evidence/ledger.hpp"

#include <map>

namespace pa::evidence {

namespace {

std::string cell(std::string_view text)
{
    std::string out;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
        out = "'";
    }
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted ? "\"" + out + "\"" : out;
}

}  // namespace

Result<std::string> ledger(Reader& reader)
{
    std::string out = "time,purpose,attempt,url,address,status,failure,bytes,milliseconds\r\n";
    std::map<std::string, unsigned> attempts;
    const auto ending = reader.each([&](Exchange&& exchange, Position) {
        const unsigned attempt = ++attempts[std::string(name_of(exchange.purpose)) + " " + exchange.url];
        const std::string failure(exchange.failure == http::Failure::none ? std::string_view() : http::name_of(exchange.failure));
        out += fmt::format("{},{},{},{},{},{},{},{},{}\r\n", time::to_string(exchange.at), name_of(exchange.purpose), attempt, cell(exchange.url),
                           cell(exchange.address), exchange.response.status, failure, exchange.response.body.size(), exchange.elapsed_ms);
        return true;
    });
    PA_TRY(ending);
    return out;
}

}  // namespace pa::evidence
