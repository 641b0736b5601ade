// document-fields: whether each document shows the particulars that it must have, and its file?
#include "check/documents.hpp"
#include "check/fields.hpp"

namespace pa::check {

namespace {

const FieldsKind& description()
{
    static const FieldsKind out = {
        "document-fields",
        "whether each document shows the particulars that it must have, and its file",
        "For legal documents and management documents (Decree 43/2011/NĐ-CP, Art. 10(1)(e)). Where the item's rule lists its documents, particulars in the head of a document's own text count too, and so do the rows of "
        "lists; a file that is empty, a web page, or of another kind than its name says is none.",
        "item = \"documents.list\"\n",
        document_field_texts(),
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
