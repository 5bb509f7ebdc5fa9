// SPDX-License-Identifier: MIT
#include "seed/extract/person_trades.h"

#include <algorithm>
#include <string_view>

namespace attache {
namespace {

/// Tokens of an office and of the company behind it.
constexpr std::uint32_t longest_company = 24;
/// Level of offices in companies.
constexpr std::string_view business_level = "business";
/// Words before a trade: "a leading British".
constexpr std::uint32_t most_before = 4;

std::uint32_t size_of(const Analysis& a) { return static_cast<std::uint32_t>(a.tokens.size()); }

/// A name or an office goes on with the token.
bool goes_on(const Analysis& a, std::uint32_t t) {
  constexpr auto joints = WordClass::preposition | WordClass::coordinator | WordClass::determiner;
  if (a.tokens[t].kind != TokenKind::word) return a.is_punctuation(t, "&-'");
  return a.tokens[t].capital || a.is_class(t, joints);
}

/// "a managing director", not written as a title, and neither a state nor a body is named with it.
bool of_business(const Analysis& a, TokenRange office) {
  bool business = false;
  for (auto t = office.first; t < office.last; ++t) {
    for (const auto kind : {NameKind::country, NameKind::adjective, NameKind::body,
                            NameKind::capital, NameKind::city}) {
      if (a.names.at(t, kind, a.lexicon.names) != nullptr) return false;
    }
    const auto* held = a.names.at(t, NameKind::office, a.lexicon.names);
    business = business || (held != nullptr && !a.tokens[held->last - 1].capital &&
                            a.lexicon.offices[a.name(*held).entry].level == business_level);
  }
  return business;
}

}  // namespace

bool of_company(const Analysis& a, TokenRange office) {
  if (office.empty()) return false;
  if (of_business(a, office)) return true;
  const auto limit = std::min(size_of(a), office.first + longest_company);
  for (auto t = office.first; t < limit && (t < office.last || goes_on(a, t)); ++t) {
    if (a.tokens[t].capital && a.lexicon.has(a.tokens[t].word, WordFact::company)) return true;
  }
  return false;
}

bool in_trade(const Analysis& a, TokenRange name) {
  const auto limit = std::min(size_of(a), name.last + most_before + 2);
  if (name.last >= limit || !a.is_punctuation(name.last, ",(")) return false;
  for (auto t = name.last + 1; t < limit; ++t) {
    const auto& token = a.tokens[t];
    if (token.kind != TokenKind::word) return false;
    if (a.lexicon.has(token.word, WordFact::trade) ||
        (!token.capital && a.lexicon.has(token.word, WordFact::company)))
      return true;
    if (!a.is_class(t, WordClass::determiner | WordClass::adjective | WordClass::noun |
                           WordClass::verb_ing) &&
        a.names.at(t, NameKind::adjective, a.lexicon.names) == nullptr &&
        a.names.at(t, NameKind::honorific, a.lexicon.names) == nullptr)
      return false;
  }
  return false;
}

}  // namespace attache
