// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "seed/text/vocabulary.h"

namespace attache {

/// What a word or a phrase does where the words of an aim, of a clause or of a name begin, go on
/// and end. Each has its rows in phrase_words.csv.
enum class PhraseRole : std::uint8_t {
  adverbial,     ///< "in order to": stands behind an aim
  ends,          ///< "because"
  ends_alone,    ///< "while", unless "and" joins it
  verblike,      ///< "need", "will": nouns, too
  ties_aside,    ///< "of": goes on behind an aside
  causes,        ///< "help": governs a verb of another subject
  joins_comma,   ///< "both": goes on behind a comma
  goes_on,       ///< "including"
  governs,       ///< "on": begins what another word governs
  next_aim,      ///< "efforts": begins the next aim
  opens_clause,  ///< "therefore"
  in_clause,     ///< "who", "how": a clause within the phrase
  there,         ///< "there"
  ordinal,       ///< "first" before a comma
  last_ordinal,  ///< "finally"
  edge,          ///< "and", "both": no part at either end
  tail,          ///< "particularly": no part at the end
  adds,          ///< "as well as"
  as,            ///< "as"
  as_well,       ///< "as well"
  by,            ///< "by"
  but,           ///< "but"
  also,          ///< "also", "thus": behind "and" or "but"
  only,          ///< "only": takes a "not" back
  complements,   ///< "of": behind a noun of action
  of,            ///< "of"
  empty,         ///< "if possible": no object
  infinitive,    ///< "to"
  that,          ///< "that"
  points,        ///< "this", "it": only points back
  indefinite,    ///< "a"
  still_to_be,   ///< "closer": what is to come about
  own_side,      ///< "country", "delegation": no aim behind "our"
  announces,     ///< "namely"
  opening,       ///< "yet", "first": before a comma and a subject
  lead,          ///< "that", "hence": before a subject
  owner,         ///< "of", "by": ties whoever has an aim
  binds,         ///< "from": what it governs inside an aim is no aim by itself
  enables,       ///< "enable", "help": what others are to do is told behind it
  averts,        ///< "deter": its objects are what is not to be
  aim_noun,      ///< "goals": names no aim by itself

  // Of clauses and names.
  denies,           ///< "never", "refuses": what stands behind it is not so
  affirms,          ///< "only": behind such a word, takes the denial back
  parts_clauses,    ///< "but": a clause ends before it
  subject_pronoun,  ///< "we", "they": a subject by itself
  finite,           ///< "is", "had": a verb that no noun phrase contains
  joins,            ///< "and", "or"
  name_joint,       ///< "of", "for": within an organization's name
  office_joint,     ///< "of", "to": within an office's words
  origin,           ///< "of", "from": a state behind it is a person's
  name_remit,       ///< "on": what an organ is for is named behind it
  site,             ///< "in": where something is or was held
  before_year,      ///< "year": between a month and its year
  day_ending,       ///< "th": ends a day in figures

  // Of aims, again.
  stands_for,  ///< "one": a noun said before
  scarce,      ///< "little": as good as none
  cabinet,     ///< "Government": the document's own where it tells of no other state
  last = cabinet
};

/// The role of that name in phrase_words.csv ("joins-comma"), or nothing.
std::optional<PhraseRole> phrase_role(std::string_view name);

/// Words and phrases by role.
class PhraseWords {
 public:
  void add(PhraseRole role, std::vector<WordId> words);

  /// The word alone has that role.
  bool has(PhraseRole role, WordId word) const {
    return word < single_.size() && (single_[word] & bit(role)) != 0;
  }

  /// How many words from the first on are a phrase of that role; 0 where none is. `word_at(i)`
  /// gives the i-th behind it.
  template <typename WordAt>
  std::uint32_t match(PhraseRole role, WordId first, const WordAt& word_at) const {
    if (first >= roles_.size() || (roles_[first] & bit(role)) == 0) return 0;
    const auto longer = longer_.find(first);
    if (longer != longer_.end()) {
      for (const auto& phrase : longer->second) {
        if (phrase.role != role) continue;
        std::uint32_t i = 1;
        while (i < phrase.words.size() && word_at(i) == phrase.words[i]) ++i;
        if (i == phrase.words.size()) return i;
      }
    }
    return (single_[first] & bit(role)) != 0 ? 1 : 0;
  }

 private:
  struct Phrase {
    PhraseRole role;
    std::vector<WordId> words;
  };

  static std::uint64_t bit(PhraseRole role) {
    return std::uint64_t{1} << static_cast<unsigned>(role);
  }

  std::vector<std::uint64_t> roles_;   ///< by WordId: roles of which a phrase begins with it
  std::vector<std::uint64_t> single_;  ///< by WordId: roles of the word alone
  std::unordered_map<WordId, std::vector<Phrase>> longer_;
};

}  // namespace attache
