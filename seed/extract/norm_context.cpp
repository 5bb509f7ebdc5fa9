// SPDX-License-Identifier: MIT
#include "seed/extract/norm_context.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace attache {
namespace {

/// How far a cue speaks at most, in tokens. Lists of principles are long; what is merely favoured
/// stands close.
constexpr std::uint32_t upholds_reach = 36;
constexpr std::uint32_t favours_reach = 12;
constexpr std::uint32_t blocks_reach = 14;
constexpr std::uint32_t clause_reach = 20;
/// Words of judgement speak of what stands near them.
constexpr std::uint32_t around_reach = 5;
/// A title's head stands at most so far from the words of the norm in it.
constexpr std::uint32_t title_reach = 14;
/// Names of bodies have at most so many words before the norm in them.
constexpr std::uint32_t body_words = 9;
/// A wording may well begin with a name of so many words ("the United Nations as the only forum").
constexpr std::uint32_t short_name = 2;

bool covers(TokenRange outer, TokenRange inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

}  // namespace

NormContext::NormContext(const Analysis& analysis)
    : a_(analysis),
      hard_(
          few(analysis.lexicon.vocabulary, {";", "because", "although", "though", "whereas", "but",
                                            "unless", "if", "however", "while", "nevertheless"})),
      finite_(
          few(analysis.lexicon.vocabulary, {"is", "are", "was", "were", "has", "have", "had", "do",
                                            "does", "did", "which", "who", "whom", "whose"})),
      subjects_(few(analysis.lexicon.vocabulary, {"we", "i", "they", "he", "she", "it", "there"})),
      links_(
          few(analysis.lexicon.vocabulary, {"of", "on", "for", "the", "and", "in", "to", "against",
                                            "a", "an", "with", "their", "its", "by", ","})),
      and_(analysis.lexicon.vocabulary.find("and")) {}

NormContext::FewWords NormContext::few(const Vocabulary& vocabulary,
                                       std::initializer_list<std::string_view> words) {
  FewWords found;
  for (const auto word : words) {
    const auto id = vocabulary.find(word);
    if (id == unknown_word) continue;
    found.words.push_back(id);
    found.bits |= std::uint64_t{1} << (id % 64);
  }
  return found;
}

bool NormContext::one_of(std::uint32_t token, const FewWords& few) const {
  const auto word = a_.tokens[token].word;
  if (word == unknown_word || (few.bits >> (word % 64) & 1) == 0) return false;
  return std::find(few.words.begin(), few.words.end(), word) != few.words.end();
}

NormContext::Edge NormContext::edge(std::uint32_t t) const {
  const bool joined = t > 0 && a_.tokens[t - 1].word == and_;
  if (one_of(t, hard_)) return joined ? Edge::soft : Edge::hard;
  if (one_of(t, subjects_))
    return joined || (t > 0 && a_.is_punctuation(t - 1, ",")) ? Edge::hard : Edge::none;
  if (one_of(t, finite_)) return Edge::soft;
  return a_.is_class(t, WordClass::modal) && !a_.is_class(t, WordClass::noun) ? Edge::soft
                                                                              : Edge::none;
}

std::uint32_t NormContext::reach_back(std::uint32_t token, std::uint32_t most) const {
  const auto first = a_.sentences[sentence_].first;
  const auto least = token > first + most ? token - most : first;
  auto t = token;
  while (t > least && edge(t - 1) != Edge::hard) --t;
  return t;
}

std::uint32_t NormContext::reach_on(std::uint32_t token, std::uint32_t most, Edge stop) const {
  const auto limit = std::min(a_.sentences[sentence_].last, token + most);
  auto t = token;
  while (t < limit && edge(t) < stop) ++t;
  return t;
}

TokenRange NormContext::reach_of(const Cue& cue, TokenRange words) const {
  switch (cue.side) {
    case Side::before: return {reach_back(words.first, clause_reach), words.last};
    case Side::around:
      return {reach_back(words.first, around_reach),
              reach_on(words.last, around_reach, Edge::hard)};
    default: break;
  }
  if (cue.list && !a_.is_punctuation(words.last, ":")) return {words.first, words.first};
  const auto most = cue.effect == "upholds"   ? upholds_reach
                    : cue.effect == "favours" ? favours_reach
                    : cue.effect == "blocks"  ? blocks_reach
                                              : clause_reach;
  return {words.first, reach_on(words.last, most, Edge::soft)};
}

void NormContext::enter(std::size_t begin, std::size_t end) {
  cues_.clear();
  title_heads_.clear();
  sentence_ = a_.hits[begin].sentence;
  for (auto i = begin; i < end; ++i) {
    const auto* cue = a_.cue(a_.hits[i]);
    if (cue == nullptr || cue->table != Table::principles) continue;
    const TokenRange words{a_.hits[i].match.first, a_.hits[i].match.last};
    if (cue->effect == "titles") title_heads_.push_back(words.first);
    else if (cue->side == Side::capture)
      cues_.push_back(
          {cue, words, {a_.hits[i].match.capture_first, a_.hits[i].match.capture_last}});
    else cues_.push_back({cue, words, reach_of(*cue, words)});
  }
}

const CueReach* NormContext::upholding(TokenRange norm, Strength strength) const {
  const CueReach* nearest = nullptr;
  for (const auto& cue : cues_) {
    const bool upholds = cue.cue->effect == "upholds", favours = cue.cue->effect == "favours";
    if (strength == Strength::breach ? cue.cue->effect != "opposes"
                                     : !(upholds || (favours && strength != Strength::vague)))
      continue;
    if (!covers(cue.reach, norm)) continue;
    if (cue.cue->side == Side::after && norm.last <= cue.words.last) continue;
    if (nearest == nullptr || cue.words.first > nearest->words.first) nearest = &cue;
  }
  return nearest;
}

const CueReach* NormContext::blocking(TokenRange norm) const {
  for (const auto& cue : cues_) {
    if (cue.cue->effect != "blocks") continue;
    // A captured phrase takes the wording's head word with it, wherever the wording began.
    const bool head = cue.cue->side == Side::capture && norm.last > cue.reach.first &&
                      norm.last <= cue.reach.last;
    if (head || covers(cue.reach, norm)) return &cue;
  }
  return nullptr;
}

bool NormContext::in_name(TokenRange norm) const {
  if (body_covers(norm)) return true;
  if (title_heads_.empty() || !a_.tokens[norm.first].capital || !a_.tokens[norm.last - 1].capital)
    return false;
  return titled_before(norm) || titled_behind(norm);
}

bool NormContext::body_covers(TokenRange norm) const {
  const auto begin = norm.first > body_words ? norm.first - body_words : 0;
  for (auto t = norm.first + 1; t-- > begin;) {
    if (a_.names.starts[t] == 0) continue;
    for (const auto kind : {NameKind::body, NameKind::country, NameKind::office}) {
      const auto* name = a_.names.at(t, kind, a_.lexicon.names);
      if (name == nullptr) continue;
      const TokenRange words{name->first, name->last};
      if (covers(words, norm) && words.size() > norm.size()) return true;
      // "the Human Rights Council must": the norm's own words are the name's.
      if (words.first <= norm.first && norm.first < words.last && words.last < norm.last &&
          words.size() > short_name)
        return true;
    }
  }
  return false;
}

bool NormContext::title_head(std::uint32_t token) const {
  return std::binary_search(title_heads_.begin(), title_heads_.end(), token);
}

bool NormContext::titled_before(TokenRange norm) const {
  for (auto t = norm.first; t-- > a_.sentences[sentence_].first && norm.first - t <= title_reach;) {
    if (title_head(t)) return true;
    if (!a_.tokens[t].capital && !one_of(t, links_)) return false;
  }
  return false;
}

bool NormContext::titled_behind(TokenRange norm) const {
  for (auto t = norm.last;
       t < a_.sentences[sentence_].last && a_.tokens[t].capital && t < norm.last + title_reach;
       ++t) {
    if (title_head(t)) return true;
  }
  return false;
}

bool NormContext::opens_list() const {
  const auto& sentence = a_.sentences[sentence_];
  if (!sentence.heading && !a_.is_punctuation(sentence.last - 1, ":")) return false;
  return std::any_of(cues_.begin(), cues_.end(), [](const CueReach& cue) {
    return cue.cue->list && cue.cue->effect == "upholds";
  });
}

}  // namespace attache
