// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "seed/text/sentence_rules.h"
#include "seed/text/tokens.h"

namespace attache {

/// Tells full stops that end a sentence from those of abbreviations, initials and numbers.
class SentenceEnds {
 public:
  /// All must outlive this.
  SentenceEnds(std::string_view text, const std::vector<Token>& tokens,
               const Vocabulary& vocabulary, const SentenceRules& rules)
      : text_(text), tokens_(tokens), vocabulary_(vocabulary), rules_(rules) {}

  /// The token after the sentence end at `i`, or 0 where none is, in a sentence that began at
  /// `start`. `i` must not go down from one call to the next but for the same `i`.
  std::uint32_t end(std::uint32_t i, std::uint32_t start);
  /// The word at `i` is one that opens sentences: an article, a pronoun, a preposition with a
  /// capital.
  bool starts_clearly(std::uint32_t i) const;

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  std::uint32_t dotted_end(std::uint32_t i, std::uint32_t start) const;
  std::uint32_t closing_end(std::uint32_t i);
  bool closes(std::uint32_t i) const;
  bool opens(std::uint32_t i) const;
  bool ends_aside(std::uint32_t i, std::uint32_t start) const;
  bool reports(std::uint32_t i) const;
  Abbreviation abbreviation(const Token& token) const;
  bool behind_initials(std::uint32_t i) const;
  bool behind_hour(std::uint32_t stop) const;
  bool begins_clause(std::uint32_t next, std::uint32_t start, std::uint32_t stop) const;
  bool shortens_in_brackets(std::uint32_t stop, std::uint32_t next) const;
  bool begins_name(std::uint32_t stop, std::uint32_t next, std::uint32_t start) const;
  bool bracketed_label(std::uint32_t open) const;
  bool counts_part(std::uint32_t stop) const;
  bool goes_on_behind(std::uint32_t mark, std::uint32_t next) const;
  bool stops(std::uint32_t stop, std::uint32_t next, std::uint32_t start) const;
  bool glued_sentence(std::uint32_t stop, std::uint32_t next) const;
  bool initial_stops(std::uint32_t stop, std::uint32_t next, std::uint32_t start) const;
  bool first_person(std::uint32_t stop, std::uint32_t next, std::uint32_t start) const;
  bool subject_follows(std::uint32_t stop, std::uint32_t next) const;
  bool numbers(std::uint32_t next) const;
  bool labels(std::uint32_t next) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  const SentenceRules& rules_;
  std::uint32_t closing_begin_ = 0, closing_end_ = 0;  ///< the run of closing marks seen last
};

}  // namespace attache
