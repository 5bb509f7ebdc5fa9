// SPDX-License-Identifier: MIT
#include "seed/text/vocabulary.h"

#include <cstring>

namespace attache {

Vocabulary::Vocabulary() : slots_(1u << 15), words_(1), classes_(1, WordClass::none) {}

std::uint32_t Vocabulary::hash(std::string_view folded) {
  std::uint32_t h = hash_start;
  for (const char c : folded) h = hash_step(h, static_cast<unsigned char>(c));
  return h;
}

// Reads whole words of the machine, overlapping where the letters are few: a copy of as many bytes
// as there are would be a call.
inline std::uint64_t Vocabulary::start_of(std::string_view folded) {
  const auto* letters = folded.data();
  const auto size = folded.size();
  std::uint64_t start = 0;
  std::uint32_t low = 0, high = 0;
  if (size >= sizeof start) {
    std::memcpy(&start, letters, sizeof start);
  } else if (size >= sizeof low) {
    std::memcpy(&low, letters, sizeof low);
    std::memcpy(&high, letters + size - sizeof high, sizeof high);
    start = low | std::uint64_t{high} << 32;
  } else if (size > 0) {
    const auto byte = [&](std::size_t at) {
      return std::uint64_t{static_cast<unsigned char>(letters[at])};
    };
    start = byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
  }
  return start;
}

inline bool Vocabulary::holds(const Slot& slot, std::string_view folded, std::uint32_t hash) const {
  if (slot.hash != hash || slot.letters.size != folded.size() || slot.start != start_of(folded))
    return false;
  return folded.size() <= sizeof slot.start || text_of(slot.letters) == folded;
}

std::size_t Vocabulary::probe(std::string_view folded, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  // FNV's low bits are its weakest; mixing in the high half keeps the chains short.
  std::size_t at = (hash ^ (hash >> 15)) & mask;
  while (slots_[at].word != unknown_word && !holds(slots_[at], folded, hash)) at = (at + 1) & mask;
  return at;
}

WordId Vocabulary::find(std::string_view folded, std::uint32_t hash) const {
  return slots_[probe(folded, hash)].word;
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const auto& slot : old) {
    if (slot.word != unknown_word) slots_[probe(text_of(slot.letters), slot.hash)] = slot;
  }
}

Vocabulary::Letters Vocabulary::insert(std::string_view folded, WordId word) {
  if ((forms_.size() + 1) * 2 > slots_.size()) grow();
  const auto h = hash(folded);
  auto& slot = slots_[probe(folded, h)];
  const Letters letters{static_cast<std::uint32_t>(letters_.size()),
                        static_cast<std::uint32_t>(folded.size())};
  letters_ += folded;
  forms_.push_back({letters, word});
  slot = {start_of(folded), h, word, letters};
  return letters;
}

WordId Vocabulary::intern(std::string_view folded) {
  if (const auto known = find(folded); known != unknown_word) return known;
  const auto word = static_cast<WordId>(words_.size());
  words_.push_back(insert(folded, word));
  classes_.push_back(WordClass::none);
  return word;
}

void Vocabulary::unify(std::string_view variant, std::string_view normal) {
  const auto word = intern(normal);
  if (find(variant) == unknown_word) insert(variant, word);
}

}  // namespace attache
