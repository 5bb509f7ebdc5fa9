// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "seed/read/reader/pdf_gutter.h"

namespace attache::reader {
namespace {

using Rows = std::vector<PdfRow>;

constexpr int deepest = 8;  ///< columns within columns; deeper ones are read across

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

/// Where both sides begin anew, below a gap that runs across both: a table's rows.
std::vector<std::size_t> table_rows(const Rows& rows, const Gutter& gutter) {
  std::vector<double> steps;
  for (std::size_t i = gutter.begin + 1; i < gutter.end; ++i)
    steps.push_back(rows[i].baseline() - rows[i - 1].baseline());
  if (steps.empty()) return {};
  std::vector<double> sorted = steps;
  std::sort(sorted.begin(), sorted.end());
  const double usual = sorted[sorted.size() / 4];
  std::vector<std::size_t> result = {gutter.begin};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const PdfRow& row = rows[gutter.begin + 1 + i];
    const bool both = row.left < gutter.left && row.right > gutter.right;
    if (both && steps[i] > 1.18 * usual) result.push_back(gutter.begin + 1 + i);
  }
  return result;
}

/// Cells of prose side by side, whose rows begin on the same height and end on different ones.
bool is_table(const Rows& rows, const Gutter& gutter, const std::vector<std::size_t>& begins) {
  if (begins.size() < 3) return false;
  std::size_t uneven = 0;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : gutter.end;
    const PdfRow& last = rows[end - 1];
    const bool both = last.left < gutter.left && last.right > gutter.right;
    if (!both) ++uneven;
  }
  return 2 * uneven >= begins.size() && (gutter.end - gutter.begin) <= 8 * begins.size();
}

class Reading {
 public:
  explicit Reading(std::size_t page) : page_(page) {}

  void read(Rows rows, bool column, int depth) {
    if (rows.empty()) return;
    const Gutter gutter = depth < deepest ? find_gutter(rows) : Gutter();
    if (!gutter.exists()) return add(std::move(rows), column);
    const Rows left = side_of(rows, gutter.begin, gutter.end, gutter.middle(), false);
    const Rows right = side_of(rows, gutter.begin, gutter.end, gutter.middle(), true);
    if (left.empty() || right.empty()) return add(std::move(rows), column);
    const std::vector<std::size_t> begins = table_rows(rows, gutter);
    const bool table = is_table(rows, gutter, begins);
    if (!table && !(is_prose(left) && is_prose(right))) return add(std::move(rows), column);
    read(part(rows, 0, gutter.begin), column, depth + 1);
    if (table) read_cells(rows, gutter, begins, depth);
    else {
      read(left, true, depth + 1);
      read(right, true, depth + 1);
    }
    read(part(rows, gutter.end, rows.size()), column, depth + 1);
  }

  std::vector<PdfBlock> finish() { return std::move(blocks_); }

 private:
  static Rows part(const Rows& rows, std::size_t begin, std::size_t end) {
    return {rows.begin() + static_cast<std::ptrdiff_t>(begin),
            rows.begin() + static_cast<std::ptrdiff_t>(end)};
  }

  void add(Rows rows, bool column) { blocks_.push_back({std::move(rows), page_, column}); }

  void read_cells(const Rows& rows, const Gutter& gutter, const std::vector<std::size_t>& begins,
                  int depth) {
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : gutter.end;
      for (const bool right : {false, true})
        read(side_of(rows, begins[i], end, gutter.middle(), right), true, depth + 1);
    }
  }

  std::size_t page_;
  std::vector<PdfBlock> blocks_;
};

}  // namespace

std::vector<PdfBlock> blocks_of(std::vector<PdfRow> rows, std::size_t page) {
  Reading reading(page);
  reading.read(std::move(rows), false, 0);
  return reading.finish();
}

}  // namespace attache::reader
