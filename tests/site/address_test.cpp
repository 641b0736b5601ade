#include "site/address.hpp"

#include <doctest/doctest.h>

using namespace pa;

TEST_CASE("what only tells visitors apart is taken out of an address")
{
    struct Row {
        const char* address;
        const char* page;
    };
    const Row rows[] = {
        {"http://a.vn/x;jsessionid=1A2B3C", "http://a.vn/x"},
        {"http://a.vn/x;JSESSIONID=1A2B3C?b=1", "http://a.vn/x?b=1"},
        {"http://a.vn/x;jsessionid=1A2B/y", "http://a.vn/x/y"},
        {"http://a.vn/x?PHPSESSID=abc&b=1", "http://a.vn/x?b=1"},
        {"http://a.vn/x?b=1&ASPSESSIONIDQQABC=1", "http://a.vn/x?b=1"},
        {"http://a.vn/x?sid=a81b3f09c2", "http://a.vn/x"},
        {"http://a.vn/(S(lit3py55t21z5v55vlm25s55))/trang.aspx", "http://a.vn/trang.aspx"},
        {"http://a.vn/web/guest?p_auth=Xy12&p_p_id=58", "http://a.vn/web/guest?p_p_id=58"},
        {"http://a.vn/x?utm_source=zalo&utm_medium=social", "http://a.vn/x"},
        {"http://a.vn/x?fbclid=IwAR0", "http://a.vn/x"},
        // what names a page stays
        {"http://a.vn/x?sid=5", "http://a.vn/x?sid=5"},
        {"http://a.vn/x?sid=linhvucdatdai", "http://a.vn/x?sid=linhvucdatdai"},
        {"http://a.vn/x?side=a81b3f09c2", "http://a.vn/x?side=a81b3f09c2"},
        {"http://a.vn/x?author=5", "http://a.vn/x?author=5"},
        {"http://a.vn/phien?session=12", "http://a.vn/phien?session=12"},
        {"http://a.vn/x?b=2&a=1", "http://a.vn/x?b=2&a=1"},
        {"http://a.vn/x#phan-2", "http://a.vn/x"},
        {"mailto:a@a.vn?sid=a81b3f09c2", "mailto:a@a.vn?sid=a81b3f09c2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.address);
        const url::Url page = site::page_address(*url::Url::parse(row.address));
        CHECK(page.href() == row.page);
        CHECK(site::page_address(page) == page);
    }
}
