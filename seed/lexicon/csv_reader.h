// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// Data files (lexicon, rules, manifests) that can't be used: `file:line: what, what to do`. Maps
/// to exit code 4.
class DataError : public std::runtime_error {
 public:
  DataError(const std::string& file, std::size_t line, const std::string& what)
      : std::runtime_error(file + ":" + std::to_string(line) + ": " + what) {}
  using std::runtime_error::runtime_error;
};

/// A record and the line it starts on, so that errors can name it.
struct CsvRow {
  std::size_t line = 0;
  bool own = false;                ///< of a file that a user laid over the built-in one
  std::vector<std::string> cells;  ///< one for each column
};

/// A CSV file with a header.
struct CsvTable {
  std::string name;  ///< file name without folder and ending
  std::string file;  ///< as messages name it
  std::vector<std::string> columns;
  std::vector<CsvRow> rows;
  std::string own_file = {};  ///< the user's, whose rows are `own`; empty where there is none

  /// "my-lexicon/bodies.csv:2": where the row stands. A bare name is a built-in file's.
  std::string place(const CsvRow& row) const {
    return (row.own ? own_file : file) + ":" + std::to_string(row.line);
  }

  /// Position of a column. Throws DataError where the file lacks it.
  std::size_t column(std::string_view wanted) const;
};

/// Reads RFC 4180 text, with another separator where one is given. Every record must have as many
/// fields as the header; throws DataError.
CsvTable read_csv(std::string_view text, const std::string& file, char separator = ',');

}  // namespace attache
