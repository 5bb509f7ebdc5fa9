// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "cli/output/sink.h"
#include "schema/select.h"

namespace attache {

/// How rows are to be written; every format takes of it what concerns it.
struct OutputOptions {
  bool header = true;
  bool bom = false;              ///< csv, tsv: a UTF-8 byte-order mark first, for Excel
  bool escape_formulas = false;  ///< csv, tsv: ' before a cell that a spreadsheet would run
  bool flatten = false;          ///< csv, tsv, xlsx: a line end inside a cell becomes a space
  bool raw = false;              ///< csv, tsv: control characters are kept on a terminal, too
  bool terminal = false;   ///< a person reads it directly: control characters are shown escaped
  bool colour = false;     ///< table
  unsigned width = 0;      ///< table: columns that fit; 0 for no limit
  bool leave_out = false;  ///< table: columns that nobody asked for may give way
  std::function<void(const std::string&)> tell = {};  ///< table: what it has to say of itself
  std::function<void(const std::string&)> warn = {};  ///< xlsx: something is not whole
  std::string mark_open = {}, mark_close = {};        ///< markdown: around words that were found
};

/// Writes rows one at a time. Call begin once, row any number of times, end once.
class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual void begin(std::span<const ColumnInfo> columns) = 0;
  /// As many cells as columns. Cells need to live for the call only.
  virtual void row(std::span<const Cell> cells) = 0;
  virtual void end() = 0;
};

/// An output format.
struct FormatInfo {
  std::string_view name;
  std::string_view help;
  bool shorthand;  ///< --NAME stands for --format NAME
  bool people;     ///< read by people: the columns that matter by default, not all of them
  bool binary;     ///< no text: never for a terminal
  std::unique_ptr<RowWriter> (*make)(Sink& sink, const OutputOptions& options);
};

/// All formats, in the order of --help.
std::span<const FormatInfo> formats();

/// The format of that name, or nullptr.
const FormatInfo* find_format(std::string_view name);

}  // namespace attache
