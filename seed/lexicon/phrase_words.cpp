// SPDX-License-Identifier: MIT
#include "seed/lexicon/phrase_words.h"

#include <algorithm>
#include <array>

namespace attache {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(PhraseRole::last) + 1> role_names{
    "adverbial",
    "ends",
    "ends-alone",
    "verblike",
    "ties-aside",
    "causes",
    "joins-comma",
    "goes-on",
    "governs",
    "next-aim",
    "opens-clause",
    "in-clause",
    "there",
    "ordinal",
    "last-ordinal",
    "edge",
    "tail",
    "adds",
    "as",
    "as-well",
    "by",
    "but",
    "also",
    "only",
    "complements",
    "of",
    "empty",
    "infinitive",
    "that",
    "points",
    "indefinite",
    "still-to-be",
    "own-side",
    "announces",
    "opening",
    "lead",
    "owner",
    "binds",
    "enables",
    "averts",
    "aim-noun",

    "denies",
    "affirms",
    "parts-clauses",
    "subject-pronoun",
    "finite",
    "joins",
    "name-joint",
    "office-joint",
    "origin",
    "name-remit",
    "site",
    "before-year",
    "day-ending",
    "stands-for",
    "scarce",
    "cabinet"};

}  // namespace

std::optional<PhraseRole> phrase_role(std::string_view name) {
  const auto found = std::find(role_names.begin(), role_names.end(), name);
  if (found == role_names.end()) return std::nullopt;
  return static_cast<PhraseRole>(found - role_names.begin());
}

void PhraseWords::add(PhraseRole role, std::vector<WordId> words) {
  const auto first = words.front();
  if (roles_.size() <= first) {
    roles_.resize(first + 1);
    single_.resize(first + 1);
  }
  roles_[first] |= bit(role);
  if (words.size() == 1) single_[first] |= bit(role);
  else longer_[first].push_back({role, std::move(words)});
}

}  // namespace attache
