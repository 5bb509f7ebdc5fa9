// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// A place where the document names a person.
struct PersonMention {
  TokenRange name;           ///< the name without title or honorific
  TokenRange office;         ///< the office's words, empty where none stands beside the name
  std::uint32_t person = no_person;  ///< index into Lexicon::persons, where the lexicon knows the name
  std::string rule;

  static constexpr std::uint32_t no_person = 0xFFFFFFFF;
};

/// Persons by title and name, office and name, apposition, or the lexicon; in order of their place.
std::vector<PersonMention> find_persons(const Analysis& analysis);

/// The tokens of a person's name that starts at `t`, or an empty range.
TokenRange name_at(const Analysis& analysis, std::uint32_t t, std::uint32_t limit);

}  // namespace attache
