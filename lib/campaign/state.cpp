#include "campaign/unit.hpp"

namespace pa::campaign {

std::string_view name_of(State state)
{
    switch (state) {
        case State::waiting: return "waiting";
        case State::judged: return "judged";
        case State::could_not_judge: return "could-not-judge";
    }
    return "";
}

}  // namespace pa::campaign
