// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// Whether the sentence's tree keeps two parts of an aim together that meet at a comma or an "and":
/// they share what stands behind both ("universal and complete disarmament", "that A and B are
/// able"), or both hang on a word inside the aim that binds them ("from directing or supporting",
/// "enable people to live and work"). `left` ends where the separator begins.
bool kept_together(const Analysis& analysis, TokenRange phrase, TokenRange left, TokenRange right);

/// "a fair, mutually accepted solution": the word before the comma at `t` describes a noun behind
/// it.
bool described_behind(const Analysis& analysis, std::uint32_t t);

/// The tree takes the word for no verb and joins it to none: ", open to talks".
bool no_verb_joined(const Analysis& analysis, std::uint32_t t);

}  // namespace attache
