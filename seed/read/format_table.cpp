// SPDX-License-Identifier: MIT
#include "seed/read/format_table.h"

#include <algorithm>
#include <utility>

#include "seed/read/document_table.h"
#include "seed/read/encoding.h"
#include "seed/read/metadata_keys.h"
#include "seed/read/table.h"
#include "seed/read/table_bytes.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

constexpr std::size_t farthest = bytes_of_table;
constexpr std::size_t longest_name = 40, most_words = 4;
constexpr std::size_t enough_rows = 50;

/// "date", "Country code", "iso3": words of letters, digits, hyphens and underscores.
bool is_column_name(std::string_view name) {
  if (name.empty() || name.size() > longest_name) return false;
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || c == '_' || c == '-' || c == ' ' ||
           c == '.' || (static_cast<unsigned char>(c) & 0x80) != 0;
  });
  const auto blanks = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
  return plain && !name.ends_with('.') && !ascii::is_digit(name.front()) && blanks < most_words &&
         name.find(". ") == std::string_view::npos;
}

/// Names of columns, each another one; parted without blanks where a comma or semicolon parts them,
/// as prose is not.
bool is_header(std::string_view line, const std::vector<std::string>& names, char separator) {
  if (names.size() < 2 || !std::all_of(names.begin(), names.end(), is_column_name)) return false;
  std::vector<std::string> sorted = names;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) return false;
  return separator == '\t' || line.find(std::string{separator, ' '}) == std::string_view::npos;
}

bool has_usual_name(const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [](const std::string& name) {
    return usual_role(name).has_value() || ascii::lower_case(name) == "text";
  });
}

/// Two usual names among three or more: prose has no such first line.
bool is_sure(const std::vector<std::string>& names) {
  const auto usual = std::count_if(names.begin(), names.end(),
                                   [](const std::string& name) { return has_usual_name({name}); });
  return names.size() > 2 && usual > 1;
}

/// Rows below the header, and how many of them have as many fields.
struct Rows {
  std::size_t all = 0, whole = 0;
};

Rows count_rows(std::string_view text, char separator, std::size_t fields) {
  Rows rows;
  bool header = true;
  TableReader reader(separator, farthest,
                     {[&](TableRecord record) {
                        if (!std::exchange(header, false)) {
                          ++rows.all;
                          rows.whole += record.fields.size() == fields;
                        }
                        return rows.all < enough_rows;
                      },
                      [&](std::size_t, const std::string&) { return ++rows.all < enough_rows; }});
  // The last row may be cut, unless it is the only one.
  if (reader.feed(text) && (text.size() < farthest / 2 || rows.all == 0)) reader.finish();
  return rows;
}

/// The names in a header's line and what parts them; none where it is no header.
std::vector<std::string> header_of(std::string_view line, char& separator) {
  constexpr std::size_t longest_header = 4 * 1024;
  if (line.size() > longest_header || line.find_first_of(",;\t|") == std::string_view::npos)
    return {};
  separator =
      separator_of(line, [](const std::string& name) { return usual_role(name).has_value(); });
  std::vector<std::string> names = fields_of_line(line, separator);
  return is_header(line, names, separator) ? names : std::vector<std::string>();
}

}  // namespace

std::vector<std::string> columns_of_table(std::string_view bytes) {
  bytes = bytes.substr(0, farthest);
  char separator = ',';
  // Most texts are told by their first line, before anything is copied.
  const bool one_byte = bytes.substr(0, farthest / 64).find('\0') == std::string_view::npos;
  if (one_byte && header_of(first_line(bytes), separator).empty()) return {};
  try {
    TableBytes table(source_of_bytes(bytes), Encoding::automatic);
    const std::string text(table.head());
    std::vector<std::string> names = header_of(first_line(text), separator);
    separator = table.separator().value_or(separator);
    if (names.empty()) return {};
    const Rows rows = count_rows(text, separator, names.size());
    // A list of pairs is a table where a column has a usual name.
    const std::size_t fewest = names.size() == 2 && !has_usual_name(names) ? 3 : 1;
    const bool enough =
        is_sure(names) ? rows.whole * 2 >= rows.all : rows.whole * 10 >= rows.all * 9;
    if (rows.all < fewest || !enough) return {};
    return names;
  } catch (const ReadError&) {
    return {};  // the decoder tells what is wrong with it
  }
}

bool begins_as_table(std::string_view bytes) {
  char separator = ',';
  return is_sure(header_of(first_line(bytes), separator));
}

}  // namespace attache
