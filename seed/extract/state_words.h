// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
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
  /// The state that the name over a token is the name of.
  Reading named(std::uint32_t token) const;
  /// "In December of last year Ghana joined": the state behind a time before the verb, where the
  /// verb has no subject; else no_word.
  NodeId behind_date(std::uint32_t sentence, NodeId verb) const;
  /// Whether one name, of a state or a person, covers both tokens.
  bool same_name(std::uint32_t token, std::uint32_t other) const {
    return name_of_[token] != no_mention && name_of_[token] == name_of_[other];
  }

 private:
  static constexpr int deepest = 4;  ///< pronouns that stand for pronouns

  /// "We" at a token.
  Reading own(std::uint32_t token) const { return {Reading::Kind::state, a_.own_state(token)}; }
  static Reading other() { return {Reading::Kind::other, {}}; }
  Reading behind_time(std::uint32_t sentence, NodeId node) const;
  Reading single(std::uint32_t sentence, NodeId node, int depth) const;
  Reading state_noun(std::uint32_t sentence, NodeId node, int depth) const;
  Reading she(std::uint32_t sentence, NodeId node, int depth) const;
  Reading spoken_of(std::uint32_t sentence, NodeId node, int depth) const;
  static bool reports(const Analysis& analysis);
  bool reported_own(std::uint32_t sentence, std::uint32_t token) const;
  bool speakers_own(std::uint32_t token) const;
  bool stands_for_itself(const SentenceTree& tree, NodeId name, NodeId anaphor) const;
  Reading wished_for(std::uint32_t sentence, NodeId node) const;
  Reading beside(std::uint32_t sentence, NodeId node) const;
  Reading find_spoken_of(std::uint32_t sentence, NodeId node, int depth) const;
  Reading topic(std::uint32_t sentence, int depth) const;
  Reading find_topic(std::uint32_t sentence, int depth) const;
  Reading city(std::uint32_t token) const;
  bool left_out(std::uint32_t name) const;
  Reading thanked(std::uint32_t sentence, NodeId its) const;
  Reading done_to(std::uint32_t sentence, NodeId subject) const;

  /// What has been found lately: an "its" that hangs on another "its" asks the same of the same
  /// sentences over and over.
  struct Asked {
    std::uint32_t sentence = 0;
    NodeId node = no_word;  ///< no_word: what the sentence is about
    int depth = 0;
    friend bool operator==(const Asked&, const Asked&) = default;
  };
  struct HashAsked {
    std::size_t operator()(const Asked& asked) const;
  };
  template <typename Find>
  Reading known_or(const Asked& asked, Find find) const;

  const Analysis& a_;
  bool reported_ = false;  ///< nobody in the document says "we"
  mutable std::unordered_map<Asked, Reading, HashAsked> known_;
  std::vector<std::uint32_t> mention_of_;  ///< by token
  std::vector<std::uint32_t> name_of_;     ///< by token: index into a_.names.matches, or no_mention
};

}  // namespace attache
