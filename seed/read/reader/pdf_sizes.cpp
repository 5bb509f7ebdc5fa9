// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_sizes.h"

#include <algorithm>
#include <cmath>

namespace attache::reader {

void LetterSizes::add(double size, std::size_t letters) {
  letters_[std::lround(size * 4)] += letters;
}

double LetterSizes::usual() const {
  const auto most =
      std::max_element(letters_.begin(), letters_.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters_.end() ? 0 : static_cast<double>(most->first) / 4;
}

double usual_size(const std::vector<PdfWord>& words) {
  LetterSizes sizes;
  for (const PdfWord& word : words) sizes.add(word.size, word.text.size());
  return sizes.usual();
}

}  // namespace attache::reader
