// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// How many letters are set in which size of type.
class LetterSizes {
 public:
  /// `letters` in a type of `size` points.
  void add(double size, std::size_t letters);
  /// That of most of them, to a quarter of a point; 0 where there are none.
  double usual() const;

 private:
  std::map<long, std::size_t> letters_;  ///< by quarters of a point
};

/// The size of most letters of the words; 0 where there are none.
double usual_size(const std::vector<PdfWord>& words);

}  // namespace attache::reader
