// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// The words of an aim up to where the tree begins a clause that is no part of it: the predicate of
/// a subject before them ("efforts for peace | continue"), a clause with a subject of its own
/// beside them (", and his policy | allowed"), a relative clause behind a comma or a preposition
/// ("the goal of universality | to which we are committed").
TokenRange before_other_clause(const Analysis& analysis, TokenRange phrase);

/// Whether the verb at `token` is of a clause within the phrase that begins at `first`: one that
/// the phrase's own verb takes ("ensure our people | are protected"), or one that tells of a noun
/// without a relative pronoun ("at the time the king | was overthrown").
bool of_clause_within(const Analysis& analysis, std::uint32_t first, std::uint32_t token);

}  // namespace attache
