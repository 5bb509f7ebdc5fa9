// SPDX-License-Identifier: MIT
#include "schema/characters.h"

#include <algorithm>

namespace attache {
namespace {

constexpr std::size_t block_size = 256;

/// Every byte begins a character but those of the form 10xxxxxx.
std::uint32_t characters_in(std::string_view bytes) {
  std::uint32_t count = 0;
  for (const char c : bytes) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

}  // namespace

CharacterCounts::CharacterCounts(std::string_view text) : text_(text) {
  if (characters_in(text) == text.size()) return;
  blocks_.reserve(text.size() / block_size + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += block_size) {
    blocks_.push_back(count);
    count += characters_in(text.substr(at, block_size));
  }
}

std::int64_t CharacterCounts::before(std::size_t at) const {
  const std::size_t place = std::min(at, text_.size());
  if (blocks_.empty() || place == 0) return static_cast<std::int64_t>(place);
  const std::size_t block = (place - 1) / block_size;
  const std::size_t start = block * block_size;
  return std::int64_t{blocks_[block]} + characters_in(text_.substr(start, place - start));
}

}  // namespace attache
