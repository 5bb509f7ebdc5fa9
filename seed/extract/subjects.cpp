// SPDX-License-Identifier: MIT
#include "seed/extract/subjects.h"

#include "seed/extract/phrases.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// Finds the subject of a clause.
class Subject {
 public:
  Subject(const Analysis& analysis, std::uint32_t verb, std::uint32_t sentence)
      : a_(analysis), verb_(verb), first_(clause_begin(analysis, verb, sentence)) {}

  TokenRange run() {
    skip_openings();
    if (verb_ > first_ && comma(a_, verb_ - 1)) drop_parenthesis();
    while (verb_ > first_ && !a_.tokens[verb_ - 1].capital &&
           (a_.is_class(verb_ - 1, WordClass::modal) ||
            only_class(a_, verb_ - 1, WordClass::adverb, WordClass::noun)))
      --verb_;
    if (first_ >= verb_ ||
        a_.is_class(verb_ - 1, WordClass::pronoun | WordClass::relative | WordClass::preposition))
      return {};
    const bool infinitive = infinitive_at(a_, first_);
    if (!infinitive &&
        a_.is_class(first_, WordClass::preposition | WordClass::pronoun | WordClass::subordinator))
      return {};
    bool relative = false;  // stands before the token
    for (auto t = first_; t < verb_; ++t) {
      if (finite(a_, t) && !relative) return {};
      relative = relative || a_.is_class(t, WordClass::relative) || is(a_, t, PhraseRole::that);
    }
    return {first_, verb_};
  }

 private:
  /// "In this regard, ", "We believe that ".
  void skip_openings() {
    constexpr auto opening = WordClass::preposition | WordClass::subordinator |
                             WordClass::conjunctive_adverb | WordClass::adverb |
                             WordClass::verb_ing;
    for (auto t = first_; t < verb_; ++t) {
      const bool says =
          is(a_, t, PhraseRole::that) && t > first_ &&
          a_.is_class(t - 1, WordClass::verb_base | WordClass::verb_s | WordClass::verb_ed |
                                 WordClass::verb_ing | WordClass::adjective);
      if (says) first_ = t + 1;
      else if (comma(a_, t) && t + 1 < verb_ &&
               (a_.is_class(first_, opening) || is(a_, first_, PhraseRole::opening)))
        first_ = t + 1;
    }
    while (first_ < verb_ && (coordinator(a_, first_) || is(a_, first_, PhraseRole::lead) ||
                              a_.tokens[first_].kind == TokenKind::punctuation))
      ++first_;
  }

  /// "X, outlining our visions, is paramount": X.
  void drop_parenthesis() {
    for (auto t = first_; t < verb_; ++t) {
      if (comma(a_, t)) {
        verb_ = t;
        return;
      }
    }
  }

  const Analysis& a_;
  std::uint32_t verb_, first_;
};

}  // namespace

TokenRange subject_before(const Analysis& analysis, std::uint32_t verb, std::uint32_t sentence) {
  return Subject(analysis, verb, sentence).run();
}

}  // namespace attache
