// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "seed/read/reader/pdf_furniture.h"

namespace attache::reader {

/// How the running text of a page is set, which tells its lines at the page's edges from heads and
/// feet: these stand apart, are of other type, or are short and do not run on.
class PdfFrame {
 public:
  /// The page must live as long.
  explicit PdfFrame(const PdfPageRows& page);

  /// Whether a row is a line of a paragraph: it or its neighbour had no room for the next line's
  /// first word, and some line of the paragraph is no repeated one (`again`, of each row) or the
  /// whole of it is longer than heads are and does not stand apart from the page's text.
  bool in_paragraph(std::size_t row, const std::vector<bool>& again) const;

  /// Whether a row holds the end of a sentence, is set as the text is, and stands no farther from
  /// the text than paragraphs do; `open`: the page before breaks off in the midst of a sentence,
  /// and nothing of the text stands above, so that it may stand a little farther.
  bool is_sentence(std::size_t row, bool high, bool open) const;

 private:
  bool set_together(std::size_t upper) const;
  bool runs_over(std::size_t upper) const;
  bool stands_apart(std::size_t begin, std::size_t end) const;

  const PdfPageRows& page_;
  double size_ = 0;     ///< of most letters
  double leading_ = 0;  ///< from one line of a paragraph to the next; 0: not known
  double left_ = 0, right_ = 0;
};

}  // namespace attache::reader
