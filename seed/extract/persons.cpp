// SPDX-License-Identifier: MIT
#include "seed/extract/persons.h"

#include <algorithm>

namespace attache {
namespace {

/// No name has more words.
constexpr std::uint32_t longest_name = 6;
/// An office with its "of ..." is no longer than this (tokens).
constexpr std::uint32_t longest_office = 14;

class Finder {
 public:
  explicit Finder(const Analysis& analysis) : a_(analysis), taken_(analysis.tokens.size() + 1, false) {}

  std::vector<PersonMention> run() {
    for (const auto& sentence : a_.sentences) {
      for (auto t = sentence.first; t < sentence.last; ++t) {
        if (taken_[t]) continue;
        if (!titled(t, sentence.last) && !officed(t, sentence.last)) known(t, sentence.last);
      }
    }
    std::stable_sort(out_.begin(), out_.end(), [](const auto& x, const auto& y) { return x.name.first < y.name.first; });
    return std::move(out_);
  }

 private:
  const NameMatch* at(std::uint32_t t, NameKind kind) const { return a_.names.at(t, kind, a_.lexicon.names); }

  void add(TokenRange name, TokenRange office, const char* rule) {
    if (thing(name)) return;
    PersonMention mention{name, office, PersonMention::no_person, rule};
    if (const auto* match = at(name.first, NameKind::person)) mention.person = a_.name(*match).entry;
    for (auto t = name.first; t < name.last; ++t) taken_[t] = true;
    out_.push_back(std::move(mention));
  }

  /// "the Ban Ki-moon Foundation", "the Baker plan": a thing named after a person.
  bool thing(TokenRange name) const {
    if (name.last >= a_.tokens.size()) return false;
    return a_.lexicon.has(a_.tokens[name.last].word, WordFact::person_thing);
  }

  /// "Mr. X", "His Excellency Mr. X", "H.E. President X".
  bool titled(std::uint32_t t, std::uint32_t limit) {
    const auto* title = at(t, NameKind::honorific);
    if (title == nullptr || a_.lexicon.honorifics[a_.name(*title).entry].kind == "vocative") return false;
    std::uint32_t next = after_title(*title, limit);
    TokenRange office;
    while (next < limit) {
      if (const auto* more = at(next, NameKind::honorific)) next = after_title(*more, limit);
      else if (const auto* held = at(next, NameKind::office)) {
        office = {held->first, held->last};
        next = held->last;
      } else break;
    }
    const auto name = name_at(a_, next, limit);
    if (name.empty()) return false;
    if (office.empty()) office = office_beside(t, name, limit);
    add(name, office, "leaders.title");
    return true;
  }

  std::uint32_t after_title(const NameMatch& title, std::uint32_t limit) const {
    std::uint32_t next = title.last;
    while (next < limit && (a_.is_punctuation(next, ".") )) ++next;
    return next;
  }

  /// "President X", "Foreign Minister X", "the first President, X", "the Minister for Foreign Affairs of Gabon, X".
  bool officed(std::uint32_t t, std::uint32_t limit) {
    const auto* held = at(t, NameKind::office);
    if (held == nullptr) return false;
    TokenRange office{held->first, held->last};
    if (a_.lexicon.offices[a_.name(*held).entry].prefix) {
      const auto name = name_at(a_, held->last, limit);
      if (!name.empty()) {
        add(name, office, "leaders.office");
        return true;
      }
    }
    office.last = office_end(office, limit);
    if (office.last >= limit || !a_.is_punctuation(office.last, ",")) return false;
    const auto name = name_at(a_, office.last + 1, limit);
    if (name.size() < 2 || !closes(name.last, limit)) return false;
    add(name, office, "leaders.apposition");
    return true;
  }

  /// An apposition ends at a comma or with its sentence.
  bool closes(std::uint32_t t, std::uint32_t limit) const { return t >= limit || a_.tokens[t].kind == TokenKind::punctuation; }

  /// The office's "of the Republic of X", "for Foreign Affairs".
  std::uint32_t office_end(TokenRange office, std::uint32_t limit) const {
    std::uint32_t t = office.last;
    while (t < limit && t - office.first < longest_office) {
      std::uint32_t next = t;
      while (next < limit && (a_.is_word(next, "of") || a_.is_word(next, "for") || a_.is_word(next, "the") || a_.is_word(next, "and") || a_.is_word(next, "to"))) ++next;
      if (next >= limit || !a_.tokens[next].capital || a_.tokens[next].kind != TokenKind::word) break;
      t = next + 1;
    }
    return t;
  }

  /// The office on either side of a titled name: "the President, Mr. X" or "Mr. X, Minister of Y".
  TokenRange office_beside(std::uint32_t title, TokenRange name, std::uint32_t limit) const {
    if (name.last + 1 < limit && a_.is_punctuation(name.last, ",")) {
      auto t = name.last + 1;
      while (t < limit && (a_.is_class(t, WordClass::determiner) || a_.is_word(t, "former") || a_.is_word(t, "first"))) ++t;
      if (const auto* held = t < limit ? at(t, NameKind::office) : nullptr) return {held->first, office_end({held->first, held->last}, limit)};
    }
    return office_before(title);
  }

  TokenRange office_before(std::uint32_t title) const {
    const auto sentence = a_.sentence_of[title];
    const auto first = a_.sentences[sentence].first;
    for (auto t = title; t-- > first && title - t < longest_office;) {
      const auto* held = at(t, NameKind::office);
      if (held == nullptr) continue;
      const auto end = office_end({held->first, held->last}, title);
      const bool touches = end == title || (end + 1 == title && a_.is_punctuation(end, ","));
      return touches ? TokenRange{held->first, end} : TokenRange{};
    }
    return {};
  }

  void known(std::uint32_t t, std::uint32_t limit) {
    const auto* match = at(t, NameKind::person);
    if (match == nullptr || match->last > limit) return;
    const TokenRange name{match->first, match->last};
    add(name, office_beside(t, name, limit), "leaders.lexicon");
  }

  const Analysis& a_;
  std::vector<bool> taken_;
  std::vector<PersonMention> out_;
};

}  // namespace

std::vector<PersonMention> find_persons(const Analysis& analysis) { return Finder(analysis).run(); }

TokenRange name_at(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  const auto is_name = [&](std::uint32_t i) {
    const auto& token = a.tokens[i];
    if (token.kind != TokenKind::word || !token.capital || a.lexicon.has(token.word, WordFact::not_name)) return false;
    const auto* country = a.names.at(i, NameKind::country, a.lexicon.names);
    return country == nullptr && a.names.at(i, NameKind::body, a.lexicon.names) == nullptr;
  };
  std::uint32_t end = t;
  while (end < limit && end - t < longest_name) {
    if (is_name(end)) ++end;
    else if (a.is_punctuation(end, ".") && end > t && a.tokens[end - 1].end - a.tokens[end - 1].begin == 1 && end + 1 < limit) ++end;
    else if (end + 1 < limit && a.lexicon.has(a.tokens[end].word, WordFact::name_particle) && is_name(end + 1)) ++end;
    else break;
  }
  while (end > t && !a.tokens[end - 1].capital) --end;
  return {t, end};
}

}  // namespace attache
