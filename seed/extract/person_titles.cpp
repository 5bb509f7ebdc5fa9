// SPDX-License-Identifier: MIT
#include "seed/extract/person_titles.h"

#include "seed/extract/offices.h"
#include "seed/extract/person_leads.h"
#include "seed/extract/person_names.h"

namespace attache {
namespace {

/// Articles and pronouns between a name and its office.
constexpr std::uint32_t most_determiners = 8;

class Titled {
 public:
  Titled(const Analysis& analysis, PersonMentions& mentions, const Sentence& sentence)
      : a_(analysis), mentions_(mentions), first_(sentence.first), limit_(sentence.last) {}

  /// Names behind titles and offices: "Mr. X", "President X", "the first President, X", "Presidents
  /// X and Y".
  bool take(std::uint32_t t) {
    const auto lead = lead_at(a_, t, limit_);
    if (lead.end == t) return false;
    const auto name = name_at(a_, lead.end, limit_);
    if (!name.empty() && direct(lead, name)) return true;
    if (lead.office.empty() || lead.title) return false;
    return apposition(lead);
  }

 private:
  const NameMatch* at(std::uint32_t t, NameKind kind) const {
    return a_.names.at(t, kind, a_.lexicon.names);
  }

  /// The name stands right behind the title or the office.
  bool direct(const Lead& lead, TokenRange name) {
    const bool by_office =
        lead.held != PersonMention::no_person && a_.lexicon.offices[lead.held].prefix;
    if (!lead.title && !by_office) return false;
    if (mentions_.blocked(name) && !mentions_.blocked({lead.first, lead.first + 1}))
      return false;  // "Chief Architect X"
    // "President Park Chung-hee" is a name, "major Powers" and "General Debate" are none.
    if (lead.weak && !distinctive(a_, name) &&
        !(a_.tokens[lead.first].capital &&
          ((name.size() > 1 && !ordinary_words(a_, name)) || named_by_place(a_, name))))
      return false;
    // "a new generation of Kings Pointers": a plural names several.
    if (lead.many && !lead.title && !parts_names(a_, after_origin(a_, name.last, limit_)))
      return false;
    auto office = lead.office;
    if (!office.empty()) office.first = office_begin(a_, office.first, first_);
    if (office.empty()) office = beside(lead, name);
    const bool rank = office.empty() && !lead.rank.empty();
    if (!mentions_.add(name, rank ? lead.rank : office,
                       lead.title ? person_rules::title : person_rules::office))
      return false;
    mentions_.last().rank = rank;
    if (lead.many) others(name, office);
    return true;
  }

  /// The office behind the name, else before it. In "the President, Mr. X, the Secretary, Mr. Y"
  /// each stands before its name.
  TokenRange beside(const Lead& lead, TokenRange name) const {
    const auto behind = office_after(a_, name, limit_);
    if (!behind.empty() && !leads_to_next(behind.last)) return behind;
    const auto before = office_before(a_, lead.first);
    return before.empty() || mentions_.held(before) ? behind : before;
  }

  /// ", Mr. Y"
  bool leads_to_next(std::uint32_t t) const {
    if (t + 1 >= limit_ || !a_.is_punctuation(t, ",")) return false;
    const auto next = lead_at(a_, t + 1, limit_);
    return next.title && next.office.empty() && !name_at(a_, next.end, limit_).empty();
  }

  /// "the Minister for Foreign Affairs of Gabon, X", "the President of France X", "X, the former
  /// President of Y".
  bool apposition(const Lead& lead) {
    if (lead.office.last < limit_ && genitive(a_, lead.office.last)) return false;
    TokenRange office{office_begin(a_, lead.office.first, first_),
                      office_end(a_, lead.office, limit_)};
    auto next = office.last;
    const bool comma =
        next < limit_ && (a_.is_punctuation(next, ",:(") || dashes(next));  // "Foreign Minister: X"
    // "THE PRESIDENT: Folks, ...": who speaks, and then what he says.
    if (comma && a_.is_punctuation(next, ":") && named_by_article(office)) return false;
    if (comma && between_names(office)) return before(office);
    if (comma) ++next;
    if (const auto inner = lead_at(a_, next, limit_);
        inner.title && !name_at(a_, inner.end, limit_).empty())
      return false;
    const auto name = name_at(a_, next, limit_);
    if (!comma && mentions_.blocked(name)) return false;  // "Chief Economist X"
    const bool surely =
        distinctive_pair(a_, next, limit_) ||
        (!name.empty() && (at(next, NameKind::person) != nullptr || (!comma && strange(name))));
    if (name.size() > 1 && (surely || (comma && closes(name.last) && distinctive(a_, name))) &&
        mentions_.add(name, office, "leaders.apposition")) {
      if (lead.many) others(name, office);
      return true;
    }
    // "the Acting Foreign Minister, Mok, said", "the Ambassador (Crook) called"
    if (comma && name.size() == 1 && stranger(name) && closes(name.last) &&
        (named_by_article(office) || acts_between_commas(office, name)) &&
        mentions_.add(name, office, "leaders.apposition"))
      return true;
    return before(office);
  }

  /// "Warren Hughes, Assistant Secretary, Carl Bolen, Counsellor": in such a list an office belongs
  /// to the name before it.
  bool between_names(TokenRange office) const {
    if (office.first < first_ + 3 || !a_.is_punctuation(office.first - 1, ",")) return false;
    const auto name = name_before(a_, office.first - 1, first_);
    return !name.empty() && !mentions_.taken(name.first) &&
           a_.lexicon.has(a_.tokens[name.first].word, WordFact::given_name) &&
           mentions_.likely(name);
  }

  /// "President--Alar Karis".
  bool dashes(std::uint32_t t) const {
    return a_.tokens[t].kind == TokenKind::punctuation && a_.raw(t) == "--";
  }

  /// One word that neither the language nor the lexicon knows.
  bool stranger(TokenRange name) const {
    const auto& token = a_.tokens[name.first];
    return !token.upper && a_.names.starts[name.first] == 0 &&
           a_.lexicon.vocabulary.classes(token.word) == WordClass::none && !mentions_.blocked(name);
  }

  /// "the Ambassador": somebody whom the text goes on to name.
  bool named_by_article(TokenRange office) const {
    return office.first > first_ && a_.tokens[office.first].capital &&
           a_.tokens[office.first - 1].word == a_.lexicon.little.the;
  }

  /// "advises that Vice Foreign Minister, Liu, referred to": an office without an article opens the
  /// clause, and its verb stands behind the name.
  bool acts_between_commas(TokenRange office, TokenRange name) const {
    constexpr auto opens = WordClass::subordinator | WordClass::coordinator;
    constexpr auto acts =
        WordClass::verb_ed | WordClass::verb_s | WordClass::auxiliary | WordClass::modal;
    return a_.tokens[office.first].capital && name.last + 1 < limit_ &&
           a_.is_punctuation(name.last, ",") && a_.is_class(name.last + 1, acts) &&
           (office.first == first_ || a_.is_class(office.first - 1, opens));
  }

  /// None of its words is a word of the language: "... for European Affairs Wess Mitchum".
  bool strange(TokenRange name) const {
    return name.size() > 1 && mentions_.likely(name) && distinctive(a_, name);
  }

  /// "X, the South African Minister of Finance".
  bool before(TokenRange office) {
    auto t = office.first;
    while (t > first_ && office.first - t < most_determiners &&
           a_.is_class(t - 1, WordClass::determiner | WordClass::possessive))
      --t;
    if (t >= first_ + 2 && after_one_of(a_, t - 2, limit_) == office.first)
      t = office.first = t - 2;
    if (t < first_ + 2 || !a_.is_punctuation(t - 1, ",(")) return false;
    auto name = name_before(a_, before_origin(a_, t - 1, first_), first_);
    if (name.empty() && t >= first_ + 2 && named_by_article(office) && in_name(a_, t - 2) &&
        stranger({t - 2, t - 1}) && (t == first_ + 2 || !a_.tokens[t - 3].capital) &&
        a_.is_punctuation(t - 1, ","))
      name = {t - 2, t - 1};
    if (name.empty() || mentions_.taken(name.first) || !mentions_.likely(name)) return false;
    return mentions_.add(name, office, "leaders.apposition");
  }

  /// An apposition ends at a mark or with its sentence.
  bool closes(std::uint32_t t) const {
    return t >= limit_ || a_.tokens[t].kind == TokenKind::punctuation;
  }

  /// "... of Chile, Y of Cuba and Z": further names behind a plural.
  void others(TokenRange name, TokenRange office) {
    for (;;) {
      auto t = after_origin(a_, name.last, limit_);
      const auto start = t;
      while (t < limit_ && parts_names(a_, t)) ++t;
      if (t == start || t >= limit_) return;
      const auto lead = lead_at(a_, t, limit_);
      if (!lead.office.empty()) return;
      name = name_at(a_, lead.end, limit_);
      if (name.empty() || !(lead.title || distinctive(a_, name)) ||
          !mentions_.add(name, office, "leaders.coordination"))
        return;
    }
  }

  const Analysis& a_;
  PersonMentions& mentions_;
  std::uint32_t first_, limit_;  ///< of the sentence
};

}  // namespace

bool take_titled(const Analysis& analysis, PersonMentions& mentions, const Sentence& sentence,
                 std::uint32_t token) {
  return Titled(analysis, mentions, sentence).take(token);
}

}  // namespace attache
