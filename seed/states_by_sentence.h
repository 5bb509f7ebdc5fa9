// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/records.h"
#include "seed/state_names.h"

namespace attache {

/// Codes of the states that each sentence names, by the sentence's index.
using StatesBySentence = std::map<std::size_t, std::set<std::string>>;

/// Of all sentences of a text; what stands between two goes with the next one.
StatesBySentence states_by_sentence(const StateNames& names, std::string_view text,
                                    std::span<const SentenceRecord> sentences);

/// The same of these sentences alone, by their rising indexes, where it is known that no other
/// names a state.
StatesBySentence states_by_sentence(const Lexicon& lexicon, std::string_view text,
                                    std::span<const SentenceRecord> sentences,
                                    std::span<const std::uint32_t> only);

/// How many of the sentences name each state, by code.
std::vector<StateCount> state_counts(const StatesBySentence& states);

}  // namespace attache
