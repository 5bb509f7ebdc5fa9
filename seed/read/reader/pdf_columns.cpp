// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "seed/read/reader/pdf_gutter.h"
#include "seed/read/reader/pdf_rows.h"
#include "seed/read/reader/pdf_table.h"
#include "seed/read/reader/pdf_words.h"
#include "seed/read/word_list.h"

namespace attache::reader {
namespace {

using Rows = std::vector<PdfRow>;

constexpr int most_columns = 3;  ///< beside another one
constexpr int deepest = 8;       ///< columns within columns; deeper ones are read across

/// How the rows on one side of a gutter fill it.
struct Fill {
  double full = 0;   ///< share of rows that reach across most of the side
  double words = 0;  ///< in a row
};

Fill fill_of(const Rows& rows) {
  double left = rows.front().left, right = rows.front().right, words = 0, full = 0;
  for (const PdfRow& row : rows) {
    left = std::min(left, row.left);
    right = std::max(right, row.right);
    words += static_cast<double>(row.words.size());
  }
  for (const PdfRow& row : rows)
    if (row.right - row.left > 0.72 * (right - left)) ++full;
  const auto count = static_cast<double>(rows.size());
  return {full / count, words / count};
}

bool is_prose(const Rows& rows) {
  const Fill fill = fill_of(rows);
  return fill.full >= 0.5 && fill.words >= 2.5;
}

/// Prose, or columns of prose whose lines stand on heights of their own, so that no row of it
/// reaches across.
bool reads_as_prose(const Rows& rows, int columns) {
  if (is_prose(rows)) return true;
  const Gutter gutter = columns > 1 ? find_gutter(rows) : Gutter();
  if (!gutter.exists()) return false;
  const Rows left = side_of(rows, gutter.begin, gutter.end, gutter.middle(), false);
  const Rows right = side_of(rows, gutter.begin, gutter.end, gutter.middle(), true);
  return !left.empty() && !right.empty() && reads_as_prose(left, columns - 1) &&
         reads_as_prose(right, columns - 1);
}

bool is_on_both(const PdfRow& row, const Gutter& gutter) {
  return row.left < gutter.left && row.right > gutter.right;
}

/// "For the Government of X:", names and offices below: the parties sign side by side.
bool is_signature(const Rows& rows) {
  return rows.size() > 1 && word_list("signs for").contains(rows.front().words.front().text);
}

/// Most rows are of type of another size than the text beside them.
bool is_of_another_size(const Rows& box, const Rows& text) {
  const double usual = text[text.size() / 2].size;
  const auto others = std::count_if(box.begin(), box.end(), [&](const PdfRow& row) {
    return std::abs(row.size - usual) > 0.05 * usual;
  });
  return static_cast<std::size_t>(others) * 4 >= box.size() * 3;
}

/// Text that flows around the other side: prose beside rows on heights of their own, or of type of
/// another size, which a table's cells are not.
bool is_box(const Rows& rows, const Gutter& gutter, const Rows& text, const Rows& box) {
  if (!is_prose(text) || box.size() > text.size() || fill_of(box).words < 1.5) return false;
  std::size_t on_both = 0;
  for (std::size_t i = gutter.begin; i < gutter.end; ++i) on_both += is_on_both(rows[i], gutter);
  return on_both * 4 <= box.size() || is_of_another_size(box, text);
}

/// No sentence runs on from the last of these rows.
bool is_closed(const Rows& rows) {
  return rows.empty() || ends_sentence(text_of(rows.back().words));
}

class Reading {
 public:
  Reading(std::size_t page, PdfPagesBefore& before)
      : page_(page), gutters_(before.gutters), held_(before.boxes) {}

  void read(Rows rows, bool column, int depth) {
    if (rows.empty()) return;
    const Gutter gutter = depth < deepest ? find_gutter(rows) : Gutter();
    if (!gutter.exists()) return read_last_page(std::move(rows), column, depth);
    const Rows left = side_of(rows, gutter.begin, gutter.end, gutter.middle(), false);
    const Rows right = side_of(rows, gutter.begin, gutter.end, gutter.middle(), true);
    if (left.empty() || right.empty()) return add(std::move(rows), column);
    const bool signatures = is_signature(left) && is_signature(right);
    std::vector<Rows> cells;
    if (!signatures) cells = table_cells(rows, gutter, is_prose(left) && is_prose(right));
    const bool boxed = is_box(rows, gutter, left, right) || is_box(rows, gutter, right, left);
    if (cells.empty() && !signatures && !boxed &&
        !(reads_as_prose(left, most_columns) && reads_as_prose(right, most_columns)))
      return add(std::move(rows), column);
    Rows above = part(rows, 0, gutter.begin);
    const bool closed = is_closed(above);
    read(std::move(above), column, depth + 1);
    if (!cells.empty()) {
      for (Rows& cell : cells) blocks_.push_back({std::move(cell), page_, true, true});
    } else if (const bool right_boxed = is_box(rows, gutter, left, right);
               boxed && !signatures &&
               (!(is_prose(left) && is_prose(right)) || is_of_another_size(left, right))) {
      // The text goes on below its box, which stands before it, or behind the page.
      Rows box = right_boxed ? right : left;
      if (closed) read(std::move(box), true, depth + 1);
      else boxes_.push_back(std::move(box));
      read(right_boxed ? left : right, true, depth + 1);
    } else {
      if (!signatures) remember(gutter.middle());
      read(left, true, depth + 1);
      read(right, true, depth + 1);
    }
    read(part(rows, gutter.end, rows.size()), column, depth + 1);
  }

  /// Boxes stand behind the page, or behind the next one where a sentence runs on to it.
  std::vector<PdfBlock> finish() {
    const bool closed = blocks_.empty() || is_closed(blocks_.back().rows);
    for (Rows& box : boxes_) held_.push_back({std::move(box), page_, true, false});
    if (closed) std::move(held_.begin(), held_.end(), std::back_inserter(blocks_));
    if (closed) held_.clear();
    return std::move(blocks_);
  }

 private:
  static Rows part(const Rows& rows, std::size_t begin, std::size_t end) {
    return {rows.begin() + static_cast<std::ptrdiff_t>(begin),
            rows.begin() + static_cast<std::ptrdiff_t>(end)};
  }

  void remember(double x) {
    constexpr std::size_t most = 8;
    const auto near = [x](double other) { return std::abs(x - other) < 4; };
    if (gutters_.size() < most && std::none_of(gutters_.begin(), gutters_.end(), near))
      gutters_.push_back(x);
  }

  /// Where few lines stand in the last column, its place is known from other pages.
  void read_last_page(Rows rows, bool column, int depth) {
    for (const double x : column || depth >= deepest ? std::vector<double>() : gutters_) {
      const Gutter gutter = find_gutter_at(rows, x);
      if (!gutter.exists()) continue;
      const Rows left = side_of(rows, gutter.begin, gutter.end, x, false);
      if (left.empty() || !is_prose(left)) continue;
      read(part(rows, 0, gutter.begin), column, depth + 1);
      read(left, true, depth + 1);
      read(side_of(rows, gutter.begin, gutter.end, x, true), true, depth + 1);
      return read(part(rows, gutter.end, rows.size()), column, depth + 1);
    }
    add(std::move(rows), column);
  }

  void add(Rows rows, bool column) { blocks_.push_back({std::move(rows), page_, column, false}); }

  std::size_t page_;
  std::vector<double>& gutters_;
  std::vector<PdfBlock>& held_;
  std::vector<PdfBlock> blocks_;
  std::vector<Rows> boxes_;  ///< that stand behind the page's text
};

}  // namespace

std::vector<PdfBlock> blocks_of(std::vector<PdfRow> rows, std::size_t page,
                                PdfPagesBefore& before) {
  Reading reading(page, before);
  reading.read(std::move(rows), false, 0);
  return reading.finish();
}

}  // namespace attache::reader
