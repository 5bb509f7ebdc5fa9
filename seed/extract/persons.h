// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// A place where the document names a person.
struct PersonMention {
  TokenRange name;    ///< the name without title or honorific
  TokenRange office;  ///< the office's words, empty where none stands beside the name
  std::uint32_t person =
      no_person;  ///< index into Lexicon::persons, where the lexicon knows the name
  std::string rule;
  bool rank = false;                          ///< the office is no more than a rank: "Captain"
  bool speaker = false;                       ///< the text says that this person is speaking
  std::vector<TokenRange> office_lines = {};  ///< the office's further lines in its column

  static constexpr std::uint32_t no_person = 0xFFFFFFFF;
};

/// Persons by title and name, office and name, apposition, a verb that gives an office, or the
/// lexicon, and their surnames elsewhere in the document; in order of their place. No two overlap.
std::vector<PersonMention> find_persons(const Analysis& analysis);

}  // namespace attache
