// contact-fields: whether the contacts of officials are complete?
#include "check/fields.hpp"

namespace pa::check {

namespace {

const FieldsKind& description()
{
    static const FieldsKind out = {
        "contact-fields",
        "whether the contacts of officials are complete",
        "For the officials whom people may turn to (Decree 43/2011/NĐ-CP, Art. 10(1)(k)).",
        "item = \"contact.officials\"\n",
        {"Họ tên | Họ và tên | Tên",
         "Chức vụ | Chức danh",
         "Đơn vị công tác | Đơn vị | Phòng ban | Cơ quan | Phòng",
         "Điện thoại | Số điện thoại | Điện thoại, fax | Di động | ĐT | Điện thoại cơ quan",
         "Thư điện tử | Email | E-mail | Thư điện tử công vụ | Hộp thư"},
        false,
    };
    return out;
}

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_fields_check(rule, description()); }

}  // namespace

namespace registry {

Kind contact_fields() { return fields_kind(description(), make); }

}  // namespace registry

}  // namespace pa::check
