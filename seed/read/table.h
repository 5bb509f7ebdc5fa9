// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
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
  /// What is wrong with a record, which is left out; returns as `record` does.
  std::function<bool(std::size_t line, const std::string& what)> fault;
};

/// Reads records of comma-, semicolon-, tab- or otherwise separated values as their bytes come;
/// only the record under way is in memory. Fields are quoted as RFC 4180 says. A quotation mark
/// that opens a field and is not closed before a separator or line end ("Peace" is our aim) opens
/// none: the field is taken as it stands, so that nothing behind it is lost; libcsv, which reads
/// manifests, would take all that follows into it. Empty lines are left out. Takes time in
/// proportion to the length: a field that is taken back reaches to the next mark at most.
class TableReader {
 public:
  /// A quoted field of more than `longest` bytes is not closed; an unquoted one is a fault.
  TableReader(char separator, std::size_t longest, TableSink sink);

  /// Takes the next bytes. Returns false where no more are wanted.
  bool feed(std::string_view bytes);
  /// To be called behind the last bytes.
  void finish();

 private:
  enum class State { start, plain, quoted, mark, line_end };
  void take(char byte);
  void take_start(char byte);
  void take_mark(char byte);
  void take_back();
  void end_field(std::string value);
  void end_plain();
  void end_record(char byte);
  bool is_blank(char byte) const { return byte == ' ' || (byte == '\t' && separator_ != '\t'); }
  bool ends_line(char byte) const { return byte == '\n' || byte == '\r'; }

  const char separator_;
  const std::size_t longest_;
  const TableSink sink_;
  State state_ = State::start;
  std::string buffer_;          ///< from the beginning of the field under way
  std::size_t field_ = 0;       ///< where that is
  std::size_t at_ = 0;          ///< the byte that is looked at
  std::size_t line_ = 1;        ///< of that byte
  std::size_t field_line_ = 1;  ///< of the field's first
  std::size_t fields_ = 0;      ///< of the record, those that are not kept included
  std::string value_;           ///< of a quoted field
  bool too_long_ = false;
  bool wanted_ = true;
  TableRecord record_;
};

/// The fields of one line.
std::vector<std::string> fields_of_line(std::string_view line, char separator);

/// Which of comma, semicolon, tab and vertical bar a header's line is parted by: the one that makes
/// a field which `wanted` knows, or else the most fields.
char separator_of(std::string_view header, const std::function<bool(const std::string&)>& wanted);

/// "sep=;": what Excel is told by a first line; empty where none says so. Its last character is the
/// separator.
std::string_view separator_line(std::string_view text);

/// The first line with something in it, without its end, a byte-order mark and a separator_line().
std::string_view first_line(std::string_view text);

}  // namespace attache
