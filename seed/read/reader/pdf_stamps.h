// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// Which of a page's words are a stamp: much larger than its text and printed over it, as DRAFT
/// across the page. Places are those of the page, not turned.
std::vector<bool> are_stamps(const std::vector<PdfWord>& words);

/// What is stamped on the pages of a document.
class PdfStamps {
 public:
  /// The words of a page's stamp, in their order.
  void add(const std::vector<PdfWord>& words);
  /// Those of one page alone, a paragraph each; what comes again on other pages belongs to the
  /// paper.
  std::string text() const;

 private:
  std::map<std::string, std::size_t> pages_;
};

}  // namespace attache::reader
