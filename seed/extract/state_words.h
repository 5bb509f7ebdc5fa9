// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "seed/extract/analysis.h"
#include "seed/extract/bodies.h"
#include "seed/extract/clauses.h"

namespace attache {

/// Which words of a document name a state, or stand for one.
class StateWords {
 public:
  /// Both must outlive it.
  StateWords(const Analysis& analysis, const std::vector<BodyMention>& mentions);

  /// What a word is when the question is whose state it stands for.
  struct Reading {
    enum class Kind { none, state, other } kind = Kind::none;
    std::string country;  ///< alpha-3; empty where it is the document's own and that is not known
  };

  /// A word of a sentence's tree as the holder of a relation: "we", "Kenya", "the Government of
  /// Kenya", "our troops", "it". Of several joined by "and" the document's own state, else the
  /// first. `cities`: a capital stands for its state, too.
  Reading read(std::uint32_t sentence, NodeId node, bool cities = false) const;

  /// Index of the mention that covers the token, the longest; none: no_mention.
  std::uint32_t mention_at(std::uint32_t token) const { return mention_of_[token]; }
  static constexpr std::uint32_t no_mention = 0xFFFFFFFF;

 private:
  Reading own() const { return {Reading::Kind::state, a_.context.country}; }
  static Reading other() { return {Reading::Kind::other, {}}; }
  Reading named(std::uint32_t token) const;
  Reading single(std::uint32_t sentence, NodeId node, int depth) const;
  Reading state_noun(std::uint32_t sentence, NodeId node) const;
  Reading spoken_of(std::uint32_t sentence, NodeId node, int depth) const;
  Reading beside(std::uint32_t sentence, NodeId node) const;
  Reading topic(std::uint32_t sentence, int depth) const;

  const Analysis& a_;
  std::vector<std::uint32_t> mention_of_;  ///< by token
  Reading city(std::uint32_t token) const;

  std::vector<std::uint32_t> name_of_;  ///< by token: index into a_.names.matches, or no_mention
};

}  // namespace attache
