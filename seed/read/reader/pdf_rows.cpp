// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_rows.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "seed/read/reader/pdf_marks.h"
#include "seed/read/reader/pdf_spaced.h"
#include "seed/read/reader/raised.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using Rows = std::vector<PdfRow>;

bool is_left_of(const PdfWord& a, const PdfWord& b) { return a.left < b.left; }

/// Type of very different size does not share a line: a stamp across the page.
bool are_alike(const PdfWord& a, const PdfWord& b) {
  return a.size <= 2.2 * b.size && b.size <= 2.2 * a.size;
}

/// Words on the same height, in rows.
Rows on_one_height(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.baseline() < b.baseline(); });
  std::vector<std::vector<PdfWord>> open;
  Rows rows;
  for (PdfWord& word : words) {
    std::vector<PdfWord>* home = nullptr;
    for (auto& row : open)
      if (are_alike(row.front(), word) &&
          word.baseline() - row.front().baseline() <= 0.28 * std::min(word.size, row.front().size))
        home = &row;
    if (home != nullptr) {
      home->push_back(std::move(word));
      continue;
    }
    if (open.size() >= 3) {  // more than a few sizes on one height are not met
      rows.push_back(make_row(std::move(open.front())));
      open.erase(open.begin());
    }
    open.emplace_back().push_back(std::move(word));
  }
  for (auto& row : open) rows.push_back(make_row(std::move(row)));
  std::stable_sort(rows.begin(), rows.end(),
                   [](const PdfRow& a, const PdfRow& b) { return a.baseline() < b.baseline(); });
  return rows;
}

/// Whether a small word stands at the shoulder or the foot of a word in this row.
bool belongs(const PdfWord& word, const PdfRow& row) {
  const double middle = (word.top + word.bottom) / 2;
  if (middle < row.top - 0.2 * row.size || middle > row.bottom + 0.2 * row.size) return false;
  const auto next = std::upper_bound(row.words.begin(), row.words.end(), word, is_left_of);
  const auto larger = [&](const PdfWord& other) { return word.size < 0.88 * other.size; };
  if (next != row.words.begin()) {
    const PdfWord& before = *(next - 1);
    if (larger(before) && std::abs(word.left - before.right) < 0.4 * before.size) return true;
  }
  return next != row.words.end() && larger(*next) && next->left - word.right < 1.2 * next->size &&
         next->left - word.right > -0.3 * next->size;
}

bool is_word_beside(const PdfWord& word, const PdfWord& other) {
  const double gap = std::max(other.left - word.right, word.left - other.right);
  const auto letters = std::count_if(other.text.begin(), other.text.end(), ascii::is_letter);
  return letters >= 3 && gap > -0.1 * word.size && gap < 0.6 * word.size &&
         std::abs(other.size - word.size) < 0.1 * word.size;
}

/// Which words have a word of three letters or more right beside them: they are of a line of small
/// type, and no marks at the shoulder of a larger word.
std::vector<bool> are_in_line(const std::vector<PdfWord>& words) {
  std::vector<bool> result(words.size());
  for (std::size_t i = 0; i < words.size(); ++i)
    result[i] = (i > 0 && is_word_beside(words[i], words[i - 1])) ||
                (i + 1 < words.size() && is_word_beside(words[i], words[i + 1]));
  return result;
}

/// The row near `at` that a raised or lowered word belongs to, or its own.
std::size_t home_of(const PdfWord& word, const Rows& rows, std::size_t at) {
  for (const int step : {1, -1, 2, -2, 3}) {
    const std::ptrdiff_t other = static_cast<std::ptrdiff_t>(at) + step;
    if (other < 0 || other >= static_cast<std::ptrdiff_t>(rows.size())) continue;
    if (belongs(word, rows[static_cast<std::size_t>(other)]))
      return static_cast<std::size_t>(other);
  }
  return at;
}

/// Puts raised and lowered words into the rows that they belong to.
Rows with_raised(Rows rows) {
  std::vector<std::vector<PdfWord>> added(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<PdfWord> kept;
    const std::vector<bool> in_line = are_in_line(rows[i].words);
    for (std::size_t w = 0; w < rows[i].words.size(); ++w) {
      PdfWord& word = rows[i].words[w];
      const std::size_t home = in_line[w] ? i : home_of(word, rows, i);
      if (home == i) kept.push_back(std::move(word));
      else added[home].push_back(word);
    }
    rows[i].words = std::move(kept);
  }
  Rows result;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto& words = rows[i].words;
    std::move(added[i].begin(), added[i].end(), std::back_inserter(words));
    if (!words.empty()) result.push_back(make_row(std::move(words)));
  }
  return result;
}

/// Marks what stands raised in the row and is a note's mark.
void find_marks(PdfRow& row) {
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    PdfWord& word = row.words[i];
    const PdfWord* before = i > 0 && !row.words[i - 1].mark ? &row.words[i - 1] : nullptr;
    const bool small = word.size < 0.88 * row.size;
    const bool raised = word.baseline() < row.baseline() - 0.12 * row.size;
    if (!small || !raised) continue;
    const bool joined = before != nullptr && word.left - before->right < 0.1 * row.size;
    const std::string stem = joined ? before->text : std::string();
    if (is_note_mark(word.text, stem)) word.mark = true;
    else if (is_power(word.text, stem)) word.text = raised_digits(word.text);
  }
}

}  // namespace

PdfRow make_row(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(), is_left_of);
  PdfRow row{std::move(words)};
  std::map<long, std::size_t> sizes;
  for (const PdfWord& word : row.words) sizes[std::lround(word.size * 4)] += word.text.size();
  const auto most = std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
    return a.second <= b.second;
  });
  row.size = static_cast<double>(most->first) / 4;
  bool first = true;
  for (const PdfWord& word : row.words) {
    row.left = first ? word.left : std::min(row.left, word.left);
    row.right = first ? word.right : std::max(row.right, word.right);
    first = false;
  }
  bool measured = false;
  for (const PdfWord& word : row.words) {
    if (std::abs(word.size - row.size) > 0.2) continue;
    row.top = measured ? std::min(row.top, word.top) : word.top;
    row.bottom = measured ? std::max(row.bottom, word.bottom) : word.bottom;
    measured = true;
  }
  return row;
}

std::vector<PdfRow> rows_of(PdfPage page) {
  Rows rows = with_raised(on_one_height(std::move(page.words)));
  for (PdfRow& row : rows) {
    join_spaced_letters(row);
    find_marks(row);
  }
  return rows;
}

std::string text_of(const std::vector<PdfWord>& words) {
  std::string text;
  const PdfWord* last = nullptr;
  for (const PdfWord& word : words) {
    const bool gap =
        last != nullptr && word.left - last->right > 0.1 * std::min(word.size, last->size);
    if (word.mark) {
      if (last == nullptr) text = "[" + bare_mark(word.text) + "] ";
      last = &word;
      continue;
    }
    if (last != nullptr && (gap || last->mark) && !text.empty() && text.back() != ' ' &&
        !(last->mark && closes(word.text)))
      text += ' ';
    text += word.text;
    last = &word;
  }
  return text;
}

}  // namespace attache::reader
