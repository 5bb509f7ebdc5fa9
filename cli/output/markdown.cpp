// SPDX-License-Identifier: MIT
#include <vector>

#include "cli/output/cell.h"
#include "cli/output/escape.h"
#include "cli/output/format.h"
#include "cli/output/marks.h"

namespace attache {
namespace {

/// Appends text so that nothing in it is taken for a cell border or markup.
void append_markdown(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (std::string_view("\\|<*_`[").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

class MarkdownWriter : public RowWriter {
 public:
  MarkdownWriter(Sink& sink, const OutputOptions& options) : sink_(sink), options_(options) {}

  void begin(std::span<const ColumnInfo> columns) override {
    columns_.assign(columns.begin(), columns.end());
    if (!options_.header) return;
    std::string& out = sink_.text();
    for (const ColumnInfo& column : columns_) {
      out += "| ";
      append_markdown(out, printable(column.name));
      out += ' ';
    }
    out += "|\n";
    for (const ColumnInfo& column : columns_) {
      const bool number = column.type == ColumnType::integer || column.type == ColumnType::real;
      out += number ? "| ---: " : "| --- ";
    }
    out += "|\n";
  }

  void row(std::span<const Cell> cells) override {
    std::string& out = sink_.text();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string text = display_text(cells[i], columns_[i].type);
      out += "| ";
      append_marked(out, text);
      if (!text.empty()) out += ' ';
    }
    out += "|\n";
    sink_.checkpoint();
  }

  void end() override {}

 private:
  /// The marks of a search are markup that is meant; of them only a cell's border is escaped.
  void append_marked(std::string& out, std::string_view text) const {
    std::string escaped;
    append_markdown(escaped, text);
    out += replace_marks(escaped, without_border(options_.mark_open),
                         without_border(options_.mark_close));
  }

  static std::string without_border(std::string_view mark) {
    std::string out;
    for (const char c : mark) (out += c == '|' ? "\\" : "") += c;
    return out;
  }

  Sink& sink_;
  OutputOptions options_;
  std::vector<ColumnInfo> columns_;
};

}  // namespace

std::unique_ptr<RowWriter> make_markdown(Sink& sink, const OutputOptions& options) {
  return std::make_unique<MarkdownWriter>(sink, options);
}

}  // namespace attache
