// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_furniture.h"

namespace attache::reader {

/// Which rows of a page are of the notes at its foot, and so no furniture even where the same note
/// stands at the same place of other pages: rows in the lower half that begin with a raised mark,
/// or are of small type and begin with a mark where the page refers to notes or the row ends a
/// sentence, and what follows them closely in the same type.
std::vector<bool> note_rows(const PdfPageRows& page);

}  // namespace attache::reader
