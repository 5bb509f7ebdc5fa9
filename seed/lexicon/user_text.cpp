// SPDX-License-Identifier: MIT
#include "seed/lexicon/user_text.h"

#include <algorithm>
#include <utility>

#include "seed/lexicon/csv_reader.h"
#include "seed/text/unicode.h"

namespace attache {
namespace {

std::size_t line_of(std::string_view bytes, std::size_t at) {
  const auto before = bytes.substr(0, at);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::string joined_by_commas(const std::vector<std::string>& columns) {
  std::string line;
  for (const std::string& column : columns) line += (line.empty() ? "" : ",") + column;
  return line;
}

/// The separator that stands where commas should.
std::string other_separator(std::string_view header, const std::vector<std::string>& columns) {
  if (columns.size() < 2) return {};
  for (const auto& [mark, name] : {std::pair{';', "';'"}, {'\t', "tabs"}, {'|', "'|'"}}) {
    const auto parts = std::count(header.begin(), header.end(), mark);
    if (parts + 1 >= static_cast<std::ptrdiff_t>(columns.size())) return name;
  }
  return {};
}

}  // namespace

void check_text(std::string_view bytes, const std::string& file) {
  const auto begins = bytes.substr(0, 2);
  if (begins == "\xFF\xFE" || begins == "\xFE\xFF")
    throw DataError(file, 1, "is UTF-16; save it as UTF-8");
  if (const auto at = bytes.find('\0'); at != std::string_view::npos)
    throw DataError(file, line_of(bytes, at), "has a NUL byte; save it as UTF-8 text");
  for (std::size_t at = 0; at < bytes.size();) {
    const auto point = decode(bytes, at);
    if (point.value == 0xFFFD && point.bytes == 1)
      throw DataError(file, line_of(bytes, at), "is not UTF-8 there; save it as UTF-8");
    at += point.bytes;
  }
}

void check_header(std::string_view bytes, const std::string& file,
                  const std::vector<std::string>& columns) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  std::string_view line = bytes.substr(0, bytes.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  const std::string expected = "the header must be " + joined_by_commas(columns);
  if (line.empty()) throw DataError(file, 1, "has no header; " + expected);
  if (const std::string mark = other_separator(line, columns);
      !mark.empty() && std::count(line.begin(), line.end(), ',') == 0)
    throw DataError(file, 1,
                    "its columns are separated by " + mark + ", not by commas; " + expected);
  const auto has = read_csv(std::string(line) + '\n', file).columns;
  if (has != columns) throw DataError(file, 1, expected + ", and is " + joined_by_commas(has));
}

}  // namespace attache
