// The fields of texts and of services in audit.json, for those who write it.
#pragma once

#include "audit/json_visitor.hpp"
#include "audit/services.hpp"
#include "service/vocabulary.hpp"

namespace pa::audit {

// Not in a nameless namespace: the visitors find these by argument-dependent look-up.

template <class Visitor>
void describe(Visitor& v, Text& text)
{
    v.field("vi", text.vi);
    v.field("en", text.en);
}

template <class Visitor>
void describe(Visitor& v, ServiceForm& form)
{
    v.field("name", form.name);
    v.field("url", form.url);
    v.field("state", form.state);
    v.field("why", form.why);
}

template <class Visitor>
void describe(Visitor& v, Observed& observed)
{
    v.field("low", observed.low);
    v.field("high", observed.high);
}

template <class Visitor>
void describe(Visitor& v, ServiceIssue& issue)
{
    v.field("id", issue.id);
    v.field("text", issue.text);
}

template <class Visitor>
void describe(Visitor& v, Service& service)
{
    v.field("code", service.code);
    v.field("name", service.name);
    v.field("field", service.field);
    v.field("agency", service.agency);
    v.field("admin_level", service.admin_level);
    v.field("declared", service.declared);
    v.field("reason", service.reason);
    v.field("other_agency", service.other_agency);
    v.group("observed", [&](auto& inner) {
        inner.field("level", service.level);
        inner.field("extent", service.extent);
    });
    v.group("parts", [&](auto& inner) {
        for (std::size_t i = 0; i < service::part_count; ++i) {
            const std::string name(name_of(static_cast<service::Part>(i)));
            inner.field(name.c_str(), service.parts[name]);
        }
    });
    v.field("parts_shown", service.parts_shown);
    v.field("parts_asked", service.parts_asked);
    v.list("forms", service.forms);
    v.field("forms_sound", service.forms_sound);
    v.field("filing", service.filing);
    v.field("filing_url", service.filing_url);
    v.field("signs", service.signs);
    v.field("clicks", service.clicks);
    v.field("pages", service.pages);
    v.list("issues", service.issues);
}

template <class Visitor>
void describe(Visitor& v, MissingService& missing)
{
    v.field("code", missing.code);
    v.field("name", missing.name);
}

template <class Visitor>
void describe(Visitor& v, ServiceFacts& facts)
{
    v.field("lists", facts.lists);
    v.list("unseen", facts.unseen);
    v.field("left_out", facts.left_out);
    v.field("compared", facts.compared);
    v.field("listed", facts.listed);
    v.field("extra", facts.extra);
    v.field("misnamed", facts.misnamed);
    v.field("wrong_code", facts.wrong_code);
    v.field("wrong_level", facts.wrong_level);
    v.list("missing", facts.missing);
    v.field("missing_count", facts.missing_count);
}

}  // namespace pa::audit
