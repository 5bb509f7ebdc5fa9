// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "seed/extract/extract.h"
#include "seed/extract/trees.h"
#include "seed/frames/frames.h"
#include "seed/lexicon/lexicon.h"
#include "seed/lexicon/names_in_text.h"
#include "seed/rules/rules.h"
#include "seed/text/segment.h"

namespace attache {

/// Tokens [first, last).
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool empty() const { return first >= last; }
  std::uint32_t size() const { return last - first; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

/// A pattern that fired, and the sentence it fired in. A cue's match never leaves its sentence.
struct CueHit {
  PatternMatch match;
  std::uint32_t sentence = 0;
};

/// A place of a lexical unit, for `explain`: what fills it, and how the tree leads there.
struct TracePlace {
  bool holder = false;  ///< whose the relation is, else the body that it is a relation to
  TokenRange words;
  std::string path;  ///< tree_path() from the unit; empty where no word of the sentence says it
};

/// One line for `explain`: what fired and what became of it.
struct TraceLine {
  std::uint32_t sentence = 0;
  TokenRange range;
  std::string rule;
  std::string outcome;
  std::string_view standing = {};  ///< of a lexical unit: in which its sentence tells it
  std::vector<TracePlace> places = {};
};

/// What one speaker says in a record of several, from the token of his label up to the next turn.
struct Turn {
  std::uint32_t first = 0;
  std::string country;  ///< alpha-3 of the state that is "we"; empty where the record does not say
};

/// Collects TraceLines where someone asked; costs nothing otherwise.
using Trace = std::vector<TraceLine>;

/// What all four extractors share for one document: its tokens, sentences, names and fired cues.
class Analysis {
 public:
  Analysis(std::string_view text, const DocumentContext& context, const Knowledge& knowledge);

  /// Between two sentences or cues, and between long stages: throws where the document's budget is
  /// used up.
  void step() const {
    if (context.budget != nullptr) context.budget->check();
  }
  void stage() const {
    if (context.budget != nullptr) context.budget->look();
  }

  std::string_view text;
  const Lexicon& lexicon;
  const Rules& rules;
  const Frames& frames;
  const Grammar& grammar;
  DocumentContext context;
  TextOrigin origin;        ///< what learn_origin found
  std::vector<Turn> turns;  ///< by place; none but in records of speakers for several states
  std::vector<Token> tokens;
  std::vector<Span> note_marks;  ///< what was taken out of the tokens, in rising order
  std::vector<Sentence> sentences;
  std::vector<WordClass> token_classes;  ///< one for each token
  NamesInText names;
  std::vector<CueHit> hits;  ///< by first token
  std::vector<std::uint32_t>
      sentence_of;  ///< token -> index of its sentence, or no_sentence (list markers)
  Trace* trace = nullptr;

  static constexpr std::uint32_t no_sentence = 0xFFFFFFFF;

  WordClass classes(std::uint32_t token) const {
    return token < token_classes.size() ? token_classes[token] : WordClass::none;
  }
  /// The document for patterns.
  PatternText pattern_text() const {
    return {text, tokens, names, lexicon.names, token_classes, last_at_};
  }
  bool is_class(std::uint32_t token, WordClass wanted) const { return any(classes(token), wanted); }
  /// The token's word is that folded word.
  bool is_word(std::uint32_t token, std::string_view folded) const {
    if (token >= tokens.size() || tokens[token].word == unknown_word) return false;
    const auto word = lexicon.vocabulary.text(tokens[token].word);
    // Most words differ in length or first letter: seen without a call. No word is empty.
    return word.size() == folded.size() && word.front() == folded.front() && word == folded;
  }
  bool is_punctuation(std::uint32_t token, std::string_view marks) const;
  std::string_view raw(std::uint32_t token) const { return slice(text, tokens[token].span()); }
  /// Bytes from the first token's begin to the last token's end. The range must not be empty.
  Span span(TokenRange range) const {
    return {tokens[range.first].begin, tokens[range.last - 1].end};
  }
  /// The words of the range, white space folded, words joined over line ends, note marks left out.
  std::string wording(TokenRange range) const;
  /// A citation of the range in its sentence.
  Citation cite(TokenRange range, std::string rule) const;

  const PatternOwner& owner(const CueHit& hit) const { return rules.owners[hit.match.payload]; }
  /// The dependency tree of a sentence, by number; parsed when it is asked for first.
  const SentenceTree& tree(std::uint32_t sentence) const;
  /// The cue of a hit, or nullptr where the pattern is a norm's wording.
  const Cue* cue(const CueHit& hit) const;

  /// The state that "we" and "my country" are at a token: the speaker's, or the document's own.
  const std::string& own_state(std::uint32_t token) const;

  /// The name's entry, kind and case rule.
  const Name& name(const NameMatch& match) const { return lexicon.names.names()[match.name]; }

  void explain(TokenRange range, const std::string& rule, const std::string& outcome) const;

 private:
  void match_cues();
  std::vector<std::uint32_t> names_over_lines() const;
  std::vector<Span> names_of_several_words() const;
  void note_compounds();
  bool keeps_hyphen(std::string_view first, std::string_view second) const;

  std::unordered_set<std::string> compounds_;  ///< folded; written with a hyphen within a line
  mutable std::unique_ptr<Trees> trees_;       ///< made with the first
  std::vector<std::uint32_t> last_at_;         ///< for the matcher: WordId -> last token with it
};

}  // namespace attache
