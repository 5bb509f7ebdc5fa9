// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "seed/text/tokens.h"

namespace attache {

/// What a name in the lexicon stands for. Patterns can ask for those up to `person`.
enum class NameKind : std::uint8_t {
  body,
  country,
  adjective,
  demonym,
  office,
  honorific,
  person,
  capital,
  city,
  government,
  place  ///< a region, a sea, a province: named after a state, and none
};

/// A name of an entry, and how its letters must be written to count.
struct Name {
  NameKind kind = NameKind::body;
  std::uint32_t entry = 0;     ///< index into the lexicon's table of that kind
  std::uint32_t alias = 0;     ///< running number, for ambiguities and explanations
  bool exact = false;          ///< capitals must stand as in the name
  std::uint32_t capitals = 0;  ///< bit i: word i has a capital in the name
  std::uint32_t uppers = 0;    ///< bit i: word i is all capitals in the name
  std::uint8_t words = 0;
  bool comma = false;  ///< the name itself has a comma: only then may one stand between its words
};

/// A name found: tokens [first, last).
struct NameMatch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t name = 0;  ///< index into NameTrie::names
};

/// Names as sequences of words. Inside a name "the" is passed over on both sides, commas where the
/// name has some.
class NameTrie {
 public:
  /// Adds a name; the words are interned. "Confidence-Building" is also found as two words.
  void add(std::string_view text, Name name, Vocabulary& vocabulary);

  /// Appends every name that starts at token `first`, shortest before longest.
  void match(const std::vector<Token>& tokens, std::uint32_t first,
             std::vector<NameMatch>& out) const;

  /// False for most words: nothing starts with them.
  bool starts(WordId word) const { return word < roots_.size() && roots_[word] != 0; }

  const std::vector<Name>& names() const { return names_; }

  /// Must be called once after the last `add`.
  void finish(const Vocabulary& vocabulary);

 private:
  struct Edge {
    WordId word;
    std::uint32_t node;
  };
  struct Node {
    std::vector<Edge> edges;  ///< sorted by word once finished
    std::vector<std::uint32_t> names;
  };
  std::uint32_t child(std::uint32_t node, WordId word);
  std::uint32_t find(std::uint32_t node, WordId word) const;
  void insert(const std::vector<WordId>& words, std::uint32_t name);
  bool may_start(const Token& token) const {
    return starts(token.word) && (token.capital || any_case_[token.word] != 0);
  }
  bool abbreviates(const std::vector<Token>& tokens, std::uint32_t stop) const;
  bool parts_pair(const std::vector<Token>& tokens, std::uint32_t hyphen) const;
  static bool written_so(const Name& name, std::uint32_t capitals, std::uint32_t uppers,
                         bool comma);

  std::vector<Name> names_;
  std::vector<Node> nodes_{1};
  /// Until finished: node and word -> child, for the edges of a node beyond the first few.
  std::unordered_map<std::uint64_t, std::uint32_t> further_;
  std::vector<std::uint32_t> roots_;  ///< by WordId
  std::vector<std::uint8_t>
      any_case_;  ///< by WordId: a name that begins so may be written without its first capital
  WordId the_ = unknown_word, comma_ = unknown_word, stop_ = unknown_word, hyphen_ = unknown_word;
};

}  // namespace attache
