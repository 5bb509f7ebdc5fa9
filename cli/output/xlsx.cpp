// SPDX-License-Identifier: MIT
// A workbook for spreadsheets (XLSX), made by attache-sheet: text is text, dates too, since a
// spreadsheet knows none that are only a year; numbers are numbers; nothing is a formula.
#include <cmath>
#include <cstdio>
#include <optional>
#include <vector>

#include "cli/helper_stream.h"
#include "cli/output/cell.h"
#include "cli/output/escape.h"
#include "cli/output/format.h"
#include "cli/output/sheet/cells.h"

namespace attache {
namespace {

/// Whole numbers are exact up to here: a cell is a double.
constexpr std::int64_t most_exact = std::int64_t{1} << 53;

bool is_hexadecimal(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// Whether a reader would take what stands there for an escape: _xHHHH_.
bool looks_escaped(std::string_view text) {
  return text.size() >= 7 && text.substr(0, 2) == "_x" && text[6] == '_' &&
         is_hexadecimal(text.substr(2, 4));
}

/// What the format can't hold as it is, it holds as _xHHHH_: controls, what is no character, and
/// what looks like such an escape. Gives the UTF-16 units of the character that it stands for.
std::size_t append_escaped(std::string& out, std::string_view text, const Character& c,
                           std::size_t at) {
  char escaped[8];
  const bool control = c.valid && c.code < 0x20 && c.code != '\t' && c.code != '\n';
  if (!c.valid) {
    out += "\xEF\xBF\xBD";
  } else if (control || c.code == 0xFFFE || c.code == 0xFFFF) {
    std::snprintf(escaped, sizeof escaped, "_x%04X_", static_cast<unsigned>(c.code));
    out += escaped;
  } else if (c.code == '_' && looks_escaped(text.substr(at))) {
    out += "_x005F_";
  } else {
    out.append(text.substr(at, c.size));
  }
  return c.code > 0xFFFF ? 2 : 1;
}

class XlsxWriter : public RowWriter {
 public:
  XlsxWriter(Sink& sink, const OutputOptions& options) : sink_(sink), options_(options) {}

  void begin(std::span<const ColumnInfo> columns) override {
    sheet_.emplace("attache-sheet", "the workbook can't be made");
    put(options_.header ? SheetCell::header : SheetCell::no_header);
    for (const ColumnInfo& column : columns) types_.push_back(column.type);
    if (!options_.header) return;
    for (const ColumnInfo& column : columns) put_text(column.name);
    put(SheetCell::end);
  }

  void row(std::span<const Cell> cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) put_cell(cells[i], types_[i]);
    put(SheetCell::end);
    if (pending_.size() > piece) send();
  }

  void end() override {
    send();
    sheet_->write(sink_);
    if (cut_ > 0 && options_.warn)
      options_.warn(std::to_string(cut_) + (cut_ == 1 ? " cell is" : " cells are") +
                    " cut to 32767 characters, the most that a spreadsheet takes; --csv has all");
  }

 private:
  static constexpr std::size_t piece = 64 * 1024;

  void put(SheetCell kind) { pending_ += static_cast<char>(kind); }

  void put(SheetCell kind, std::string_view bytes) {
    put(kind);
    const auto size = static_cast<std::uint32_t>(bytes.size());
    for (unsigned shift = 0; shift < 32; shift += 8)
      pending_ += static_cast<char>(size >> shift & 0xFFU);
    pending_ += bytes;
  }

  void put_cell(const Cell& cell, ColumnType type) {
    if (const auto* text = text_of(cell)) return put_text(*text);
    if (std::holds_alternative<std::monostate>(cell)) return put(SheetCell::none);
    std::string words;
    if (type == ColumnType::boolean) {
      append_if_number(words, cell);
      return put(SheetCell::boolean, words == "0" ? "0" : "1");
    }
    append_plain(words, cell, type);
    const auto* whole = std::get_if<std::int64_t>(&cell);
    const auto* real = std::get_if<double>(&cell);
    const bool exact = whole != nullptr ? *whole >= -most_exact && *whole <= most_exact
                                        : real != nullptr && std::isfinite(*real);
    put(exact ? SheetCell::number : SheetCell::text, words);
  }

  void put_text(std::string_view text) {
    flat_.clear();
    if (options_.flatten) append_flat(flat_, text);
    const std::string_view shown = options_.flatten ? std::string_view(flat_) : text;
    escaped_.clear();
    std::size_t units = 0;
    for (std::size_t at = 0; at < shown.size();) {
      const Character c = character_at(shown, at);
      const std::size_t before = escaped_.size();
      units += append_escaped(escaped_, shown, c, at);
      // The library counts what is written, escapes and all.
      if (units > most_cell_characters ||
          written_characters(escaped_, before) > most_cell_characters) {
        escaped_.resize(before);
        ++cut_;
        break;
      }
      at += c.size;
    }
    characters_ = 0;
    put(SheetCell::text, escaped_);
  }

  /// How many characters are written up to the end, of which those before `from` are counted.
  std::size_t written_characters(std::string_view text, std::size_t from) {
    for (const char c : text.substr(from))
      if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++characters_;
    return characters_;
  }

  void send() {
    sheet_->send(pending_);
    pending_.clear();
  }

  Sink& sink_;
  OutputOptions options_;
  std::optional<HelperStream> sheet_;
  std::vector<ColumnType> types_;
  std::string pending_, flat_, escaped_;
  std::size_t characters_ = 0;
  std::uint64_t cut_ = 0;
};

}  // namespace

std::unique_ptr<RowWriter> make_xlsx(Sink& sink, const OutputOptions& options) {
  return std::make_unique<XlsxWriter>(sink, options);
}

}  // namespace attache
