// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_frame.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>

#include "seed/read/reader/pdf_rows.h"
#include "seed/read/reader/pdf_sizes.h"
#include "seed/read/reader/pdf_words.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

/// From one line of a paragraph to the next at most, in sizes of its type.
constexpr double widest_leading = 1.8;
/// From one paragraph to the next at most, in leadings; and to a line that must be of the text.
constexpr double next_paragraph = 2.2, farthest = 4;
/// A line of so many words is no head.
constexpr std::size_t many_words = 10;
/// The first of two lines has so many words where they are a paragraph.
constexpr std::size_t fewest_of_two = 7;
/// Fewer words are no sentence: "All rights reserved."
constexpr std::size_t fewest_words = 4;

bool is_same_size(double a, double b) { return std::abs(a - b) < 0.5; }

/// Words far apart in a row: columns, or the two ends of a head.
bool has_wide_gap(const PdfRow& row) {
  double reached = row.words.front().right;
  for (const PdfWord& word : row.words) {
    if (word.left - reached > 2 * row.size) return true;
    reached = std::max(reached, word.right);
  }
  return false;
}

/// "the war. We": behind a word in small letters a sentence ends, and another begins.
bool holds_sentence_end(std::string_view text) {
  for (std::size_t at = text.find_first_of(".?!"); at != std::string_view::npos;
       at = text.find_first_of(".?!", at + 1)) {
    const bool word = at >= 3 && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at - 3),
                                             text.begin() + static_cast<std::ptrdiff_t>(at),
                                             ascii::is_lower);
    if (word && at + 2 < text.size() && text[at + 1] == ' ' && ascii::is_upper(text[at + 2]))
      return true;
  }
  return false;
}

bool ends_with_stop(std::string_view text) {
  return ends_sentence(text) && text.find_last_of(".?!") + 4 > text.size();
}

}  // namespace

PdfFrame::PdfFrame(const PdfPageRows& page) : page_(page) {
  LetterSizes sizes;
  for (const PdfRow& row : page.rows)
    for (const PdfWord& word : row.words) sizes.add(row.size, word.text.size());
  size_ = sizes.usual();
  std::map<long, std::size_t> leadings, lefts;
  for (std::size_t i = 0; i + 1 < page.rows.size(); ++i) {
    const double step = page.rows[i + 1].baseline() - page.rows[i].baseline();
    if (is_same_size(page.rows[i].size, size_) && is_same_size(page.rows[i + 1].size, size_) &&
        step > 0 && step < widest_leading * size_)
      ++leadings[std::lround(step * 2)];
  }
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  if (const auto most = std::max_element(leadings.begin(), leadings.end(), fewer);
      most != leadings.end())
    leading_ = static_cast<double>(most->first) / 2;
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const PdfRow& row = page.rows[i];
    if (!set_together(i) && (i == 0 || !set_together(i - 1))) continue;
    ++lefts[std::lround(row.left)];
    right_ = std::max(right_, row.right);
  }
  if (const auto most = std::max_element(lefts.begin(), lefts.end(), fewer); most != lefts.end())
    left_ = static_cast<double>(most->first);
}

/// A row and the next are of the text's type, and as far apart as its lines are.
bool PdfFrame::set_together(std::size_t upper) const {
  if (leading_ == 0 || upper + 1 >= page_.rows.size()) return false;
  const PdfRow &row = page_.rows[upper], &next = page_.rows[upper + 1];
  const double step = next.baseline() - row.baseline();
  return is_same_size(row.size, size_) && is_same_size(next.size, size_) &&
         std::abs(step - leading_) < 0.15 * leading_ + 0.5 && !has_wide_gap(row) &&
         !has_wide_gap(next);
}

/// The next row's first word had no room in this one.
bool PdfFrame::runs_over(std::size_t upper) const {
  if (!set_together(upper)) return false;
  const PdfRow &row = page_.rows[upper], &next = page_.rows[upper + 1];
  constexpr double indent = 4;  // sizes, of a paragraph's first line
  const double ragged = 0.08 * (right_ - left_);
  return std::abs(next.left - row.left) < indent * size_ &&
         row.right + 0.25 * size_ + next.words.front().width() > right_ - ragged;
}

/// Whether rows are farther from the rest of the page's text than paragraphs are.
bool PdfFrame::stands_apart(std::size_t begin, std::size_t end) const {
  const auto near = [&](std::size_t upper) {
    return page_.rows[upper + 1].baseline() - page_.rows[upper].baseline() <
           next_paragraph * leading_;
  };
  const bool all = begin == 0 && end == page_.rows.size();
  const std::size_t inside = begin + end < page_.rows.size() ? end : begin;
  return !all && (inside == 0 || inside >= page_.rows.size() || !near(inside - 1));
}

bool PdfFrame::in_paragraph(std::size_t row, const std::vector<bool>& again) const {
  std::size_t begin = row, end = row + 1;
  while (begin > 0 && runs_over(begin - 1)) --begin;
  while (end < page_.rows.size() && runs_over(end - 1)) ++end;
  // Two short lines show no width: a head may stand over the last one of a paragraph.
  if (end - begin < 2 || (end - begin == 2 && page_.rows[begin].words.size() < fewest_of_two))
    return false;
  bool any_new = false, any_long = end - begin > 2;
  for (std::size_t i = begin; i < end; ++i) {
    any_new = any_new || !again[i];
    any_long = any_long || page_.rows[i].words.size() >= many_words;
  }
  return any_new || (any_long && !stands_apart(begin, end));
}

bool PdfFrame::is_sentence(std::size_t row, bool high, bool open) const {
  const PdfRow& line = page_.rows[row];
  constexpr double indent = 5;  // sizes
  if (leading_ == 0 || !is_same_size(line.size, size_) || has_wide_gap(line) ||
      line.words.size() < fewest_words || std::abs(line.left - left_) > indent * size_)
    return false;
  const std::string text = text_of(line.words);
  if (!holds_sentence_end(text) && !ends_with_stop(text)) return false;
  if (high ? row + 1 >= page_.rows.size() : row == 0) return false;
  const PdfRow &upper = page_.rows[high ? row : row - 1], &lower = page_.rows[high ? row + 1 : row];
  return is_same_size(high ? lower.size : upper.size, size_) &&
         lower.baseline() - upper.baseline() < (open ? farthest : next_paragraph) * leading_;
}

}  // namespace attache::reader
