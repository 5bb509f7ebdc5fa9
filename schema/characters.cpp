// SPDX-License-Identifier: MIT
#include "schema/characters.h"

#include <algorithm>
#include <cstring>

namespace attache {
namespace {

constexpr std::size_t block_size = 256;
constexpr std::size_t word_size = sizeof(std::uint64_t);
/// So few words that the sum of all their bytes fits one byte.
constexpr std::size_t stride = 31 * word_size;
constexpr std::uint64_t lowest_bits = 0x0101010101010101;

/// Every byte begins a character but those of the form 10xxxxxx.
bool begins(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// The bytes of eight that begin no character, each as 1 in its byte of the result.
std::uint64_t continued(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, word_size);
  return (word >> 7) & ~(word >> 6) & lowest_bits;
}

/// The same as characters_in() of `stride` bytes, of which no byte of a sum runs over.
std::size_t characters_in_stride(const char* bytes) {
  std::uint64_t sums = 0;
  for (std::size_t at = 0; at < stride; at += word_size) sums += continued(bytes + at);
  return stride - static_cast<std::size_t>((sums * lowest_bits) >> 56);
}

}  // namespace

std::size_t characters_in(std::string_view bytes) {
  std::size_t count = 0, at = 0;
  for (; at + stride <= bytes.size(); at += stride)
    count += characters_in_stride(bytes.data() + at);
  for (; at < bytes.size(); ++at) count += begins(bytes[at]) ? 1U : 0U;
  return count;
}

std::size_t bytes_of_characters(std::string_view text, std::uint64_t characters) {
  std::size_t at = 0;
  for (; characters >= stride && at + stride <= text.size(); at += stride)
    characters -= characters_in_stride(text.data() + at);
  const char* const end = text.data() + text.size();
  const char* place = text.data() + at;
  // What is left of a character that the last step cut belongs to it.
  while (place != end && !begins(*place)) ++place;
  for (; characters > 0 && place != end; --characters) {
    ++place;
    while (place != end && !begins(*place)) ++place;
  }
  return static_cast<std::size_t>(place - text.data());
}

CharacterCounts::CharacterCounts(std::string_view text) : text_(text) {
  if (characters_in(text) == text.size()) return;
  blocks_.reserve(text.size() / block_size + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += block_size) {
    blocks_.push_back(static_cast<std::uint32_t>(count));
    count += characters_in(text.substr(at, block_size));
  }
}

std::int64_t CharacterCounts::before(std::size_t at) const {
  const std::size_t place = std::min(at, text_.size());
  if (blocks_.empty() || place == 0) return static_cast<std::int64_t>(place);
  const std::size_t block = (place - 1) / block_size;
  const std::size_t start = block * block_size;
  return static_cast<std::int64_t>(blocks_[block] +
                                   characters_in(text_.substr(start, place - start)));
}

}  // namespace attache
