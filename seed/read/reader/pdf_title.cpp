// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_title.h"

#include <algorithm>
#include <cctype>

namespace attache::reader {
namespace {

bool is_letter(char byte) {
  return std::isalpha(static_cast<unsigned char>(byte)) != 0 || (byte & 0x80) != 0;
}

}  // namespace

std::string largest_lines(const std::vector<PdfLine>& lines) {
  if (lines.empty()) return {};
  const std::size_t page = lines.front().page;
  const auto has_words = [](const PdfLine& line) {
    return std::count_if(line.text.begin(), line.text.end(), is_letter) >= 3;
  };
  double largest = 0;
  for (const PdfLine& line : lines)
    if (line.page == page && has_words(line)) largest = std::max(largest, line.size);
  if (largest < 1.1 * usual_size(lines)) return {};
  std::string title;
  double last = 0;
  for (const PdfLine& line : lines) {
    if (line.page != page) break;
    const bool large = line.size > 0.97 * largest && (has_words(line) || !title.empty());
    const bool apart = !title.empty() && line.baseline - last > 2.5 * line.size;
    if (!title.empty() && (!large || apart)) break;
    if (!large) continue;
    title += (title.empty() ? "" : " ") + line.text;
    last = line.baseline;
  }
  return title.size() <= 200 ? title : std::string();
}

}  // namespace attache::reader
