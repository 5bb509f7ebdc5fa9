// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// The words of an aim up to where the tree begins a clause that is no part of it: the predicate of
/// a subject before them ("efforts for peace | continue"), a clause with a subject of its own
/// beside them (", and his policy | allowed"), a relative clause behind a comma or a preposition
/// ("the goal of universality | to which we are committed").
TokenRange before_other_clause(const Analysis& analysis, TokenRange phrase);

}  // namespace attache
