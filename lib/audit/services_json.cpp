#include "audit/audit.hpp"
#include "audit/json_services.hpp"

namespace pa::audit {

std::string services_json(const Audit& audit)
{
    Json json = Json::object();
    json["schema_version"] = schema_version;
    Out out{json};
    out.list("services", audit.services);
    out.field("service_facts", audit.service_facts);
    return json.dump(2) + "\n";
}

}  // namespace pa::audit
