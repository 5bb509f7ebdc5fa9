// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "seed/syntax/tree.h"

namespace attache {

/// What the features see of a word. Numbers have no order; equal means equal.
struct SyntaxWord {
  std::uint32_t word = 0;     ///< number in the dictionary, or a class of unknown words by ending
  std::uint32_t cluster = 0;  ///< words that stand in like places share it; 0: none
  std::uint32_t coarse = 0;   ///< the same in a coarser grain
  std::uint32_t prefix = 0;   ///< of the first two letters
  std::uint32_t suffix2 = 0;
  std::uint32_t suffix3 = 0;
  std::uint32_t shape = 0;  ///< capitals, digits, marks
  TagId only_tag = no_tag;  ///< the one tag that the word ever has, where it is frequent

  static constexpr TagId no_tag = 0xFF;
};

/// An entry of the dictionary, as it stands in the model's file.
struct DictionaryEntry {
  std::uint32_t key = 0;  ///< upper half of the hash of the lower-cased word; 0: an empty place
  std::uint16_t cluster = 0;
  std::uint16_t coarse = 0;
  std::uint8_t only_tag = SyntaxWord::no_tag;
  std::uint8_t known = 0;  ///< seen in the treebank often enough for a number of its own
  std::uint8_t joins = 0;  ///< stands before hyphens without being cut off: "non-"
  std::uint8_t unused = 0;
};

/// Lower-cased, every digit as 0: under this a word stands in the dictionary.
std::uint64_t dictionary_hash(std::string_view form);

/// The dictionary: open addressing over a power of two of places, half of them empty at least.
class Dictionary {
 public:
  Dictionary() = default;
  explicit Dictionary(std::span<const DictionaryEntry> places) : places_(places) {}

  /// `form` as it stands in the text. Words are told apart without regard to ASCII case.
  SyntaxWord word(std::string_view form) const { return word(form, dictionary_hash(form)); }

  // The same in two steps, of which the first asks for the entry's memory: for many words, so that
  // none is waited for.
  std::uint64_t prefetch(std::string_view form) const;
  SyntaxWord word(std::string_view form, std::uint64_t hash) const;

  /// Whether a word is not cut behind these letters and a hyphen.
  bool joins(std::string_view form) const;

 private:
  const DictionaryEntry* find(std::uint64_t hash) const;

  std::span<const DictionaryEntry> places_;
};

/// Where the search for a hash starts among `places` (a power of two).
constexpr std::size_t first_place(std::uint64_t hash, std::size_t places) {
  return static_cast<std::size_t>(hash) & (places - 1);
}
constexpr std::uint32_t dictionary_key(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U) | 1U;
}

}  // namespace attache
