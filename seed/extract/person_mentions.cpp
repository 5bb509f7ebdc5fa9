// SPDX-License-Identifier: MIT
#include "seed/extract/person_mentions.h"

#include <algorithm>

#include "seed/extract/person_names.h"
#include "seed/extract/person_trades.h"
#include "seed/extract/speakers.h"

namespace attache {
PersonMentions::PersonMentions(const Analysis& analysis)
    : a_(analysis), taken_(analysis.tokens.size() + 1, false) {
  block();
}

/// "comrade", "statesman", "Nobel laureate": what one is called, and holds no office by.
bool PersonMentions::style(TokenRange office) const {
  for (auto t = office.first; t < office.last; ++t) {
    const auto* held = a_.names.at(t, NameKind::office, a_.lexicon.names);
    if (held != nullptr)
      return held->last == office.last &&
             a_.lexicon.offices[a_.name(*held).entry].level == style_level;
  }
  return false;
}

bool PersonMentions::add(TokenRange name, TokenRange office, std::string_view rule) {
  if (style(office)) office = {};
  for (auto t = name.first; t < name.last; ++t) {
    if (taken_[t]) return false;
  }
  if (names_thing(a_, name, rule != person_rules::title && rule != person_rules::office)) {
    a_.explain(name, std::string(rule), "a thing named after a person");
    return false;
  }
  if (of_company(a_, office) ||
      ((office.empty() || office.first >= name.last) && in_trade(a_, name))) {
    a_.explain(name, std::string(rule), "in trade, or of a company");
    return false;
  }
  PersonMention mention{name, office, PersonMention::no_person, std::string(rule)};
  mention.speaker = labels_speaker(a_, name) || delivers(a_, name, office);
  const auto* match = a_.names.at(name.first, NameKind::person, a_.lexicon.names);
  if (match != nullptr && match->last <= name.last) mention.person = a_.name(*match).entry;
  std::fill(taken_.begin() + name.first, taken_.begin() + name.last, true);
  found_.push_back(std::move(mention));
  return true;
}

void PersonMentions::add_all(const std::vector<PersonMention>& mentions) {
  for (const auto& mention : mentions) {
    if (!blocked(mention.name) && add(mention.name, mention.office, mention.rule))
      last().office_lines = mention.office_lines;
  }
}

void PersonMentions::block() {
  for (const auto& hit : a_.hits) {
    const auto* cue = a_.cue(hit);
    if (cue == nullptr || cue->table != Table::leaders || cue->effect != effect::blocks) continue;
    if (blocked_.empty()) blocked_.assign(a_.tokens.size(), false);
    for (auto t = hit.match.capture_first; t < hit.match.capture_last; ++t) blocked_[t] = true;
  }
}

bool PersonMentions::blocked(TokenRange name) const {
  if (blocked_.empty()) return false;
  return std::any_of(blocked_.begin() + name.first, blocked_.begin() + name.last,
                     [](bool b) { return b; });
}

bool PersonMentions::likely(TokenRange name) const {
  return !blocked(name) && looks_like_person(a_, name);
}

PersonMention* PersonMentions::before(std::uint32_t token) {
  const auto behind =
      std::lower_bound(found_.begin(), found_.begin() + sorted_, token,
                       [](const auto& m, std::uint32_t t) { return m.name.first < t; });
  return behind == found_.begin() ? nullptr : &*(behind - 1);
}

void PersonMentions::sort() {
  sorted_ = static_cast<std::ptrdiff_t>(found_.size());
  std::sort(found_.begin(), found_.end(),
            [](const auto& x, const auto& y) { return x.name.first < y.name.first; });
}

}  // namespace attache
