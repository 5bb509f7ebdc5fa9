// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "seed/read/reader/pdf_lines.h"

namespace attache::reader {

/// Whether a title that a file gives itself is one for people, and not the name of a work file
/// (`Microsoft Word - draft 3 FINAL.doc`, `untitled`, `cover.indd`, `Layout 1`, `N0548760`).
bool is_title(std::string_view title);

/// The lines of the first page that are set largest, joined, where they stand out from the rest and
/// are no more than a title may be (200 bytes); else nothing.
std::string largest_lines(const std::vector<PdfLine>& lines);

}  // namespace attache::reader
