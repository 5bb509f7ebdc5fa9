// SPDX-License-Identifier: MIT
#include "seed/extract/norm_context.h"

#include <algorithm>

namespace attache {
namespace {

/// How far from a norm a cue may stand, in tokens. Lists of principles are long.
constexpr std::uint32_t cue_reach = 40;
/// A title's head stands at most so far from the words of the norm in it.
constexpr std::uint32_t title_reach = 14;
/// Names of bodies have at most so many words before the norm in them.
constexpr std::uint32_t body_words = 9;
/// A wording may well begin with a name of so many words ("the United Nations as the only forum").
constexpr std::uint32_t short_name = 2;
constexpr std::size_t loudest = 9;

bool covers(TokenRange outer, TokenRange inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

}  // namespace

NormContext::NormContext(const Analysis& analysis) : a_(analysis) {
  for (const auto& hit : a_.hits) {
    const auto* cue = a_.cue(hit);
    if (cue != nullptr && cue->table == Table::principles && cue->effect == effect::speaks)
      speakers_.push_back(hit.match.first);
  }
  if (!a_.tokens.empty())
    voice_ = static_cast<unsigned>(
        std::min(loudest, (speakers_.size() * 100 + a_.tokens.size() - 1) / a_.tokens.size()));
}

void NormContext::enter(std::size_t begin, std::size_t end) {
  cues_.clear();
  title_heads_.clear();
  sentence_ = a_.hits[begin].sentence;
  for (auto i = begin; i < end; ++i) {
    const auto* cue = a_.cue(a_.hits[i]);
    if (cue == nullptr || cue->table != Table::principles || cue->effect == effect::speaks)
      continue;
    const auto& match = a_.hits[i].match;
    if (cue->effect == effect::titles) title_heads_.push_back(match.first);
    else
      cues_.push_back({cue, {match.first, match.last}, {match.capture_first, match.capture_last}});
  }
}

std::span<const NormCue> NormContext::near(TokenRange words) const {
  const auto least = words.first > cue_reach ? words.first - cue_reach : 0;
  const auto before = [](const NormCue& cue, std::uint32_t token) {
    return cue.words.first < token;
  };
  const auto first = std::lower_bound(cues_.begin(), cues_.end(), least, before);
  return {first, std::lower_bound(first, cues_.end(), words.last + cue_reach, before)};
}

const NormCue* NormContext::keeping_out(TokenRange norm) const {
  for (const auto& cue : near(norm)) {
    if (cue.cue->effect != effect::blocks) continue;
    if (cue.cue->list && cue.words.last <= norm.first) return &cue;
    // A captured phrase takes the wording's head word with it, wherever the wording began.
    if (norm.last > cue.captured.first && norm.last <= cue.captured.last) return &cue;
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
      // "the Human Rights Council must": the norm's own words are the name's. And so where they end
      // in it: "Government of the People's Republic".
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

bool NormContext::links(std::uint32_t token) const {
  return a_.is_punctuation(token, ",") ||
         a_.is_class(token, WordClass::preposition | WordClass::determiner | WordClass::possessive |
                                WordClass::coordinator);
}

bool NormContext::titled_before(TokenRange norm) const {
  for (auto t = norm.first; t-- > a_.sentences[sentence_].first && norm.first - t <= title_reach;) {
    if (title_head(t)) return true;
    if (!a_.tokens[t].capital && !links(t)) return false;
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
  return std::any_of(cues_.begin(), cues_.end(), [](const NormCue& cue) {
    return cue.cue->list && cue.cue->effect == effect::upholds;
  });
}

bool NormContext::speaks(std::uint32_t token) const {
  return std::binary_search(speakers_.begin(), speakers_.end(), token);
}

}  // namespace attache
