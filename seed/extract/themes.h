// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "seed/extract/analysis.h"

namespace attache {

/// The theme that most of an aim's words vote for (theme_words.csv, weighted), or empty. Ties go to
/// the earlier word.
std::string theme_of(const Analysis& analysis, TokenRange aim);

}  // namespace attache
