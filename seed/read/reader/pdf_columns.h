// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// The blocks of a page in reading order: columns of prose one after the other, with what stands
/// across them (a heading) before or behind; rows of a table stay whole, unless its cells hold
/// several lines each: then cell by cell.
std::vector<PdfBlock> blocks_of(std::vector<PdfRow> rows, std::size_t page);

}  // namespace attache::reader
