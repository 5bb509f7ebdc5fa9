// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_furniture.h"

namespace attache::reader {

/// Marks the first and the last row of a page that a browser printed: between them they begin or
/// end with day and hour, with the page's address, and with its number of all (`1/3`, `1 of 3`).
void mark_printed(const PdfPageRows& page, std::vector<bool>& out);

}  // namespace attache::reader
