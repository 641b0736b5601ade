// csv-documents: the documents that items publish as comma-separated values.
#include "report/format.hpp"
#include "report/table.hpp"

namespace pa::report::registry {

Format csv_documents()
{
    return {"csv-documents", "documents.csv", "text/csv; charset=utf-8; header=present", msg("CSV: the documents that items publish"),
            [](const audit::Audit& audit, const Options& options) { return report::csv(documents_table(audit, options.lang), options.bom); }};
}

}  // namespace pa::report::registry
