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

// What else of the lexicon stands in a citation's sentence and is in its row: each entry once.

/// The offices that the row's words have.
std::vector<LexiconEntry> office_entries(const Analysis& analysis, std::string_view office,
                                         const Citation& citation);

/// The first name of the state by that code.
std::vector<LexiconEntry> country_entries(const Analysis& analysis, std::string_view iso3,
                                          const Citation& citation);

/// The wordings that vote for the theme in the words cited.
std::vector<LexiconEntry> theme_entries(const Analysis& analysis, std::string_view theme,
                                        const Citation& citation);

}  // namespace attache
