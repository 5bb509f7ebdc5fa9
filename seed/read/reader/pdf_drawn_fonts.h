// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// Fonts whose letters are drawings (Type 3, as TeX writes its bitmaps): they have no name, poppler
/// knows neither their size nor how high their letters are, and codes stand for letters without
/// saying for which. The size is told from the width of the words, the base line from where poppler
/// puts such boxes, and ligatures by the codes that TeX's encodings have for them.
class DrawnFonts {
 public:
  /// Measures the letters of a word that is not turned, as poppler hands it over; to be called for
  /// all of the document before `settle`.
  void learn(const PdfWord& word);
  /// Sets size and letters of a word of such a font.
  void settle(PdfWord& word) const;

 private:
  struct Width {
    double points = 0, ems = 0;
  };
  double size_of(const PdfWord& word) const;

  std::map<long, Width> widths_;  ///< by hundredths of poppler's size
  std::size_t t1_ = 0, ot1_ = 0;  ///< ligatures, as each encoding has them
};

/// Whether poppler's box is one of a font without a name, size and height of its own.
bool is_drawn(const PdfWord& word, bool named);

/// Puts a drawn word, upright on its page and with poppler's size `box`, where its letters stand.
void place_drawn(PdfWord& word, double box);

/// Letters that the file gives no Unicode for, by page.
class UnknownLetters {
 public:
  /// Counts those of a word, which are left out; a lone one is taken for a bullet.
  void count(const PdfWord& word, std::size_t page);
  std::size_t letters() const { return letters_; }
  /// Counted as they were given.
  std::vector<std::size_t> pages() const { return {pages_.begin(), pages_.end()}; }

 private:
  std::size_t letters_ = 0;
  std::set<std::size_t> pages_;
};

}  // namespace attache::reader
