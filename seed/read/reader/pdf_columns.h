// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// The blocks of a page in reading order: columns of prose one after the other, with what stands
/// across them (a heading) before or behind; rows of a table stay whole, unless its cells hold
/// several lines each: then cell by cell. `gutters` are the places between columns on the pages
/// before, and on this one afterwards.
std::vector<PdfBlock> blocks_of(std::vector<PdfRow> rows, std::size_t page,
                                std::vector<double>& gutters);

}  // namespace attache::reader
