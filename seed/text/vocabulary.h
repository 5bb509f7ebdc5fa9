// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// Number of a folded word. 0 is every word that neither lexicon nor rules know.
using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

/// Word classes for the shallow analysis; a word may have several.
enum class WordClass : std::uint32_t {
  none = 0,
  determiner = 1u << 0,
  possessive = 1u << 1,
  preposition = 1u << 2,
  coordinator = 1u << 3,
  subordinator = 1u << 4,
  relative = 1u << 5,
  pronoun = 1u << 6,
  modal = 1u << 7,
  auxiliary = 1u << 8,
  negation = 1u << 9,
  adverb = 1u << 10,
  verb_base = 1u << 11,
  verb_s = 1u << 12,
  verb_ed = 1u << 13,
  verb_ing = 1u << 14,
  noun = 1u << 15,
  adjective = 1u << 16,
  numeral = 1u << 17,
  conjunctive_adverb = 1u << 18,
  quantifier = 1u << 19,
};

constexpr WordClass operator|(WordClass a, WordClass b) {
  return static_cast<WordClass>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
/// True where the two sets of classes share one.
constexpr bool any(WordClass have, WordClass wanted) {
  return (static_cast<std::uint32_t>(have) & static_cast<std::uint32_t>(wanted)) != 0;
}

/// The words that lexicon and rules know, by number. Filled while loading, then only read:
/// `find` may be called from any number of threads at once.
class Vocabulary {
 public:
  Vocabulary();

  /// Number of a folded word; makes one where it is new. Spelling variants share the number of
  /// their normal form.
  WordId intern(std::string_view folded);
  /// Number of a folded word, or unknown_word.
  WordId find(std::string_view folded) const { return find(folded, hash(folded)); }
  /// The same, with the hash already at hand.
  WordId find(std::string_view folded, std::uint32_t hash) const;

  /// Makes `variant` another spelling of `normal`. Must come before `variant` is interned
  /// otherwise.
  void unify(std::string_view variant, std::string_view normal);

  /// The folded normal form; good until the next word is added.
  std::string_view text(WordId word) const { return text_of(words_[word]); }
  std::size_t size() const { return words_.size(); }
  /// Calls visit(folded, word) for each way of spelling each word.
  template <typename Visit>
  void each_form(Visit visit) const {
    for (const auto& form : forms_) visit(text_of(form.letters), form.word);
  }

  WordClass classes(WordId word) const { return classes_[word]; }
  void add_classes(WordId word, WordClass classes) { classes_[word] = classes_[word] | classes; }

  /// Hash as `find` uses it: start value, then one step a byte.
  static constexpr std::uint32_t hash_start = 2166136261u;
  static constexpr std::uint32_t hash_step(std::uint32_t hash, unsigned char byte) {
    return (hash ^ byte) * 16777619u;
  }
  static std::uint32_t hash(std::string_view folded);

 private:
  /// Letters of a form in letters_. All stand in one string: looking up a text's words is bound by
  /// how much memory that touches.
  struct Letters {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Form {
    Letters letters;
    WordId word;
  };
  /// What a look-up needs, side by side: most words are found, and most unknown ones refused, in
  /// one cache line.
  struct Slot {
    std::uint64_t start = 0;  ///< the first eight letters; all of them where there are fewer
    std::uint32_t hash = 0;
    WordId word = unknown_word;  ///< unknown_word is an empty slot
    Letters letters;
  };
  static std::uint64_t start_of(std::string_view folded);
  bool holds(const Slot& slot, std::string_view folded, std::uint32_t hash) const;
  std::string_view text_of(Letters letters) const {
    return {letters_.data() + letters.begin, letters.size};
  }
  std::size_t probe(std::string_view folded, std::uint32_t hash) const;
  Letters insert(std::string_view folded, WordId word);
  void grow();

  std::vector<Slot> slots_;  ///< open addressing, power of two
  std::vector<Form> forms_;
  std::vector<Letters> words_;  ///< by WordId
  std::string letters_;
  std::vector<WordClass> classes_;
};

}  // namespace attache
