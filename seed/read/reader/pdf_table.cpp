// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_table.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <utility>

#include "seed/read/reader/pdf_rows.h"

namespace attache::reader {
namespace {

using Rows = std::vector<PdfRow>;

constexpr std::size_t fewest_rows = 3;  ///< of a table
constexpr std::size_t most_columns = 8;
constexpr std::size_t most_lines = 8;  ///< in a row of cells, on average
constexpr double wider = 1.18;         ///< than usual is a gap

Rows part(const Rows& rows, std::size_t begin, std::size_t end) {
  return {rows.begin() + static_cast<std::ptrdiff_t>(begin),
          rows.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// The distance from row to row that most others are not below, in points; 0 where there is none.
double usual_step(const Rows& rows) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < rows.size(); ++i)
    steps.push_back(rows[i].baseline() - rows[i - 1].baseline());
  if (steps.empty()) return 0;
  std::sort(steps.begin(), steps.end());
  return steps[steps.size() / 4];
}

std::size_t gaps_in(const Rows& rows) {
  const double usual = usual_step(rows);
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < rows.size(); ++i)
    gaps += rows[i].baseline() - rows[i - 1].baseline() > wider * usual;
  return gaps;
}

/// Places between columns, from left to right, that these rows leave free.
void find_columns(const Rows& rows, std::vector<double>& between) {
  const Gutter gutter = find_gutter_of_table(rows);
  if (!gutter.exists() || between.size() + 1 >= most_columns) return;
  if (10 * (gutter.end - gutter.begin) < 8 * rows.size()) return;
  find_columns(side_of(rows, 0, rows.size(), gutter.middle(), false), between);
  between.push_back(gutter.middle());
  find_columns(side_of(rows, 0, rows.size(), gutter.middle(), true), between);
}

class Table {
 public:
  Table(const Rows& rows, const Gutter& gutter)
      : rows_(part(rows, gutter.begin, gutter.end)), gutter_(gutter) {
    find_columns(side(false), between_);
    between_.push_back(gutter.middle());
    find_columns(side(true), between_);
    find_bands();
  }

  /// Cells side by side, whose rows begin below gaps that run across; the gaps of columns of prose
  /// are seldom on one height, and seldom end on different ones.
  bool exists(bool prose) const {
    if (begins_.size() < fewest_rows || rows_.size() == begins_.size() ||
        rows_.size() > most_lines * begins_.size())
      return false;
    const std::size_t gaps = std::max(gaps_in(side(false)), gaps_in(side(true)));
    if ((begins_.size() - 1) * 5 < 4 * gaps) return false;
    std::size_t on_both = 0, uneven = 0;
    for (std::size_t i = 0; i < begins_.size(); ++i) {
      const Rows band = this->band(i);
      on_both += std::any_of(band.begin(), band.end(), [&](const PdfRow& row) {
                   return row.left < gutter_.left;
                 }) && std::any_of(band.begin(), band.end(), [&](const PdfRow& row) {
                   return row.right > gutter_.right;
                 });
      uneven += !is_on_both(band.back());
    }
    return 5 * on_both >= 4 * begins_.size() && (!prose || 2 * uneven >= begins_.size());
  }

  std::vector<Rows> cells() const {
    std::vector<Rows> result;
    for (std::size_t i = 0; i < begins_.size(); ++i) {
      Rows whole = band(i);
      std::vector<Rows> cells = cells_of(whole);
      if (reads_across(cells, whole.front().baseline())) result.push_back(std::move(whole));
      else std::move(cells.begin(), cells.end(), std::back_inserter(result));
    }
    return result;
  }

 private:
  Rows side(bool right) const { return side_of(rows_, 0, rows_.size(), gutter_.middle(), right); }
  bool is_on_both(const PdfRow& row) const {
    return row.left < gutter_.left && row.right > gutter_.right;
  }

  /// Lines of a cell are the closest to each other, whatever stands beside them.
  void find_bands() {
    double usual = std::numeric_limits<double>::max();
    for (const Rows& column : cells_of(rows_))
      if (const double step = usual_step(column); step > 0) usual = std::min(usual, step);
    begins_.push_back(0);
    for (std::size_t i = 1; i < rows_.size(); ++i)
      if (rows_[i].baseline() - rows_[i - 1].baseline() > wider * usual) begins_.push_back(i);
  }

  Rows band(std::size_t i) const {
    return part(rows_, begins_[i], i + 1 < begins_.size() ? begins_[i + 1] : rows_.size());
  }

  std::vector<Rows> cells_of(const Rows& band) const {
    std::vector<Rows> cells;
    double left = std::numeric_limits<double>::lowest();
    for (std::size_t c = 0; c <= between_.size(); ++c) {
      const double right =
          c < between_.size() ? between_[c] : std::numeric_limits<double>::max();
      const Rows behind = side_of(band, 0, band.size(), left, true);
      Rows cell = side_of(behind, 0, behind.size(), right, false);
      if (!cell.empty()) cells.push_back(std::move(cell));
      left = right;
    }
    return cells;
  }

  /// All cells but the last are one line at the top.
  static bool reads_across(const std::vector<Rows>& cells, double top) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const double off = cells[c].front().baseline() - top;
      if (off > 0.3 * cells[c].front().size) return false;
      if (c + 1 < cells.size() && cells[c].size() > 1) return false;
    }
    return true;
  }

  Rows rows_;
  Gutter gutter_;
  std::vector<double> between_;      ///< the columns, rising
  std::vector<std::size_t> begins_;  ///< of the table's rows
};

}  // namespace

std::vector<std::vector<PdfRow>> table_cells(const std::vector<PdfRow>& rows, const Gutter& gutter,
                                             bool prose) {
  const Table table(rows, gutter);
  return table.exists(prose) ? table.cells() : std::vector<Rows>();
}

}  // namespace attache::reader
