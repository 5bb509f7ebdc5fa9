// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "seed/read/reader/block_writer.h"

namespace attache::reader {

/// Text as word processors have it: paragraphs, items of lists, rows of tables, raised letters.
/// A row whose cells hold one paragraph each is one line, its cells apart by " | "; the paragraphs
/// of any other row stay paragraphs.
class TreeText {
 public:
  /// Words of the paragraph; soft hyphens are left out.
  void words(std::string_view text);
  /// Raised words, which may be a note's mark (raised.h).
  void raised(std::string_view text) { raised_ += text; }
  /// A note's mark that is left out; it parts the words around it.
  void note_mark();
  void space();
  void line_break();

  /// An item of a list stands in a line of its own behind its `mark` ("- ", "2. "); empty for a
  /// paragraph in no list. A paragraph behind one whose end was deleted goes on with it.
  void begin_paragraph(const std::string& mark = {});
  /// `joins`: its end was deleted or is hidden.
  void end_paragraph(bool joins = false);
  /// What follows does not belong to a list before it, nor to a paragraph whose end was deleted.
  void end_block();
  /// Puts a note's mark before the next paragraph, `[1] `, where its own words do not begin with it
  /// as its author typed it.
  void begin_note(const std::string& mark);

  void begin_row(bool one_line);
  void begin_cell();
  void end_cell();
  void end_row();

  /// The words of the paragraph so far, as one line.
  std::string paragraph();

  bool in_paragraph() const { return paragraphs_ > 0; }
  /// Whether another block can stand here without cutting a paragraph or a row in two.
  bool between_blocks() const { return paragraphs_ == 0 && !in_line() && !joined_; }

  std::string finish();

 private:
  struct Row {
    bool one_line;
    std::size_t begin;
  };
  bool in_line() const { return !rows_.empty() && rows_.back().one_line; }
  void settle_raised(std::string_view next);
  std::string_view without_typed_mark(std::string_view text, bool raised);

  BlockWriter out_;
  std::vector<Row> rows_;
  std::vector<bool> items_;  ///< of the open paragraphs
  std::string raised_;       ///< not yet written: it depends on what follows
  std::string note_;         ///< mark of the note that begins with the next paragraph
  std::string typed_mark_;   ///< the same, which the note's first words may begin with
  std::size_t paragraphs_ = 0;
  std::size_t begin_ = 0;  ///< size of the text where the paragraph began
  bool joined_ = false;
  bool after_item_ = false;
  bool after_mark_ = false;  ///< a note's mark was left out right before
};

/// The number `n` as lists write it: "1", "a", "A", "i" or "I" as `format` begins, which is what
/// ODF says; 27 is "aa", as word processors count.
std::string list_number(char format, std::size_t n);

}  // namespace attache::reader
