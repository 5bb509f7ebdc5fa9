// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// Whether the words are of the form that a cue asks of its object.
bool shaped(const Analysis& analysis, TokenRange words, Form form);

/// Where the words begin that are aimed at: `first`, unless these are denied and others told
/// instead of them before `limit` ("not to X | but to Y"); `limit` where they are denied and the
/// cue's word governs none instead. Infinitives may be denied within an aim: "resolved | not to
/// yield".
std::uint32_t told_instead(const Analysis& analysis, std::uint32_t first, std::uint32_t limit);

/// Where the object begins that a cue shares with another verb: "strives for, and will yet attain,
/// | X"; `first` where it shares none.
std::uint32_t shared_object(const Analysis& analysis, std::uint32_t first, std::uint32_t limit);

}  // namespace attache
