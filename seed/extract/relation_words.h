// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <vector>

#include "seed/extract/state_words.h"

namespace attache {

/// Whether a sentence that names a body has words that a relation to it could be told with: someone
/// whose it could be, a lexical unit, a companion that it asks for, the body on the side of the
/// unit where it could stand, behind a preposition that leads to it. Where it has none, its tree
/// would tell no relation. Much cheaper than the tree.
class RelationWords {
 public:
  /// All must outlive it.
  RelationWords(const Analysis& analysis, const std::vector<BodyMention>& mentions,
                const StateWords& states);

  bool in(std::uint32_t sentence);

 private:
  /// A word, or a part of one that is written with hyphens.
  struct Word {
    WordId word;
    std::uint32_t token;
    friend auto operator<=>(const Word&, const Word&) = default;
  };
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  void collect(const Sentence& sentence);
  void note(WordId word, std::uint32_t token);
  void note_parts(std::uint32_t token);
  void note_body(std::uint32_t token);
  bool names_place(std::uint32_t token) const;
  bool may_be_held(std::uint32_t sentence) const;
  bool evoked_by_part(std::uint32_t token) const;
  bool any_of(const std::vector<WordId>& words, std::uint32_t from = 0,
              std::uint32_t to = nowhere) const;
  bool in_brackets(std::uint32_t token) const;
  bool may_tell(const LexicalUnit& unit, std::uint32_t token) const;
  bool may_stand(const Place& place, const LexicalUnit& unit, std::uint32_t token) const;

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  const StateWords& states_;
  std::vector<std::uint32_t> cued_;  ///< sentences with a cue of a role, in rising order

  // Of the sentence at hand.
  std::vector<Word> words_;           ///< in rising order
  std::vector<std::uint32_t> units_;  ///< tokens that are lexical units
  bool broken_ = false;               ///< a token stands for others that are not among the words
  bool lists_ = false;                ///< bodies may be listed behind it
  bool held_ = false;                 ///< someone in it may be a state
  bool state_noun_ = false, pointer_ = false;
  std::vector<std::uint32_t> anaphors_;   ///< "its" may stand for the body
  std::vector<std::uint32_t> relatives_;  ///< "which" may, too
  std::vector<std::uint32_t> bodies_;     ///< words of their names
  std::uint32_t first_mission_ = nowhere;
};

}  // namespace attache
