// SPDX-License-Identifier: MIT
#include "seed/extract/name_shapes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "seed/extract/person_names.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 4> apostrophes{"'", "\xE2\x80\x99", "\xE2\x80\x98", "`"};
/// What a nickname stands between.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> nickname_marks{
    {{"(", ")"}, {"\"", "\""}, {"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"\xE2\x80\x98", "\xE2\x80\x99"}}};
/// So far around a mark its partner, which makes both quotation marks, is looked for (tokens).
constexpr std::uint32_t quotation_reach = 24;

bool apostrophe(const Analysis& a, std::uint32_t t) {
  return a.tokens[t].kind == TokenKind::punctuation &&
         std::ranges::find(apostrophes, a.raw(t)) != apostrophes.end();
}

bool titled(const Analysis& a, std::uint32_t t) {
  if (t > 0 && a.is_punctuation(t - 1, ".")) --t;
  return t > 0 && a.names.at(t - 1, NameKind::honorific, a.lexicon.names) != nullptr;
}

/// "Presidents' ": what makes a genitive with no more than the mark.
bool ends_in_sibilant(std::string_view word) {
  const char last = word.back();
  return last == 's' || last == 'S' || last == 'x' || last == 'X' || last == 'z' || last == 'Z';
}

bool unknown_name(const Analysis& a, std::uint32_t t) {
  return in_name(a, t) && a.lexicon.vocabulary.classes(a.tokens[t].word) == WordClass::none &&
         !common_noun(a, t);
}

/// A mark like the one at `t` opened before it: that one closes.
bool quote_before(const Analysis& a, std::uint32_t t) {
  for (auto i = t; i-- > 0 && t - i < quotation_reach;) {
    if (apostrophe(a, i) && a.tokens[i].space && !a.tokens[i + 1].space) return true;
  }
  return false;
}

bool quote_behind(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  for (auto i = t + 1; i < limit && i - t < quotation_reach; ++i) {
    if (apostrophe(a, i) && !a.tokens[i].space) return true;
  }
  return false;
}

}  // namespace

namespace {

/// "Edward M. House": behind a given name and an initial any noun is a surname, but one that a
/// further capital makes another name of.
bool behind_middle_initial(const Analysis& a, std::uint32_t first, std::uint32_t t) {
  const auto& token = a.tokens[t];
  return t >= first + 3 && a.is_punctuation(t - 1, ".") && is_initial(a, t - 2) &&
         token.kind == TokenKind::word && token.capital && !token.dotted && !token.newline &&
         a.tokens[first].upper == token.upper &&
         a.lexicon.has(a.tokens[first].word, WordFact::given_name) &&
         a.is_class(t, WordClass::noun) &&
         !a.is_class(t, WordClass::pronoun | WordClass::determiner | WordClass::preposition) &&
         a.names.starts[t] == 0 && (t + 1 >= a.tokens.size() || !a.tokens[t + 1].capital);
}

}  // namespace

bool is_initial(const Analysis& a, std::uint32_t t) {
  const auto& token = a.tokens[t];
  return token.kind == TokenKind::word && token.capital && token.end - token.begin == 1;
}

bool open_initial(const Analysis& a, std::uint32_t t) {
  if (!is_initial(a, t)) return false;
  const auto next = t + 1;
  return (next < a.tokens.size() && is_initial(a, next)) || (t > 0 && is_initial(a, t - 1)) ||
         titled(a, t);
}

bool only_initials(const Analysis& a, TokenRange name) {
  for (auto t = name.first; t < name.last; ++t) {
    if (!is_initial(a, t) && !a.is_punctuation(t, ".")) return false;
  }
  return true;
}

bool contraction(const Analysis& a, std::uint32_t t) {
  const auto raw = a.raw(t);
  for (const auto mark : apostrophes) {
    const auto at = raw.rfind(mark);
    if (at == std::string_view::npos) continue;
    const auto rest = raw.substr(at + mark.size());
    return !rest.empty() &&
           a.lexicon.has(a.lexicon.vocabulary.find(fold_word(rest)), WordFact::contraction);
  }
  return false;
}

bool apostrophe_in_name(const Analysis& a, std::uint32_t first, std::uint32_t t,
                        std::uint32_t limit) {
  if (t <= first || t + 1 >= limit || !apostrophe(a, t) || !unknown_name(a, t + 1)) return false;
  if (!a.tokens[t].space)
    return !ends_in_sibilant(a.raw(t - 1)) && !is_initial(a, t + 1) && !quote_before(a, t);
  return !a.tokens[t + 1].space && !quote_behind(a, t, limit);
}

bool surname_behind_initials(const Analysis& a, std::uint32_t first, std::uint32_t t) {
  const auto& token = a.tokens[t];
  if (token.kind != TokenKind::word || !token.capital || token.upper != a.tokens[first].upper ||
      token.end - token.begin == 1 || t <= first || !only_initials(a, {first, t}))
    return false;
  for (const auto kind : {NameKind::country, NameKind::adjective, NameKind::demonym}) {
    const auto* match = a.names.at(t, kind, a.lexicon.names);
    if (match != nullptr && match->last > t + 1) return false;  // "U S Virgin Islands"
  }
  const auto letters = std::count_if(a.tokens.begin() + first, a.tokens.begin() + t,
                                     [](const Token& i) { return i.kind == TokenKind::word; });
  return (letters > 1 || titled(a, first)) &&
         a.names.at(t, NameKind::body, a.lexicon.names) == nullptr &&
         a.names.at(first, NameKind::country, a.lexicon.names) == nullptr;
}

bool nickname(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  if (t == 0 || t + 3 >= limit || a.tokens[t].kind != TokenKind::punctuation ||
      a.tokens[t + 2].kind != TokenKind::punctuation || !in_name(a, t + 1) || !in_name(a, t + 3) ||
      a.tokens[t + 1].upper != a.tokens[t + 3].upper)
    return false;
  return std::ranges::any_of(nickname_marks, [&](const auto& marks) {
    return a.raw(t) == marks.first && a.raw(t + 2) == marks.second;
  });
}

bool surname_behind_title(const Analysis& a, std::uint32_t first, std::uint32_t t) {
  const auto& token = a.tokens[t];
  if (behind_middle_initial(a, first, t)) return true;
  return t == first + 1 && token.kind == TokenKind::word && token.capital && !token.upper &&
         !token.dotted && first > 0 &&
         a.lexicon.has(a.tokens[first - 1].word, WordFact::before_given) &&
         a.lexicon.has(a.tokens[first].word, WordFact::given_name) &&
         a.lexicon.has(token.word, WordFact::not_name) && a.names.starts[t] == 0 &&
         (t + 1 >= a.tokens.size() || !a.tokens[t + 1].capital);
}

bool state_as_given(const Analysis& a, std::uint32_t t) {
  const auto* state = a.names.at(t, NameKind::country, a.lexicon.names);
  if (state == nullptr || state->last != t + 1 || t + 1 >= a.tokens.size() || a.tokens[t].upper ||
      !a.lexicon.has(a.tokens[t].word, WordFact::given_name))
    return false;
  const auto& next = a.tokens[t + 1];
  if (next.kind != TokenKind::word || !next.capital || next.upper || a.names.starts[t + 1] != 0 ||
      a.lexicon.has(next.word, WordFact::not_name) ||
      a.lexicon.has(next.word, WordFact::person_thing) ||
      a.lexicon.vocabulary.classes(next.word) != WordClass::none)
    return false;
  if (t == 0) return true;
  const auto& before = a.tokens[t - 1];
  if (before.capital && before.kind == TokenKind::word)
    return a.lexicon.has(before.word, WordFact::given_name);
  return !a.is_class(t - 1, WordClass::preposition | WordClass::determiner);
}

bool behind_capitals(const Analysis& a, TokenRange name, std::uint32_t t) {
  const auto& token = a.tokens[t];
  return name.size() > 1 && !a.tokens[name.first].upper && a.tokens[name.last - 1].upper &&
         !is_initial(a, name.last - 1) && token.capital && !token.upper && in_name(a, t) &&
         a.lexicon.vocabulary.classes(token.word) == WordClass::none;
}

bool common_noun(const Analysis& a, std::uint32_t t) {
  return a.lexicon.has(a.tokens[t].word, WordFact::common_noun);
}

}  // namespace attache
