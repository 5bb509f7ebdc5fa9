// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// An aim that the tree shows: its head, and the first token of its words, behind the "to" or the
/// preposition that ties it to the cue.
struct PlacedAim {
  NodeId head = no_word;
  std::uint32_t first = 0;
  bool clause = false;  ///< a whole one, with its subject
};

/// False where the words behind a cue cannot fill any of its places, whatever the tree: no "to" for
/// an infinitive, no such preposition. Spares the tree.
bool may_have_place(const Analysis& analysis, TokenRange behind,
                    const std::vector<AimPlace>& places);

/// The aims in the places that a cue opens, seen from the cue's head word: also over the verb that
/// carries a noun ("efforts have been made to"), the clause beside it ("the efforts they make to")
/// and the one whose they are ("the efforts of the Union to"). Places as Cue::places has them.
std::vector<PlacedAim> aims_in_places(const Analysis& analysis, const SentenceTree& tree,
                                      NodeId unit, const std::vector<AimPlace>& places);

}  // namespace attache
