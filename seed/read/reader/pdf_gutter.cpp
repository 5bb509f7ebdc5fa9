// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_gutter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "seed/read/reader/pdf_rows.h"

namespace attache::reader {
namespace {

constexpr std::size_t strips = 240;  ///< that a page's width is looked at in

/// Rows one below the other that leave a strip free.
struct Run {
  std::size_t begin = 0, end = 0, left = 0, right = 0;

  std::size_t balance() const { return std::min(left, right); }
  bool is_better_than(const Run& other) const {
    return balance() != other.balance() ? balance() > other.balance()
                                        : end - begin > other.end - other.begin;
  }
};

struct Extent {
  double left = 0, right = 0;
};

Extent extent_of(const std::vector<PdfRow>& rows) {
  Extent all{rows.front().left, rows.front().right};
  for (const PdfRow& row : rows) {
    all.left = std::min(all.left, row.left);
    all.right = std::max(all.right, row.right);
  }
  return all;
}

/// Which strips a row's running text covers; a gap wider than a blank leaves its strips free.
std::array<bool, strips> covered(const PdfRow& row, const Extent& extent) {
  std::array<bool, strips> result{};
  const double scale = strips / std::max(1.0, extent.right - extent.left);
  const auto strip = [&](double x) {
    return static_cast<std::ptrdiff_t>(std::clamp((x - extent.left) * scale, 0.0, strips - 1.0));
  };
  double reached = row.left, size = row.words.front().size;
  for (const PdfWord& word : row.words) {
    // A heading beside a column's line is no reason for a wider blank.
    const bool apart = word.left - reached > 0.8 * std::min(size, word.size);
    size = word.size;
    const std::ptrdiff_t from = strip(apart ? word.left : std::min(reached, word.left));
    const std::ptrdiff_t to = strip(word.right);
    std::fill(result.begin() + from, result.begin() + std::max(from, to) + 1, true);
    reached = std::max(reached, word.right);
  }
  return result;
}

std::array<Run, strips> best_runs(const std::vector<PdfRow>& rows, const Extent& extent) {
  std::array<Run, strips> open{}, best{};
  const double step = (extent.right - extent.left) / strips;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::array<bool, strips> taken = covered(rows[i], extent);
    for (std::size_t s = 0; s < strips; ++s) {
      if (taken[s]) {
        open[s] = {i + 1, i + 1, 0, 0};
        continue;
      }
      const double x = extent.left + (static_cast<double>(s) + 0.5) * step;
      open[s].end = i + 1;
      if (rows[i].left < x) ++open[s].left;
      if (rows[i].right > x) ++open[s].right;
      if (open[s].is_better_than(best[s])) best[s] = open[s];
    }
  }
  return best;
}

/// How far the free strip reaches at x.
Gutter widened(const std::vector<PdfRow>& rows, const Run& run, double x, const Extent& extent) {
  Gutter gutter{run.begin, run.end, extent.left, extent.right};
  for (std::size_t i = run.begin; i < run.end; ++i) {
    for (const PdfWord& word : rows[i].words) {
      const bool left = (word.left + word.right) / 2 < x;
      if (left) gutter.left = std::max(gutter.left, word.right);
      else gutter.right = std::min(gutter.right, word.left);
    }
  }
  return gutter;
}

bool has_words(const PdfRow& row, double x, bool right) {
  return right ? row.right > x : row.left < x;
}

/// A short line on one side that stands apart, before or behind the rest, is a heading of what is
/// around.
void trim(Gutter& gutter, const std::vector<PdfRow>& rows) {
  const double x = gutter.middle();
  const auto one_sided = [&](std::size_t i) {
    return has_words(rows[i], x, false) != has_words(rows[i], x, true);
  };
  const auto apart = [&](std::size_t i) {
    return rows[i + 1].baseline() - rows[i].baseline() > 1.7 * rows[i].size;
  };
  for (std::size_t i = gutter.begin, n = 0; i + 1 < gutter.end && n < 3 && one_sided(i); ++i, ++n)
    if (apart(i)) gutter.begin = i + 1;
}

/// Words that happen to stand so that their blanks meet leave no gap wider than the others of their
/// lines, and the words behind it do not begin below one another, as those of a column do whose
/// lines are stretched.
bool is_river(const std::vector<PdfRow>& rows, const Gutter& gutter) {
  constexpr std::size_t fewest_aligned = 6;
  std::size_t wider = 0, crossed = 0, aligned = 0;
  for (std::size_t i = gutter.begin; i < gutter.end; ++i) {
    double here = 0, others = 0;
    std::size_t count = 0;
    for (std::size_t w = 1; w < rows[i].words.size(); ++w) {
      const PdfWord &left = rows[i].words[w - 1], &right = rows[i].words[w];
      const bool meets = left.right <= gutter.middle() && right.left >= gutter.middle();
      (meets ? here : others) += right.left - left.right;
      if (!meets) ++count;
      else aligned += right.left - gutter.right < 0.15 * right.size;
    }
    if (here == 0) continue;
    ++crossed;
    if (count == 0 || here > 1.6 * others / static_cast<double>(count)) ++wider;
  }
  return 2 * wider < crossed && (aligned < fewest_aligned || aligned * 3 < crossed * 2);
}

/// The size of most rows: a title above the columns says nothing of their type.
double size_of(const std::vector<PdfRow>& rows, const Gutter& gutter) {
  std::vector<double> sizes;
  for (std::size_t i = gutter.begin; i < gutter.end; ++i) sizes.push_back(rows[i].size);
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

bool is_wide(const std::vector<PdfRow>& rows, const Gutter& gutter, const Extent& extent,
             bool table = false) {
  const double size = size_of(rows, gutter);
  const double least = table ? size : std::max(4 * size, 0.12 * (extent.right - extent.left));
  return gutter.right - gutter.left >= std::max(0.7 * size, 4.0) &&
         gutter.left - extent.left > least && extent.right - gutter.right > least;
}

Gutter gutter_in(const std::vector<PdfRow>& rows, bool table) {
  if (rows.size() < 3) return {};
  const Extent extent = extent_of(rows);
  const double step = (extent.right - extent.left) / strips;
  const std::array<Run, strips> runs = best_runs(rows, extent);
  std::array<std::size_t, strips> order{};
  for (std::size_t s = 0; s < strips; ++s) order[s] = s;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return runs[a].is_better_than(runs[b]); });
  for (std::size_t tried = 0; tried < 24; ++tried) {
    const Run& run = runs[order[tried]];
    if (run.balance() < 3) return {};
    const double x = extent.left + (static_cast<double>(order[tried]) + 0.5) * step;
    Gutter gutter = widened(rows, run, x, extent);
    if (!is_wide(rows, gutter, extent, table) || is_river(rows, gutter)) continue;
    trim(gutter, rows);
    return gutter;
  }
  return {};
}

}  // namespace

Gutter find_gutter(const std::vector<PdfRow>& rows) { return gutter_in(rows, false); }

Gutter find_gutter_of_table(const std::vector<PdfRow>& rows) { return gutter_in(rows, true); }

Gutter find_gutter_at(const std::vector<PdfRow>& rows, double x) {
  if (rows.empty()) return {};
  const Extent extent = extent_of(rows);
  if (x <= extent.left || x >= extent.right) return {};
  const double scale = strips / (extent.right - extent.left);
  const auto strip = static_cast<std::size_t>((x - extent.left) * scale);
  const Run run = best_runs(rows, extent)[std::min(strip, strips - 1)];
  if (run.balance() < 1) return {};
  const Gutter gutter = widened(rows, run, x, extent);
  return is_wide(rows, gutter, extent) ? gutter : Gutter();
}

std::vector<PdfRow> side_of(const std::vector<PdfRow>& rows, std::size_t begin, std::size_t end,
                            double x, bool right) {
  std::vector<PdfRow> result;
  for (std::size_t i = begin; i < end; ++i) {
    std::vector<PdfWord> words;
    for (const PdfWord& word : rows[i].words)
      if (((word.left + word.right) / 2 > x) == right) words.push_back(word);
    if (!words.empty()) result.push_back(make_row(std::move(words)));
  }
  return result;
}

}  // namespace attache::reader
