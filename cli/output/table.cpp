// SPDX-License-Identifier: MIT
// Aligned columns. The first rows are held back to learn the widths; later rows are written as they
// come, with the widths learnt, so that a long result neither waits nor fills memory. Rows that do
// not fit the screen are written vertically, a line for each column.
#include <algorithm>

#include "cli/output/cell.h"
#include "cli/output/escape.h"
#include "cli/output/format.h"
#include "cli/output/marks.h"
#include "cli/output/table_layout.h"
#include "cli/output/terminal.h"

namespace attache {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t rows_held_back = 1000;

class TableWriter : public RowWriter {
 public:
  TableWriter(Sink& sink, const OutputOptions& options) : sink_(sink), options_(options) {}

  void begin(std::span<const ColumnInfo> columns) override {
    for (const ColumnInfo& info : columns) {
      // Names are given, too: in statements, and by tables of others.
      columns_.push_back({info});
      columns_.back().info.name = printable(info.name);
      name_width_ = std::max(name_width_, display_width(columns_.back().info.name));
    }
    if (!options_.header) return;
    for (TableColumn& column : columns_) learn(column, column.info.name);
  }

  void row(std::span<const Cell> cells) override {
    Texts texts;
    for (std::size_t i = 0; i < cells.size(); ++i)
      texts.push_back(display_text(cells[i], columns_[i].info.type));
    if (started_) return write(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      learn(columns_[i], texts[i]);
      columns_[i].empty = columns_[i].empty && texts[i].empty();
    }
    held_.push_back(std::move(texts));
    if (held_.size() == rows_held_back) start();
  }

  void end() override {
    if (!started_) start();
    std::string left_out;
    for (const TableColumn& column : columns_)
      if (!column.shown) left_out += (left_out.empty() ? "" : ", ") + column.info.name;
    if (!left_out.empty() && options_.tell)
      options_.tell("not shown for want of room: " + left_out + "; --columns all shows all");
  }

 private:
  static void learn(TableColumn& column, const std::string& text) {
    column.natural = std::max(column.natural, display_width(text));
    column.word = std::max(column.word, widest_word(text));
  }

  void start() {
    started_ = true;
    vertical_ = !lay_out(columns_, options_.width, options_.leave_out);
    // Names alone, of no row, are not worth a line each.
    if (options_.header && vertical_ && held_.empty()) write_names();
    else if (options_.header && !vertical_) write_header();
    for (const Texts& texts : held_) write(texts);
    held_.clear();
  }

  void write_header() {
    Texts names;
    Texts rules;
    for (const TableColumn& c : columns_) {
      names.push_back(c.info.name);
      rules.emplace_back(c.width, '-');
    }
    write_wrapped(wrapped(names), options_.colour);
    write_wrapped(wrapped(rules), false);
  }

  /// All names one behind the other, in as many lines as that takes.
  void write_names() {
    std::string names;
    for (const TableColumn& c : columns_)
      names += (names.empty() ? "" : std::string(table_gap, ' ')) + c.info.name;
    write_bold(names);
  }

  void write_bold(const std::string& words) {
    for (const std::string& line : wrap(words, options_.width)) {
      sink_.append(options_.colour ? "\x1b[1m" + line + "\x1b[0m" : line);
      sink_.text() += '\n';
    }
  }

  void write(const Texts& texts) {
    if (vertical_ || !fits(texts)) {
      separate(true);
      write_vertically(texts);
    } else {
      const auto cells = wrapped(texts);
      separate(std::any_of(cells.begin(), cells.end(),
                           [](const Texts& lines) { return lines.size() > 1; }));
      write_wrapped(cells, false);
    }
    sink_.checkpoint();
  }

  /// An empty line before and behind each row of several lines.
  void separate(bool tall) {
    if (written_ && (tall || tall_)) sink_.text() += '\n';
    written_ = true;
    tall_ = tall;
  }

  /// Whether no word is wider than its column: of rows that came after the widths were learnt.
  bool fits(const Texts& texts) const {
    if (options_.width == 0) return true;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const TableColumn& c = columns_[i];
      if (c.shown && display_width(texts[i]) > c.width &&
          (c.number() || widest_word(texts[i]) > c.width))
        return false;
    }
    return true;
  }

  /// Without a limit a word that is wider than what was learnt stays whole, too.
  std::size_t width_of(const TableColumn& column, const std::string& text) const {
    if (column.number()) return 0;
    return options_.width > 0 ? column.width : std::max(column.width, widest_word(text));
  }

  std::vector<Texts> wrapped(const Texts& texts) const {
    std::vector<Texts> cells;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (columns_[i].shown) cells.push_back(wrap(texts[i], width_of(columns_[i], texts[i])));
      else cells.push_back({std::string()});
    }
    return cells;
  }

  /// A row of one or more lines.
  void write_wrapped(const std::vector<Texts>& cells, bool bold) {
    std::size_t lines = 1;
    for (const Texts& cell : cells) lines = std::max(lines, cell.size());
    std::vector<bool> marked(cells.size());
    for (std::size_t n = 0; n < lines; ++n) write_line(cells, n, bold, marked);
  }

  /// `marked` tells of each cell whether the line begins, and then ends, inside a mark.
  void write_line(const std::vector<Texts>& cells, std::size_t n, bool bold,
                  std::vector<bool>& marked) {
    std::string line;
    std::size_t owed = 0;  // spaces that are written only if something follows
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!columns_[i].shown) continue;
      const std::string& text = n < cells[i].size() ? cells[i][n] : empty_;
      const std::size_t width = display_width(text);
      const std::size_t padding = columns_[i].width > width ? columns_[i].width - width : 0;
      const std::size_t before = columns_[i].number() ? padding : 0;
      if (!text.empty()) {
        line.append(owed + before, ' ');
        line += options_.colour ? shown(text, marked, i) : text;
        owed = padding - before + table_gap;
      } else {
        owed += columns_[i].width + table_gap;
      }
    }
    if (bold) line = "\x1b[1m" + line + "\x1b[0m";
    sink_.append(line);
    sink_.text() += '\n';
  }

  /// A line, or a few, for each column that has something: its name and, beside or below it, the
  /// cell.
  void write_vertically(const Texts& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].empty() && texts.size() > 1) continue;
      const std::size_t beside = options_.header ? name_width_ + table_gap : 0;
      const std::size_t room = options_.width > beside ? options_.width - beside : 0;
      const bool below = beside > 0 && (room == 0 || widest_word(texts[i]) > room);
      write_name(columns_[i].info.name, below);
      const std::size_t indent = below ? table_gap : beside;
      write_value(texts[i], indent, below);
    }
  }

  void write_name(const std::string& name, bool below) {
    if (!options_.header) return;
    if (below) return write_bold(name);
    sink_.append(options_.colour ? "\x1b[1m" + name + "\x1b[0m" : name);
    sink_.text().append(name_width_ + table_gap - display_width(name), ' ');
  }

  void write_value(const std::string& text, std::size_t indent, bool below) {
    const std::size_t room = options_.width > indent ? options_.width - indent : 1;
    std::vector<bool> marked(1);
    bool first = !below;
    for (const std::string& line : wrap(text, room)) {
      if (!first) sink_.text().append(indent, ' ');
      first = false;
      sink_.append(options_.colour ? shown(line, marked, 0) : line);
      sink_.text() += '\n';
    }
  }

  static std::string shown(const std::string& text, std::vector<bool>& marked, std::size_t i) {
    bool inside = marked[i];
    std::string out = embolden(text, inside);
    marked[i] = inside;
    return out;
  }

  Sink& sink_;
  OutputOptions options_;
  std::vector<TableColumn> columns_;
  std::size_t name_width_ = 0;
  std::vector<Texts> held_;
  const std::string empty_;
  bool started_ = false;
  bool vertical_ = false;
  bool written_ = false;  ///< a row
  bool tall_ = false;     ///< the last one has several lines
};

}  // namespace

std::unique_ptr<RowWriter> make_table(Sink& sink, const OutputOptions& options) {
  return std::make_unique<TableWriter>(sink, options);
}

}  // namespace attache
