// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_gutter.h"
#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// The cells, in reading order, of a table whose first and second column this gutter parts; empty
/// where there is none. A table has gaps that run across all columns, between rows of cells that
/// stand at their tops, in their middles or centred. A row of which only the last cell has several
/// lines is one piece, as it reads across. `prose`: both sides are, so that they may be columns.
std::vector<std::vector<PdfRow>> table_cells(const std::vector<PdfRow>& rows, const Gutter& gutter,
                                             bool prose);

}  // namespace attache::reader
