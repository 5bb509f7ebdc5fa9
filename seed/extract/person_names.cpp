// SPDX-License-Identifier: MIT
#include "seed/extract/person_names.h"

#include "seed/extract/name_shapes.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// No name has more tokens.
constexpr std::uint32_t longest_name = 9;
/// Words between a name and the thing that bears it: "the Brezhnev six-point peace plan".
constexpr std::uint32_t longest_gap = 2;

/// "Arthur St. Clair": an abbreviation inside a name, that is no title of its own.
bool abbreviation(const Analysis& a, std::uint32_t t) {
  return a.tokens[t].capital && a.lexicon.sentence_rules.of(a.tokens[t]) == Abbreviation::title &&
         a.names.at(t, NameKind::honorific, a.lexicon.names) == nullptr;
}

/// "Al- Khalifa": the line broke behind the hyphen.
bool parted_hyphen(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  return t + 1 < limit && !a.tokens[t].space && a.raw(t) == "-" &&
         a.tokens[t + 1].kind == TokenKind::word &&
         (in_name(a, t + 1) || a.tokens[t + 1].word == unknown_word);
}

bool particle(const Analysis& a, std::uint32_t t) {
  return a.lexicon.has(a.tokens[t].word, WordFact::name_particle);
}

/// "al-Bakri": a particle that a hyphen binds to its name, and nothing but that.
bool bound_particle(const Analysis& a, std::uint32_t t) {
  const auto raw = a.raw(t);
  const auto hyphen = raw.find('-');
  if (hyphen == 0 || hyphen + 1 >= raw.size() || a.tokens[t].capital ||
      a.tokens[t].kind != TokenKind::word || raw[hyphen + 1] < 'A' || raw[hyphen + 1] > 'Z')
    return false;
  return a.lexicon.has(a.lexicon.vocabulary.find(fold_word(raw.substr(0, hyphen))),
                       WordFact::name_particle);
}

/// "Non-NATO", "Post-War": before the hyphen stands no part of a name.
bool prefixed(const Analysis& a, std::uint32_t t) {
  const auto raw = a.raw(t);
  const auto hyphen = raw.find('-');
  return hyphen != std::string_view::npos && hyphen > 0 &&
         a.lexicon.has(a.lexicon.vocabulary.find(fold_word(raw.substr(0, hyphen))),
                       WordFact::not_name);
}

/// "(Signed)"
bool labels_signature(const Analysis& a, std::uint32_t t) {
  return t > 0 && a.is_punctuation(t - 1, "([") && a.is_punctuation(t + 1, ")]") &&
         a.lexicon.has(a.tokens[t].word, WordFact::signature_label);
}

/// "B. BROWN", a new line, "J. SMITH": who signs below.
bool next_signature(const Analysis& a, std::uint32_t first, std::uint32_t t) {
  return t > first && a.tokens[t].newline && is_initial(a, t) && a.tokens[t - 1].upper &&
         !is_initial(a, t - 1) && !a.is_punctuation(t - 1, ".");
}

bool starts_country(const Analysis& a, std::uint32_t t) {
  return a.names.at(t, NameKind::country, a.lexicon.names) != nullptr;
}

bool plain_word(const Analysis& a, std::uint32_t t) {
  return common_noun(a, t) || any(a.lexicon.vocabulary.classes(a.tokens[t].word),
                                  WordClass::noun | WordClass::adjective | WordClass::verb_base |
                                      WordClass::verb_s | WordClass::verb_ing | WordClass::adverb);
}

}  // namespace

bool parts_names(const Analysis& a, std::uint32_t t) {
  return a.is_punctuation(t, ",") || a.tokens[t].word == a.lexicon.little.conjunction;
}

bool in_name(const Analysis& a, std::uint32_t t) {
  const auto& token = a.tokens[t];
  if (token.kind != TokenKind::word || !token.capital) return false;
  if (token.end - token.begin == 1 && a.is_punctuation(t + 1, ".")) return true;
  if (a.lexicon.has(token.word, WordFact::not_name) && !token.dotted && !open_initial(a, t))
    return false;
  if (contraction(a, t) || prefixed(a, t) || labels_signature(a, t)) return false;
  const auto& trie = a.lexicon.names;
  if (a.names.starts[t] == 0) return true;
  if (state_as_given(a, t)) return true;
  if (a.names.at(t, NameKind::country, trie) != nullptr ||
      a.names.at(t, NameKind::body, trie) != nullptr)
    return false;
  if (a.names.at(t, NameKind::adjective, trie) == nullptr &&
      a.names.at(t, NameKind::demonym, trie) == nullptr)
    return true;
  return a.lexicon.has(token.word, WordFact::given_name);
}

TokenRange name_at(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  auto end = t;
  if (t < limit) {
    const auto* person = a.names.at(t, NameKind::person, a.lexicon.names);
    if (person != nullptr && person->last <= limit) end = person->last;
  }
  while (end < limit && end - t < longest_name && !next_signature(a, t, end)) {
    if (in_name(a, end) || (end > t && bound_particle(a, end)) ||
        surname_behind_initials(a, t, end) || surname_behind_title(a, t, end))
      ++end;
    else if (apostrophe_in_name(a, t, end, limit)) end += 2;
    // "MUSA YAR' ADUA": letters that are a state's code elsewhere.
    else if (end > t && a.tokens[end].upper && apostrophe_in_name(a, t, end + 1, limit)) ++end;
    else if (end > t && a.is_punctuation(end, ".") && end + 1 < limit &&
             (is_initial(a, end - 1) || abbreviation(a, end - 1)))
      ++end;
    else if (end > t && parted_hyphen(a, end, limit)) end += 2;
    else if (end > t && nickname(a, end, limit)) end += 3;
    else if (end + 1 < limit && particle(a, end) && !starts_country(a, end) &&
             (in_name(a, end + 1) || particle(a, end + 1)))
      ++end;
    else break;
  }
  // "Simon Coveney T.D.": letters of rank are no name.
  while (end > t + 1 && a.tokens[end - 1].dotted) --end;
  while (end > t && !a.tokens[end - 1].capital && !bound_particle(a, end - 1) &&
         !(end > t + 1 && a.raw(end - 2) == "-"))
    --end;
  return {t, only_initials(a, {t, end}) ? t : end};
}

TokenRange name_before(const Analysis& a, std::uint32_t t, std::uint32_t first) {
  auto begin = t;
  std::uint32_t words = 0;
  while (begin > first && t - begin < longest_name) {
    const auto previous = begin - 1;
    if (in_name(a, previous) || bound_particle(a, previous)) ++words;
    else if (begin == t) break;
    else if (previous > first + 2 && nickname(a, previous - 2, t)) begin = previous - 1;
    else if (!(particle(a, previous) && previous > first) &&
             !(previous > first && apostrophe_in_name(a, previous - 1, previous, t)) &&
             !(a.is_punctuation(previous, ".") && previous > first && is_initial(a, previous - 1)))
      break;
    --begin;
  }
  while (begin < t && !a.tokens[begin].capital) ++begin;
  if (words < 2) return {t, t};
  return {begin, t};
}

bool starts_with_initial(const Analysis& a, TokenRange name) {
  if (name.size() < 2) return false;
  const auto last = name.last - 1;
  const auto& first = a.tokens[name.first];
  if (a.tokens[last].dotted || is_initial(a, last) || !in_name(a, last)) return false;
  return (first.dotted && first.capital && a.names.starts[name.first] == 0) ||
         (is_initial(a, name.first) && a.is_punctuation(name.first + 1, "."));
}

bool distinctive(const Analysis& a, TokenRange name) {
  if (name.empty()) return false;
  if (a.names.at(name.first, NameKind::person, a.lexicon.names) != nullptr) return true;
  if (a.lexicon.has(a.tokens[name.first].word, WordFact::given_name) && name.size() > 1)
    return true;
  for (auto t = name.first; t < name.last; ++t) {
    if (a.tokens[t].kind == TokenKind::word && !is_initial(a, t) && plain_word(a, t)) return false;
  }
  return true;
}

bool ordinary_words(const Analysis& a, TokenRange name) {
  if (a.names.at(name.first, NameKind::person, a.lexicon.names) != nullptr) return false;
  for (auto t = name.first; t < name.last; ++t) {
    if (!plain_word(a, t) || a.lexicon.has(a.tokens[t].word, WordFact::given_name)) return false;
  }
  return true;
}

bool named_by_place(const Analysis& a, TokenRange name) {
  if (name.size() != 1) return false;
  const auto& token = a.tokens[name.first];
  const auto classes = a.lexicon.vocabulary.classes(token.word);
  if (token.upper || !any(classes, WordClass::adjective) || any(classes, WordClass::noun))
    return false;
  const auto next = name.last;
  if (next >= a.tokens.size() || a.sentence_of[next] != a.sentence_of[name.first]) return true;
  if (a.tokens[next].kind == TokenKind::punctuation) return a.is_punctuation(next, ".,;:?!)");
  return !a.tokens[next].capital &&
         any(a.lexicon.vocabulary.classes(a.tokens[next].word),
             WordClass::preposition | WordClass::coordinator | WordClass::auxiliary |
                 WordClass::modal | WordClass::verb_ed | WordClass::verb_s);
}

bool looks_like_person(const Analysis& a, TokenRange name) {
  if (starts_with_initial(a, name)) return true;
  bool given = false;
  for (auto t = name.first; t < name.last; ++t) {
    const auto word = a.tokens[t].word;
    if (a.names.at(t, NameKind::capital, a.lexicon.names) != nullptr ||
        a.lexicon.has(word, WordFact::person_thing))
      return false;
    given = given || a.lexicon.has(word, WordFact::given_name) || !a.tokens[t].capital;
  }
  return given || distinctive(a, name);
}

bool names_thing(const Analysis& a, TokenRange name, bool from_afar) {
  const auto limit = static_cast<std::uint32_t>(a.tokens.size());
  const bool article = name.first > 0 && a.is_class(name.first - 1, WordClass::determiner);
  const auto farthest = name.last + (from_afar && article ? longest_gap : 0);
  for (auto t = name.last; t < limit && t <= farthest; ++t) {
    const auto& token = a.tokens[t];
    if (token.kind != TokenKind::word || a.sentence_of[t] != a.sentence_of[name.first])
      return false;
    if (a.lexicon.has(token.word, WordFact::person_thing)) return true;
    if (!a.is_class(t, WordClass::adjective | WordClass::noun | WordClass::numeral)) return false;
    if (a.is_class(t, WordClass::verb_s | WordClass::auxiliary | WordClass::preposition))
      return false;
  }
  return false;
}

}  // namespace attache
