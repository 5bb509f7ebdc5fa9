// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <vector>

#include "seed/read/reader/pdf_lines.h"

namespace attache::reader {

/// Tells where paragraphs begin, by what is usual in the column at hand: its distances between
/// lines, its edges, and whether its lines are filled.
class Paragraphs {
 public:
  Paragraphs(const std::vector<PdfLine>& lines, const std::vector<PdfColumn>& columns);

  /// Whether line `at` begins a paragraph; the first one does.
  bool begin_at(std::size_t at) const;

 private:
  enum class Step { usual, wide, gap };  ///< wide: within a paragraph of wider spacing

  const PdfLine& line(std::size_t at) const { return lines_[at]; }
  const PdfColumn& column(std::size_t at) const { return columns_[lines_[at].block]; }
  bool follows_in_block(std::size_t at) const;
  double step_to(std::size_t at) const;
  double usual_step(std::size_t at) const;
  Step kind_of_step(std::size_t at) const;
  bool is_alike(std::size_t at, double step) const;
  bool runs_on(std::size_t at) const;
  bool leaves_room(std::size_t at) const;
  bool is_short(std::size_t at) const;
  bool is_indented(std::size_t at) const;
  bool is_centred(std::size_t at) const;
  bool is_table_row(std::size_t at) const;
  bool counts_on(std::size_t at) const;
  bool begins_item(std::size_t at) const;
  bool ends_list(std::size_t at) const;
  bool begins_after_gap(std::size_t at) const;
  bool begins_in_block(std::size_t at) const;
  bool ends_signature(std::size_t at) const;
  bool begins_in_next_block(std::size_t at) const;
  void measure();

  const std::vector<PdfLine>& lines_;
  const std::vector<PdfColumn>& columns_;
  std::vector<std::map<long, std::size_t>> steps_;  ///< of each block, in quarters of a point
  std::map<long, std::map<long, std::size_t>> steps_by_size_;
  bool filled_ = false;  ///< lines are broken only where the next word does not fit
};

}  // namespace attache::reader
