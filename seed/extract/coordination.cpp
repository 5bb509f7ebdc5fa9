// SPDX-License-Identifier: MIT
#include "seed/extract/coordination.h"

#include "seed/extract/aim_words.h"
#include "seed/extract/joined_parts.h"
#include "seed/extract/objects.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// An announced item that is longer shows that the commas were no list's.
constexpr std::uint32_t short_part = 6;

/// Splits at coordination.
class Splitter {
 public:
  Splitter(const Analysis& analysis, TokenRange phrase, bool announced)
      : a_(analysis), phrase_(phrase), announced_(announced) {}

  std::vector<TokenRange> run() {
    if (announced_ && has(";")) return at_semicolons();
    std::vector<TokenRange> parts;
    auto begin = phrase_.first;
    for (auto t = phrase_.first; t < phrase_.last; ++t) {
      if (const auto behind = aside_end(a_, {begin, phrase_.last}, t); behind > t) {
        t = behind;
        continue;
      }
      depth(t);
      const auto next = depth_ > 0 ? t : separator_end(t);
      if (next == t || next >= phrase_.last || binomial_around(t)) continue;
      const TokenRange left{begin, t}, right{next, part_end(next)};
      if (!left.empty() && splits(left, right, t)) {
        parts.push_back(left);
        begin = next;
      } else if (dangling(t, next)) {
        parts.push_back(left);
        return parts;
      }
      t = next - 1;
    }
    parts.push_back({begin, phrase_.last});
    return parts;
  }

 private:
  void depth(std::uint32_t t) {
    if (a_.is_punctuation(t, "(")) ++depth_;
    else if (a_.is_punctuation(t, ")") && depth_ > 0) --depth_;
  }

  bool has(std::string_view mark) const {
    for (auto t = phrase_.first; t < phrase_.last; ++t) {
      if (a_.is_punctuation(t, mark)) return true;
    }
    return false;
  }

  std::vector<TokenRange> at_semicolons() const {
    std::vector<TokenRange> parts;
    auto begin = phrase_.first;
    for (auto t = begin; t < phrase_.last; ++t) {
      if (!a_.is_punctuation(t, ";")) continue;
      parts.push_back({begin, t});
      begin = t + 1;
    }
    parts.push_back({begin, phrase_.last});
    return parts;
  }

  /// Behind the separator at `t` (a comma, "and", ", and", "as well as"), or `t` where none stands.
  std::uint32_t separator_end(std::uint32_t t) const {
    std::uint32_t end = t;
    if (a_.is_punctuation(end, ",;")) ++end;
    if (end < phrase_.last && coordinator(a_, end)) ++end;
    else end += phrase_at(a_, end, PhraseRole::adds);
    if (end > t && end < phrase_.last && is(a_, end, PhraseRole::also)) ++end;
    return end;
  }

  std::uint32_t part_end(std::uint32_t t) const {
    while (t < phrase_.last && separator_end(t) == t) ++t;
    return t;
  }

  bool binomial_around(std::uint32_t t) const {
    if (t == phrase_.first || !coordinator(a_, t)) return false;
    const auto known = a_.lexicon.binomials.find(a_.tokens[t - 1].word);
    if (known == a_.lexicon.binomials.end()) return false;
    return std::any_of(known->second.begin(), known->second.end(), [&](const auto& pair) {
      const auto at = std::find(pair.begin(), pair.end(), a_.tokens[t].word);
      const auto offset = static_cast<std::uint32_t>(at - pair.begin());
      if (at == pair.end() || t < offset + phrase_.first || t - offset + pair.size() > phrase_.last)
        return false;
      for (std::uint32_t i = 0; i < pair.size(); ++i) {
        if (a_.tokens[t - offset + i].word != pair[i]) return false;
      }
      return true;
    });
  }

  bool splits(TokenRange left, TokenRange right, std::uint32_t separator) const {
    if (same_governor(right.first)) return true;
    if (announced_ && has(",")) return list_separator(separator);
    // ", including Kashmir": an example of what stands before.
    if (is(a_, right.first, PhraseRole::goes_on)) return false;
    if (may_split(left, right) && !kept_together(a_, phrase_, {phrase_.first, separator}, right))
      return true;
    return false;
  }

  bool may_split(TokenRange left, TokenRange right) const {
    if (verb(left.first) && verb(right.first))
      return complete_verb(left) &&
             !(comma(a_, right.first - 1) && no_verb_joined(a_, right.first));
    if (gerund(left.first) && gerund(right.first))
      return complete_verb(left) && right.size() > 1 && !shares_noun(left, right);
    // "to deter its attacks, its support for": what is not to be.
    if (averting()) return false;
    const auto joint = joint_of(right);
    if (joint == Joint::verbs) return complete_verb(left) && right.size() > 1;
    if (joint == Joint::inside && !bare_series(left, right)) return false;
    if (nominal(right) && !lone(left) && (opens_noun_phrase(a_, right.first) || nominal(left)))
      return true;
    if ((nominal(left) || bare(left)) && gerund(right.first) && right.size() > 1) return true;
    if (series_of_nouns()) return true;
    return bare(left) && bare(right) && !lone_before_shared(left, right);
  }

  /// What the tree joins a part to.
  enum class Joint {
    unknown,
    head,    ///< the phrase's head
    verbs,   ///< that, verb to verb in the same form
    inside,  ///< something inside the phrase ("relations with States and the Union")
  };

  Joint joint_of(TokenRange part) const {
    const auto& tree = a_.tree(a_.sentence_of[phrase_.first]);
    if (tree.empty()) return Joint::unknown;
    const auto head = tree.head_of(phrase_.first, phrase_.last);
    const auto joined = tree.head_of(part.first, part.last);
    if (joined == no_word || tree[joined].relation != Relation::conj) return Joint::unknown;
    auto to = tree[joined].head;
    while (to != head && tree[to].relation == Relation::conj) to = tree[to].head;
    if (to != head) return Joint::inside;
    const bool verbs = tree[joined].part == PartOfSpeech::verb &&
                       tree[head].part == PartOfSpeech::verb &&
                       tree[joined].form == tree[head].form;
    return verbs ? Joint::verbs : Joint::head;
  }

  /// "reconciliation and unity, reform": aims by themselves, whatever the tree makes of them.
  bool bare_series(TokenRange left, TokenRange right) const {
    if (nominal(right) && (nominal(left) || opens_noun_phrase(a_, right.first))) return true;
    return bare(left) && bare(right) && !verb(phrase_.first) && !gerund(phrase_.first);
  }

  /// "to X and to Y", "for X and for Y": the word that governs the phrase stands again before the
  /// part.
  bool same_governor(std::uint32_t t) const {
    if (is(a_, t, PhraseRole::infinitive)) return true;
    if (phrase_.first == 0 || !a_.is_class(phrase_.first - 1, WordClass::preposition)) return false;
    return a_.tokens[t].word == a_.tokens[phrase_.first - 1].word;
  }

  /// In "a and b, c and d and e" the commas join, and the first "and" behind the last comma.
  bool list_separator(std::uint32_t t) const {
    if (comma(a_, t)) return true;
    bool comma_before = false;
    for (auto i = phrase_.first; i < phrase_.last; ++i) {
      if (comma(a_, i) && i > t) return false;
      if (comma(a_, i) && i < t) comma_before = true;
    }
    for (auto i = t; comma_before && i-- > phrase_.first && !comma(a_, i);) {
      if (coordinator(a_, i)) return false;
    }
    return comma_before;
  }

  /// A verb that heads its part. A word that is a noun as well needs an object that shows.
  bool verb(std::uint32_t t) const {
    if (is(a_, t, PhraseRole::infinitive)) return true;
    while (t + 1 < phrase_.last &&
           only_class(a_, t, WordClass::adverb, WordClass::noun | WordClass::verb_base))
      ++t;
    if (!a_.is_class(t, WordClass::verb_base) ||
        !a_.is_class(phrase_.first, WordClass::verb_base | WordClass::adverb))
      return false;
    if (!a_.is_class(t, WordClass::noun) || t == phrase_.first) return true;
    return opens_noun_phrase(a_, t + 1) || a_.is_class(t + 1, WordClass::pronoun) ||
           (a_.is_class(t + 1, WordClass::adjective) && t + 2 < phrase_.last);
  }

  bool gerund(std::uint32_t t) const {
    while (t + 1 < phrase_.last && only_class(a_, t, WordClass::adverb, WordClass::noun)) ++t;
    return a_.is_class(t, WordClass::verb_ing);
  }

  /// "protect and promote X" shares its object; "protect X and promote Y" has two.
  bool complete_verb(TokenRange part) const {
    std::uint32_t words = 0;
    for (auto t = part.first; t < part.last; ++t) {
      if (!a_.is_class(t, WordClass::adverb) && !is(a_, t, PhraseRole::empty) &&
          a_.tokens[t].kind != TokenKind::punctuation && !coordinator(a_, t))
        ++words;
    }
    return words > 1 && !only_gerunds(part) && !only_verbs(part);
  }

  /// "promoting free" before "and expanding markets": one noun behind both adjectives; but
  /// "reducing nuclear and eliminating chemical weapons".
  bool shares_noun(TokenRange left, TokenRange right) const {
    return left.size() == 2 && !is(a_, left.first, WordKind::copula) &&
           only_class(a_, left.last - 1, WordClass::adjective,
                      WordClass::noun | WordClass::adverb | WordClass::pronoun) &&
           only_class(a_, right.first + 1, WordClass::noun, WordClass::adjective);
  }

  /// "promote, protect" before "and defend X": likewise.
  bool only_verbs(TokenRange part) const {
    bool parted = true;  // a verb is to follow
    for (auto t = part.first; t < part.last; ++t) {
      const bool joint = comma(a_, t) || coordinator(a_, t);
      if (!joint && a_.is_class(t, WordClass::adverb)) continue;
      if (!joint && (!parted || !a_.is_class(t, WordClass::verb_base))) return false;
      parted = joint;
    }
    return true;
  }

  /// "dissuading, preventing" before "or deterring X": the object is still to come.
  bool only_gerunds(TokenRange part) const {
    for (auto t = part.first; t < part.last; ++t) {
      if (a_.tokens[t].kind == TokenKind::word && !coordinator(a_, t) &&
          !a_.is_class(t, WordClass::verb_ing | WordClass::adverb))
        return false;
    }
    return true;
  }

  /// "the promotion of Y": an action with its own complement.
  bool nominal(TokenRange part) const {
    const auto end = group_end(a_, part.first, part.last);
    if (end >= part.last || end == part.first || !is(a_, end, PhraseRole::complements))
      return false;
    for (auto t = end; t-- > part.first && end - t <= 2;) {
      if (action_word(a_, t) && !a_.tokens[t].capital) return true;
    }
    return gerund(part.first) && opens_noun_phrase(a_, phrase_.first);
  }

  bool averting() const {
    auto t = phrase_.first;
    while (t + 1 < phrase_.last && a_.is_class(t, WordClass::adverb)) ++t;
    return is(a_, t, PhraseRole::averts);
  }

  /// "the strengthening" in "the strengthening and development of X": no complement, and no aim by
  /// itself.
  bool lone(TokenRange part) const {
    const auto end = group_end(a_, part.first, part.last);
    if (end < part.last || verb(part.first) || gerund(part.first))
      return verb(part.first) && !complete_verb(part);
    // "poverty eradication": the complement stands before.
    const bool compound =
        part.size() > 1 && only_class(a_, part.last - 2, WordClass::noun,
                                      WordClass::adjective | WordClass::determiner);
    return !bare_word(a_, part.last - 1) || (action_word(a_, part.last - 1) && !compound);
  }

  /// "peace": an aim by itself, with what stands before its noun.
  bool bare(TokenRange part) const {
    const auto end = group_end(a_, part.first, part.last);
    for (auto t = part.first; t < end && t < part.first + short_part; ++t) {
      if (bare_word(a_, t)) return true;
    }
    return false;
  }

  /// "development and integration of Africa": one complement behind both.
  bool lone_before_shared(TokenRange left, TokenRange right) const {
    if (opens_noun_phrase(a_, right.first)) return false;
    return group_end(a_, left.first, left.last) >= left.last &&
           group_end(a_, right.first, right.last) < right.last;
  }

  /// "inclusivity, tolerance and unity": three or more short noun groups, none with a complement.
  bool series_of_nouns() const {
    if (verb(phrase_.first) || gerund(phrase_.first)) return false;
    bool commas = false, joined = false;
    for (auto t = phrase_.first; t < phrase_.last;) {
      const auto end = part_end(t);
      if (group_end(a_, t, end) < end || end - t > short_part || end == t) return false;
      if (only_class(a_, end - 1, WordClass::adjective, WordClass::noun)) return false;
      commas = commas || (end < phrase_.last && comma(a_, end));
      t = end < phrase_.last ? separator_end(end) : end;
      joined = joined || (t > end && !comma(a_, t - 1));
    }
    return commas && joined;
  }

  /// A comma with no "and" behind it joins nothing, unless it stands between adjectives.
  bool dangling(std::uint32_t t, std::uint32_t next) const {
    if (!comma(a_, t) || next != t + 1 || is(a_, next, PhraseRole::goes_on)) return false;
    if (a_.is_class(t - 1, WordClass::adjective) &&
        (a_.is_class(next, WordClass::adjective) || described_behind(a_, t)))
      return false;
    for (auto i = next; i < phrase_.last; ++i) {
      if (coordinator(a_, i)) return false;
    }
    return true;
  }

  const Analysis& a_;
  TokenRange phrase_;
  bool announced_;
  int depth_ = 0;
};

}  // namespace

std::vector<TokenRange> split_coordination(const Analysis& analysis, TokenRange phrase,
                                           bool announced) {
  return Splitter(analysis, phrase, announced).run();
}

}  // namespace attache
