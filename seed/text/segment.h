// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "seed/text/sentence_rules.h"
#include "seed/text/tokens.h"

namespace attache {

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

/// Removes page numbers that stand on lines of their own inside a sentence.
void drop_page_numbers(std::vector<Token>& tokens, std::string_view text);

/// Cuts tokens into sentences. Wrapped lines join; blank lines, list markers and headings cut.
/// `names_over_lines`: first tokens of lines that a known name reaches into, rising. `marked_up`:
/// blank lines stand where the document's format says that paragraphs end.
void segment(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
             const SentenceRules& rules, std::vector<Sentence>& sentences,
             const std::vector<std::uint32_t>& names_over_lines = {}, bool marked_up = false);

}  // namespace attache
