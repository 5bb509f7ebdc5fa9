// SPDX-License-Identifier: MIT
#include "seed/extract/offices.h"

#include <algorithm>

#include "seed/extract/person_names.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// An office with its "of ..." is no longer than this (tokens).
constexpr std::uint32_t longest_office = 28;
/// Words between a name and its office behind it: ", the newly elected Prime Minister".
constexpr std::uint32_t longest_gap = 5;
/// Tokens of a state in brackets behind a name.
constexpr std::uint32_t longest_origin = 10;
/// Ends an office of several: "chairmen".
constexpr std::string_view men = "men";

const NameMatch* at(const Analysis& a, std::uint32_t t, NameKind kind) {
  return a.names.at(t, kind, a.lexicon.names);
}

/// The end of the longest name of a state, of its people or of a body that starts at `t`; `t` where
/// none does.
std::uint32_t after_place(const Analysis& a, std::uint32_t t) {
  auto end = t;
  for (const auto kind :
       {NameKind::country, NameKind::body, NameKind::adjective, NameKind::demonym}) {
    if (const auto* match = at(a, t, kind)) end = std::max(end, match->last);
  }
  return end;
}

bool joins(const Analysis& a, std::uint32_t t) { return is(a, t, PhraseRole::office_joint); }

/// "former", "late", "newly": the lexicon lists such words beside the honorifics.
bool qualifies(const Analysis& a, std::uint32_t t) {
  const auto* word = at(a, t, NameKind::honorific);
  return word != nullptr &&
         a.lexicon.honorifics[a.name(*word).entry].kind == Honorific::Kind::qualifier;
}

bool starts_person(const Analysis& a, std::uint32_t t) {
  return at(a, t, NameKind::person) != nullptr ||
         (at(a, t, NameKind::honorific) != nullptr && !qualifies(a, t)) ||
         a.lexicon.has(a.tokens[t].word, WordFact::given_name);
}

/// Two words or more that are no words of the language, or initials: a name follows the office.
bool starts_name(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  const auto name = name_at(a, t, limit);
  return name.size() > 1 && (starts_with_initial(a, name) || distinctive(a, name));
}

/// The token behind a second office of the same person at `t`, or `t`: "Prime Minister and Minister
/// for External Affairs", and no name behind it.
std::uint32_t after_second(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  const auto* second = at(a, t, NameKind::office);
  if (second == nullptr || second->last > limit || !a.tokens[t].capital ||
      is_plural(a.lexicon.offices[a.name(*second).entry].office))
    return t;
  const auto of = second->last < limit && joins(a, second->last);
  return of || (second->last < limit && name_at(a, second->last, limit).empty()) ? second->last : t;
}

/// The token behind the next part of an office's words at `t`, or `t` where the office has ended.
std::uint32_t next_part(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  // "President of Mali", a blank line, "For the Government of Norway".
  if (t < limit && a.tokens[t].blank && a.tokens[t].capital) return t;
  auto next = t;
  bool conjoined = false;
  while (next < limit && joins(a, next))
    conjoined = a.tokens[next++].word == a.lexicon.little.conjunction || conjoined;
  if (next >= limit) return t;
  if (conjoined) {
    if (const auto second = after_second(a, next, limit); second > next) return second;
    if (starts_person(a, next) || at(a, next, NameKind::office) != nullptr ||
        after_place(a, next) > next)
      return t;
  }
  if (next == t && genitive(a, t) && t + 1 < limit && a.tokens[t + 1].capital) return t + 2;
  const auto* further = next > t ? at(a, next, NameKind::office) : nullptr;
  if (further != nullptr && further->last <= limit) return further->last;
  const auto place = after_place(a, next);
  if (place > next && place <= limit) {
    // "the Albanian people"
    const bool people = place < limit && at(a, next, NameKind::adjective) != nullptr &&
                        !a.tokens[place].capital && a.is_class(place, WordClass::noun);
    return people ? place + 1 : place;
  }
  if (a.tokens[next].kind != TokenKind::word || !a.tokens[next].capital || a.tokens[next].blank ||
      (next == t && (starts_person(a, next) || starts_name(a, next, limit))))
    return t;
  return next + 1;
}

/// "Climate Envoy", "White House Press Secretary": a noun with a capital right before the office.
bool field(const Analysis& a, std::uint32_t t, std::uint32_t first) {
  constexpr auto others = WordClass::preposition | WordClass::coordinator | WordClass::adverb |
                          WordClass::determiner | WordClass::pronoun | WordClass::subordinator |
                          WordClass::auxiliary | WordClass::verb_ed;
  const auto classes = a.lexicon.vocabulary.classes(a.tokens[t].word);
  return t > first && a.tokens[t].capital && !a.tokens[t].newline &&
         any(classes, WordClass::noun | WordClass::adjective) && !any(classes, others) &&
         at(a, t, NameKind::honorific) == nullptr && at(a, t, NameKind::office) == nullptr;
}

bool determiner(const Analysis& a, std::uint32_t t) {
  return a.is_class(t, WordClass::determiner | WordClass::possessive);
}

/// "X and Y", "X, Y": others are named before.
bool one_of_several(const Analysis& a, TokenRange name) {
  for (auto t = name.first; t-- > 0 && name.first - t <= longest_gap;) {
    if (a.tokens[t].word == a.lexicon.little.conjunction) return true;
  }
  return false;
}

/// A way to speak to someone starts at `t`: "Mr. President", "Excellencies".
bool speaks_to(const Analysis& a, std::uint32_t t) {
  const auto* word = at(a, t, NameKind::honorific);
  return word != nullptr &&
         a.lexicon.honorifics[a.name(*word).entry].kind == Honorific::Kind::vocative;
}

/// "Madam Federal Chancellor, Mr X": the office is spoken to, and is not his who is named next. So
/// is one without an article where others were spoken to before it.
bool addressed(const Analysis& a, std::uint32_t office, std::uint32_t first) {
  for (auto t = office; t-- > first && office - t <= 3;) {
    const auto* title = at(a, t, NameKind::honorific);
    if (title == nullptr || title->last + 1 < office) continue;
    const auto kind = a.lexicon.honorifics[a.name(*title).entry].kind;
    const bool behind =
        title->last == office || (title->last + 1 == office && a.is_punctuation(title->last, "."));
    if (speaks_to(a, t) && (behind || title->last > office)) return true;
    const bool title_of_person =
        kind == Honorific::Kind::honorific || kind == Honorific::Kind::given;
    if (title_of_person && behind && !a.is_class(t, WordClass::possessive)) return true;
  }
  if (office > first && !a.is_punctuation(office - 1, ",")) return false;
  for (auto t = first; t < office; ++t) {
    if (speaks_to(a, t)) return true;
  }
  return false;
}

}  // namespace

bool genitive(const Analysis& a, std::uint32_t t) {
  const auto raw = a.raw(t);
  return raw.starts_with("'") || raw.starts_with("\xE2\x80\x99");
}

std::uint32_t office_end(const Analysis& a, TokenRange office, std::uint32_t limit) {
  auto t = office.last;
  while (t < limit && t - office.first < longest_office) {
    const auto next = next_part(a, t, limit);
    if (next == t) break;
    t = next;
  }
  return std::min(t, limit);
}

std::uint32_t office_begin(const Analysis& a, std::uint32_t office, std::uint32_t first) {
  auto begin = office;
  if (begin >= first + 2 && a.raw(begin - 1) == "-" && !a.tokens[begin - 1].space) begin -= 2;
  for (bool grown = true; grown && office - begin < longest_office;) {
    grown = false;
    for (auto t = begin; t-- > first && begin - t <= 4;) {
      if (after_place(a, t) != begin) continue;
      begin = t;
      grown = true;
      break;
    }
    while (begin > first && office - begin < longest_office &&
           (qualifies(a, begin - 1) || field(a, begin - 1, first))) {
      --begin;
      grown = true;
    }
  }
  return begin;
}

TokenRange office_before(const Analysis& a, std::uint32_t title) {
  const auto sentence = a.sentence_of[title];
  if (sentence == Analysis::no_sentence) return {};
  const auto first = a.sentences[sentence].first;
  // "the Minister of External Affairs the Hon. X", "the Governor, the late Mr. Y"
  while (title > first && (a.tokens[title - 1].word == a.lexicon.little.the ||
                           a.is_class(title - 1, WordClass::possessive) || qualifies(a, title - 1)))
    --title;
  TokenRange best;
  for (auto t = title; t-- > first && title - t < longest_office;) {
    const auto* held = at(a, t, NameKind::office);
    if (held == nullptr || held->last > title) continue;
    const auto end = office_end(a, {held->first, held->last}, title);
    const bool touches = end == title || (end + 1 == title && a.is_punctuation(end, ",("));
    if (!touches) break;
    best = {held->first, end};
  }
  if (best.empty()) return best;
  best.first = office_begin(a, best.first, first);
  return best.last < title && addressed(a, best.first, first) ? TokenRange{} : best;
}

TokenRange office_after(const Analysis& a, TokenRange name, std::uint32_t limit) {
  auto t = after_letters(a, after_origin(a, name.last, limit), limit);
  if (t + 1 >= limit || !a.is_punctuation(t, ",(")) return {};
  const auto start = ++t;
  t = after_one_of(a, t, limit);
  while (t < limit && t - start < longest_gap && at(a, t, NameKind::office) == nullptr) {
    const auto place = after_place(a, t);
    if (place > t) t = place;
    else if (determiner(a, t) || qualifies(a, t)) ++t;
    else return {};
  }
  const auto* held = t < limit ? at(a, t, NameKind::office) : nullptr;
  if (held == nullptr || held->last > limit) return {};
  // "Anna Lee (Minister's Office)"
  if (held->last < limit && genitive(a, held->last)) return {};
  if (is_plural(a.lexicon.offices[a.name(*held).entry].office) && !one_of_several(a, name))
    return {};
  if (a.lexicon.offices[a.name(*held).entry].prefix && !name_at(a, held->last, limit).empty())
    return {};
  const auto first = after_one_of(a, start, limit) > start ? start : office_begin(a, t, start);
  return {first, office_end(a, {t, held->last}, limit)};
}

std::uint32_t after_letters(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  while (t + 1 < limit && a.is_punctuation(t, ",") && a.tokens[t + 1].dotted) t += 2;
  return t;
}

std::uint32_t after_one_of(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  if (t + 2 >= limit || !a.is_class(t, WordClass::numeral) ||
      a.tokens[t + 1].word != a.lexicon.little.of)
    return t;
  return determiner(a, t + 2) ? t + 3 : t;
}

std::uint32_t after_origin(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  auto next = t;
  if (next < limit && is(a, next, PhraseRole::origin)) ++next;
  else if (next < limit && a.is_punctuation(next, "(")) ++next;
  else return t;
  while (next < limit && a.tokens[next].word == a.lexicon.little.the) ++next;
  const auto* state = next < limit ? at(a, next, NameKind::country) : nullptr;
  if (state == nullptr || state->last > limit) return t;
  next = state->last;
  return next < limit && a.is_punctuation(next, ")") ? next + 1 : next;
}

std::uint32_t before_origin(const Analysis& a, std::uint32_t t, std::uint32_t first) {
  if (t < first + 3 || !a.is_punctuation(t - 1, ")")) return t;
  for (auto open = t - 2; open > first && t - open < longest_origin; --open) {
    if (a.is_punctuation(open, "(")) return after_origin(a, open, t) == t ? open : t;
  }
  return t;
}

std::string singular(std::string office) {
  constexpr std::string_view hyphened = "s-", spaced = "s ", many = "ies";
  const auto end =
      std::min({office.find(" of "), office.find(" for "), office.find(" to "), office.size()});
  auto head = office.substr(0, end);
  const auto rest = office.substr(end);
  // "Secretaries-General", "Governors General"
  std::string tail;
  for (const auto joint : {hyphened, spaced})
    if (const auto at = head.rfind(joint);
        tail.empty() && at != std::string::npos && !head.ends_with("s")) {
      tail = head.substr(at + 1);
      head.resize(at + 1);
    }
  if (head.ends_with(men)) head.replace(head.size() - 2, 1, "a");
  else if (head.ends_with(many)) head.replace(head.size() - many.size(), many.size(), "y");
  else if (head.ends_with("s")) head.pop_back();
  return head + tail + rest;
}

bool plural_of_known(const Analysis& a, TokenRange office) {
  for (auto t = office.first; t < office.last; ++t) {
    const auto* held = at(a, t, NameKind::office);
    if (held == nullptr) continue;
    const auto& words = a.lexicon.offices[a.name(*held).entry].office;
    if (!is_plural(words)) return false;
    const auto one = singular(words);
    return std::ranges::any_of(a.lexicon.offices,
                               [&](const Office& known) { return known.office == one; });
  }
  return false;
}

bool is_plural(std::string_view office) {
  const auto end =
      std::min({office.find(" of "), office.find(" for "), office.find(" to "), office.size()});
  const auto head = office.substr(0, end);
  return (head.ends_with("s") && !head.ends_with("ss")) || head.ends_with("s general") ||
         head.ends_with("s-general") || head.ends_with(men);
}

}  // namespace attache
