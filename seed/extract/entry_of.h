// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "seed/extract/analysis.h"
#include "seed/extract/explain.h"

namespace attache {

/// The entry of the body by that slug, and the alias that stands in the words; no alias where they
/// refer back to it.
LexiconEntry body_entry(const Analysis& analysis, std::string_view slug, Span words);

/// The entry of the person, or none where the lexicon does not know them.
LexiconEntry person_entry(const Analysis& analysis, std::string_view name, Span words);

/// The norm's entry, and the wording that stands in the words cited.
LexiconEntry norm_entry(const Analysis& analysis, std::string_view slug, const Citation& citation);

}  // namespace attache
