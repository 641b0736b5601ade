// draft-consultation: whether each draft under consultation comes with what a person needs to comment on it?
#include "check/fields.hpp"

namespace pa::check {

namespace {

const FieldsKind& description()
{
    static const FieldsKind out = {
        "draft-consultation",
        "whether each draft under consultation comes with what a person needs to comment on it",
        "For drafts of legal documents and policies (Decree 43/2011/NĐ-CP, Art. 10(1)(i)).",
        "item = \"consultation.drafts\"\n",
        {"Thời hạn tiếp nhận ý kiến | Thời hạn góp ý | Hạn góp ý | Ngày hết hạn | Thời hạn | Ngày kết thúc | Ngày hết hạn lấy ý kiến",
         "Địa chỉ tiếp nhận | Địa chỉ | Nơi nhận góp ý | Địa chỉ nhận ý kiến | Đơn vị tiếp nhận | Cơ quan tiếp nhận",
         "Thư điện tử tiếp nhận | Email | Thư điện tử | E-mail | Hộp thư"},
        true,
    };
    return out;
}

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_fields_check(rule, description()); }

}  // namespace

namespace registry {

Kind draft_consultation() { return fields_kind(description(), make); }

}  // namespace registry

}  // namespace pa::check
