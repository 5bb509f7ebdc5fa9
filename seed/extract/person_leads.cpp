// SPDX-License-Identifier: MIT
#include "seed/extract/person_leads.h"

#include "seed/extract/offices.h"
#include "seed/extract/person_names.h"

namespace attache {
namespace {

/// Tokens of titles and offices in a row: "His Excellency the Right Honourable Dr. ...".
constexpr std::uint32_t longest_lead = 40;

class Leads {
 public:
  Leads(const Analysis& analysis, std::uint32_t limit) : a_(analysis), limit_(limit) {}

  Lead at(std::uint32_t t) const {
    Lead lead;
    lead.first = lead.end = t;
    while (lead.end < limit_ && lead.end - t < longest_lead) {
      if (!take_title(lead) && !take_office(lead) && !take_second(lead)) break;
    }
    return lead;
  }

 private:
  const NameMatch* match(std::uint32_t t, NameKind kind) const {
    return t < limit_ ? a_.names.at(t, kind, a_.lexicon.names) : nullptr;
  }

  /// The token stands inside the name of a state or a body that is longer than what starts here:
  /// "Sri Lanka", "General Assembly".
  bool inside_name(const NameMatch& of) const {
    for (const auto kind : {NameKind::country, NameKind::body, NameKind::adjective,
                            NameKind::demonym, NameKind::place}) {
      const auto* longer = match(of.first, kind);
      if (longer != nullptr && longer->last > of.last) return true;
    }
    return false;
  }

  bool take_title(Lead& lead) const {
    const auto* found = match(lead.end, NameKind::honorific);
    if (found == nullptr || found->last > limit_ || inside_name(*found)) return false;
    const auto& title = a_.lexicon.honorifics[a_.name(*found).entry];
    if (title.kind == Honorific::Kind::qualifier || first_initial(*found)) return false;
    const bool given = title.kind == Honorific::Kind::given;
    if (given && lead.title) return false;  // "Mr. El Hadj X"
    // "General Secretary" is an office, no rank.
    if (const auto* held = match(lead.end, NameKind::office);
        held != nullptr && held->last > found->last)
      return false;
    // "Mr. President" is spoken to, unless a name follows at once: "Mr. President Jan Kavan".
    if (title.kind == Honorific::Kind::vocative && !distinctive_pair(a_, found->last, limit_))
      return false;
    // "Mrs. Pandit": the title that stands last is the name.
    if (lead.title && found->last == found->first + 1 && name_at(a_, found->last, limit_).empty() &&
        !leads(found->last))
      return false;
    lead.title = true;
    if (title.kind == Honorific::Kind::rank) lead.rank = {found->first, found->last};
    lead.weak = lead.weak && title.kind != Honorific::Kind::honorific && !given;
    lead.many = lead.many || title.title.starts_with("Messrs") || title.title.starts_with("Their");
    lead.end = found->last;
    while (lead.end < limit_ && a_.is_punctuation(lead.end, ".")) ++lead.end;
    // "Mr, Goldberg": a full stop misread.
    if (lead.end + 1 < limit_ && a_.is_punctuation(lead.end, ",") && a_.raw(found->first) == "Mr")
      ++lead.end;
    return true;
  }

  /// "M. J. Savage", "S. M. Bruce": not Monsieur.
  bool first_initial(const NameMatch& title) const {
    const auto t = title.last;
    if (title.last == title.first + 1 && a_.raw(title.first).size() == 1 && title.first > 1 &&
        a_.is_punctuation(title.first - 1, ".") && a_.raw(title.first - 2).size() == 1 &&
        a_.tokens[title.first - 2].capital)
      return true;
    return title.last == title.first + 1 && a_.raw(title.first).size() == 1 && t + 2 < limit_ &&
           a_.is_punctuation(t, ".") && a_.raw(t + 1).size() == 1 && a_.tokens[t + 1].capital &&
           a_.is_punctuation(t + 2, ".");
  }

  bool leads(std::uint32_t t) const {
    if (t < limit_ && a_.is_punctuation(t, ".")) ++t;
    return match(t, NameKind::honorific) != nullptr || match(t, NameKind::office) != nullptr ||
           (t < limit_ && !name_at(a_, t, limit_).empty());
  }

  bool take_office(Lead& lead) const {
    const auto* found = match(lead.end, NameKind::office);
    if (found == nullptr || found->last > limit_ || inside_name(*found)) return false;
    if (lead.office.empty()) lead.office.first = found->first;
    lead.office.last = found->last;
    lead.held = a_.name(*found).entry;
    lead.many = lead.many || is_plural(a_.lexicon.offices[lead.held].office);
    lead.end = found->last;
    // "Sen. X": the full stop shortens the office.
    if (lead.end < limit_ && a_.is_punctuation(lead.end, ".") &&
        a_.lexicon.sentence_rules.of(a_.tokens[lead.end - 1]) == Abbreviation::title)
      ++lead.end;
    return true;
  }

  /// "Vice President and Foreign Minister X" holds both; "the President and Prime Minister X" are
  /// two.
  bool take_second(Lead& lead) const {
    const auto second = lead.end + 1;
    if (lead.office.empty() || lead.many || second >= limit_ ||
        a_.tokens[lead.end].word != a_.lexicon.little.conjunction ||
        !a_.tokens[lead.office.first].capital || !a_.tokens[second].capital)
      return false;
    const auto* found = match(second, NameKind::office);
    if (found == nullptr || found->last >= limit_ ||
        is_plural(a_.lexicon.offices[a_.name(*found).entry].office) ||
        !a_.lexicon.offices[a_.name(*found).entry].prefix ||
        name_at(a_, found->last, limit_).empty())
      return false;
    if (lead.first > 0 &&
        a_.is_class(lead.first - 1, WordClass::determiner | WordClass::possessive))
      return false;
    lead.end = second;
    return take_office(lead);
  }

  const Analysis& a_;
  std::uint32_t limit_;
};

}  // namespace

Lead lead_at(const Analysis& analysis, std::uint32_t t, std::uint32_t limit) {
  return Leads(analysis, limit).at(t);
}

bool distinctive_pair(const Analysis& analysis, std::uint32_t t, std::uint32_t limit) {
  const auto name = name_at(analysis, t, limit);
  return name.size() > 1 && analysis.lexicon.has(analysis.tokens[t].word, WordFact::given_name);
}

}  // namespace attache
