// SPDX-License-Identifier: MIT
#include "seed/lexicon/csv_reader.h"

#include "seed/text/counted.h"

#include <csv.h>

#include <algorithm>
#include <filesystem>

namespace attache {
namespace {

struct Reading {
  std::vector<CsvRow> rows;
  CsvRow row;
  std::size_t line = 1;
};

void on_field(void* data, std::size_t size, void* user) {
  auto& reading = *static_cast<Reading*>(user);
  reading.row.cells.emplace_back(static_cast<const char*>(data), size);
}

void on_row(int, void* user) {
  auto& reading = *static_cast<Reading*>(user);
  reading.row.line = reading.line;
  reading.rows.push_back(std::move(reading.row));
  reading.row = {};
}

/// libcsv's parser as a value that frees itself.
class Parser {
 public:
  Parser(const std::string& file, char separator) : file_(file) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0)
      throw DataError(file_ + ": the CSV reader can't start");
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&parser_); }

  /// One line at a time, so that the line of an error is known.
  void feed(std::string_view line, Reading& reading) {
    if (csv_parse(&parser_, line.data(), line.size(), on_field, on_row, &reading) != line.size())
      fail(reading, "a quotation mark inside a field: double it, and quote the whole field");
  }
  void finish(Reading& reading) {
    if (csv_fini(&parser_, on_field, on_row, &reading) != 0)
      fail(reading, "a quoted field never ends");
  }

 private:
  [[noreturn]] void fail(const Reading& reading, const std::string& what) {
    throw DataError(file_, reading.line, what);
  }
  csv_parser parser_{};
  const std::string& file_;
};

void check_widths(const CsvTable& table) {
  for (const auto& row : table.rows) {
    if (row.cells.size() == table.columns.size()) continue;
    throw DataError(table.file, row.line,
                    "has " + counted(row.cells.size(), "field") + " where the header has " +
                        std::to_string(table.columns.size()));
  }
}

}  // namespace

std::size_t CsvTable::column(std::string_view wanted) const {
  const auto found = std::find(columns.begin(), columns.end(), wanted);
  if (found == columns.end())
    throw DataError(file, 1, "lacks the column '" + std::string(wanted) + "'");
  return static_cast<std::size_t>(found - columns.begin());
}

CsvTable read_csv(std::string_view text, const std::string& file, char separator) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  Reading reading;
  Parser parser(file, separator);
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    parser.feed(text.substr(0, end), reading);
    text.remove_prefix(end);
    ++reading.line;
  }
  parser.finish(reading);
  if (reading.rows.empty())
    throw DataError(file, 1, "is empty; a header with the column names is needed");
  CsvTable table{
      std::filesystem::path(file).stem().string(), file, std::move(reading.rows.front().cells), {}};
  reading.rows.erase(reading.rows.begin());
  table.rows = std::move(reading.rows);
  check_widths(table);
  return table;
}

}  // namespace attache
