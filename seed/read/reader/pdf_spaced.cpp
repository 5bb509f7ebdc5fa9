// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_spaced.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

/// Letters one behind the other that show that they are set apart.
constexpr std::size_t fewest_letters = 5;
/// In sizes of the type: the distance of letters at most, how much it may differ, and by how much
/// that of words is larger at least.
constexpr double widest = 1.0, same = 0.12, wider = 0.18;

using Words = std::vector<PdfWord>;

bool is_letter(const PdfWord& word) {
  const std::string_view text = word.text;
  if (text.size() == 1) return ascii::is_letter(text[0]);
  const auto lead = static_cast<unsigned char>(text.empty() ? 0 : text[0]);
  return text.size() == 2 && (lead == 0xC3 || lead == 0xC4 || lead == 0xC5);
}

/// A B C D E, x x x x x: labels of columns.
bool are_labels(const Words& words, std::size_t begin, std::size_t end) {
  bool rising = true, equal = true;
  for (std::size_t i = begin + 1; i < end; ++i) {
    rising = rising && words[i].text.back() == words[i - 1].text.back() + 1;
    equal = equal && words[i].text == words[i - 1].text;
  }
  return rising || equal;
}

/// The distance of letters of one word; 0 where they stand at no such distance.
double distance_of(const Words& words, std::size_t begin, std::size_t end) {
  double size = 0;
  std::vector<double> gaps;
  for (std::size_t i = begin; i < end; ++i) {
    size = std::max(size, words[i].size);
    if (i > begin) gaps.push_back(words[i].left - words[i - 1].right);
  }
  std::vector<double> sorted = gaps;
  std::sort(sorted.begin(), sorted.end());
  const double base = sorted[sorted.size() / 3];
  std::size_t within = 0;
  for (const double gap : gaps) {
    if (gap < base - same * size) return 0;
    if (gap > base + same * size && gap < base + wider * size) return 0;
    within += gap <= base + same * size;
  }
  return base > 0 && base <= widest * size && within * 2 > gaps.size() ? base + same * size : 0;
}

void join(const Words& words, std::size_t begin, std::size_t end, double most, Words& out) {
  for (std::size_t i = begin; i < end; ++i) {
    if (i == begin || words[i].left - words[i - 1].right > most) {
      out.push_back(words[i]);
      continue;
    }
    PdfWord& word = out.back();
    word.text += words[i].text;
    word.right = words[i].right;
    word.top = std::min(word.top, words[i].top);
    word.bottom = std::max(word.bottom, words[i].bottom);
    word.bold = word.bold && words[i].bold;
  }
}

}  // namespace

void join_spaced_letters(PdfRow& row) {
  Words joined;
  bool any = false;
  for (std::size_t begin = 0, end = 0; begin < row.words.size(); begin = end) {
    while (end < row.words.size() && is_letter(row.words[end])) ++end;
    const bool labels = end - begin < fewest_letters || are_labels(row.words, begin, end);
    const double most = labels ? 0 : distance_of(row.words, begin, end);
    if (most > 0) {
      join(row.words, begin, end, most, joined);
      any = true;
    } else {
      joined.insert(joined.end(), row.words.begin() + static_cast<std::ptrdiff_t>(begin),
                    row.words.begin() + static_cast<std::ptrdiff_t>(end));
    }
    if (end < row.words.size() && end == begin) joined.push_back(row.words[end++]);
  }
  if (any) row.words = std::move(joined);
}

}  // namespace attache::reader
