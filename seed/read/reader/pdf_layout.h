// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace attache::reader {

/// A word on a page, in points from the page's upper left corner.
struct PdfWord {
  std::string text;  ///< UTF-8
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// A page's words in reading order.
struct PdfPage {
  double height = 0;
  std::vector<PdfWord> words;
};

/// The running text of a document: lines joined to paragraphs (one line each, apart by empty
/// lines), words joined over hyphens at line ends, running heads, feet and page numbers left out,
/// paragraphs continued over page ends.
std::string lay_out(const std::vector<PdfPage>& pages);

}  // namespace attache::reader
