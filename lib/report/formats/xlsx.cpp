// xlsx: a workbook with a sheet for the score, findings, items, services and documents.
#include "report/defect.hpp"
#include "report/format.hpp"
#include "report/workbook.hpp"

namespace pa::report::registry {

Format xlsx()
{
    return {"xlsx", "report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", msg("a workbook: score, findings, items, services and documents"),
            [](const audit::Audit& audit, const Options& options) {
                const Lang lang = options.lang;
                return workbook({score_table(audit, lang), findings_table(audit, lang), items_table(audit, lang), services_table(audit, lang), documents_table(audit, lang)},
                                portal_name(audit), time::parse_moment(audit.evidence_begun), lang);
            },
            true};
}

}  // namespace pa::report::registry
