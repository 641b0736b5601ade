// A page of a test, as the readers of services see it.
#pragma once

#include "html/text.hpp"
#include "service/facts.hpp"
#include "text/fold.hpp"

#include <memory>
#include <string>

namespace pa::test {

/// Reads a page at `address`; null where it says nothing of procedures.
inline std::shared_ptr<const service::PageFacts> facts_of(const std::string& page_html, const std::string& address = "https://soxd.example.gov.vn/dvc/1")
{
    const html::Document document = html::Document::parse(page_html);
    const auto url = url::Url::parse(address);
    http::Response response;
    response.status = 200;
    site::Page page;
    page.is_html = true;
    page.title = text::collapsed(document.head().child("title").text().get());
    if (const auto heading = document.body().select_node(".//h1").node()) {
        page.heading = html::visible_text(heading);
    }
    page.has_password = static_cast<bool>(document.body().select_node(".//input[@type='password']"));
    std::string words;
    for (const html::Block& block : html::blocks(document.body())) {
        words += block.text + "\n";
    }
    return service::read_facts({document, *url, response, page, words});
}

}  // namespace pa::test
