// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_stamps.h"

#include <algorithm>
#include <cmath>

#include "seed/read/reader/pdf_sizes.h"

namespace attache::reader {
namespace {

/// A stamp is so many times as large as the text, and so many words lie under it.
constexpr double much_larger = 2.2;
constexpr std::ptrdiff_t fewest_below = 2;
/// A page of more large words has no stamp: each is held against all words.
constexpr std::size_t most_large = 64;

/// The middle of the smaller word lies within the letters of the larger one.
bool lies_over(const PdfWord& large, const PdfWord& word) {
  const double x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
  const double room = 0.15 * large.height();
  return x > large.left && x < large.right && y > large.top + room && y < large.bottom - room;
}

}  // namespace

std::vector<bool> are_stamps(const std::vector<PdfWord>& words) {
  std::vector<bool> result(words.size());
  const double usual = usual_size(words);
  std::vector<std::size_t> large;
  for (std::size_t i = 0; i < words.size() && large.size() <= most_large; ++i)
    if (words[i].size > much_larger * usual) large.push_back(i);
  if (large.size() > most_large) return result;
  bool any = false;
  for (const std::size_t i : large) {
    const auto below = std::count_if(words.begin(), words.end(), [&](const PdfWord& word) {
      return word.size * much_larger < words[i].size && lies_over(words[i], word);
    });
    result[i] = below >= fewest_below;
    any = any || result[i];
  }
  // Of a stamp in pieces ("D", "RA", "FT") some may lie beside the text.
  for (const std::size_t i : large)
    for (const std::size_t other : large)
      result[i] =
          result[i] || (any && result[other] && std::abs(words[i].size - words[other].size) < 0.5);
  return result;
}

void PdfStamps::add(const std::vector<PdfWord>& words) {
  std::string text;
  const PdfWord* last = nullptr;
  for (const PdfWord& word : words) {
    const bool apart = last != nullptr && (word.left - last->right > 0.1 * word.size ||
                                           word.top > last->bottom || word.right < last->left);
    if (apart) text += ' ';
    text += word.text;
    last = &word;
  }
  if (!text.empty()) ++pages_[text];
}

std::string PdfStamps::text() const {
  std::string text;
  for (const auto& [stamp, pages] : pages_)
    if (pages == 1) text += '\n' + stamp + '\n';
  return text;
}

}  // namespace attache::reader
