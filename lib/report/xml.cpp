#include "report/xml.hpp"

#include <pugixml.hpp>

namespace pa::report {

std::string xml_text(const pugi::xml_document& document)
{
    struct : pugi::xml_writer {
        std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
    } out;
    document.save(out, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.text;
}

}  // namespace pa::report
