// SPDX-License-Identifier: MIT
#include "schema/value_key.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "schema/fold.h"

namespace attache {
namespace {

bool parts_words(utf8proc_int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_LM:  // the apostrophe that is a letter
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF: return true;
    default: return false;
  }
}

/// The words of a folded text. An apostrophe stands inside a word.
std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < folded.size();) {
    utf8proc_int32_t c = 0;
    const auto size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(folded.data()) + at,
                         static_cast<utf8proc_ssize_t>(folded.size() - at), &c);
    const std::size_t bytes = size > 0 ? static_cast<std::size_t>(size) : 1;
    const bool apostrophe = c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC;
    if (size <= 0 || !parts_words(c)) words.back() += folded.substr(at, bytes);
    else if (!apostrophe && !words.back().empty()) words.emplace_back();
    at += bytes;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

constexpr std::array<std::string_view, 12> small_words{"of", "the", "on", "and", "for",  "in",
                                                       "to", "a",   "an", "by",  "with", "against"};

}  // namespace

std::string value_key(std::string_view text) {
  std::string key;
  for (const std::string& word : words_of(fold(text))) key += word;
  return key;
}

std::vector<std::string> telling_words(std::string_view text) {
  std::vector<std::string> words = words_of(fold(text));
  std::erase_if(words, [](const std::string& word) {
    return std::find(small_words.begin(), small_words.end(), word) != small_words.end();
  });
  return words;
}

std::string initials(std::string_view text) {
  std::string letters;
  for (const std::string& word : telling_words(text)) letters += word.front();
  return letters;
}

}  // namespace attache
