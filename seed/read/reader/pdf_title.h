// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/read/reader/pdf_lines.h"

namespace attache::reader {

/// The lines of the first page that are set largest, joined, where they stand out from the rest and
/// are no more than a title may be (200 bytes); else nothing.
std::string largest_lines(const std::vector<PdfLine>& lines);

}  // namespace attache::reader
