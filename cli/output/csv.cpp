// SPDX-License-Identifier: MIT
// Comma-separated values after RFC 4180. Lines end in CRLF, as the RFC has it and sqlite3, csvkit,
// Miller and spreadsheets read back; line-based tools such as awk are better served by TSV. Quoted
// is what sqlite3 quotes too: cells with a space, a quote of either kind, a comma, a control
// character or anything beyond ASCII. The RFC asks for fewer, but programs that guess the dialect
// (csvkit) guess wrong where only a cell with quotes in it is quoted. A cell is what it was, its
// line ends too, unless flatten asks for spaces in their place.
#include <array>
#include <string_view>
#include <vector>

#include "cli/output/cell.h"
#include "cli/output/escape.h"
#include "cli/output/format.h"

namespace attache {
namespace {

constexpr unsigned char plain = 0;
constexpr unsigned char quoting = 1;
constexpr unsigned char line_end = 2;
constexpr unsigned char other_control = 4;

constexpr std::array<unsigned char, 256> marks = [] {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = quoting | other_control;
  // Beyond ASCII any byte may begin a character that is not shown.
  for (std::size_t c = 0x7F; c < 0x100; ++c) table[c] = quoting | other_control;
  for (const char c : std::string_view(" ,\"'")) table[static_cast<unsigned char>(c)] = quoting;
  table['\n'] = table['\r'] = quoting | line_end;
  return table;
}();

unsigned scan(std::string_view text) {
  unsigned found = plain;
  for (const char c : text) found |= marks[static_cast<unsigned char>(c)];
  return found;
}

class CsvWriter : public RowWriter {
 public:
  CsvWriter(Sink& sink, const OutputOptions& options) : sink_(sink), options_(options) {}

  void begin(std::span<const ColumnInfo> columns) override {
    for (const ColumnInfo& column : columns) types_.push_back(column.type);
    if (options_.bom) sink_.append("\xEF\xBB\xBF");
    if (!options_.header) return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) sink_.text() += ',';
      append_text(columns[i].name);
    }
    sink_.append("\r\n");
  }

  void row(std::span<const Cell> cells) override {
    std::string& out = sink_.text();
    const std::size_t start = out.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += ',';
      if (const auto* text = text_of(cells[i])) {
        append_text(*text);
      } else {
        append_plain(out, cells[i], types_[i]);
      }
    }
    // A line with nothing on it is skipped by most readers; a quoted empty cell is a row.
    if (out.size() == start) out += "\"\"";
    out += "\r\n";
    sink_.checkpoint();
  }

  void end() override {}

 private:
  void append_text(std::string_view text) {
    const unsigned found = scan(text);
    const bool formula = options_.escape_formulas && looks_like_formula(text);
    const bool shown = options_.terminal && !options_.raw;
    const unsigned folding =
        (shown || options_.flatten ? line_end : plain) | (shown ? other_control : plain);
    const bool fold = (found & folding) != 0;
    if (found == plain && !formula) return void(sink_.append(text));
    if (!fold) return append_quoted(text, formula);
    folded_.clear();
    if (shown) append_printable(folded_, text);
    else append_flat(folded_, text);
    append_quoted(folded_, formula);
  }

  void append_quoted(std::string_view text, bool formula) {
    std::string& out = sink_.text();
    out += '"';
    if (formula) out += '\'';
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = std::min(text.find('"', at), text.size());
      out.append(text.substr(at, next - at));
      if (next < text.size()) out += "\"\"";
      at = next + 1;
    }
    out += '"';
  }

  Sink& sink_;
  OutputOptions options_;
  std::vector<ColumnType> types_;
  std::string folded_;
};

}  // namespace

std::unique_ptr<RowWriter> make_csv(Sink& sink, const OutputOptions& options) {
  return std::make_unique<CsvWriter>(sink, options);
}

}  // namespace attache
