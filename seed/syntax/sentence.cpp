// SPDX-License-Identifier: MIT
#include "seed/syntax/sentence.h"

#include <algorithm>

namespace attache {

namespace {

constexpr std::uint32_t few(std::uint16_t more, std::uint16_t less) {
  return std::min<std::uint32_t>(3, static_cast<std::uint16_t>(more - less));
}

}  // namespace

void TaggedWords::set(std::span<const SyntaxWord> words, std::span<const TagId> tags,
                      std::span<const TagKind> kinds) {
  size_ = static_cast<std::int32_t>(words.size());
  seen_.assign(words.size() + around, {});
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    seen_[i + before_first] = {word.word,    word.cluster, word.coarse,
                               word.suffix3, word.shape,   tags[i]};
  }
  before_.resize(tags.size() + 1);
  Counts counts;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    before_[i] = counts;
    const auto kind = kinds[tags[i]];
    counts.verbs = static_cast<std::uint16_t>(counts.verbs + (kind.verb ? 1 : 0));
    counts.commas = static_cast<std::uint16_t>(counts.commas + (kind.comma ? 1 : 0));
    counts.conjunctions =
        static_cast<std::uint16_t>(counts.conjunctions + (kind.conjunction ? 1 : 0));
  }
  before_[tags.size()] = counts;
}

std::uint32_t TaggedWords::between(std::int32_t first, std::int32_t last) const {
  const auto& from = before_[static_cast<std::size_t>(first) + 1];
  const auto& to = before_[static_cast<std::size_t>(last)];
  return few(to.verbs, from.verbs) << 4U | few(to.commas, from.commas) << 2U |
         few(to.conjunctions, from.conjunctions);
}

}  // namespace attache
