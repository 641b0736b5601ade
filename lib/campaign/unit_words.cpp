#include "campaign/unit_words.hpp"

#include "report/summary.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace pa::campaign {

namespace {

// The usual short words for types, unaccented.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> short_types = {{
    {"bo", "ministry"}, {"cuc", "central-department"}, {"tong cuc", "central-department"}, {"tinh", "province"}, {"thanh pho truc thuoc trung uong", "province"},
    {"so", "provincial-department"}, {"ban nganh", "provincial-department"}, {"huyen", "district"}, {"quan", "district"}, {"thi xa", "district"},
    {"xa", "commune"}, {"phuong", "commune"}, {"dac khu", "commune"}, {"khac", "other"},
}};

}  // namespace

const std::vector<Column>& columns()
{
    static const std::vector<Column> all = {
        {"id", &Unit::id, {"id", "ma", "ma don vi", "ma co quan", "ma dinh danh"}},
        {"name", &Unit::name, {"name", "ten", "ten don vi", "ten co quan"}},
        {"type", &Unit::type, {"type", "loai", "loai don vi", "loai co quan"}},
        {"parent", &Unit::parent, {"parent", "cap tren", "don vi cap tren", "co quan cap tren", "ma cap tren", "ma don vi cap tren", "truc thuoc"}},
        {"url", &Unit::url, {"url", "address", "dia chi", "dia chi cong", "dia chi trang", "duong dan", "website", "cong thong tin", "cong thong tin dien tu", "trang thong tin dien tu"}},
        {"profile", &Unit::profile, {"profile", "bo tieu chi", "ho so", "ho so ap dung"}},
        {"notes", &Unit::notes, {"notes", "note", "ghi chu"}},
    };
    return all;
}

const Column* column_named(std::string_view heading)
{
    std::string plain = text::unaccented(heading);
    std::replace(plain.begin(), plain.end(), '_', ' ');
    for (const Column& column : columns()) {
        if (std::find(column.headings.begin(), column.headings.end(), plain) != column.headings.end()) {
            return &column;
        }
    }
    return nullptr;
}

TypeWords::TypeWords(const std::vector<std::string>& types)
{
    for (const std::string& type : types) {
        types_[text::unaccented(type)] = type;
        for (const Lang lang : {Lang::vi, Lang::en}) {
            types_[text::unaccented(report::unit_type_word(type, lang))] = type;
        }
    }
    for (const auto& [word, type] : short_types) {
        if (std::find(types.begin(), types.end(), type) != types.end()) {
            types_.emplace(word, type);
        }
    }
}

std::string TypeWords::type_named(std::string_view word) const
{
    const auto found = types_.find(text::unaccented(word));
    return found == types_.end() ? "" : found->second;
}

}  // namespace pa::campaign
