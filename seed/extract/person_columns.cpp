// SPDX-License-Identifier: MIT
#include "seed/extract/person_columns.h"

#include <algorithm>

#include "seed/extract/person_leads.h"
#include "seed/extract/person_names.h"

namespace attache {
namespace {

/// Blanks in a row that part two columns; a tab does, too.
constexpr std::uint32_t widest_space = 3;
/// Tokens of one row of cells.
constexpr std::uint32_t longest_row = 60;
/// Rows of offices below the names.
constexpr int most_rows = 4;

/// What ends a row of cells.
enum class RowEnd {
  line,       ///< a line's end
  paragraph,  ///< a blank line: the lines of a row are wrapped
};

class Columns {
 public:
  explicit Columns(const Analysis& analysis)
      : a_(analysis), size_(static_cast<std::uint32_t>(analysis.tokens.size())) {}

  std::vector<PersonMention> run() {
    for (std::uint32_t t = 0; t < size_; ++t) {
      if (!a_.tokens[t].capital || !opens_line(t)) continue;
      for (const auto end : {RowEnd::line, RowEnd::paragraph}) {
        if (const auto behind = block(t, end); behind > t) {
          t = behind - 1;
          break;
        }
      }
    }
    return std::move(out_);
  }

 private:
  using Row = std::vector<TokenRange>;

  bool opens_line(std::uint32_t t) const {
    return t == 0 || a_.tokens[t].newline || a_.tokens[t].blank;
  }

  /// Between the token and the one before.
  bool wide_gap(std::uint32_t t) const {
    const auto gap = slice(a_.text, {a_.tokens[t - 1].end, a_.tokens[t].begin});
    return gap.find('\t') != std::string_view::npos ||
           gap.find(std::string(widest_space, ' ')) != std::string_view::npos;
  }

  bool row_ends(std::uint32_t t, RowEnd end) const {
    return t >= size_ || a_.tokens[t].blank || (end == RowEnd::line && a_.tokens[t].newline);
  }

  /// The cells from `t` on; none where the row is too long.
  Row row(std::uint32_t t, RowEnd end) const {
    Row cells{{t, t + 1}};
    for (auto i = t + 1; !row_ends(i, end); ++i) {
      if (i - t > longest_row) return {};
      if (wide_gap(i)) cells.push_back({i, i});
      cells.back().last = i + 1;
    }
    return cells;
  }

  bool names(const Row& cells) const {
    return cells.size() > 1 &&
           std::ranges::all_of(cells, [&](TokenRange c) { return !name_in(c).empty(); });
  }

  /// The name that fills the cell, with its title.
  TokenRange name_in(TokenRange cell) const {
    const auto lead = lead_at(a_, cell.first, cell.last);
    if (!lead.office.empty()) return {};
    const auto name = name_at(a_, lead.end, cell.last);
    const bool whole = name.size() > 1 && name.last == cell.last;
    return whole && (lead.title || starts_with_initial(a_, name) || looks_like_person(a_, name))
               ? name
               : TokenRange{};
  }

  bool offices(const Row& cells) const {
    return std::ranges::all_of(cells, [&](TokenRange c) { return office_at(c.first, c.last); });
  }

  /// The cells go on with the offices above them: "of the Kingdom", or behind "Minister for".
  bool go_on(const Row& above, const Row& cells) const {
    constexpr auto joints = WordClass::preposition | WordClass::coordinator | WordClass::determiner;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (a_.is_punctuation(cells[i].last - 1, ":")) return false;
      if (!a_.is_class(cells[i].first, joints) && !a_.is_class(above[i].last - 1, joints) &&
          !offices({cells[i]}) && !place_at(cells[i].first))
        return false;
    }
    return true;
  }

  bool place_at(std::uint32_t t) const {
    return a_.names.at(t, NameKind::country, a_.lexicon.names) != nullptr ||
           a_.names.at(t, NameKind::body, a_.lexicon.names) != nullptr;
  }

  bool office_at(std::uint32_t t, std::uint32_t limit) const {
    if (a_.tokens[t].word == a_.lexicon.little.the) ++t;
    return t < limit && a_.tokens[t].capital &&
           a_.names.at(t, NameKind::office, a_.lexicon.names) != nullptr;
  }

  /// Reads names and their offices from `t` on; the token behind both, or `t`.
  std::uint32_t block(std::uint32_t t, RowEnd end) {
    const auto signers = row(t, end);
    if (!names(signers)) return t;
    auto next = signers.back().last;
    std::vector<Row> below;
    while (next < size_ && below.size() < most_rows) {
      auto cells = row(next, end);
      if (cells.size() != signers.size() || names(cells)) break;
      if (below.empty() ? !offices(cells) : !go_on(below.back(), cells)) break;
      next = cells.back().last;
      below.push_back(std::move(cells));
    }
    if (below.empty()) return t;
    for (std::size_t i = 0; i < signers.size(); ++i) add(name_in(signers[i]), below, i);
    return next;
  }

  void add(TokenRange name, const std::vector<Row>& below, std::size_t column) {
    PersonMention mention{
        name, below.front()[column], PersonMention::no_person, "leaders.signature", false, false};
    for (std::size_t i = 1; i < below.size(); ++i) mention.office_lines.push_back(below[i][column]);
    out_.push_back(std::move(mention));
  }

  const Analysis& a_;
  std::uint32_t size_;
  std::vector<PersonMention> out_;
};

}  // namespace

std::vector<PersonMention> signatures_in_columns(const Analysis& analysis) {
  return Columns(analysis).run();
}

}  // namespace attache
