// SPDX-License-Identifier: MIT
#include "seed/extract/body_places.h"

#include <algorithm>

namespace attache {
namespace {

/// A row of a table has so many words and numbers.
constexpr std::uint32_t table_cells = 3;
/// A line longer than this (tokens to either side) is none of a table.
constexpr std::uint32_t longest_row = 24;
/// Letters of an acronym that may be a code.
constexpr std::uint32_t longest_code = 4;
/// Digits of a postcode.
constexpr std::uint32_t postcode_digits = 4;

const NameMatch* at(const Analysis& a, std::uint32_t t, NameKind kind) {
  return t < a.tokens.size() ? a.names.at(t, kind, a.lexicon.names) : nullptr;
}

/// A state or a place that the range is a part of.
bool inside_place(const Analysis& a, TokenRange range) {
  for (auto t = range.first; t + longest_row > range.first; --t) {
    for (const auto kind : {NameKind::country, NameKind::place}) {
      const auto* match = at(a, t, kind);
      if (match != nullptr && match->last >= range.last && match->last - t > range.size())
        return true;
    }
    if (t == 0 || a.tokens[t].kind != TokenKind::word) break;
  }
  return false;
}

/// "of the Russian Federation" behind it.
bool of_state(const Analysis& a, std::uint32_t t) {
  if (t >= a.tokens.size() || a.tokens[t].word != a.lexicon.little.of) return false;
  ++t;
  while (a.is_class(t, WordClass::determiner)) ++t;
  return at(a, t, NameKind::country) != nullptr || at(a, t, NameKind::government) != nullptr;
}

/// "National", "Federal", or the adjective of a state right before it.
bool qualified_by_state(const Analysis& a, TokenRange range, bool adjectives) {
  if (range.first == 0) return false;
  const auto t = range.first - 1;
  const auto& before = a.tokens[t];
  if (before.kind != TokenKind::word || !before.capital ||
      a.sentence_of[t] != a.sentence_of[range.first])
    return false;
  return a.lexicon.has(before.word, WordFact::state_organ) ||
         (adjectives && at(a, t, NameKind::adjective) != nullptr);
}

/// The token is one of the marks. Not all of them are words of the vocabulary.
bool mark(const Analysis& a, std::uint32_t t, std::string_view marks) {
  const auto raw = a.raw(t);
  return raw.size() == 1 && marks.find(raw.front()) != std::string_view::npos;
}

/// "www.un.org/AU", "AU-12/3": an address or a number without a space before the acronym.
bool glued(const Analysis& a, std::uint32_t t) {
  bool small = false, stop = false, slash = false;
  for (auto i = t; i > 0 && a.tokens[i - 1].end == a.tokens[i].begin && t - i < longest_row; --i) {
    const auto& left = a.tokens[i - 1];
    if (left.kind == TokenKind::number || mark(a, i - 1, "@=_#")) return true;
    if (left.kind == TokenKind::word) {
      small = small || !left.capital;
      stop = stop || a.raw(i - 1).find('.') != std::string_view::npos;
    } else if (mark(a, i - 1, ".")) stop = true;
    else if (mark(a, i - 1, "/")) slash = true;
    else if (!mark(a, i - 1, "-:+&")) break;
  }
  if (small && stop && slash) return true;
  return t + 2 < a.tokens.size() && mark(a, t + 1, "@=_#") &&
         a.tokens[t].end == a.tokens[t + 1].begin && a.tokens[t + 1].end == a.tokens[t + 2].begin;
}

/// "U3", "7B"
bool letters_and_digits(std::string_view raw) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::ranges::any_of(raw, digit) && !std::ranges::all_of(raw, digit);
}

/// Between a number and what only stands in codes: "20301 AU U3", "4 ECE pp. 7-8".
bool within_code(const Analysis& a, std::uint32_t t) {
  const auto next = t + 1;
  if (t == 0 || next >= a.tokens.size() || a.tokens[t - 1].kind != TokenKind::number) return false;
  return a.lexicon.has(a.tokens[next].word, WordFact::code_label) ||
         (a.tokens[next].kind != TokenKind::punctuation && letters_and_digits(a.raw(next)) &&
          a.tokens[next].capital);
}

/// "page EU 12", "Canberra ACT 2600", "labelled UN 4711"; but "the EU 2020 strategy".
bool numbered(const Analysis& a, std::uint32_t t) {
  if (t > 0 && a.lexicon.has(a.tokens[t - 1].word, WordFact::code_label)) return true;
  if (within_code(a, t)) return true;
  const auto next = t + 1;
  if (next >= a.tokens.size() || a.tokens[next].kind != TokenKind::number) return false;
  const auto digits = a.tokens[next].end - a.tokens[next].begin;
  const bool year = digits == 4 && (a.raw(next)[0] == '1' || a.raw(next).starts_with("20"));
  return digits >= postcode_digits && !year &&
         (t == 0 || !a.is_class(t - 1, WordClass::determiner | WordClass::possessive));
}

/// A line of capitals and numbers alone, without a comma.
bool table_row(const Analysis& a, std::uint32_t t) {
  std::uint32_t cells = 0;
  const auto cell = [&](std::uint32_t i) {
    const auto& token = a.tokens[i];
    if (token.kind == TokenKind::punctuation) return !a.is_punctuation(i, ",;:");
    ++cells;
    return token.kind == TokenKind::number || token.upper;
  };
  auto first = t;
  while (first > 0 && !a.tokens[first].newline && t - first < longest_row) --first;
  for (auto i = first; i < a.tokens.size() && i < t + longest_row; ++i) {
    if (i > first && a.tokens[i].newline) break;
    if (!cell(i)) return false;
  }
  return cells >= table_cells;
}

}  // namespace

bool inside_longer_name(const Analysis& analysis, TokenRange range, std::uint32_t body) {
  if (inside_place(analysis, range)) return true;
  const auto& named = analysis.lexicon.bodies[body];
  return named.national && (qualified_by_state(analysis, range, named.named_for_state) ||
                            (named.named_for_state && of_state(analysis, range.last)));
}

bool inside_code(const Analysis& analysis, TokenRange range) {
  if (range.size() != 1) return false;
  const auto& token = analysis.tokens[range.first];
  if (!token.upper || token.end - token.begin > longest_code) return false;
  return glued(analysis, range.first) || numbered(analysis, range.first) ||
         table_row(analysis, range.first);
}

}  // namespace attache
