// SPDX-License-Identifier: MIT
#include "seed/syntax/dictionary.h"

#include <algorithm>

#include "seed/syntax/hash.h"
#include "seed/text/ascii.h"

namespace attache {

namespace {

using ascii::is_digit;
using ascii::is_letter;
using ascii::is_upper;

constexpr std::uint32_t unknown_classes = 0x1000;
constexpr std::uint32_t first_known = 0x10000;

char folded(char c) {
  if (is_upper(c)) return static_cast<char>(c - 'A' + 'a');
  return is_digit(c) ? '0' : c;
}

std::uint32_t shape_of(std::string_view form) {
  const auto upper = std::count_if(form.begin(), form.end(), is_upper);
  const bool all_upper = upper > 1 && upper == std::count_if(form.begin(), form.end(), is_letter);
  const bool digit = std::any_of(form.begin(), form.end(), is_digit);
  const bool letter = std::any_of(form.begin(), form.end(), is_letter);
  const bool mark = form.find_first_of("-./@_") != std::string_view::npos;
  return (is_upper(form.front()) ? 1U : 0U) | (all_upper ? 2U : 0U) | (digit ? 4U : 0U) |
         (letter ? 8U : 0U) | (mark ? 16U : 0U) | (form.size() == 1 ? 32U : 0U);
}

/// The last or first bytes, folded and packed; shorter words give what they have.
std::uint32_t packed(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) value = value << 8U | static_cast<unsigned char>(folded(byte));
  return value;
}

}  // namespace

std::uint64_t dictionary_hash(std::string_view form) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char byte : form) {
    hash = (hash ^ static_cast<unsigned char>(folded(byte))) * 0x100000001B3U;
  }
  return mixed(hash);
}

std::uint64_t Dictionary::prefetch(std::string_view form) const {
  const auto hash = dictionary_hash(form);
  if (!places_.empty()) __builtin_prefetch(&places_[first_place(hash, places_.size())]);
  return hash;
}

SyntaxWord Dictionary::word(std::string_view form, std::uint64_t hash) const {
  SyntaxWord word;
  if (form.empty()) return word;
  word.shape = shape_of(form);
  word.prefix = packed(form.substr(0, 2));
  word.suffix2 = packed(form.substr(form.size() - std::min<std::size_t>(2, form.size())));
  word.suffix3 = packed(form.substr(form.size() - std::min<std::size_t>(3, form.size())));
  word.word = 1 + static_cast<std::uint32_t>(
                      mixed(word.suffix3 + (std::uint64_t{word.shape} << 32U)) >> 52U) %
                      unknown_classes;
  const auto* entry = find(hash);
  if (entry == nullptr) return word;
  word.cluster = entry->cluster;
  word.coarse = entry->coarse;
  word.only_tag = entry->only_tag;
  if (entry->known != 0)
    word.word = first_known + static_cast<std::uint32_t>(entry - places_.data());
  return word;
}

bool Dictionary::joins(std::string_view form) const {
  const auto* entry = find(dictionary_hash(form));
  return entry != nullptr && entry->joins != 0;
}

const DictionaryEntry* Dictionary::find(std::uint64_t hash) const {
  if (places_.empty()) return nullptr;
  const auto key = dictionary_key(hash);
  for (auto place = first_place(hash, places_.size()); places_[place].key != 0;
       place = (place + 1) & (places_.size() - 1)) {
    if (places_[place].key == key) return &places_[place];
  }
  return nullptr;
}

}  // namespace attache
