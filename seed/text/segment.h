// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "seed/text/tokens.h"

namespace attache {

/// What a full stop after a word means.
enum class Abbreviation : std::uint8_t {
  none,
  title,   ///< "Mr.": a name follows, never an end
  number,  ///< "No.": no end where a number follows
  inner,   ///< "Inc.", "etc.": an end only where a new sentence clearly starts
};

/// A sentence, a heading or a list item: bytes, and tokens [first, last). List markers stand
/// outside.
struct Sentence {
  Span span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;  ///< counts from 0
  bool item = false;            ///< a list marker or a number stands before it
  bool bullet =
      false;  ///< the marker is a bullet or a bracketed or lettered one, not a plain number
  bool heading = false;  ///< a short line of its own without a full stop
};

/// What the segmenter has to know of words; indexed by WordId, shorter than the vocabulary means
/// `none`.
struct SentenceRules {
  std::vector<Abbreviation> abbreviations;

  Abbreviation of(WordId word) const {
    return word < abbreviations.size() ? abbreviations[word] : Abbreviation::none;
  }
};

/// Removes page numbers that stand on lines of their own inside a sentence.
void drop_page_numbers(std::vector<Token>& tokens, std::string_view text);

/// Cuts tokens into sentences. Hard-wrapped lines join; blank lines, list markers and headings cut.
void segment(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
             const SentenceRules& rules, std::vector<Sentence>& sentences);

}  // namespace attache
