// SPDX-License-Identifier: MIT
#include "bench/hostile_texts.h"

namespace attache::bench {
namespace {

/// A word of its own for each number: "Baka", "Beka", ... Syllables, so that it reads as a name.
std::string word_of(std::size_t number) {
  constexpr std::string_view consonants = "bdfgklmnprstvz", vowels = "aeiou";
  constexpr int syllables = 4;
  std::string word;
  for (int i = 0; i < syllables; ++i) {
    word += consonants[number % consonants.size()];
    number /= consonants.size();
    word += vowels[number % vowels.size()];
    number /= vowels.size();
  }
  word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

void append(std::string& text, std::string_view unit, std::size_t time) {
  for (const char c : unit) {
    if (c == '%') text += word_of(time);
    else if (c == '#') text += std::to_string(time);
    else text += c;
  }
}

}  // namespace

std::string hostile_text(const HostileKind& kind, std::size_t bytes) {
  std::string text(kind.head);
  std::size_t times = 0;
  while (text.size() + times * kind.close.size() < bytes) append(text, kind.unit, times++);
  while (times-- > 0) append(text, kind.close, times);
  text += kind.tail;
  return text;
}

}  // namespace attache::bench
