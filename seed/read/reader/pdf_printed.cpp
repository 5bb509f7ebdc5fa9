// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_printed.h"

#include "seed/read/furniture.h"
#include "seed/read/reader/pdf_rows.h"

namespace attache::reader {

void mark_printed(const PdfPageRows& page, std::vector<bool>& out) {
  if (page.rows.size() < 3) return;
  const std::uint8_t high = printed_parts(text_of(page.rows.front().words));
  const std::uint8_t low = printed_parts(text_of(page.rows.back().words));
  if (high == 0 || low == 0 || (high | low) != Printed::all) return;
  out.front() = out.back() = true;
}

}  // namespace attache::reader
