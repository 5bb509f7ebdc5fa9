// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "seed/read/reader/pdf_frame.h"
#include "seed/read/reader/pdf_note_rows.h"
#include "seed/read/reader/pdf_printed.h"
#include "seed/read/reader/pdf_rows.h"
#include "seed/read/reader/pdf_shapes.h"
#include "seed/read/reader/pdf_words.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using ascii::is_digit;

constexpr std::size_t edge_rows = 5;    ///< so many rows at each edge may be furniture
constexpr std::size_t most_digits = 4;  ///< of a page's number
constexpr double same_place = 4;        ///< points
/// A row of more words is a line of the text: what comes again behind it is text that repeats.
constexpr std::size_t words_of_head = 9;
/// From one line of a paragraph to the next at most, in sizes of its type.
constexpr double widest_leading = 1.8;

/// A row near the upper or lower edge of its page.
struct EdgeRow {
  std::size_t row = 0;  ///< in its page
  std::string shape;    ///< its text with each number as #
  std::vector<long> numbers;
  double place = 0;     ///< of its middle, from the page's upper edge
  bool counts = false;  ///< begins or ends with a number that stands alone
  bool high = false;    ///< at the upper edge
  bool note = false;    ///< of a note at the page's foot
};

struct Edges {
  std::size_t page = 0;
  std::vector<EdgeRow> rows;  ///< from the edge inwards, the upper ones first
};

EdgeRow edge_row(const PdfRow& row, std::size_t at, bool high) {
  EdgeRow result{at, {}, {}, (row.top + row.bottom) / 2, false, high, false};
  const std::string text = text_of(row.words);
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      result.shape += text[i++];
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    result.numbers.push_back(std::atol(text.substr(i, std::min<std::size_t>(end - i, 9)).c_str()));
    const bool first = i == 0 && end < text.size() && text[end] == ' ';
    const bool last = end == text.size() && i > 0 && text[i - 1] == ' ';
    result.counts = result.counts || first || last || (i == 0 && end == text.size());
    result.shape += '#';
    i = end;
  }
  return result;
}

/// A page's last row is a number alone, apart from what stands above: wide margins put it far from
/// the edge.
bool ends_with_number(const PdfPageRows& page) {
  if (page.rows.size() < 2) return false;
  const PdfRow &last = page.rows.back(), &above = page.rows[page.rows.size() - 2];
  const std::string text = text_of(last.words);
  return text.size() <= most_digits && std::all_of(text.begin(), text.end(), is_digit) &&
         last.baseline() - above.baseline() > widest_leading * last.size;
}

Edges edges_of(const PdfPageRows& page) {
  Edges edges{page.number, {}};
  const std::size_t count = page.rows.size();
  const std::vector<bool> notes = note_rows(page);
  for (std::size_t i = 0; i < count && i < edge_rows; ++i)
    if (page.rows[i].bottom < page.height / 5)
      edges.rows.push_back(edge_row(page.rows[i], i, true));
  for (std::size_t i = count, n = 0; i > 0 && n < edge_rows; --i, ++n) {
    const bool number = i == count && ends_with_number(page);
    if (page.rows[i - 1].top <= page.height * 4 / 5 && !number) continue;
    edges.rows.push_back(edge_row(page.rows[i - 1], i - 1, false));
    edges.rows.back().note = notes[i - 1];
  }
  return edges;
}

/// The same text at the same place, whose numbers are the same or count with the pages.
bool repeats(const EdgeRow& row, const EdgeRow& other, long pages) {
  if (row.high != other.high || row.note || other.note ||
      std::abs(row.place - other.place) > same_place)
    return false;
  if (row.shape != other.shape || row.numbers.size() != other.numbers.size()) return false;
  for (std::size_t i = 0; i < row.numbers.size(); ++i)
    if (other.numbers[i] != row.numbers[i] && other.numbers[i] - row.numbers[i] != pages)
      return false;
  return true;
}

/// Both begin or end with a number that counts with the pages, whatever stands beside it.
bool counts_on(const EdgeRow& row, const EdgeRow& other, long pages) {
  if (!row.counts || !other.counts || row.note || other.note || row.high != other.high)
    return false;
  if (std::abs(row.place - other.place) > same_place) return false;
  const auto is_next = [&](long here, long there) { return there - here == pages; };
  for (const long here : {row.numbers.front(), row.numbers.back()})
    for (const long there : {other.numbers.front(), other.numbers.back()})
      if (is_next(here, there)) return true;
  return false;
}

bool comes_again(const EdgeRow& row, const std::vector<Edges>& all, std::size_t at) {
  const std::size_t from = at < 2 ? 0 : at - 2;
  for (std::size_t i = from; i < all.size() && i <= at + 2; ++i) {
    const long pages = static_cast<long>(all[i].page) - static_cast<long>(all[at].page);
    if (pages == 0) continue;
    for (const EdgeRow& other : all[i].rows)
      if (repeats(row, other, pages) || counts_on(row, other, pages)) return true;
  }
  return false;
}

/// Lines of one paragraph: of the same type, and no further apart than a paragraph's lines are.
bool is_set_together(const PdfRow& upper, const PdfRow& lower) {
  return std::abs(upper.size - lower.size) < 0.5 &&
         lower.baseline() - upper.baseline() < widest_leading * upper.size;
}

/// Whether the last row of a page's text is no sentence's end.
bool breaks_off(const PdfPageRows& page, const Edges& edges, const std::vector<bool>& out) {
  for (std::size_t i = page.rows.size(); i > 0; --i) {
    const bool note = std::any_of(edges.rows.begin(), edges.rows.end(),
                                  [&](const EdgeRow& row) { return row.note && row.row == i - 1; });
    if (!out[i - 1] && !note) return !ends_sentence(text_of(page.rows[i - 1].words));
  }
  return false;
}

/// Whether a row begins a sentence that its paragraph's next row goes on with, in small letters.
bool is_gone_on_with(const PdfPageRows& page, std::size_t at) {
  if (at + 1 >= page.rows.size()) return false;
  const PdfRow& row = page.rows[at];
  const PdfRow& next = page.rows[at + 1];
  return begins_small(next.words.front().text) && !ends_sentence(text_of(row.words)) &&
         is_set_together(row, next);
}

/// A sentence's row and no head's: a long one that begins small, or one that the next goes on with.
/// A short one may be a head all the same, unless a comma ends it, where the next row is one
/// (`next_again`: www.mfa.example) or goes on with the page before (`open`).
bool runs_on(const PdfPageRows& page, const EdgeRow& at, bool next_again, bool open) {
  const PdfRow& row = page.rows[at.row];
  const bool is_long = row.words.size() > words_of_head;
  if (is_long && begins_small(row.words.front().text)) return true;
  if (at.counts || !is_gone_on_with(page, at.row)) return false;
  return is_long || row.words.back().text.ends_with(',') || (at.high && !next_again && !open);
}

/// By how much the numbers at the edges of pages are ahead of the pages, and on which pages.
using Ahead = std::map<long, std::set<std::size_t>>;

Ahead numbers_ahead(const std::vector<Edges>& all) {
  Ahead ahead;
  for (const Edges& edges : all)
    for (const EdgeRow& row : edges.rows)
      if (row.counts && !row.note)
        for (const long number : {row.numbers.front(), row.numbers.back()})
          ahead[number - static_cast<long>(edges.page)].insert(edges.page);
  return ahead;
}

/// Whether the last row of a page is its number: of the file's pages, or as those of others count.
bool is_own_number(const PdfPageRows& page, const EdgeRow& row, const Ahead& ahead) {
  if (row.high || row.row + 1 != page.rows.size() || !ends_with_number(page)) return false;
  const long before = row.numbers.front() - static_cast<long>(page.number);
  const auto found = ahead.find(before);
  constexpr std::size_t fewest_pages = 3;  // this one among them
  return before == 1 || (found != ahead.end() && found->second.size() >= fewest_pages);
}

/// Whether a row that stands at the very edge is furniture by what it says.
bool is_by_shape(const PdfPageRows& page, const EdgeRow& row, const std::string& text,
                 const Ahead& ahead) {
  if (is_own_number(page, row, ahead)) return true;
  const double from_edge = row.high ? row.place : page.height - row.place;
  if (from_edge > page.height / 7) return false;
  if (is_page_number(text)) return true;
  return is_symbol_line(text) && (page.number > 0 || !row.high);
}

/// Marks bar codes in the lower third, and the few words beside and below them.
void mark_codes(const PdfPageRows& page, std::vector<bool>& out) {
  double code = -1;
  for (std::size_t i = page.rows.size(); i > 0; --i) {
    const PdfRow& row = page.rows[i - 1];
    if (row.bottom < page.height * 2 / 3) break;
    if (row.words.size() > 10 || !has_bar_code(text_of(row.words))) continue;
    out[i - 1] = true;
    code = row.top;
  }
  if (code < 0) return;
  for (std::size_t i = 0; i < page.rows.size(); ++i)
    if (page.rows[i].bottom > code - 2 && page.rows[i].words.size() <= 4) out[i] = true;
}

std::vector<bool> furniture_of(const PdfPageRows& page, const std::vector<Edges>& all,
                               std::size_t at, bool open, const Ahead& ahead) {
  std::vector<bool> out(page.rows.size());
  mark_codes(page, out);
  mark_printed(page, out);
  bool high_edge = true, low_edge = true;    // nothing but furniture so far
  bool high_text = false, low_text = false;  // the text has begun
  const std::vector<EdgeRow>& rows = all[at].rows;
  std::vector<bool> again(rows.size() + 1), repeated(page.rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    repeated[rows[i].row] = again[i] = comes_again(rows[i], all, at);
  const PdfFrame frame(page);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const EdgeRow& row = rows[i];
    bool& edge = row.high ? high_edge : low_edge;
    bool& text = row.high ? high_text : low_text;
    const bool sentence = runs_on(page, row, again[i + 1], open) ||
                          (again[i] && (frame.in_paragraph(row.row, repeated) ||
                                        frame.is_sentence(row.row, row.high, open && row.high)));
    const bool shape =
        edge && !row.note && is_by_shape(page, row, text_of(page.rows[row.row].words), ahead);
    if ((again[i] && !text && !sentence) || shape) out[row.row] = true;
    edge = edge && out[row.row];
    text = text || row.note ||
           (!out[row.row] && (sentence || page.rows[row.row].words.size() > words_of_head));
  }
  return out;
}

}  // namespace

void remove_furniture(std::vector<PdfPageRows>& pages) {
  std::vector<Edges> edges;
  for (const PdfPageRows& page : pages) edges.push_back(edges_of(page));
  const Ahead ahead = numbers_ahead(edges);
  std::vector<std::vector<bool>> out;
  bool any = false;   // pages that are all alike keep their words
  bool open = false;  // the page before ends in the midst of a sentence
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out.push_back(furniture_of(pages[i], edges, i, open, ahead));
    open = breaks_off(pages[i], edges[i], out.back());
    any = any || std::find(out[i].begin(), out[i].end(), false) != out[i].end();
  }
  for (std::size_t i = 0; any && i < pages.size(); ++i) {
    std::vector<PdfRow> kept;
    for (std::size_t r = 0; r < out[i].size(); ++r)
      if (!out[i][r]) kept.push_back(std::move(pages[i].rows[r]));
    pages[i].rows = std::move(kept);
  }
}

}  // namespace attache::reader
