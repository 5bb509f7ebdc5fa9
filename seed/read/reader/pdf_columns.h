// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// What a page takes over from those before it.
struct PdfPagesBefore {
  std::vector<double> gutters;  ///< the places between columns
  std::vector<PdfBlock> boxes;  ///< that stand behind the next page which no sentence runs on from
};

/// The blocks of a page in reading order: columns of prose one after the other, with what stands
/// across them (a heading) before or behind; rows of a table stay whole, unless its cells hold
/// several lines each: then cell by cell. Boxes beside the text cut none of its sentences.
std::vector<PdfBlock> blocks_of(std::vector<PdfRow> rows, std::size_t page, PdfPagesBefore& before);

}  // namespace attache::reader
