// science-topic-fields: whether each science topic shows the particulars that it must have?
#include "check/fields.hpp"

namespace pa::check {

namespace {

const FieldsKind& description()
{
    static const FieldsKind out = {
        "science-topic-fields",
        "whether each science topic shows the particulars that it must have",
        "For programmes and topics with state budget (Decree 43/2011/NĐ-CP, Art. 11).",
        "item = \"science.topics\"\n",
        {"Mã số | Mã đề tài | Mã số đề tài | Mã nhiệm vụ",
         "Tên đề tài | Tên | Tên chương trình | Tên nhiệm vụ | Đề tài",
         "Cấp quản lý | Cấp | Cấp đề tài",
         "Lĩnh vực | Lĩnh vực nghiên cứu | Lĩnh vực khoa học",
         "Đơn vị chủ trì | Cơ quan chủ trì | Tổ chức chủ trì",
         "Thời gian thực hiện | Thời gian"},
        false,
    };
    return out;
}

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_fields_check(rule, description()); }

}  // namespace

namespace registry {

Kind science_topic_fields() { return fields_kind(description(), make); }

}  // namespace registry

}  // namespace pa::check
