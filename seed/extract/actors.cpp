// SPDX-License-Identifier: MIT
#include "seed/extract/actors.h"

#include "seed/extract/phrases.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// The actor that the name at a token stands for, or empty.
std::string named_actor(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  for (const auto kind :
       {NameKind::country, NameKind::adjective, NameKind::demonym, NameKind::body}) {
    const auto* match = a.names.at(t, kind, a.lexicon.names);
    if (match == nullptr || match->last > limit) continue;
    const auto entry = a.name(*match).entry;
    return kind == NameKind::body ? a.lexicon.bodies[entry].slug : a.lexicon.countries[entry].iso3;
  }
  return {};
}

}  // namespace

std::string actor_of(const Analysis& a, TokenRange cue, std::uint32_t sentence) {
  const auto begin = clause_begin(a, cue.first, sentence);
  for (auto t = cue.last; t-- > begin;) {
    if (one_of(a, t, {"we", "our", "us", "my", "i", "ourselves"})) return a.context.country;
    if (auto named = named_actor(a, t, cue.last); !named.empty()) return named;
  }
  return {};
}

}  // namespace attache
