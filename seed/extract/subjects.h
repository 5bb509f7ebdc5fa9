// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// The subject phrase before the verb at `verb`, empty where a pronoun, a clause or nothing stands
/// there.
TokenRange subject_before(const Analysis& analysis, std::uint32_t verb, std::uint32_t sentence);

}  // namespace attache
