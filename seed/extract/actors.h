// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "seed/extract/analysis.h"

namespace attache {

/// Who is said to pursue what a cue names: the alpha-3 code of the nearest state named in its
/// clause, up to the cue's last word ("we", "our", "my Government" is the document's own), or a
/// body's slug, or empty where none stands there.
std::string actor_of(const Analysis& analysis, TokenRange cue, std::uint32_t sentence);

}  // namespace attache
