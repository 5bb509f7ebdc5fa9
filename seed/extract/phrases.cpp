// SPDX-License-Identifier: MIT
#include "seed/extract/phrases.h"

#include <algorithm>
#include <array>

namespace attache {
namespace {

/// How far back a denial reaches over the words before a cue.
constexpr std::uint32_t negation_reach = 5;
/// A new clause shows its verb within so many words behind "and".
constexpr std::uint32_t clause_lookahead = 7;

bool one_of(const Analysis& a, std::uint32_t t, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return a.is_word(t, w); });
}

bool subject_pronoun(const Analysis& a, std::uint32_t t) { return one_of(a, t, {"we", "i", "they", "he", "she", "it"}); }

/// A finite verb that no noun phrase contains: "is", "will", "has", "must".
bool finite(const Analysis& a, std::uint32_t t) {
  return one_of(a, t, {"is", "are", "was", "were", "am", "has", "had", "have", "does", "do", "did"}) || a.is_class(t, WordClass::modal);
}

bool coordinator(const Analysis& a, std::uint32_t t) { return a.is_word(t, "and") || a.is_word(t, "or"); }

}  // namespace

bool negated(const Analysis& a, TokenRange cue, std::uint32_t sentence) {
  const auto begin = clause_begin(a, cue.first, sentence);
  for (auto t = cue.first; t-- > begin && cue.first - t <= negation_reach;) {
    if (one_of(a, t, {"not", "never", "cannot", "without", "nor", "neither", "no", "refuse", "refuses", "refused", "nt"})) {
      // "not only" affirms.
      return !a.is_word(t + 1, "only");
    }
  }
  for (auto t = cue.first; t < cue.last; ++t) {
    if (one_of(a, t, {"not", "never", "no"}) && !a.is_word(t + 1, "only")) return true;
  }
  return false;
}

std::uint32_t clause_begin(const Analysis& a, std::uint32_t token, std::uint32_t sentence) {
  const auto first = a.sentences[sentence].first;
  for (auto t = token; t-- > first;) {
    if (a.is_punctuation(t, ";:\"") || one_of(a, t, {"but", "while", "although", "whereas", "because"})) return t + 1;
    const bool comma = a.is_punctuation(t, ",");
    if (comma && t + 2 < token && coordinator(a, t + 1) && (subject_pronoun(a, t + 2) || a.names.at(t + 2, NameKind::country, a.lexicon.names))) return t + 2;
  }
  return first;
}

std::optional<std::string> subject_country(const Analysis& a, std::uint32_t token, std::uint32_t sentence) {
  const auto begin = clause_begin(a, token, sentence);
  for (auto t = token; t-- > begin;) {
    if (one_of(a, t, {"we", "our", "us", "my", "i", "ourselves"})) return a.context.country;
    for (const auto kind : {NameKind::country, NameKind::adjective, NameKind::demonym}) {
      const auto* match = a.names.at(t, kind, a.lexicon.names);
      if (match != nullptr && match->last <= token) return a.lexicon.countries[a.name(*match).entry].iso3;
    }
  }
  return a.context.country;
}

namespace {

/// Finds the end of an object phrase.
class PhraseEnd {
 public:
  PhraseEnd(const Analysis& analysis, std::uint32_t first, std::uint32_t limit) : a_(analysis), first_(first), limit_(limit) {}

  std::uint32_t run() const {
    for (auto t = first_; t < limit_; ++t) {
      if (ends_at(t)) return t;
    }
    return limit_;
  }

 private:
  bool ends_at(std::uint32_t t) const {
    if (a_.tokens[t].kind == TokenKind::punctuation) return punctuation_ends(t);
    if (t == first_) return false;
    if (adverbial(t) || one_of(a_, t, {"because", "although", "whereas", "unless", "but", "however", "if", "lest"})) return true;
    if (one_of(a_, t, {"while", "when", "where", "until"}) && !a_.is_word(t - 1, "and")) return true;
    if (coordinator(a_, t) && new_clause(t + 1)) return true;
    return finite(a_, t) && !in_relative_clause(t);
  }

  bool punctuation_ends(std::uint32_t t) const {
    if (a_.is_punctuation(t, ";:.?!")) return true;
    const auto raw = a_.raw(t);
    if (raw == "\u2014" || raw == "\u2013" || raw == "--" || (raw == "-" && a_.tokens[t].space)) return true;
    if (!a_.is_punctuation(t, ",")) return false;
    const auto next = t + 1;
    if (next >= limit_) return true;
    constexpr auto opens = WordClass::relative | WordClass::subordinator | WordClass::conjunctive_adverb | WordClass::pronoun;
    if (a_.is_class(next, opens) && !one_of(a_, next, {"as", "that", "so", "both", "each", "other", "all"})) return true;
    if (a_.is_word(next, "as") && !a_.is_word(next + 1, "well")) return true;
    if (adverbial(next)) return true;
    if (a_.is_class(next, WordClass::preposition) && !of_list(next)) return true;
    if (coordinator(a_, next) && new_clause(next + 1)) return true;
    return participle_clause(next);
  }

  /// ", on X and on Y" goes on with a list that itself opened with the preposition.
  bool of_list(std::uint32_t t) const { return a_.tokens[t].word == a_.tokens[first_].word || one_of(a_, t, {"including"}); }

  /// ", thereby ensuring ...": a participle behind a comma that no list began.
  bool participle_clause(std::uint32_t t) const {
    return a_.is_class(t, WordClass::verb_ing) && !a_.is_class(t, WordClass::noun) && !a_.is_class(first_, WordClass::verb_ing);
  }

  /// "in order to", "with a view to", "so that", "by means of".
  bool adverbial(std::uint32_t t) const {
    static const std::vector<std::vector<std::string_view>> phrases{
        {"in", "order", "to"}, {"with", "a", "view", "to"}, {"so", "that"}, {"so", "as", "to"}, {"by", "means", "of"}, {"on", "the", "basis", "of"},
        {"in", "accordance", "with"}, {"in", "conformity", "with"}, {"in", "line", "with"}, {"as", "a", "result"}, {"in", "view", "of"}};
    return std::any_of(phrases.begin(), phrases.end(), [&](const auto& phrase) {
      for (std::size_t i = 0; i < phrase.size(); ++i) {
        if (!a_.is_word(t + static_cast<std::uint32_t>(i), phrase[i])) return false;
      }
      return true;
    });
  }

  /// Behind "and": a pronoun subject, or a finite verb before the next boundary.
  bool new_clause(std::uint32_t t) const {
    if (t >= limit_) return false;
    if (subject_pronoun(a_, t) || a_.is_class(t, WordClass::conjunctive_adverb)) return true;
    if (a_.is_word(t, "that") || a_.is_word(t, "which")) return true;
    for (auto i = t; i < limit_ && i < t + clause_lookahead; ++i) {
      if (a_.is_punctuation(i, ",;:") || a_.is_class(i, WordClass::relative) || coordinator(a_, i)) return false;
      if (finite(a_, i)) return true;
    }
    return false;
  }

  bool in_relative_clause(std::uint32_t t) const {
    for (auto i = t; i-- > first_;) {
      if (a_.is_punctuation(i, ",")) return false;
      if (one_of(a_, i, {"who", "which", "that", "whose", "where", "what", "how", "whom"})) return true;
    }
    return false;
  }

  const Analysis& a_;
  std::uint32_t first_, limit_;
};

/// Splits at coordination.
class Splitter {
 public:
  Splitter(const Analysis& analysis, TokenRange phrase) : a_(analysis), phrase_(phrase) {}

  std::vector<TokenRange> run() const {
    std::vector<TokenRange> parts;
    std::uint32_t begin = phrase_.first;
    for (auto t = phrase_.first; t < phrase_.last; ++t) {
      const auto next = separator_end(t);
      if (next == t || next >= phrase_.last || binomial_around(t)) continue;
      if (!alike(begin, next)) continue;
      if (t > begin) parts.push_back({begin, t});
      begin = next;
      t = next - 1;
    }
    parts.push_back({begin, phrase_.last});
    return parts;
  }

 private:
  /// Behind the separator at `t` (a comma, "and", ", and", "as well as"), or `t` where none stands.
  std::uint32_t separator_end(std::uint32_t t) const {
    std::uint32_t end = t;
    if (a_.is_punctuation(end, ",;")) ++end;
    if (end < phrase_.last && one_of(a_, end, {"and", "or"})) ++end;
    else if (a_.is_word(end, "as") && a_.is_word(end + 1, "well") && a_.is_word(end + 2, "as")) end += 3;
    if (end > t && end < phrase_.last && (a_.is_word(end, "also") || a_.is_word(end, "finally"))) ++end;
    return end;
  }

  bool binomial_around(std::uint32_t t) const {
    for (const auto& pair : a_.lexicon.binomials) {
      const auto at = std::find(pair.begin(), pair.end(), a_.tokens[t].word);
      if (at == pair.end() || !a_.is_word(t, "and")) continue;
      const auto offset = static_cast<std::uint32_t>(at - pair.begin());
      if (t < offset + phrase_.first || t - offset + pair.size() > phrase_.last) continue;
      bool same = true;
      for (std::size_t i = 0; i < pair.size() && same; ++i) same = a_.tokens[t - offset + static_cast<std::uint32_t>(i)].word == pair[i];
      if (same) return true;
    }
    return false;
  }

  /// Both sides begin alike: an infinitive and an infinitive, a gerund and a gerund, an action noun and an action noun.
  bool alike(std::uint32_t left, std::uint32_t right) const {
    const auto l = head(left), r = head(right);
    if (infinitive(left) && infinitive(right)) return lone_verb_ok(left, right);
    if (gerund(left) && gerund(right)) return lone_verb_ok(left, right);
    if (action(l) && action(r)) return true;
    return bare(left, right);
  }

  /// "to protect and promote X" shares its object; "to protect X and promote Y" has two.
  bool lone_verb_ok(std::uint32_t left, std::uint32_t right) const { return right - left > 2 || a_.is_word(left, "to"); }

  bool infinitive(std::uint32_t t) const {
    if (a_.is_word(t, "to")) return true;
    return a_.is_class(t, WordClass::verb_base) && a_.is_class(phrase_.first, WordClass::verb_base);
  }

  bool gerund(std::uint32_t t) const { return a_.is_class(t, WordClass::verb_ing); }

  /// The first word behind articles and adjectives.
  std::uint32_t head(std::uint32_t t) const {
    constexpr auto before_noun = WordClass::determiner | WordClass::possessive | WordClass::adjective | WordClass::adverb | WordClass::quantifier;
    while (t + 1 < phrase_.last && a_.is_class(t, before_noun) && !a_.is_class(t, WordClass::noun)) ++t;
    return t;
  }

  bool action(std::uint32_t t) const { return a_.lexicon.has(a_.tokens[t].word, WordFact::nominal_aim); }

  /// "peace, justice and development": each part is an aim by itself.
  bool bare(std::uint32_t left, std::uint32_t right) const {
    return bare_part(left, separator_before(right)) && bare_part(right, phrase_.last);
  }

  std::uint32_t separator_before(std::uint32_t t) const {
    while (t > phrase_.first && (a_.is_punctuation(t - 1, ",;") || one_of(a_, t - 1, {"and", "or", "as", "well"}))) --t;
    return t;
  }

  bool bare_part(std::uint32_t t, std::uint32_t limit) const {
    const auto h = head(t);
    for (auto i = t; i < limit && i <= h + 3; ++i) {
      if (a_.lexicon.has(a_.tokens[i].word, WordFact::bare_aim)) return true;
      if (separator_end(i) != i) return false;
    }
    return false;
  }

  const Analysis& a_;
  TokenRange phrase_;
};

}  // namespace

std::uint32_t phrase_end(const Analysis& analysis, std::uint32_t first, std::uint32_t limit) { return PhraseEnd(analysis, first, limit).run(); }

std::vector<TokenRange> split_coordination(const Analysis& analysis, TokenRange phrase) { return Splitter(analysis, phrase).run(); }

TokenRange trim(const Analysis& a, TokenRange phrase) {
  const auto empty = [&](std::uint32_t t) {
    return (a.tokens[t].kind == TokenKind::punctuation && !a.is_punctuation(t, "()")) || one_of(a, t, {"and", "or", "also", "both", "namely"});
  };
  while (!phrase.empty() && empty(phrase.first)) ++phrase.first;
  while (!phrase.empty() && empty(phrase.last - 1)) --phrase.last;
  return phrase;
}

}  // namespace attache
