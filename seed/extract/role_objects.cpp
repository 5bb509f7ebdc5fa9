// SPDX-License-Identifier: MIT
#include "seed/extract/role_objects.h"

#include <algorithm>

#include "seed/extract/phrases.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// Words that may stand between two bodies of a list.
constexpr std::uint32_t widest_list_gap = 12;
/// A bracketed remark inside a list is skipped up to so many tokens.
constexpr std::uint32_t longest_brackets = 20;
/// Words that may stand between a cue and its body: "the well-known", "a number of".
constexpr std::uint32_t widest_gap = 6;
/// Tokens of a remark between two bodies of a list: ", whose summit we hosted, and of".
constexpr std::uint32_t longest_remark = 24;
/// "Its" is followed back over so many sentences.
constexpr std::uint32_t back_reach = 1;

bool quotation_mark(const Analysis& a, std::uint32_t t) {
  constexpr std::string_view marks = "\"“”‘’'«»";
  return a.tokens[t].kind == TokenKind::punctuation &&
         marks.find(a.raw(t)) != std::string_view::npos;
}

}  // namespace

RoleObjects::RoleObjects(const Analysis& analysis, const std::vector<BodyMention>& mentions)
    : a_(analysis), mentions_(mentions) {
  list_begin_.reserve(a_.sentences.size());
  for (std::uint32_t s = 0; s < a_.sentences.size(); ++s)
    list_begin_.push_back(s > 0 && a_.sentences[s - 1].bullet ? list_begin_[s - 1] : s);
}

std::vector<std::uint32_t> RoleObjects::of(const CueHit& hit, const Cue& cue) const {
  if (cue.side == Side::capture) {
    auto taken = inside(hit.match.capture_first, hit.match.capture_last);
    return taken.empty() || hit.match.capture_last < hit.match.last ? taken
                                                                    : more(std::move(taken), hit);
  }
  if (cue.side == Side::before) return before(hit);
  if (cue.side == Side::back) return back(hit);
  auto taken = inside(hit.match.first, hit.match.last);
  auto list = taken.empty() ? after(hit.match.last, hit, cue) : more(std::move(taken), hit);
  behind_remark(list, hit, cue);
  return list;
}

std::uint32_t RoleObjects::mention_from(std::uint32_t token) const {
  const auto at =
      std::lower_bound(mentions_.begin(), mentions_.end(), token,
                       [](const BodyMention& m, std::uint32_t t) { return m.range.first < t; });
  return static_cast<std::uint32_t>(at - mentions_.begin());
}

std::vector<std::uint32_t> RoleObjects::inside(std::uint32_t first, std::uint32_t last) const {
  std::vector<std::uint32_t> found;
  std::uint32_t reach = first;
  for (auto m = mention_from(first); m < mentions_.size() && mentions_[m].range.last <= last; ++m) {
    if (mentions_[m].range.first < reach) continue;  // the inner of two nested names
    found.push_back(m);
    reach = mentions_[m].range.last;
  }
  return found;
}

/// "ASEAN is our cornerstone. We are its chair": the body named last before in the sentence, else
/// the first of the sentence before.
std::vector<std::uint32_t> RoleObjects::back(const CueHit& hit) const {
  // "a member of" names its body behind.
  const auto next = hit.match.last;
  const auto& little = a_.lexicon.little;
  if (a_.is_class(next, WordClass::noun) || word_at(a_, next) == little.of ||
      word_at(a_, next) == little.to)
    return {};
  const auto here = mention_from(a_.sentences[hit.sentence].first),
             at = mention_from(hit.match.first);
  if (at > here && mentions_[at - 1].range.last <= hit.match.first) return {at - 1};
  if (mention_from(hit.match.last) > at) return {};
  // An item of a list speaks of what stands over the list.
  const bool bullet = a_.sentences[hit.sentence].bullet;
  auto s = bullet ? list_begin_[hit.sentence] : hit.sentence;
  for (std::uint32_t tried = 0; s-- > 0 && tried < (bullet ? 1 : back_reach); ++tried) {
    const auto first = mention_from(a_.sentences[s].first);
    if (first < mentions_.size() && mentions_[first].range.first < a_.sentences[s].last)
      return {first};
  }
  return {};
}

/// The body right before the cue: "its NATO membership", "the Commission, of which we are a
/// member".
std::vector<std::uint32_t> RoleObjects::before(const CueHit& hit) const {
  for (auto m = mention_from(hit.match.first); m-- > 0;) {
    const auto& range = mentions_[m].range;
    if (range.first < a_.sentences[hit.sentence].first) return {};
    if (range.last > hit.match.first || a_.sentence_of[range.first] != hit.sentence) continue;
    // "COMESA, AU, the Commonwealth: member."
    if (range.last + 2 >= hit.match.first && a_.is_punctuation(range.last, ":"))
      return listed(list_before(hit), hit.sentence);
    for (auto t = range.last; t < hit.match.first; ++t) {
      if (hit.match.first - range.last > 3 ||
          !(a_.is_punctuation(t, ",()'") || a_.is_word(t, "'s") || a_.tokens[t].upper))
        return {};
    }
    // "the Parliamentary Assembly of the Council of Europe, of which": the outer name is meant.
    while (m > 0 && contains(a_.span(mentions_[m - 1].range), a_.span(range))) --m;
    return is(a_, hit.match.first, WordKind::plural_verb) ? with_partner(m) : std::vector{m};
  }
  return {};
}

/// Where a list that ends at the cue may begin.
std::uint32_t RoleObjects::list_before(const CueHit& hit) const {
  const auto cue = hit.match.first;
  return std::max(a_.sentences[hit.sentence].first,
                  cue > longest_clause ? cue - longest_clause : 0);
}

/// "X and Y are": a plural verb speaks of both bodies before it.
std::vector<std::uint32_t> RoleObjects::with_partner(std::uint32_t m) const {
  const auto first = mentions_[m].range.first;
  const auto joint = [&](std::uint32_t t) {
    return word_at(a_, t) == a_.lexicon.little.conjunction;
  };
  for (auto p = m; p-- > 0;) {
    const auto end = behind_brackets(mentions_[p].range.last);
    if (end + 3 < first) break;
    if (end < first && (joint(end) || joint(end + 1))) return {p, m};
  }
  return {m};
}

/// The first body behind the cue, and those in a list with it.
std::vector<std::uint32_t> RoleObjects::after(std::uint32_t from, const CueHit& hit,
                                              const Cue& cue) const {
  auto m = mention_from(from);
  // "home to the International Court": the cue took the name's first word for an adjective.
  if (m > 0 && mentions_[m - 1].range.first > hit.match.first &&
      mentions_[m - 1].range.first < from && mentions_[m - 1].range.last > from)
    return more({m - 1}, hit);
  if (m >= mentions_.size() || a_.sentence_of[mentions_[m].range.first] != hit.sentence ||
      !open_between(from, mentions_[m].range.first))
    return {};
  const auto owned = m + 1;  // "a member of the EU's Political and Security Committee"
  if (owned < mentions_.size() && mentions_[owned].range.first == mentions_[m].range.last + 1 &&
      a_.is_word(mentions_[m].range.last, "'s"))
    return more({owned}, hit);
  if (modifies(mentions_[m].range.last, cue)) return {};
  return more({m}, hit);
}

std::vector<std::uint32_t> RoleObjects::more(std::vector<std::uint32_t> list,
                                             const CueHit& hit) const {
  auto reach = behind_brackets(mentions_[list.back()].range.last);
  const bool opens = introduces(hit);
  for (auto m = list.back() + 1; m < mentions_.size(); ++m) {
    const auto& range = mentions_[m].range;
    if (range.first < reach) continue;
    if (a_.sentence_of[range.first] != hit.sentence || range.first > reach + widest_list_gap ||
        !list_between(reach, range.first, opens))
      break;
    list.push_back(m);
    reach = behind_brackets(range.last);
  }
  drop_next_clause(list, reach);
  return list;
}

/// "a member of A, whose summit it hosted, and of B": the cue's own preposition takes the list up
/// again.
void RoleObjects::behind_remark(std::vector<std::uint32_t>& list, const CueHit& hit,
                                const Cue& cue) const {
  if (list.empty() || cue.form != Form::noun) return;
  const auto preposition = hit.match.last - 1;
  const auto reach = behind_brackets(mentions_[list.back()].range.last);
  if (!a_.is_class(preposition, WordClass::preposition) || !a_.is_punctuation(reach, ",")) return;
  for (auto t = reach + 1; t + 2 < a_.sentences[hit.sentence].last && t < reach + longest_remark;
       ++t) {
    if (word_at(a_, t) != a_.lexicon.little.conjunction ||
        a_.tokens[t + 1].word != a_.tokens[preposition].word)
      continue;
    const auto rest = after(t + 2, hit, cue);
    list.insert(list.end(), rest.begin(), rest.end());
    return;
  }
}

/// "belongs to A, and B and C are based here": what a verb follows is the next clause's subject,
/// back to its ", and".
void RoleObjects::drop_next_clause(std::vector<std::uint32_t>& list, std::uint32_t reach) const {
  if (list.size() < 2 || reach >= a_.tokens.size() || !a_.is_class(reach, WordClass::auxiliary))
    return;
  for (auto i = list.size(); i-- > 1;) {
    auto t = mentions_[list[i]].range.first;
    while (t > 0 && a_.is_class(t - 1, WordClass::determiner)) --t;
    if (t < 2 || word_at(a_, t - 1) != a_.lexicon.little.conjunction ||
        !a_.is_punctuation(t - 2, ","))
      continue;
    list.resize(i);
    return;
  }
}

/// Behind "(NATO)" or "(whose seat is in Vienna)", where brackets open at the token.
std::uint32_t RoleObjects::behind_brackets(std::uint32_t t) const {
  if (!a_.is_punctuation(t, "(")) return t;
  for (auto i = t + 1; i < a_.tokens.size() && i < t + longest_brackets; ++i) {
    if (a_.is_punctuation(i, ")")) return i + 1;
  }
  return t;
}

/// "As a member of X, the Y should": a comma ends what leads in to a sentence.
bool RoleObjects::introduces(const CueHit& hit) const {
  const auto first = a_.sentences[hit.sentence].first;
  return is(a_, first, PhraseRole::as) && hit.match.first < first + 8;
}

/// "the UNIFIL post": a noun at the token that is nothing that people of a state serve in.
bool RoleObjects::names_thing(std::uint32_t t) const {
  constexpr auto not_noun = WordClass::preposition | WordClass::coordinator |
                            WordClass::subordinator | WordClass::auxiliary | WordClass::modal |
                            WordClass::adverb | WordClass::pronoun | WordClass::determiner |
                            WordClass::relative | WordClass::verb_ed;
  return a_.tokens[t].kind == TokenKind::word && a_.is_class(t, WordClass::noun) &&
         !a_.is_class(t, not_noun) && !a_.frames.is(a_.tokens[t].word, WordKind::operation);
}

/// "a member of the UN staff", "of the EU's committee": the body only modifies what follows.
bool RoleObjects::modifies(std::uint32_t t, const Cue& cue) const {
  if (t >= a_.tokens.size()) return false;
  if (a_.tokens[t].capital && a_.lexicon.has(a_.tokens[t].word, WordFact::body_head)) return true;
  if (!cue.kind.empty() && names_thing(t)) return true;
  if (cue.effect == effect::candidate && is(a_, t, WordKind::belonging)) return false;
  // "a party to the United Nations Convention": a treaty, not the body.
  const bool joins = cue.effect != effect::partner && cue.effect != effect::contributor &&
                     cue.effect != effect::host;
  if (joins && a_.tokens[t].capital && a_.is_class(t, WordClass::noun | WordClass::adjective) &&
      a_.names.at(t, NameKind::country, a_.lexicon.names) == nullptr)
    return true;
  if (a_.tokens[t].kind == TokenKind::number && t + 1 < a_.tokens.size() &&
      a_.is_class(t + 1, WordClass::noun | WordClass::adjective) &&
      !a_.is_class(t + 1, WordClass::preposition))
    return true;
  if (!joins)
    return cue.effect == effect::partner &&
           (is(a_, t, WordKind::belonging) || is(a_, t, WordKind::body_office));
  if (a_.is_word(t, "'s") || a_.is_punctuation(t, "'")) return true;
  if (a_.tokens[t].kind != TokenKind::word || a_.tokens[t].capital ||
      !a_.is_class(t, WordClass::noun))
    return false;
  constexpr auto not_noun = WordClass::preposition | WordClass::coordinator |
                            WordClass::subordinator | WordClass::auxiliary | WordClass::modal |
                            WordClass::adverb | WordClass::pronoun | WordClass::determiner |
                            WordClass::relative | WordClass::adjective | WordClass::verb_s |
                            WordClass::verb_ed | WordClass::verb_base;
  if (a_.is_class(t, not_noun)) return false;
  return !is(a_, t, WordKind::collective);
}

std::vector<std::uint32_t> RoleObjects::listed(std::uint32_t from, std::uint32_t sentence) const {
  std::vector<std::uint32_t> found;
  const auto last = a_.sentences[sentence].last;
  auto reach = from;
  for (auto m = mention_from(from); m < mentions_.size() && mentions_[m].range.last <= last; ++m) {
    if (mentions_[m].range.first < reach) continue;
    for (auto t = reach; t < mentions_[m].range.first; ++t) {
      if (a_.is_class(t, WordClass::auxiliary | WordClass::modal | WordClass::pronoun))
        return found;
      if (found.empty() && !list_word(t)) return {};
      // "UN, NATO; observer in the OAS"
      if (a_.is_punctuation(t, ";") && a_.frames.units_of.contains(word_at(a_, t + 1)))
        return found;
    }
    found.push_back(m);
    reach = mentions_[m].range.last;
  }
  return found;
}

/// Nothing but list words stands between two bodies: commas, "and", "of the", brackets, a year.
bool RoleObjects::list_between(std::uint32_t from, std::uint32_t to, bool opens) const {
  bool separator = false;
  for (auto t = from; t < to; ++t) {
    if (a_.is_punctuation(t, ",") && opens && !separator) return false;
    if (a_.is_punctuation(t, ",") || is(a_, t, PhraseRole::joins)) separator = true;
    else if (!list_word(t)) return false;
  }
  return separator;
}

bool RoleObjects::list_word(std::uint32_t t) const {
  constexpr auto small =
      WordClass::determiner | WordClass::possessive | WordClass::numeral | WordClass::adverb;
  if (a_.names.at(t, NameKind::country, a_.lexicon.names) != nullptr) return false;
  return is(a_, t, WordKind::list_filler) || a_.is_punctuation(t, "()") || quotation_mark(a_, t) ||
         a_.is_class(t, small) || a_.tokens[t].capital;
}

/// Only articles, adjectives and the like stand between a cue and its body.
bool RoleObjects::open_between(std::uint32_t from, std::uint32_t to) const {
  constexpr auto small = WordClass::determiner | WordClass::possessive | WordClass::numeral |
                         WordClass::adverb | WordClass::adjective | WordClass::quantifier;
  if (to > from + widest_gap) return false;
  for (auto t = from; t < to; ++t) {
    const bool made = a_.is_class(t, WordClass::verb_ed) && t > from &&
                      a_.is_class(t - 1, WordClass::adverb);  // "the newly created"
    if (is(a_, t, PhraseRole::by) || !(made || a_.is_class(t, small) || quotation_mark(a_, t)))
      return false;
  }
  return true;
}

}  // namespace attache
