// SPDX-License-Identifier: MIT
// attache-sheet: rows on standard input (cli/output/sheet/cells.h) become an XLSX workbook on
// standard output, which is a file. A program of its own, since loading the library that knows the
// format takes longer than a query.
#include <sys/prctl.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "cli/output/sheet/cells.h"
#include "system/spawning.h"

namespace {

using attache::SheetCell;

constexpr std::size_t narrowest = 8, widest = 60;
constexpr lxw_row_t rows_that_tell_widths = 200;

[[noreturn]] void fail() { std::exit(1); }

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) fail();
}

/// Standard input, cell by cell.
class Input {
 public:
  /// False at the end.
  bool next() {
    const int kind = std::getchar();
    if (kind == EOF && std::ferror(stdin) != 0) fail();
    if (kind == EOF) return false;
    kind_ = static_cast<SheetCell>(kind);
    return true;
  }
  SheetCell kind() const { return kind_; }
  /// The bytes of the cell.
  const std::string& bytes() {
    unsigned char head[4] = {};
    if (std::fread(head, 1, sizeof head, stdin) != sizeof head) fail();
    bytes_.resize(head[0] | head[1] << 8 | head[2] << 16 | static_cast<std::size_t>(head[3]) << 24);
    if (std::fread(bytes_.data(), 1, bytes_.size(), stdin) != bytes_.size()) fail();
    return bytes_;
  }

 private:
  SheetCell kind_ = SheetCell::none;
  std::string bytes_;
};

/// How wide a cell is shown: its longest line, in characters.
std::size_t width_of(const std::string& text) {
  std::size_t longest = 0, line = 0;
  for (const char c : text) {
    if (c == '\n') line = 0;
    else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) longest = std::max(longest, ++line);
  }
  return longest;
}

class Workbook {
 public:
  explicit Workbook(bool header) : header_(header) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt("/proc/self/fd/1", &options);
    if (book_ == nullptr) fail();
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    add_sheet();
  }

  void cell(SheetCell kind, const std::string& bytes) {
    lxw_format* const format = header_ && row_ == 0 ? bold_ : nullptr;
    // A string is written as one, whatever it begins with: there are no formulas and no links.
    if (kind == SheetCell::text)
      require(worksheet_write_string(sheet_, row_, column_, bytes.c_str(), format));
    if (kind == SheetCell::number)
      require(worksheet_write_number(sheet_, row_, column_, std::strtod(bytes.c_str(), nullptr),
                                     format));
    if (kind == SheetCell::boolean)
      require(worksheet_write_boolean(sheet_, row_, column_, bytes == "1" ? 1 : 0, format));
    if (header_ && names_row_) names_.push_back(bytes);
    if (row_ < rows_that_tell_widths) widen(bytes);
    ++column_;
  }

  void end_row() {
    names_row_ = false;
    column_ = 0;
    if (++row_ < attache::most_sheet_rows) return;
    finish_sheet();
    full_ = true;
  }

  /// Another sheet goes on where one is full, with the names of columns again.
  void begin_row() {
    if (!full_) return;
    full_ = false;
    add_sheet();
    for (const std::string& name : names_) cell(SheetCell::text, name);
    if (header_) end_row();
  }

  void close() {
    if (!full_) finish_sheet();
    require(workbook_close(book_));
  }

 private:
  void add_sheet() {
    ++sheets_;
    const std::string name = sheets_ == 1 ? "rows" : "rows " + std::to_string(sheets_);
    sheet_ = workbook_add_worksheet(book_, name.c_str());
    if (sheet_ == nullptr) fail();
    row_ = 0;
    if (header_) worksheet_freeze_panes(sheet_, 1, 0);
  }

  void widen(const std::string& bytes) {
    if (widths_.size() <= column_) widths_.resize(column_ + 1U, narrowest);
    widths_[column_] = std::clamp(width_of(bytes), widths_[column_], widest);
  }

  void finish_sheet() {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      require(worksheet_set_column(sheet_, at, at, static_cast<double>(widths_[i]) + 2, nullptr));
    }
  }

  bool header_;
  bool names_row_ = true;
  bool full_ = false;
  unsigned sheets_ = 0;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
  std::vector<std::string> names_;
  std::vector<std::size_t> widths_;
};

bool has_bytes(SheetCell kind) {
  return kind == SheetCell::text || kind == SheetCell::number || kind == SheetCell::boolean;
}

}  // namespace

int main() {
  attache::leave_ending_to_attache();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  Input input;
  if (!input.next()) fail();
  Workbook book(input.kind() == SheetCell::header);
  bool inside = false;
  while (input.next()) {
    if (!inside) book.begin_row();
    inside = input.kind() != SheetCell::end;
    if (!inside) book.end_row();
    else book.cell(input.kind(), has_bytes(input.kind()) ? input.bytes() : std::string());
  }
  book.close();
  return 0;
}
