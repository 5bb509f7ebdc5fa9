// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "seed/extract/analysis.h"

namespace attache {

/// The state whose document this is, as the text itself shows it ("my country, X", "the delegation
/// of X", a letterhead; country_cues.csv has the words): its code, or empty where the evidence is
/// weak or speaks for two. Goes once through the names that were found, up to token `limit`.
std::string country_in_text(const Analysis& analysis, std::uint32_t limit);

/// Whether a paper with this title is of several, and so no single state's: "Joint Statement on
/// trade", "Declaration of Chile and Peru".
bool is_of_several(std::string_view title, const Knowledge& knowledge);

/// The state for which somebody speaks in a part of the text, as he says himself ("in my capacity
/// as the representative of X"): by the same cues, but for those of letterheads.
std::string country_of_speaker(const Analysis& analysis, TokenRange turn);

}  // namespace attache
