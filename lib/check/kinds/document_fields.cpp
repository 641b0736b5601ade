// document-fields: whether each document shows the particulars that it must have, and its file?
#include "check/fields.hpp"

namespace pa::check {

namespace {

const FieldsKind& description()
{
    static const FieldsKind out = {
        "document-fields",
        "whether each document shows the particulars that it must have, and its file",
        "For legal documents and management documents (Decree 43/2011/NĐ-CP, Art. 10(1)(e)).",
        "item = \"documents.list\"\n",
        {"Hình thức văn bản | Loại văn bản | Thể loại | Hình thức",
         "Thẩm quyền ban hành | Cơ quan ban hành | Nơi ban hành | Đơn vị ban hành",
         "Số ký hiệu | Số, ký hiệu | Số kí hiệu | Ký hiệu | Số hiệu | Số văn bản | Số/Ký hiệu",
         "Ngày ban hành | Ngày ký | Ban hành",
         "Ngày hiệu lực | Ngày có hiệu lực | Hiệu lực | Hiệu lực từ",
         "Trích yếu | Trích yếu nội dung | Nội dung trích yếu | Về việc | Tên văn bản"},
        true,
    };
    return out;
}

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_fields_check(rule, description()); }

}  // namespace

namespace registry {

Kind document_fields() { return fields_kind(description(), make); }

}  // namespace registry

}  // namespace pa::check
