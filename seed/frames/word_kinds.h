// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "seed/frames/frames.h"

namespace attache {

/// A word of the files with what it stands for.
template <typename Value>
using Named = std::pair<std::string_view, Value>;

/// The lists of [words], as the files name them.
inline constexpr std::array<Named<WordKind>, 64> word_kinds{{
    {"own", WordKind::own},
    {"anaphor", WordKind::anaphor},
    {"relative", WordKind::relative},
    {"someone", WordKind::someone},
    {"state_noun", WordKind::state_noun},
    {"agent", WordKind::agent},
    {"bridge", WordKind::bridge},
    {"light_verb", WordKind::light_verb},
    {"copula", WordKind::copula},
    {"negation", WordKind::negation},
    {"past_only", WordKind::past_only},
    {"condition", WordKind::condition},
    {"intention", WordKind::intention},
    {"possibility", WordKind::possibility},
    {"obligation", WordKind::obligation},
    {"capacity", WordKind::capacity},
    {"example_of", WordKind::example_of},
    {"causative", WordKind::causative},
    {"possessive_own", WordKind::possessive_own},
    {"focus", WordKind::focus},
    {"partitive", WordKind::partitive},
    {"inner", WordKind::inner},
    {"fellow", WordKind::fellow},
    {"operation", WordKind::operation},
    {"advocacy", WordKind::advocacy},
    {"cultivation", WordKind::cultivation},
    {"pointer", WordKind::pointer},
    {"content", WordKind::content},
    {"means", WordKind::means},
    {"pairing", WordKind::pairing},
    {"inversion", WordKind::inversion},
    {"addressee", WordKind::addressee},
    {"occasion", WordKind::occasion},
    {"reported_own", WordKind::reported_own},
    {"unnamed_state", WordKind::unnamed_state},
    {"own_only", WordKind::own_only},
    {"role_lead_in", WordKind::role_lead_in},
    {"appointment", WordKind::appointment},
    {"belonging", WordKind::belonging},
    {"role_plural", WordKind::role_plural},
    {"collective", WordKind::collective},
    {"list_filler", WordKind::list_filler},
    {"unreal", WordKind::unreal},
    {"settled_by", WordKind::settled_by},
    {"receiving", WordKind::receiving},
    {"came_about", WordKind::came_about},
    {"several", WordKind::several},
    {"body_office", WordKind::body_office},
    {"expiry", WordKind::expiry},
    {"plural_verb", WordKind::plural_verb},
    {"moment", WordKind::moment},
    {"lasting", WordKind::lasting},
    {"beneficiary", WordKind::beneficiary},
    {"polite", WordKind::polite},
    {"utterance", WordKind::utterance},
    {"time", WordKind::time},
    {"placing", WordKind::placing},
    {"succession", WordKind::succession},
    {"engaged", WordKind::engaged},
    {"feminine", WordKind::feminine},
    {"berth", WordKind::berth},
    {"investiture", WordKind::investiture},
    {"excepted", WordKind::excepted},
    {"listing", WordKind::listing},
}};

}  // namespace attache
