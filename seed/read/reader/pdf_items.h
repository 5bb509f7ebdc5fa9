// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "seed/read/reader/pdf_lines.h"

namespace attache::reader {

/// Whether a line begins with a mark in brackets, `(b)`, `(ii)` or `2)`, whose neighbour in
/// counting stands inside a line nearby: the sentence counts as it runs on, and this is no item of
/// a list.
bool counts_in_line(const std::vector<PdfLine>& lines, std::size_t at);

}  // namespace attache::reader
