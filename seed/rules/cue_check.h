// SPDX-License-Identifier: MIT
#pragma once

#include "seed/rules/rules.h"

namespace attache {

/// Whether rows cite what stands behind, before or in the words of a cue with this effect, so that
/// its example marks it.
bool takes_object(std::string_view effect);

/// Looks through what a cue says for what would keep it from ever making a row. Throws DataError
/// with file and line.
void check_cue(const Cue& cue, const Lexicon& lexicon);

}  // namespace attache
