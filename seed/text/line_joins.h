// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "seed/text/line_layout.h"
#include "seed/text/sentence_rules.h"
#include "seed/text/tokens.h"

namespace attache {

/// Tells line ends that stand for a space from those that end a heading, an item, a line of an
/// address. The evidence: how many lines of the text go on in lower case, how wide lines are and
/// how evenly, the words on both sides, and names that are known and reach over the line's end.
class LineJoins {
 public:
  /// `names_over_lines`: first tokens of lines that a known name reaches into, rising. All must
  /// outlive this. `marked_up`: mark-up put the blank lines there, which is believed unless lines
  /// show that they are wrapped all the same (`<pre>`, a `<p>` for each line).
  LineJoins(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
            const SentenceRules& rules, const std::vector<std::uint32_t>& names_over_lines,
            bool marked_up);

  /// The text is broken into lines at some width, so that a line's end is no paragraph's end.
  bool wrapped() const { return wrapped_; }
  /// Mark-up says where paragraphs and items begin.
  bool marked_up() const { return marked_up_; }
  /// A blank line stands before token `i` and parts something: not so in a text with a blank line
  /// behind every line.
  bool blank(std::uint32_t i) const { return tokens_[i].blank && !spaced_; }
  /// True where the line that begins at `i`, with no list's marker, begins something new, while a
  /// sentence that began at `start` is open. `opens` tells that its first word is one that opens
  /// sentences. `marked`: the open sentence is an item of a list.
  bool breaks(std::uint32_t i, std::uint32_t start, bool opens, bool marked) const;
  /// What looks like an item's label at the beginning of line `i` is a word of the sentence that is
  /// open since `start`: "paragraphs (a),", "in part", "King George" before it. `alone`: nothing
  /// else shows that it labels an item.
  bool leads_to_label(std::uint32_t i, std::uint32_t start, bool alone) const;
  /// A dash that opens the line at `i` is one within a sentence, not a list's: lines are wrapped,
  /// and the one before is full and has no end.
  bool dashes_on(std::uint32_t i) const;
  /// The token ends what stands on its line: a full stop and its kin.
  bool ends_line(std::uint32_t token) const;

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  void find_spacing();
  void measure();
  bool hangs(std::uint32_t i) const;
  bool is_laid_out(std::uint32_t i, std::uint32_t start, bool opens, bool marked) const;
  bool is_torn(std::uint32_t i) const;
  bool leads_item_on(std::uint32_t i, bool opens) const;
  bool heads(std::uint32_t i, std::uint32_t start, bool opens) const;
  std::uint32_t line_begin(std::uint32_t token) const;
  bool spans_name(std::uint32_t i) const;
  bool leads_on(std::uint32_t i, std::uint32_t start, bool opens) const;
  bool breaks_off(std::uint32_t i, std::uint32_t start) const;
  bool ends_with_label(std::uint32_t i) const;
  bool is_prose(std::uint32_t start, std::uint32_t i, bool within) const;
  bool wrapped_break(std::uint32_t i, std::uint32_t start, bool opens, bool within) const;
  bool loose_break(std::uint32_t i, std::uint32_t start, bool opens, bool within) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  const SentenceRules& rules_;
  const std::vector<std::uint32_t>& names_over_lines_;
  std::vector<std::uint32_t> items_;  ///< that begin items of lists without markers, rising
  std::optional<LineLayout> layout_;
  bool spaced_ = false;     ///< blank lines stand between the lines of paragraphs
  bool marked_up_ = false;  ///< a blank line is the end of a paragraph
  bool wrapped_ = false;
  bool uneven_ = false;       ///< lines end far before the width in the middle of sentences
  std::uint32_t width_ = 0;   ///< bytes of a usual line
  std::uint32_t blanks_ = 0;  ///< blank lines
  std::uint32_t breaks_ = 0;  ///< line ends that no blank line makes the end of a paragraph
};

}  // namespace attache
