// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// A record of a delimited table.
struct TableRecord {
  std::vector<std::string> fields;
  std::size_t line = 0;  ///< on which it begins, counted from 1
};

/// Where a table puts what it holds, in its order.
struct TableSink {
  /// Returns false where no more is wanted.
  std::function<bool(TableRecord)> record;
  /// What is wrong on a line; the records go on behind it where they can.
  std::function<void(std::size_t line, const std::string& what)> fault;
};

enum class Quoting {
  strict,  ///< RFC 4180; a fault ends the table
  lenient  ///< a quotation mark inside an unquoted field is one
};

/// Reads records of comma-, semicolon-, tab- or otherwise separated values as their bytes come;
/// only the record under way is in memory. Empty lines are left out.
class TableReader {
 public:
  /// A record of more than `longest` bytes is a fault, and the last: what stands behind it is
  /// likely to be inside a quoted field that never ends.
  TableReader(char separator, Quoting quoting, std::size_t longest, TableSink sink);
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;
  ~TableReader();

  /// Takes the next bytes. Returns false where no more are wanted.
  bool feed(std::string_view bytes);
  /// To be called behind the last bytes.
  void finish();

 private:
  struct State;
  bool feed_line(std::string_view bytes);
  std::unique_ptr<State> state_;
};

/// The fields of one line.
std::vector<std::string> fields_of_line(std::string_view line, char separator);

/// Which of comma, semicolon, tab and vertical bar a header's line is parted by: the one that makes
/// a field which `wanted` knows, or else the most fields.
char separator_of(std::string_view header, const std::function<bool(const std::string&)>& wanted);

/// The first line of a text, without its end and a byte-order mark.
std::string_view first_line(std::string_view text);

}  // namespace attache
