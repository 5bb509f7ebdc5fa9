// SPDX-License-Identifier: MIT
#include "seed/extract/role_holder.h"

#include <algorithm>

#include "seed/extract/phrases.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// Words between a possessor and its noun: "our long and active membership".
constexpr std::uint32_t possessor_reach = 5;
/// "It" is followed back over so many sentences.
constexpr int topic_reach = 6;
/// What "it" was in such a sentence may again be an "it": no more than so many sentences before the
/// cue's are looked at in all.
constexpr std::uint32_t chain_reach = 24;
/// Words of a remark between commas behind a verb.
constexpr std::uint32_t longest_aside = 9;

}  // namespace

RoleHolder::RoleHolder(const Analysis& analysis, const std::vector<BodyMention>& mentions)
    : a_(analysis) {
  in_body_.assign(a_.tokens.size() + 1, false);
  for (const auto& mention : mentions) {
    for (auto t = mention.range.first; t < mention.range.last; ++t) in_body_[t] = true;
  }
}

bool RoleHolder::it(std::uint32_t t) const {
  return is(a_, t, WordKind::anaphor) && subject_pronoun(a_, t);
}

bool RoleHolder::its_at(std::uint32_t t) const {
  return is(a_, t, WordKind::anaphor) && a_.is_class(t, WordClass::possessive);
}

bool RoleHolder::of(std::uint32_t t) const { return word_at(a_, t) == a_.lexicon.little.of; }

/// The "as" of "such as" and "as well as".
bool RoleHolder::adds_or_lists(std::uint32_t as) const {
  return as > 0 && (is(a_, as - 1, WordKind::example_of) ||
                    (as > 1 && phrase_at(a_, as - 2, PhraseRole::adds) > 2));
}

/// "they", "who": someone, but no state.
bool RoleHolder::person_pronoun(std::uint32_t t) const {
  return is(a_, t, WordKind::someone) ||
         (is(a_, t, WordKind::relative) && a_.is_class(t, WordClass::pronoun));
}

/// "which", "that"
bool RoleHolder::thing_relative(std::uint32_t t) const {
  return is(a_, t, WordKind::relative) && a_.is_class(t, WordClass::determiner);
}

/// "many countries", "others"
bool RoleHolder::unnamed(std::uint32_t t) const {
  return is(a_, t, WordKind::unnamed_state) || is(a_, t, WordKind::someone);
}

RoleHolder::Subject RoleHolder::inside(TokenRange match, std::uint32_t sentence,
                                       bool capitals) const {
  // A state that is named comes before a possessive: "its seat in Vienna".
  for (auto t = match.first; t < match.last; ++t) {
    if (in_body(t)) continue;
    if (const auto found = state_at(t, match.last, capitals)) return state(found->country);
  }
  for (auto t = match.first; t < match.last; ++t) {
    if (in_body(t)) continue;
    if (is(a_, t, WordKind::possessive_own)) return state(a_.own_state(t));
    if (its_at(t)) return its(t, sentence);
  }
  return {};
}

/// "our membership", "its active cooperation", "Azerbaijan's accession", "the Turkish contingent".
RoleHolder::Subject RoleHolder::possessor(std::uint32_t cue, std::uint32_t sentence) const {
  const auto begin = a_.sentences[sentence].first;
  for (auto t = cue; t-- > begin && cue - t <= possessor_reach;) {
    if (in_body(t)) continue;
    if (is(a_, t, WordKind::possessive_own)) return state(a_.own_state(t));
    if (its_at(t)) return its(t, sentence);
    if (a_.is_class(t, WordClass::possessive)) {  // "congratulate X and Y on their admission"
      const auto named = t > begin + 1 && a_.is_class(t - 1, WordClass::preposition)
                             ? named_right_before(t - 1)
                             : Subject{};
      return named.kind == Subject::Kind::state ? named : other();
    }
    if (a_.is_word(t, "'s") || a_.is_punctuation(t, "'")) {
      if (t == begin) return other();
      for (auto i = t; i-- > begin && t - i <= 4;) {
        const auto found = state_at(i, t, false);
        if (found && found->end == t) return state(found->country);
      }
      return other();
    }
    for (const auto kind : {NameKind::adjective, NameKind::demonym, NameKind::country}) {
      const auto* match = a_.names.at(t, kind, a_.lexicon.names);
      const bool attribute =
          match != nullptr && match->last <= cue &&
          !(kind == NameKind::country && t > begin && a_.is_class(t - 1, WordClass::preposition));
      if (attribute) return state(a_.lexicon.countries[a_.name(*match).entry].iso3);
    }
    if (!a_.is_class(t, lead_in | WordClass::noun | WordClass::verb_ed | WordClass::verb_ing) ||
        a_.is_class(t, WordClass::preposition))
      break;
  }
  return {};
}

/// "its": the state named last before it, unless another subject stands there.
RoleHolder::Subject RoleHolder::its(std::uint32_t t, std::uint32_t sentence) const {
  for (auto i = t; i-- > a_.sentences[sentence].first && t - i <= 4;) {
    const auto named = country_at(i, t, false);
    if (named && (named->end == t || a_.is_class(named->end, WordClass::preposition)))
      return state(named->country);  // "congratulated X on its"
  }
  const auto subject = before(t, sentence, true);
  if (subject.kind == Subject::Kind::other) return subject;
  const auto begin = clause_begin(a_, t, sentence);
  for (auto i = t; i-- > begin;) {
    if (const auto found = state_at(i, t, false)) return state(found->country);
  }
  if (subject.kind != Subject::Kind::none) return subject;
  const auto ahead = behind(t + 1, sentence);  // "in its relations with X, Tunisia"
  return ahead.kind == Subject::Kind::state ? ahead : pronoun(t, sentence);
}

RoleHolder::Subject RoleHolder::pronoun(std::uint32_t t, std::uint32_t sentence) const {
  const auto first = a_.sentences[sentence].first;
  // "he recalled that Qatar withdrew from X; it is": the subject named last.
  for (auto i = t; i-- > first && t - i <= longest_clause;) {
    const auto named = country_at(i, t, false);
    if (named && named->end < t && verb(named->end, first) &&
        (i == first || !a_.is_class(i - 1, WordClass::preposition)))
      return state(named->country);
  }
  if (t > first + 1) {
    const auto here = first_phrase(first, t, sentence, true);
    if (here.kind != Subject::Kind::none) return here;
  }
  for (int depth = 1; depth <= topic_reach && sentence >= static_cast<std::uint32_t>(depth) &&
                      sentence - static_cast<std::uint32_t>(depth) >= earliest_;
       ++depth) {
    const auto found = topic(sentence - static_cast<std::uint32_t>(depth));
    if (found.kind != Subject::Kind::none) return found;
  }
  return sentence == 0 ? state(a_.own_state(0)) : other();
}

/// What a sentence is about: its first noun phrase; nothing where that is "it" again.
RoleHolder::Subject RoleHolder::topic(std::uint32_t sentence) const {
  const auto& s = a_.sentences[sentence];
  for (auto t = s.first; t < s.last && t < s.first + 4; ++t) {
    if (it(t)) return {};
  }
  return first_phrase(s.first, s.last, sentence, true);
}

/// "the legitimate Government of Cambodia occupying".
RoleHolder::Subject RoleHolder::named_right_before(std::uint32_t token) const {
  for (auto i = token; i-- > 0 && token - i <= 4;) {
    const auto found = state_at(i, token, false);
    if (found && found->end == token) return state(found->country);
  }
  return {};
}

/// "after the country joined", "the day we entered": a state that ends at the verb is its subject,
/// whatever the main clause speaks of; not "representatives of X joined".
RoleHolder::Subject RoleHolder::subject_right_before(std::uint32_t verb) const {
  while (verb > 0 && a_.is_class(verb - 1, WordClass::auxiliary | WordClass::adverb) &&
         !a_.is_class(verb - 1, WordClass::preposition | WordClass::relative))
    --verb;
  if (verb == 0) return {};
  // "all nations that contribute to"
  if (thing_relative(verb - 1)) return antecedent(verb - 1);
  for (auto i = verb; i-- > 0 && verb - i <= 4;) {
    const auto found = state_at(i, verb, false);
    if (!found || found->end != verb) continue;
    const bool part =
        i > 0 && (a_.is_class(i - 1, WordClass::preposition | WordClass::coordinator |
                                         WordClass::determiner | WordClass::possessive) ||
                  a_.is_punctuation(i - 1, ","));
    // "since", "after" and the like are prepositions too, but before a subject and its verb they
    // open a clause.
    return part && !a_.is_class(i - 1, WordClass::subordinator) ? Subject{} : state(found->country);
  }
  // "all the States recently admitted to", "many countries have joined"
  return unnamed(verb - 1) ? other() : Subject{};
}

/// "congratulate Tuvalu as the newest Member", "its election as Chair", "our role as host".
RoleHolder::Subject RoleHolder::object_before(std::uint32_t as, std::uint32_t sentence) const {
  const auto begin = a_.sentences[sentence].first;
  if (as <= begin) return {};
  const bool apart = a_.is_punctuation(as - 1, ",");  // "recalled that Kenya, as a member of"
  const auto named = named_right_before(apart ? as - 1 : as);
  if (apart || named.kind == Subject::Kind::state) return named;
  return is(a_, as - 1, WordKind::capacity) ? possessor(as - 1, sentence) : Subject{};
}

/// "As a member of X, Estonia": the subject stands behind the bodies.
RoleHolder::Subject RoleHolder::behind(std::uint32_t from, std::uint32_t sentence) const {
  const auto limit = a_.sentences[sentence].last;
  auto t = from;
  while (t < limit && t < from + 14 && !a_.is_punctuation(t, ",")) ++t;
  if (t < limit && a_.is_punctuation(t, ",")) return first_phrase(t + 1, limit, sentence, false);
  for (auto i = from; i < limit && i < from + 4; ++i) {
    if (const auto found = state_at(i, limit, false)) return state(found->country);
  }
  return {};
}

/// The token before the words that lead in to the cue's noun: "is one of the founding".
std::uint32_t RoleHolder::link(std::uint32_t cue, std::uint32_t sentence) const {
  const auto begin = a_.sentences[sentence].first;
  auto t = cue;
  while (t > begin && cue - t < 8) {
    const auto p = t - 1;
    const bool passes =
        in_body(p) ||
        a_.is_class(p, WordClass::determiner | WordClass::adjective | WordClass::numeral |
                           WordClass::quantifier | WordClass::adverb) ||
        a_.tokens[p].kind == TokenKind::number || is(a_, p, WordKind::role_lead_in) ||
        (t == cue && a_.is_class(p, WordClass::noun) && !a_.tokens[p].capital &&
         !a_.is_class(p, WordClass::preposition | WordClass::auxiliary) &&
         a_.tokens[p].word != unknown_word);
    // "as a small island State and a member of": the second noun behind "as".
    if (word_at(a_, p) == a_.lexicon.little.conjunction && p > begin + 1 &&
        is(a_, begin, PhraseRole::as) && p < begin + 9 && !a_.is_punctuation(p - 1, ","))
      return begin + 1;
    if (!passes) break;
    t = p;
  }
  return t;
}

/// What stands before a noun such as "member" so that it is said of a state and not only mentioned.
bool RoleHolder::names_itself(std::uint32_t t, std::uint32_t sentence) const {
  const auto begin = a_.sentences[sentence].first;
  if (t == begin) return a_.sentences[sentence].bullet;
  const auto p = t - 1;
  if (is(a_, p, WordKind::copula) || is(a_, p, WordKind::appointment) || is(a_, p, PhraseRole::as))
    return true;
  if (p == begin || !a_.is_punctuation(p, ",(")) return false;
  // "is, in relation to its population, the largest contributor": a remark between commas.
  for (auto q = p; q-- > begin + 1 && p - q <= longest_aside;) {
    if (a_.is_punctuation(q, ",") && is(a_, q - 1, WordKind::copula)) return true;
    if (a_.is_punctuation(q, ",")) break;
  }
  return antecedent(p).kind == Subject::Kind::state;
}

/// The cue opens with a noun ("membership of"), not with a verb that has a subject.
bool RoleHolder::noun_first(const CueHit& hit) const {
  const auto t = hit.match.first;
  if (!a_.is_class(t, WordClass::noun)) return false;
  if (!a_.is_class(
          t, WordClass::verb_base | WordClass::verb_s | WordClass::verb_ed | WordClass::verb_ing))
    return true;
  constexpr auto before_noun =
      WordClass::determiner | WordClass::possessive | WordClass::adjective | WordClass::preposition;
  return t > 0 && a_.is_class(t - 1, before_noun) && !is(a_, t - 1, PhraseRole::infinitive);
}

std::optional<std::string> RoleHolder::find(const CueHit& hit, const Cue& cue,
                                            std::uint32_t object_end) {
  earliest_ = hit.sentence > chain_reach ? hit.sentence - chain_reach : 0;
  const auto first = hit.match.first;
  const bool host = cue.effect == effect::host;
  auto subject = cue.side == Side::back || cue.own
                     ? Subject{}
                     : inside({first, hit.match.last}, hit.sentence, host);
  if (ends_in_place(hit, cue)) return seat_state(hit.match);
  if (cue.own) return own(hit);
  if (subject.kind == Subject::Kind::state) return subject.country;
  if (subject.kind == Subject::Kind::other) return std::nullopt;
  const auto at = link(first, hit.sentence);
  if (at > 0 && is(a_, at - 1, PhraseRole::as) && !adds_or_lists(at - 1)) {
    const auto as = at - 1;
    subject = object_before(as, hit.sentence);
    if (subject.kind == Subject::Kind::none) subject = before(as, hit.sentence, true);
    if (subject.kind != Subject::Kind::state &&
        (as < a_.sentences[hit.sentence].first + 3 || subject.kind == Subject::Kind::none ||
         a_.is_punctuation(as - 1, ",")))
      subject = behind(object_end, hit.sentence);
  } else {
    // "our neighbours left": what stands before a verb is its subject, and no possessor.
    const bool verb_alone = a_.is_class(first, WordClass::verb_s | WordClass::verb_ed) &&
                            !a_.is_class(first, WordClass::noun);
    if (!verb_alone && (cue.form != Form::noun || !a_.is_class(first, WordClass::noun)))
      subject = possessor(first, hit.sentence);
    if (subject.kind == Subject::Kind::none && noun_first(hit)) {
      const bool may_be_note =
          cue.form == Form::noun || cue.effect != effect::member || cue.side == Side::back;
      if (may_be_note && fragment(at, object_end, hit)) return a_.own_state(first);
      if (cue.form != Form::noun) return opening(first, object_end, hit.sentence);
      if (!names_itself(at, hit.sentence)) return std::nullopt;
    } else if (subject.kind == Subject::Kind::none && fragment(first, object_end, hit)) {
      return a_.own_state(first);
    }
    if (subject.kind == Subject::Kind::none && a_.is_class(first, WordClass::verb_ing))
      subject = named_right_before(first);
    if (subject.kind == Subject::Kind::none && !noun_first(hit))
      subject = subject_right_before(first);
    if (subject.kind == Subject::Kind::none) subject = before(first, hit.sentence, true);
    const auto& sentence = a_.sentences[hit.sentence];
    if (subject.kind == Subject::Kind::none && at <= sentence.first + 1 && sentence.bullet)
      return a_.own_state(first);
    if (subject.kind == Subject::Kind::none && aim_item(hit)) return a_.own_state(first);
    if (subject.kind == Subject::Kind::none) subject = behind(object_end, hit.sentence);
  }
  if (subject.kind != Subject::Kind::state) return std::nullopt;
  return subject.country;
}

}  // namespace attache
