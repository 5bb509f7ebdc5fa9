// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "seed/extract/analysis.h"

namespace attache {

/// Shallow syntax that the extractors share: where a phrase ends, where coordination splits it,
/// whose statement a clause is. All by word classes and punctuation; there is no parser.

/// True where the cue is denied: "has never been a member", "not", "without", "refuses to", before
/// it in its clause.
bool negated(const Analysis& analysis, TokenRange cue, std::uint32_t sentence);

/// No clause has more tokens; what is asked of a clause looks no farther.
constexpr std::uint32_t longest_clause = 200;

/// First token of the clause that holds `token`: behind the last clause boundary before it in its
/// sentence, and no more than `reach` tokens before it.
std::uint32_t clause_begin(const Analysis& analysis, std::uint32_t token, std::uint32_t sentence,
                           std::uint32_t reach = longest_clause);

}  // namespace attache
