// Names: Accessible Name and Description Computation 1.2, section 4.3.2, by its steps; HTML-AAM 1.0, section 4.1.
#include "access/survey.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::access;

namespace {

struct Row {
    const char* html;
    const char* name;
};

template <std::size_t N>
void check_names(const Row (&rows)[N])
{
    for (const Row& row : rows) {
        CAPTURE(std::string(row.html));
        const html::Document document = html::Document::parse(std::string("<body>") + row.html);
        const Survey survey(document);
        REQUIRE(survey.by_id("x") != nowhere);
        const Name& name = survey.name(survey.by_id("x"));
        CHECK(name.text == row.name);
        CHECK_FALSE(name.is_unsure);
    }
}

}  // namespace

TEST_CASE("2A, 2B: hidden parts, and references to hidden parts")
{
    const Row rows[] = {
        {"<a id=x href=/>a<b hidden>b</b></a>", "a"},
        {"<a id=x href=/>a<b aria-hidden=true>b</b></a>", "a"},
        {"<a id=x href=/ aria-labelledby=l>a</a><p id=l>b c</p>", "b c"},
        {"<a id=x href=/ aria-labelledby='l m'>a</a><p id=l>b<p id=m>c", "b c"},
        {"<a id=x href=/ aria-labelledby='l'>a</a><p id=l hidden>b <i>c</i></p>", "b c"},
        {"<a id=x href=/ aria-labelledby='l'>a</a><p id=l>b <i hidden>c</i></p>", "b"},
        {"<a id=x href=/ aria-labelledby=nowhere>a</a>", "a"},
        {"<a id=x href=/ aria-labelledby=l>a</a><p id=l></p>", "a"},
        {"<button id=x aria-labelledby='x l'>a</button><p id=l>b</p>", "a b"},
        {"<a id=x href=/ aria-labelledby=l>a</a><img id=l alt=b>", "b"},
        // a reference does not lead on to another
        {"<a id=x href=/ aria-labelledby=l></a><p id=l aria-labelledby=m>b<p id=m>c", "b"},
        {"<p id=x><a id=y href=/ aria-labelledby=x></a></p>", ""},
    };
    check_names(rows);
}

TEST_CASE("2C, 2D: labels and native alternatives")
{
    const Row rows[] = {
        {"<a id=x href=/ aria-label=' b '>a</a>", "b"},
        {"<a id=x href=/ aria-label=' '>a</a>", "a"},
        {"<img id=x alt=a title=b>", "a"},
        {"<img id=x title=b>", "b"},
        {"<img id=x alt='&nbsp;'>", ""},
        {"<input id=x type=image alt=a>", "a"},
        {"<input id=x type=submit value=a>", "a"},
        {"<input id=x type=submit>", "submit"},
        {"<input id=x type=submit value=''>", ""},
        {"<input id=x type=button>", ""},
        {"<label for=x>a</label><input id=x>", "a"},
        {"<label>a <input id=x value=v> b</label>", "a b"},
        {"<label>a <input type=hidden><input id=x></label>", "a"},
        {"<label>a <input id=y><input id=x></label>", ""},
        {"<label for=y>a <input id=x></label>", ""},
        {"<label for=x>a</label><label for=x>b</label><select id=x><option>c</select>", "a b"},
        {"<label for=x>a</label><div id=x role=textbox>b</div>", ""},
        {"<label for=x><img alt=a></label><input id=x>", "a"},
        {"<input id=x title=a placeholder=b>", "a"},
        {"<input id=x placeholder=b>", "b"},
        {"<select id=x><option>a</select>", ""},
        {"<table id=x><caption>a<tr><td>b</table>", "a"},
        {"<fieldset id=x><legend>a</legend>b</fieldset>", "a"},
        {"<svg id=x role=img><title>a</title><text>b</text></svg>", "a"},
        {"<svg id=x role=img><text>b</text></svg>", ""},
        {"<iframe id=x name=a title=b></iframe>", "b"},
    };
    check_names(rows);
}

TEST_CASE("2E to 2I: content, values in it, and tool tips")
{
    const Row rows[] = {
        {"<button id=x> a <b>b</b>c </button>", "a bc"},
        {"<button id=x><div>a</div><div>b</div></button>", "a b"},
        {"<a id=x href=/><img alt=a><img alt=b></a>", "ab"},
        {"<a id=x href=/><img alt='' title=a></a>", "a"},
        {"<a id=x href=/><img alt=a role=presentation></a>", ""},
        {"<a id=x href=/><i title=a></i></a>", "a"},
        {"<a id=x href=/ title=a><i class=icon></i></a>", "a"},
        {"<a id=x href=/><svg><title>a</title><path/></svg></a>", "a"},
        {"<svg><a id=x href=/><text>Go</text></a></svg>", "Go"},
        {"<a id=x href=/>a<script>b</script><style>c</style></a>", "a"},
        {"<a id=x href=/><span aria-label=a>b</span> c</a>", "a c"},
        {"<a id=x href=/><span aria-labelledby=l>b</span></a><p id=l>d</p>", "d"},
        {"<div id=x role=checkbox>flash <input value=3> times</div>", "flash 3 times"},
        {"<div id=x role=textbox>a</div>", ""},
        {"<details><summary id=x>a</summary></details>", "a"},
        {"<h2 id=x><a href=/>a</a></h2>", "a"},
        {"<p id=x title=b>a</p>", "b"},
        {"<a id=x href=/>&nbsp;</a>", ""},
    };
    check_names(rows);
}

TEST_CASE("what a stored page does not tell is unsure, not missing")
{
    for (const char* body : {"<a id=x href=/><x-icon></x-icon></a>", "<a id=x href=/><object data=a.svg></object></a>", "<a id=x href=/><iframe></iframe></a>",
                             "<style>.i::before{content:'a'}</style><a id=x href=/><i class=i></i></a>", "<style>#x:after{content:attr(title)}</style><a id=x href=/></a>"}) {
        CAPTURE(body);
        const html::Document document = html::Document::parse(std::string("<body>") + body);
        const Survey survey(document);
        CHECK(survey.name(survey.by_id("x")).text.empty());
        CHECK_FALSE(survey.name(survey.by_id("x")).is_missing());
    }
}

TEST_CASE("what is seen of an element")
{
    const Row rows[] = {
        {"<a id=x aria-label=z>a <b aria-hidden=true>b</b><i hidden>c</i></a>", "a b"},
        {"<a id=x><img alt=a>b</a>", "b"},
        {"<a id=x><div style='display: inline'>A</div><div style='display: inline'>B</div></a>", "AB"},
        {"<a id=x><p>a</p><p>b</p></a>", "a b"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.html));
        const html::Document document = html::Document::parse(std::string("<body>") + row.html);
        const Survey survey(document);
        CHECK(survey.visible_label(survey.by_id("x")).text == row.name);
    }
}
