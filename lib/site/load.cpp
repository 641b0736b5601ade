#include "base/workers.hpp"
#include "site/site.hpp"

namespace pa::site {

Result<Site> load(std::shared_ptr<evidence::Reader> reader, const Observer* observer, unsigned threads)
{
    Builder builder(observer);
    Result<evidence::Ending> ending;
    {
        Workers workers(threads, 16);
        ending = reader->each([&](evidence::Exchange&& exchange, evidence::Position position) {
            auto shared = std::make_shared<evidence::Exchange>(std::move(exchange));
            workers.submit([&builder, shared, position] { builder.add(*shared, position); });
            return true;
        });
        workers.wait();
    }
    PA_TRY(ending);
    return builder.finish(std::move(reader), std::move(*ending));
}

}  // namespace pa::site
