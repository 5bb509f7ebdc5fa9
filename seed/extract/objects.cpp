// SPDX-License-Identifier: MIT
#include "seed/extract/objects.h"

#include <algorithm>

#include "seed/extract/aim_clauses.h"
#include "seed/extract/phrases.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// A new clause shows its verb within so many words behind "and".
constexpr std::uint32_t clause_lookahead = 8;
/// A phrase is followed so far: whoever asks takes none that is as long.
constexpr std::uint32_t longest_phrase = 256;

/// An aside ("contributing, within its means, to") stands behind a head of so many words and is no
/// longer than that.
constexpr std::uint32_t longest_head = 2;
constexpr std::uint32_t longest_aside = 10;

/// Stands behind an aim and is no part of it.
bool adverbial(const Analysis& a, std::uint32_t t) { return is(a, t, PhraseRole::adverbial); }

/// A word behind an aside that ties to the head before it: "contributing, within its means, to".
bool ties_over(const Analysis& a, std::uint32_t opening, std::uint32_t behind) {
  return a.is_class(opening, WordClass::preposition) && is(a, behind, PhraseRole::ties_aside) &&
         a.tokens[behind].word != a.tokens[opening].word;
}

/// A noun phrase behind an aside is the object of the infinitive before it: "to ensure, with our
/// partners, the security".
bool object_over(const Analysis& a, TokenRange phrase, std::uint32_t comma, std::uint32_t behind) {
  return comma == phrase.first + 1 && phrase.first > 0 &&
         is(a, phrase.first - 1, PhraseRole::infinitive) &&
         (opens_noun_phrase(a, behind) ||
          only_class(a, behind, WordClass::adjective | WordClass::noun, WordClass::verb_base));
}

/// Finds the end of an object phrase.
class PhraseEnd {
 public:
  PhraseEnd(const Analysis& analysis, std::uint32_t first, std::uint32_t limit, bool enumeration)
      : a_(analysis),
        first_(first),
        limit_(std::min(limit, first + longest_phrase)),
        enumeration_(enumeration) {}

  std::uint32_t run() const {
    for (auto t = first_; t < limit_; ++t) {
      if (const auto behind = aside_end(a_, {first_, limit_}, t); behind > t) t = behind;
      else if (ends_at(t)) return t;
    }
    return limit_;
  }

 private:
  bool ends_at(std::uint32_t t) const {
    if (a_.tokens[t].kind == TokenKind::punctuation) return punctuation_ends(t);
    if (t == first_) return false;
    if (is(a_, t, PhraseRole::ends)) return true;
    if (adverbial(a_, t))
      return !a_.is_class(t, WordClass::verb_ed) ||
             a_.is_class(first_, WordClass::verb_base | WordClass::noun);
    if (is(a_, t, PhraseRole::by) && a_.is_class(t + 1, WordClass::verb_ing)) return true;
    if (being_done(t)) return true;
    if (is(a_, t, PhraseRole::ends_alone) && !coordinator(a_, t - 1)) return true;
    if (coordinator(a_, t) && ((new_clause(t + 1) && !joins_subjects(t)) || other_governor(t + 1)))
      return true;
    return (finite_verb(t) || predicate(t)) && !in_relative_clause(t) &&
           !of_clause_within(a_, first_, t);
  }

  /// "that both A and B are": behind "that" the verb is still to come.
  bool joins_subjects(std::uint32_t t) const {
    for (auto i = t; i-- > first_;) {
      if (finite(a_, i) || comma(a_, i) || subject_pronoun(a_, i) ||
          a_.is_class(i, WordClass::verb_s))
        return false;
      if (is(a_, i, PhraseRole::that)) return !subject_pronoun(a_, t + 1);
    }
    return false;
  }

  /// "the Conference, to be held in Prague"
  bool to_be_done(std::uint32_t t) const {
    return is(a_, t, PhraseRole::infinitive) && is(a_, t + 1, WordKind::copula) &&
           a_.is_class(t + 2, WordClass::verb_ed);
  }

  /// "mediation being tried elsewhere"
  bool being_done(std::uint32_t t) const {
    return a_.is_class(t - 1, WordClass::noun) && is(a_, t, WordKind::copula) &&
           a_.is_class(t, WordClass::verb_ing) && a_.is_class(t + 1, WordClass::verb_ed) &&
           !a_.is_class(first_, WordClass::verb_base | WordClass::verb_ing);
  }

  /// "this vital need" and "the political will" are no verbs.
  bool finite_verb(std::uint32_t t) const {
    const bool noun = a_.is_class(t, WordClass::noun) || is(a_, t, PhraseRole::verblike);
    return finite(a_, t) && !a_.tokens[t].capital &&
           !(noun && (opens_noun_phrase(a_, t - 1) ||
                      only_class(a_, t - 1, WordClass::adjective, WordClass::noun)));
  }

  /// "the search for peace continues": a verb that nothing but a verb can be, behind a noun.
  bool predicate(std::uint32_t t) const {
    if (!a_.is_class(t - 1, WordClass::noun)) return false;
    return only_class(a_, t, WordClass::verb_s, WordClass::noun | WordClass::adjective) ||
           plural_predicate(t);
  }

  /// "peace and prosperity require the support", "movements used their means"; but "help countries
  /// require less", where another verb governs the second.
  bool plural_predicate(std::uint32_t t) const {
    if (!only_class(
            a_, t, WordClass::verb_base | WordClass::verb_ed,
            WordClass::noun | WordClass::adjective | WordClass::adverb | WordClass::preposition))
      return false;
    if (!opens_noun_phrase(a_, t + 1) ||
        a_.is_class(t - 1, WordClass::verb_base | WordClass::verb_ing))
      return false;
    for (auto i = first_; i < t; ++i) {
      if (is(a_, i, PhraseRole::causes)) return false;
    }
    return true;
  }

  bool punctuation_ends(std::uint32_t t) const {
    if (a_.is_punctuation(t, ";")) return !enumeration_;
    if (a_.is_punctuation(t, ":.?!")) return !list_mark(t);
    const auto raw = a_.raw(t);
    if (raw == "\u2014" || raw == "\u2013" || raw == "--" || (raw == "-" && a_.tokens[t].space))
      return true;
    return comma(a_, t) && comma_ends(t + 1);
  }

  /// "1." inside an enumeration.
  bool list_mark(std::uint32_t t) const {
    return enumeration_ && t > first_ && t + 1 < limit_ &&
           a_.tokens[t - 1].kind == TokenKind::number && a_.is_punctuation(t, ".");
  }

  /// ", the responsibility for which is shared": a relative clause that opens with its noun.
  bool relative_behind(std::uint32_t next) const {
    if (!opens_noun_phrase(a_, next)) return false;
    for (auto t = next + 1; t + 1 < limit_ && t < next + 5; ++t) {
      if (a_.is_class(t + 1, WordClass::relative) && a_.is_class(t, WordClass::preposition))
        return true;
      if (comma(a_, t) || coordinator(a_, t)) return false;
    }
    return false;
  }

  bool comma_ends(std::uint32_t next) const {
    if (next >= limit_) return true;
    constexpr auto opens = WordClass::relative | WordClass::subordinator |
                           WordClass::conjunctive_adverb | WordClass::pronoun;
    if (a_.is_class(next, opens) && !is(a_, next, PhraseRole::joins_comma)) return true;
    if (is(a_, next, PhraseRole::as) && !is(a_, next, PhraseRole::as_well)) return true;
    if (adverbial(a_, next) || relative_behind(next)) return true;
    if (a_.is_class(next, WordClass::preposition) && !goes_on(next)) return true;
    if (to_be_done(next)) return true;
    if (coordinator(a_, next)) {
      return new_clause(next + 1) || other_governor(next + 1) || clause_with_past(next + 1);
    }
    if (opens_noun_phrase(a_, next) && next_aim(next + 1)) return true;
    if (verb_beside_noun(next)) return true;
    return participle_clause(next) || a_.is_class(next, WordClass::modal) || finite(a_, next);
  }

  /// "to prioritize dialogue, strengthen ties and": a verb beside the cue's own, where the phrase
  /// began with a noun.
  bool verb_beside_noun(std::uint32_t t) const {
    constexpr auto no_verb =
        WordClass::noun | WordClass::adjective | WordClass::adverb | WordClass::preposition;
    return !enumeration_ && only_class(a_, t, WordClass::verb_base, no_verb) &&
           !a_.is_class(first_, WordClass::verb_base | WordClass::verb_ing | WordClass::adverb);
  }

  /// ", on X and on Y" goes on with a list that itself opened with the preposition.
  bool goes_on(std::uint32_t t) const {
    if (is(a_, t, PhraseRole::goes_on)) return true;
    return first_ > 0 && a_.tokens[t].word == a_.tokens[first_ - 1].word;
  }

  /// "and on his efforts": a preposition that neither governs the phrase nor stood in it goes back
  /// behind it.
  bool other_governor(std::uint32_t t) const {
    if (t >= limit_ || goes_on(t) || !is(a_, t, PhraseRole::governs)) return false;
    for (auto i = first_; i + 1 < t; ++i) {
      if (a_.tokens[i].word == a_.tokens[t].word) return false;
    }
    return true;
  }

  /// ", its efforts to": another aim begins.
  bool next_aim(std::uint32_t t) const { return is(a_, t, PhraseRole::next_aim); }

  /// ", and his policy allowed the country": a clause in the past behind ", and".
  bool clause_with_past(std::uint32_t t) const {
    for (auto i = t + 1; i + 1 < limit_ && i < t + clause_lookahead; ++i) {
      if (a_.tokens[i].kind == TokenKind::punctuation || coordinator(a_, i)) return false;
      const bool past =
          only_class(a_, i, WordClass::verb_ed, WordClass::noun | WordClass::adjective) &&
          a_.is_class(i - 1, WordClass::noun);
      if (past && (opens_noun_phrase(a_, i + 1) || a_.tokens[i + 1].capital)) return true;
    }
    return false;
  }

  /// "a just, lasting and comprehensive settlement": what looks like a participle is one adjective
  /// of several.
  bool adjectives_around(std::uint32_t t) const {
    if (t < first_ + 2 || !a_.is_class(t - 2, WordClass::adjective)) return false;
    const auto next = coordinator(a_, t + 1) || comma(a_, t + 1) ? t + 2 : t + 1;
    return next < limit_ && a_.is_class(next, WordClass::adjective);
  }

  /// ", thereby ensuring ...", ", launched by ...": a participle behind a comma that no list began.
  bool participle_clause(std::uint32_t t) const {
    if (adjectives_around(t)) return false;
    if (only_class(a_, t, WordClass::verb_ing, WordClass::noun))
      return !a_.is_class(first_, WordClass::verb_ing) && !enumeration_ && !gerunds_go_on(t);
    return only_class(a_, t, WordClass::verb_ed, WordClass::noun) &&
           a_.is_class(t + 1, WordClass::preposition | WordClass::adverb);
  }

  /// ", reducing need and strengthening ties": a list.
  bool gerunds_go_on(std::uint32_t t) const {
    for (auto i = t + 1; i + 1 < limit_ && i < t + clause_lookahead; ++i) {
      if (coordinator(a_, i)) return a_.is_class(i + 1, WordClass::verb_ing);
      if (a_.tokens[i].kind == TokenKind::punctuation && !comma(a_, i)) return false;
    }
    return false;
  }

  /// Behind "and": a pronoun subject, or a finite verb before the next boundary.
  bool new_clause(std::uint32_t t) const {
    if (t >= limit_) return false;
    if (subject_pronoun(a_, t) || a_.is_class(t, WordClass::conjunctive_adverb))
      return !is(a_, t, PhraseRole::last_ordinal);
    if (is(a_, t, PhraseRole::opens_clause)) return true;
    if (a_.is_class(t, WordClass::verb_s) &&
        (is(a_, t + 1, PhraseRole::that) || infinitive_at(a_, t + 1)))
      return true;
    if (only_class(a_, t, WordClass::verb_s | WordClass::verb_ed,
                   WordClass::noun | WordClass::adjective | WordClass::verb_base) &&
        !is(a_, t - 2, PhraseRole::infinitive))
      return verb_of_subject(t);
    // "A, B and C is": the verb of the whole list, unless an article or a name opens a subject.
    const bool opens = opens_noun_phrase(a_, t) || a_.tokens[t].capital ||
                       a_.is_class(t, WordClass::pronoun) || is(a_, t, PhraseRole::there);
    if (!opens) return finite(a_, t);
    for (auto i = t; i < limit_ && i < t + clause_lookahead; ++i) {
      if (a_.tokens[i].kind == TokenKind::punctuation || a_.is_class(i, WordClass::relative) ||
          coordinator(a_, i))
        return false;
      if (finite(a_, i)) return true;
    }
    return false;
  }

  /// "and calls for": a verb with the subject of the sentence; "and improved services" is none.
  bool verb_of_subject(std::uint32_t t) const {
    if (a_.is_class(t, WordClass::verb_s)) return true;
    return opens_noun_phrase(a_, t + 1) || a_.is_class(t + 1, WordClass::preposition);
  }

  bool in_relative_clause(std::uint32_t t) const {
    for (auto i = t; i-- > first_;) {
      if (comma(a_, i)) return false;
      if (is(a_, i, PhraseRole::in_clause)) return true;
    }
    // "the efforts we have made", "those it is": a relative clause without its pronoun.
    for (auto i = t; i-- > first_ && t - i <= 3;) {
      if (i > first_ && subject_pronoun(a_, i)) return true;
    }
    return false;
  }

  const Analysis& a_;
  std::uint32_t first_, limit_;
  bool enumeration_;
};

/// "1.", "(a)", "i)", "first,": tokens that mark an item, from its first token.
std::uint32_t item_mark(const Analysis& a, TokenRange p) {
  auto t = p.first;
  if (a.is_punctuation(t, "(")) ++t;
  const bool mark = t < p.last &&
                    (a.tokens[t].kind == TokenKind::number || length(a.tokens[t].span()) <= 3) &&
                    a.is_punctuation(t + 1, t > p.first ? ")" : ").");
  if (mark && t + 2 <= p.last) return t + 2;
  if (is(a, p.first, PhraseRole::ordinal) && comma(a, p.first + 1)) return p.first + 2;
  return p.first;
}

std::uint32_t without_tail(const Analysis& a, TokenRange p) {
  for (auto t = p.last; t-- > p.first + 1 && p.last - t <= 4;) {
    if (adverbial(a, t)) return t;
  }
  return p.last;
}

}  // namespace

std::uint32_t aside_end(const Analysis& a, TokenRange phrase, std::uint32_t t) {
  if (!comma(a, t) || t == phrase.first || t - phrase.first > longest_head ||
      !a.is_class(t + 1, WordClass::preposition | WordClass::adverb))
    return t;
  for (auto i = t + 2; i + 1 < phrase.last && i < t + longest_aside; ++i) {
    if (a.tokens[i].kind == TokenKind::word) continue;
    return comma(a, i) && (ties_over(a, t + 1, i + 1) || object_over(a, phrase, t, i + 1)) ? i : t;
  }
  return t;
}

std::uint32_t phrase_end(const Analysis& analysis, std::uint32_t first, std::uint32_t limit,
                         bool enumeration) {
  return PhraseEnd(analysis, first, limit, enumeration).run();
}

TokenRange trim(const Analysis& a, TokenRange p) {
  const auto empty = [&](std::uint32_t t) {
    return (a.tokens[t].kind == TokenKind::punctuation && !a.is_punctuation(t, "()$%")) ||
           is(a, t, PhraseRole::edge);
  };
  while (!p.empty() && empty(p.first)) ++p.first;
  if (!p.empty()) p.first = item_mark(a, p);
  while (!p.empty() && empty(p.first)) ++p.first;
  while (!p.empty() && empty(p.last - 1)) --p.last;
  if (!p.empty()) p.last = without_tail(a, p);
  while (!p.empty() && (empty(p.last - 1) || a.is_punctuation(p.last - 1, "(") ||
                        is(a, p.last - 1, PhraseRole::tail)))
    --p.last;
  return p;
}

}  // namespace attache
