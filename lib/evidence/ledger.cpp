#include "evidence/ledger.hpp"

#include "base/csv.hpp"

#include <map>

namespace pa::evidence {

Result<std::string> ledger(Reader& reader)
{
    std::string out = "time,purpose,attempt,url,address,status,failure,bytes,milliseconds\r\n";
    std::map<std::string, unsigned> attempts;
    const auto ending = reader.each([&](Exchange&& exchange, Position) {
        const unsigned attempt = ++attempts[std::string(name_of(exchange.purpose)) + " " + exchange.url];
        const std::string failure(exchange.failure == http::Failure::none ? std::string_view() : http::name_of(exchange.failure));
        out += fmt::format("{},{},{},{},{},{},{},{},{}\r\n", time::to_string(exchange.at), name_of(exchange.purpose), attempt, csv_cell(exchange.url),
                           csv_cell(exchange.address), exchange.response.status, failure, exchange.response.body.size(), exchange.elapsed_ms);
        return true;
    });
    PA_TRY(ending);
    return out;
}

}  // namespace pa::evidence
