// project-fields: whether each project shows the particulars that it must have?
#include "check/fields.hpp"

namespace pa::check {

namespace {

const FieldsKind& description()
{
    static const FieldsKind out = {
        "project-fields",
        "whether each project shows the particulars that it must have",
        "For investment projects and procurement (Decree 43/2011/NĐ-CP, Art. 10(1)(h)).",
        "item = \"projects.procurement\"\n",
        {"Tên dự án | Tên | Tên hạng mục | Dự án",
         "Mục tiêu chính | Mục tiêu | Mục tiêu dự án",
         "Lĩnh vực chuyên môn | Lĩnh vực",
         "Loại dự án | Nhóm dự án | Loại công trình",
         "Thời gian thực hiện | Thời gian | Tiến độ thực hiện",
         "Kinh phí | Tổng mức đầu tư | Tổng kinh phí | Kinh phí dự án | Vốn đầu tư",
         "Loại hình tài trợ | Nguồn vốn | Hình thức tài trợ | Loại nguồn vốn",
         "Nhà tài trợ | Đơn vị tài trợ | Cơ quan tài trợ",
         "Tình trạng dự án | Tình trạng | Trạng thái | Tình trạng thực hiện"},
        false,
    };
    return out;
}

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_fields_check(rule, description()); }

}  // namespace

namespace registry {

Kind project_fields() { return fields_kind(description(), make); }

}  // namespace registry

}  // namespace pa::check
