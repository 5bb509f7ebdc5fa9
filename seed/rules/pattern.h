// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "seed/lexicon/names_in_text.h"
#include "seed/text/tokens.h"

namespace attache {

/// A pattern that can't be read: says what and at which byte of the pattern.
class PatternError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a pattern is matched against: the tokens of a document and the names found among them.
struct PatternText {
  std::string_view text;
  const std::vector<Token>& tokens;
  const NamesInText& names;
  const NameTrie& trie;
  const std::vector<WordClass>& classes;  ///< one for each token
  const std::vector<std::uint32_t>&
      last_at;  ///< WordId -> the last token with that word among those recorded
};

/// Records the words of tokens [first, last): where each stands last. Matching needs it for the
/// tokens up to its limit; it is how a pattern whose further words do not follow at all is passed
/// over at once.
void record_words(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                  std::vector<std::uint32_t>& last_at);

/// Where a pattern matched, in tokens; half-open. The capture is what stands between { and }, empty
/// where there is none.
struct PatternMatch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t capture_first = 0;
  std::uint32_t capture_last = 0;
  std::uint32_t payload = 0;  ///< what `add` was given
};

/// Patterns over tokens, compiled to one program.
///
///   word        that word; case, diacritics, hyphens and spelling variants folded
///   word~       any regular inflection, irregular ones where the lexicon lists them
///   word*       any word that begins so
///   Word^       the word with a capital
///   (a|b c)     one of these
///   [a|b c]     one of these, or none
///   ...N        up to N tokens of any kind but ; and :   (as few as possible)
///   <class>     a name (body, country, adjective, office, honorific, person) or a word class
///               (det, poss, prep, verb, ing, ed, adj, adv, noun, num, cap, word, pron, modal, aux)
///   $set        one of the phrases of a named set
///   { }         marks the capture
///   , : ( etc.  the punctuation mark; brackets are written \( and \)
///
/// A pattern must begin with a word, an alternative of words, or a set: matching starts from those.
class PatternSet {
 public:
  using Sets = std::map<std::string, std::vector<std::string>, std::less<>>;

  /// Compiles and adds. Words are interned. Throws PatternError.
  void add(std::string_view pattern, std::uint32_t payload, const Sets& sets,
           Vocabulary& vocabulary);

  /// Must be called once, after the last `add` of all sets that share the vocabulary.
  void finish(const Vocabulary& vocabulary);

  /// Appends every pattern's match that starts at token `first` and ends at or before token
  /// `limit`.
  void match(const PatternText& text, std::uint32_t first, std::uint32_t limit,
             std::vector<PatternMatch>& out) const;

  bool starts(WordId word) const { return word < heads_.size() && heads_[word] != 0; }

 private:
  friend class PatternCompiler;
  enum class Op : std::uint8_t {
    word,
    words,
    prefix,
    capital,
    capitals,
    name,
    word_class,
    cap,
    any_word,
    any,
    split,
    save_first,
    save_last,
    match
  };
  struct Instruction {
    Op op;
    std::uint16_t guard = 0;  ///< of a split: 1 + the word set without which its first way leads
                              ///< nowhere, 0 where there is none
    std::uint32_t a = 0;
    std::uint32_t b = 0;
  };
  /// Elements [first, last) of one of the tables below. What matching reads lies in few flat
  /// tables: it is bound by how much memory it touches.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  struct Program {
    std::uint32_t start;
    std::uint32_t payload;
    Range required;  ///< in required_: behind the first word, one of each of these lists of words
                     ///< must follow
  };
  /// A program that can begin with a word and go on with another.
  struct Pair {
    WordId second;
    std::uint32_t program;
    std::uint32_t entry;  ///< the instruction that takes the first word, or the program's start
  };
  /// What a token is to the instructions that do not ask for its word: its classes, the kinds of
  /// name that start at it, a bit each.
  using Traits = std::uint32_t;
  /// A program whose second token need not be a certain word, and the traits of which it must have
  /// one.
  struct Open {
    std::uint32_t program;
    Traits wanted;
    std::uint32_t entry;  ///< as of a pair
    Range soon;  ///< in required_words_: one of the program's shortest list must follow; empty
                 ///< where it has none
  };
  /// The programs that can begin with one word. Most need a certain second word too, and are found
  /// by it; without that, common words such as "the" would try hundreds of programs at each place.
  struct Head {
    std::vector<Open> open;   ///< by program
    std::vector<Pair> pairs;  ///< sorted by second word, then program
  };
  /// The same once finished, in open_ and pairs_.
  struct FlatHead {
    Range open;
    Range pairs;
  };
  /// A set of words once finished: `size` words in set_words_, or a hash table of that size (a
  /// power of two) there.
  struct FlatSet {
    std::uint32_t first = 0;
    std::uint32_t size = 0;
    bool hashed = false;
  };
  /// What can follow at a place in a program: these words, or a token with one of these traits.
  struct Following {
    std::vector<WordId> words;
    Traits traits = 0;
  };
  static Traits wanted_traits(const Instruction& instruction);
  static Traits traits_of(const PatternText& text, std::uint32_t token);
  bool step(const PatternText& text, std::uint32_t limit, std::uint32_t pc, std::uint32_t token,
            PatternMatch& found) const;
  bool branch(const PatternText& text, std::uint32_t limit, std::uint32_t pc, std::uint32_t token,
              PatternMatch& found) const;
  bool accepts(const PatternText& text, const Instruction& instruction, std::uint32_t token,
               std::uint32_t& next) const;
  /// Instructions that can take the next token at `pc`.
  void reach(std::uint32_t pc, std::vector<std::uint32_t>& instructions) const;
  Following following(std::uint32_t pc) const;
  bool any_follows(const PatternText& text, Range words, std::uint32_t first) const;
  bool may_follow(const PatternText& text, const Program& program, std::uint32_t first) const;
  std::vector<WordId> words_of(const Instruction& instruction) const;
  bool begins_with(const PatternText& text, const Token& token, std::uint32_t prefix) const;
  Range add_required(std::vector<std::vector<WordId>> lists);
  void index(std::uint32_t program, std::vector<Head>& heads);
  Head& head_of(WordId word, std::vector<Head>& heads);
  void settle(Head& head) const;
  Range shortest_required(std::uint32_t program) const;
  std::uint32_t entry(std::uint32_t program, std::uint32_t pc) const;
  void flatten_heads(const std::vector<Head>& heads);
  void guard_splits();
  void flatten_sets();
  static constexpr unsigned pair_filter_bits =
      20;  ///< some 50,000 pairs: one in twenty passes in vain
  static constexpr std::size_t pair_bit(WordId first, WordId second) {
    return ((first * 0x9E3779B1u) ^ (second * 0x85EBCA6Bu)) >> (32 - pair_filter_bits);
  }
  bool may_pair(WordId first, WordId second) const;
  void expand_prefixes(const Vocabulary& vocabulary);
  bool in_set(std::uint32_t set, WordId word) const;
  void run(const PatternText& text, std::uint32_t program, std::uint32_t entry, std::uint32_t first,
           std::uint32_t limit, std::vector<PatternMatch>& out) const;

  std::vector<Instruction> code_;
  std::vector<std::vector<WordId>> word_sets_;
  std::vector<FlatSet> flat_sets_;  ///< by word set
  std::vector<WordId> set_words_;
  std::vector<std::string> prefixes_;
  std::vector<std::vector<WordId>>
      prefixed_;  ///< by prefix: the words of the vocabulary that begin so, sorted
  std::vector<Program> programs_;
  std::vector<Range> required_;  ///< each in required_words_
  std::vector<WordId> required_words_;
  std::vector<std::uint32_t>
      heads_;  ///< WordId -> 1 + index into flat_heads_, 0 where nothing begins so
  std::vector<FlatHead> flat_heads_;
  std::vector<Open> open_;
  std::vector<Pair> pairs_;
  std::vector<bool>
      pair_bits_;  ///< the pairs as a Bloom filter: two words in a row hardly ever begin a program
};

}  // namespace attache
