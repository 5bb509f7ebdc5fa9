// SPDX-License-Identifier: MIT
#include "seed/text/vocabulary.h"

namespace attache {

Vocabulary::Vocabulary() : slots_(1u << 15), words_(1), classes_(1, WordClass::none) {}

std::uint32_t Vocabulary::hash(std::string_view folded) {
  std::uint32_t h = hash_start;
  for (const char c : folded) h = hash_step(h, static_cast<unsigned char>(c));
  return h;
}

std::size_t Vocabulary::probe(std::string_view folded, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  // FNV's low bits are its weakest; mixing in the high half keeps the chains short.
  std::size_t at = (hash ^ (hash >> 15)) & mask;
  while (slots_[at].form != 0 && !(slots_[at].hash == hash && text_of(forms_[slots_[at].form - 1].letters) == folded)) at = (at + 1) & mask;
  return at;
}

WordId Vocabulary::find(std::string_view folded, std::uint32_t hash) const {
  const auto& slot = slots_[probe(folded, hash)];
  return slot.form == 0 ? unknown_word : forms_[slot.form - 1].word;
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const auto& slot : old) {
    if (slot.form != 0) slots_[probe(text_of(forms_[slot.form - 1].letters), slot.hash)] = slot;
  }
}

Vocabulary::Letters Vocabulary::insert(std::string_view folded, WordId word) {
  if ((forms_.size() + 1) * 2 > slots_.size()) grow();
  const auto h = hash(folded);
  auto& slot = slots_[probe(folded, h)];
  const Letters letters{static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(folded.size())};
  letters_ += folded;
  forms_.push_back({letters, word});
  slot = {h, static_cast<std::uint32_t>(forms_.size())};
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
