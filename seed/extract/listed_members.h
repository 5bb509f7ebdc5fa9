// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "seed/extract/analysis.h"

namespace attache {

/// Whom a list of those present sends for the state that is named there: "Norway ...... Mr. Olsen"
/// on a line, "Mr. Olsen (Norway)", "Mr. Olsen, Minister for Trade of Norway". The last word of the
/// name, folded; empty where no person with a title stands beside the state.
std::string listed_for(const Analysis& analysis, const NameMatch& state);

}  // namespace attache
