// SPDX-License-Identifier: MIT
// Tab-separated values for cut, awk and sort: one line a row whatever the cells hold. Tab, line
// feed, carriage return and backslash are written \t \n \r \\, so that the cell can be had back;
// where flatten asks for it, line ends are a space.
#include <vector>

#include "cli/output/cell.h"
#include "cli/output/escape.h"
#include "cli/output/format.h"

namespace attache {
namespace {

class TsvWriter : public RowWriter {
 public:
  TsvWriter(Sink& sink, const OutputOptions& options) : sink_(sink), options_(options) {}

  void begin(std::span<const ColumnInfo> columns) override {
    for (const ColumnInfo& column : columns) types_.push_back(column.type);
    if (options_.bom) sink_.append("\xEF\xBB\xBF");
    if (!options_.header) return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) sink_.text() += '\t';
      append_text(columns[i].name);
    }
    sink_.text() += '\n';
  }

  void row(std::span<const Cell> cells) override {
    std::string& out = sink_.text();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += '\t';
      if (const auto* text = text_of(cells[i])) {
        append_text(*text);
      } else {
        append_plain(out, cells[i], types_[i]);
      }
    }
    out += '\n';
    sink_.checkpoint();
  }

  void end() override {}

 private:
  void append_text(std::string_view text) {
    std::string& out = sink_.text();
    if (options_.escape_formulas && looks_like_formula(text)) out += '\'';
    if (options_.terminal && !options_.raw) return append_printable(out, text);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = std::min(text.find_first_of("\t\n\r\\", at), text.size());
      out.append(text.substr(at, next - at));
      if (next == text.size()) return;
      at = next + append_special(out, text, next);
    }
  }

  /// Returns how many bytes of the text it stands for.
  std::size_t append_special(std::string& out, std::string_view text, std::size_t at) const {
    const char c = text[at];
    const bool line_end = c == '\n' || c == '\r';
    if (line_end && options_.flatten) {
      out += ' ';
      return text.substr(at, 2) == "\r\n" ? 2 : 1;
    }
    out += '\\';
    out += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\';
    return 1;
  }

  Sink& sink_;
  OutputOptions options_;
  std::vector<ColumnType> types_;
};

}  // namespace

std::unique_ptr<RowWriter> make_tsv(Sink& sink, const OutputOptions& options) {
  return std::make_unique<TsvWriter>(sink, options);
}

}  // namespace attache
