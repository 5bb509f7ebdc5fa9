// SPDX-License-Identifier: MIT
// Which words name a state.
#include "seed/extract/role_holder.h"
#include "seed/extract/words_in_text.h"

namespace attache {

bool RoleHolder::state_noun(std::uint32_t t) const {
  return is(a_, t, WordKind::state_noun) && !in_body(t);
}

/// "We're a member", "we've joined".
bool RoleHolder::we_contracted(std::uint32_t t) const {
  const auto raw = a_.raw(t);
  return raw.size() > 3 && (raw.starts_with("We") || raw.starts_with("we")) &&
         (raw[2] == '\'' || raw.substr(2).starts_with("\u2019"));
}

std::optional<RoleHolder::Found> RoleHolder::country_at(std::uint32_t t, std::uint32_t limit,
                                                        bool capitals) const {
  if (t >= limit || in_body(t)) return std::nullopt;
  for (const auto kind : {NameKind::country, NameKind::capital}) {
    if (kind == NameKind::capital && !capitals) continue;
    const auto* match = a_.names.at(t, kind, a_.lexicon.names);
    if (match != nullptr && match->last <= limit)
      return Found{a_.lexicon.countries[a_.name(*match).entry].iso3, match->last};
  }
  const auto* city = capitals ? a_.names.at(t, NameKind::city, a_.lexicon.names) : nullptr;
  if (city == nullptr || city->last > limit ||
      a_.lexicon.countries[a_.name(*city).entry].iso3 != a_.own_state(t))
    return std::nullopt;
  return Found{a_.own_state(t), city->last};  // elsewhere a city stands for no state
}

std::optional<RoleHolder::Found> RoleHolder::state_at(std::uint32_t t, std::uint32_t limit,
                                                      bool capitals) const {
  if (t >= limit) return std::nullopt;
  const auto own = [&](std::uint32_t end) { return Found{a_.own_state(t), end}; };
  if (is(a_, t, WordKind::own) || we_contracted(t)) return own(t + 1);
  if (const auto* person = own_person_at(t); person != nullptr && person->last <= limit)
    return own(person->last);
  if (const auto named = country_at(t, limit, capitals)) return named;
  const bool ours = is(a_, t, WordKind::possessive_own);
  const bool several = is(a_, t, WordKind::several);
  if (ours || several || is(a_, t, WordKind::pointer)) {
    for (auto i = t + 1; i < limit && i <= t + 3; ++i) {
      if (state_noun(i)) {
        // "the two countries", "both countries": this one and another.
        const bool counted = several || a_.is_class(i - 1, WordClass::numeral);
        const bool fits = !is(a_, i, WordKind::own_only) &&
                          (is(a_, i, WordKind::unnamed_state) ? counted : !several);
        if ((ours || fits) && !of(i + 1)) return own(i + 1);
        break;
      }
      if (!a_.is_class(i, lead_in | WordClass::noun)) break;
    }
  }
  // "the Government of the Republic of X"
  if (state_noun(t)) {
    auto i = t + 1;
    if (!of(i)) return std::nullopt;
    if (word_at(a_, ++i) == a_.lexicon.little.the) ++i;
    if (state_noun(i) && of(i + 1)) i += 2;
    return country_at(i, limit, capitals);
  }
  // "Irish men and women", "on Norwegian initiative": people in the service of their state, and
  // acts in its name.
  for (const auto kind : {NameKind::adjective, NameKind::demonym}) {
    const auto* match = a_.names.at(t, kind, a_.lexicon.names);
    if (match == nullptr || in_body(t)) continue;
    for (auto i = match->last; i < limit && i <= match->last + 1; ++i) {
      if (state_noun(i) || is(a_, i, WordKind::agent))
        return Found{a_.lexicon.countries[a_.name(*match).entry].iso3, i + 1};
    }
  }
  return std::nullopt;
}

/// The document's own leader: a President or minister acts for the state.
const NameMatch* RoleHolder::own_person_at(std::uint32_t t) const {
  const auto* match = a_.names.at(t, NameKind::person, a_.lexicon.names);
  if (match == nullptr) return nullptr;
  const auto& country = a_.lexicon.persons[a_.name(*match).entry].country;
  return !country.empty() && country == a_.own_state(t) ? match : nullptr;
}

}  // namespace attache
