// SPDX-License-Identifier: MIT
// Aligned columns. The first rows are held back to learn the widths; later rows are written as they
// come, with the widths learnt, so that a long result neither waits nor fills memory.
#include <algorithm>
#include <numeric>

#include "cli/output/cell.h"
#include "cli/output/format.h"
#include "cli/output/marks.h"
#include "cli/output/terminal.h"

namespace attache {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t rows_held_back = 1000;
constexpr std::size_t gap = 2;

struct Column {
  ColumnInfo info;
  std::size_t natural = 0;  ///< widest cell
  std::size_t word = 0;     ///< widest word
  std::size_t width = 0;    ///< as printed
  bool number() const { return info.type == ColumnType::integer || info.type == ColumnType::real; }
};

/// Takes columns off the widest until the table fits, none below its floor. A cell wider than the
/// screen is as good as one of its width, so that no more steps are taken than there are columns.
void shrink(std::vector<Column>& columns, std::size_t available, std::size_t floor_limit) {
  const auto total = [&] {
    return std::accumulate(columns.begin(), columns.end(), std::size_t{0},
                           [](std::size_t sum, const Column& c) { return sum + c.width; });
  };
  const auto floor_of = [&](const Column& c) {
    return c.number() ? c.natural : std::min({c.natural, c.word, floor_limit});
  };
  for (Column& c : columns)
    if (!c.number()) c.width = std::min(c.width, std::max<std::size_t>(available, 1));
  while (total() > available) {
    Column* widest = nullptr;
    for (Column& c : columns) {
      if (c.width > std::max<std::size_t>(floor_of(c), 1) &&
          (widest == nullptr || c.width > widest->width))
        widest = &c;
    }
    if (widest == nullptr) return;
    --widest->width;
  }
}

/// Gives each column its width. Words stay whole where there is room for that.
void fit(std::vector<Column>& columns, std::size_t width) {
  for (Column& c : columns) c.width = c.natural;
  if (width == 0 || columns.empty()) return;
  const std::size_t gaps = gap * (columns.size() - 1);
  const std::size_t available = width > gaps ? width - gaps : 1;
  for (const std::size_t floor_limit : {40u, 24u, 12u, 6u, 3u})
    shrink(columns, available, floor_limit);
}

class TableWriter : public RowWriter {
 public:
  TableWriter(Sink& sink, const OutputOptions& options) : sink_(sink), options_(options) {}

  void begin(std::span<const ColumnInfo> columns) override {
    for (const ColumnInfo& info : columns) columns_.push_back({info, 0, 0, 0});
    if (!options_.header) return;
    Texts names;
    for (const ColumnInfo& info : columns) names.push_back(info.name);
    learn(names);
  }

  void row(std::span<const Cell> cells) override {
    Texts texts;
    for (std::size_t i = 0; i < cells.size(); ++i)
      texts.push_back(display_text(cells[i], columns_[i].info.type));
    if (started_) {
      write(texts, false);
      return;
    }
    learn(texts);
    held_.push_back(std::move(texts));
    if (held_.size() == rows_held_back) start();
  }

  void end() override {
    if (!started_) start();
  }

 private:
  void learn(const Texts& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      columns_[i].natural = std::max(columns_[i].natural, display_width(texts[i]));
      columns_[i].word = std::max(columns_[i].word, widest_word(texts[i]));
    }
  }

  void start() {
    started_ = true;
    fit(columns_, options_.width);
    if (options_.header) write_header();
    for (const Texts& texts : held_) write(texts, false);
    held_.clear();
  }

  void write_header() {
    Texts names;
    Texts rules;
    for (const Column& c : columns_) {
      names.push_back(c.info.name);
      rules.emplace_back(c.width, '-');
    }
    write(names, options_.colour);
    write(rules, false);
  }

  /// A row of one or more lines.
  void write(const Texts& texts, bool bold) {
    std::vector<Texts> cells;
    std::size_t lines = 1;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      cells.push_back(wrap(texts[i], columns_[i].number() ? 0 : columns_[i].width));
      lines = std::max(lines, cells.back().size());
    }
    std::vector<bool> marked(cells.size());
    for (std::size_t n = 0; n < lines; ++n) write_line(cells, n, bold, marked);
    sink_.checkpoint();
  }

  /// `marked` tells of each cell whether the line begins, and then ends, inside a mark.
  void write_line(const std::vector<Texts>& cells, std::size_t n, bool bold,
                  std::vector<bool>& marked) {
    std::string line;
    std::size_t owed = 0;  // spaces that are written only if something follows
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string& text = n < cells[i].size() ? cells[i][n] : empty_;
      const std::size_t width = display_width(text);
      const std::size_t padding = columns_[i].width > width ? columns_[i].width - width : 0;
      const std::size_t before = columns_[i].number() ? padding : 0;
      if (!text.empty()) {
        line.append(owed + before, ' ');
        line += options_.colour ? shown(text, marked, i) : text;
        owed = padding - before + gap;
      } else {
        owed += columns_[i].width + gap;
      }
    }
    if (bold) line = "\x1b[1m" + line + "\x1b[0m";
    sink_.append(line);
    sink_.text() += '\n';
  }

  static std::string shown(const std::string& text, std::vector<bool>& marked, std::size_t i) {
    bool inside = marked[i];
    std::string out = embolden(text, inside);
    marked[i] = inside;
    return out;
  }

  Sink& sink_;
  OutputOptions options_;
  std::vector<Column> columns_;
  std::vector<Texts> held_;
  const std::string empty_;
  bool started_ = false;
};

}  // namespace

std::unique_ptr<RowWriter> make_table(Sink& sink, const OutputOptions& options) {
  return std::make_unique<TableWriter>(sink, options);
}

}  // namespace attache
