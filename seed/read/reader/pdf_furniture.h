// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// The lines of one page, from top to bottom.
struct PdfPageRows {
  std::size_t number = 0;
  double height = 0;
  std::vector<PdfRow> rows;
};

/// Takes away what is no part of the text: at the edges of pages what comes again at the same place
/// of a page nearby (but for a number that counts with the pages), page numbers, and symbols of
/// documents behind the first page's head; and the codes under the bars of a document's sticker,
/// with what stands beside them. Time: pages.
void remove_furniture(std::vector<PdfPageRows>& pages);

}  // namespace attache::reader
