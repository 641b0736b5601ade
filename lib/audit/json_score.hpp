// The fields of scores in audit.json, for those who write them.
#pragma once

#include "audit/audit.hpp"
#include "audit/json_visitor.hpp"

namespace pa::audit {

// Not in a nameless namespace: the visitors find these by argument-dependent look-up.

template <class Visitor>
void describe(Visitor& v, Percent& percent)
{
    v.field("low", percent.low);
    v.field("high", percent.high);
    v.field("coverage", percent.coverage);
}

template <class Visitor>
void describe(Visitor& v, Points& points)
{
    v.field("low", points.low);
    v.field("high", points.high);
    v.field("possible", points.possible);
}

template <class Visitor>
void describe(Visitor& v, Grade& grade)
{
    v.field("name", grade.name);
    v.field("from", grade.from);
}

template <class Visitor>
void describe(Visitor& v, WaivedScore& score)
{
    describe(v, score.percent);
    v.group("grade", [&](auto& inner) {
        inner.field("low", score.grade_low);
        inner.field("high", score.grade_high);
    });
    v.field("points", score.points);
}

}  // namespace pa::audit
