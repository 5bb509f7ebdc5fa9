// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

struct PdfText {
  std::string text;
  std::string largest;  ///< the largest lines of the first page, or empty where none stands out
};

/// The running text of a document: lines joined to paragraphs (one line each, apart by empty
/// lines), words joined over hyphens at line ends, running heads, feet and page numbers left out,
/// paragraphs continued over page ends; what is set across a page behind it, and notes at the feet
/// of pages at the end, each begun with its mark: `[1] `.
PdfText lay_out(std::vector<PdfPage> pages);

}  // namespace attache::reader
