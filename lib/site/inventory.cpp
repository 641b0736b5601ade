#include "site/inventory.hpp"

#include "base/csv.hpp"
#include "base/utf8.hpp"

#include <nlohmann/json.hpp>

namespace pa::site {

namespace {

struct Row {
    std::string address;
    int status = 0;
    std::string type;
    std::string title;
    std::string language;
    std::string encoding;
    std::optional<std::uint32_t> clicks;
    std::string published;
    std::string published_source;
    std::string published_confidence;
    std::string item;
    std::uint32_t words = 0;
    std::string same_as;
};

template <class Use>
void each_row(const Site& site, const ItemsOfPages& items, Use use)
{
    for (PageId id = 0; id < site.pages.size(); ++id) {
        const Page& page = site.pages[id];
        if (page.purpose != evidence::Purpose::page) {
            continue;
        }
        Row row;
        row.address = site.url_of(id);
        row.status = page.status;
        row.type = page.media_type;
        row.title = page.title;
        row.language = page.language;
        row.encoding = page.charset.name;
        row.clicks = site.clicks[id] == none ? std::nullopt : std::optional(site.clicks[id]);
        if (page.published.confidence != Confidence::none) {
            row.published = time::to_string(page.published.day);
            row.published_source = name_of(page.published.source);
            row.published_confidence = name_of(page.published.confidence);
        }
        const auto item = items.find(row.address);
        row.item = item == items.end() ? "" : item->second;
        row.words = page.words;
        row.same_as = page.same_as == none ? "" : site.url_of(page.same_as);
        use(row);
    }
}

}  // namespace

std::string inventory_csv(const Site& site, const ItemsOfPages& items)
{
    std::string out = "address,status,type,title,language,encoding,clicks,published,published_source,published_confidence,item,words,same_as\r\n";
    each_row(site, items, [&](const Row& row) {
        out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", csv_cell(row.address), row.status, csv_cell(row.type), csv_cell(utf8_repaired(row.title)),
                           csv_cell(utf8_repaired(row.language)), csv_cell(row.encoding), row.clicks ? std::to_string(*row.clicks) : "", row.published, row.published_source,
                           row.published_confidence, csv_cell(row.item), row.words, csv_cell(row.same_as));
    });
    return out;
}

std::string inventory_json(const Site& site, const ItemsOfPages& items)
{
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    each_row(site, items, [&](const Row& row) {
        out.push_back({{"address", row.address},
                       {"status", row.status},
                       {"type", row.type},
                       {"title", utf8_repaired(row.title)},
                       {"language", utf8_repaired(row.language)},
                       {"encoding", row.encoding},
                       {"clicks", row.clicks ? nlohmann::ordered_json(*row.clicks) : nlohmann::ordered_json(nullptr)},
                       {"published", row.published},
                       {"published_source", row.published_source},
                       {"published_confidence", row.published_confidence},
                       {"item", row.item},
                       {"words", row.words},
                       {"same_as", row.same_as}});
    });
    return out.dump(2) + "\n";
}

}  // namespace pa::site
