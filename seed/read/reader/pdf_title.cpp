// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_title.h"

#include "seed/read/title.h"
#include "seed/text/ascii.h"

#include <algorithm>

namespace attache::reader {
namespace {

using ascii::is_letter;

}  // namespace

std::string largest_lines(const std::vector<PdfLine>& lines) {
  if (lines.empty()) return {};
  const std::size_t page = lines.front().page;
  const auto has_words = [](const PdfLine& line) {
    return std::count_if(line.text.begin(), line.text.end(), is_letter) >= 3 &&
           !is_banner(line.text);
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
  // Small notes may have most of a paper's letters: its text is no title all the same.
  const bool prose = title.ends_with('.') && std::count(title.begin(), title.end(), ' ') >= 12;
  return title.size() <= 200 && !prose ? title : std::string();
}

}  // namespace attache::reader
