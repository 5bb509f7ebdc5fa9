// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_line_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include "seed/read/reader/pdf_rows.h"
#include "seed/read/reader/pdf_words.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

/// Digits of a line's number at most.
constexpr std::size_t most_digits = 4;
/// From one number to the next at most.
constexpr long longest_step = 10;
/// Numbers of a document that show that each line has one, or only some do.
constexpr std::size_t fewest_numbers = 5, fewest_of_some = 3;
/// Numbers are set below one another: points.
constexpr double aligned = 1.5;
/// Between a number and what stands beside it, in sizes of the number.
constexpr double least_gap = 0.4;
/// Of ten numbers so many stand where the step says, and of four lines so many go on with the one
/// before.
constexpr std::size_t most_of_ten = 8;

bool is_number(const PdfWord& word) {
  return !word.text.empty() && word.text.size() <= most_digits &&
         std::all_of(word.text.begin(), word.text.end(), ascii::is_digit);
}

long value_of(const PdfWord& word) { return std::atol(word.text.c_str()); }

/// Numbers below one another that rise.
struct Strip {
  std::vector<std::size_t> words;  ///< of the page, from above
  double left = 0, right = 0;      ///< free of other words
  double top = 0, bottom = 0;
  long step = 0;        ///< 0: one number alone
  bool beside = false;  ///< it numbers the lines of prose
};

/// No other word stands in the strip or right beside it.
bool is_free(const Strip& strip, const std::vector<PdfWord>& words) {
  const double gap = least_gap * words[strip.words.front()].size;
  const std::set<std::size_t> own(strip.words.begin(), strip.words.end());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PdfWord& word = words[i];
    if (word.right > strip.left - gap && word.left < strip.right + gap && word.bottom > strip.top &&
        word.top < strip.bottom && !own.contains(i))
      return false;
  }
  return true;
}

class PageStrips {
 public:
  explicit PageStrips(const PdfPage& page) : words_(page.words) {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (is_number(words_[i])) numbers.push_back(i);
    if (numbers.empty()) return;
    for (const bool at_right : {true, false}) gather(numbers, at_right);
    for (Strip& strip : strips_) strip.beside = strip.step > 0 && numbers_lines(strip);
  }

  std::vector<Strip> take() { return std::move(strips_); }

 private:
  /// Numbers whose right, or left, ends stand below one another.
  void gather(std::vector<std::size_t> numbers, bool at_right) {
    const auto edge = [&](std::size_t i) { return at_right ? words_[i].right : words_[i].left; };
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](std::size_t a, std::size_t b) { return edge(a) < edge(b); });
    for (std::size_t begin = 0, end = 0; begin < numbers.size(); begin = end) {
      while (end < numbers.size() && edge(numbers[end]) - edge(numbers[begin]) < aligned) ++end;
      std::vector<std::size_t> column(numbers.begin() + static_cast<std::ptrdiff_t>(begin),
                                      numbers.begin() + static_cast<std::ptrdiff_t>(end));
      std::stable_sort(column.begin(), column.end(), [&](std::size_t a, std::size_t b) {
        return words_[a].baseline() < words_[b].baseline();
      });
      part(column);
    }
  }

  /// Cuts a column of numbers where they do not rise, or by another step.
  void part(const std::vector<std::size_t>& column) {
    for (std::size_t begin = 0, end = 0; begin < column.size(); begin = end) {
      end = begin + 1;
      long step = 0;
      while (end < column.size()) {
        const long next = value_of(words_[column[end]]) - value_of(words_[column[end - 1]]);
        if (next <= 0 || next > longest_step || (step != 0 && next != step)) break;
        step = next;
        ++end;
      }
      add({{column.begin() + static_cast<std::ptrdiff_t>(begin),
            column.begin() + static_cast<std::ptrdiff_t>(end)},
           0,
           0,
           0,
           0,
           step,
           false});
    }
  }

  void add(Strip strip) {
    const PdfWord& first = words_[strip.words.front()];
    strip.left = first.left, strip.right = first.right;
    strip.top = first.top, strip.bottom = words_[strip.words.back()].bottom;
    for (const std::size_t i : strip.words) {
      strip.left = std::min(strip.left, words_[i].left);
      strip.right = std::max(strip.right, words_[i].right);
    }
    const auto same = [&](const Strip& other) { return other.words == strip.words; };
    if (std::any_of(strips_.begin(), strips_.end(), same)) return;
    // One number alone is looked at where others show that lines are numbered.
    if (strip.step == 0 || is_free(strip, words_)) strips_.push_back(std::move(strip));
  }

  bool numbers_lines(const Strip& strip) const {
    return numbers_lines(strip, rows_beside(strip, true)) ||
           numbers_lines(strip, rows_beside(strip, false));
  }

  /// The rows right or left of a strip, numbers aside, as far as the next strip.
  std::vector<PdfRow> rows_beside(const Strip& strip, bool at_right) const {
    double end = at_right ? 1e6 : -1e6;
    for (const Strip& other : strips_) {
      if (other.words.size() < fewest_of_some || &other == &strip) continue;
      if (at_right && other.left > strip.right) end = std::min(end, other.left);
      if (!at_right && other.right < strip.left) end = std::max(end, other.right);
    }
    std::vector<PdfWord> words;
    const double slack = words_[strip.words.front()].size;
    for (const PdfWord& word : words_) {
      const bool side = at_right ? word.left > strip.right && word.right < end
                                 : word.right < strip.left && word.left > end;
      // One line more on both sides: of a fifth line the sentence began above.
      if (side && word.bottom > strip.top - longest_step * slack &&
          word.top < strip.bottom + longest_step * slack)
        words.push_back(word);
    }
    PdfPage page;
    page.words = std::move(words);
    return rows_of(std::move(page));
  }

  /// Each number stands at a row, `step` rows below the one before, and sentences run on over
  /// these rows: no list of items.
  bool numbers_lines(const Strip& strip, const std::vector<PdfRow>& rows) const {
    if (rows.size() < fewest_of_some || strip.words.size() < 2) return false;
    std::vector<std::size_t> places;
    for (const std::size_t i : strip.words) places.push_back(row_at(rows, words_[i]));
    std::size_t in_step = 0;
    for (std::size_t i = 1; i < places.size(); ++i)
      in_step += places[i] == places[i - 1] + static_cast<std::size_t>(strip.step);
    if (in_step * 10 < (places.size() - 1) * most_of_ten) return false;
    std::size_t going_on = 0, looked_at = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (strip.step == 1 && (i <= places.front() || i > places.back())) continue;
      ++looked_at;
      going_on +=
          begins_small(rows[i].words.front().text) && !ends_sentence(text_of(rows[i - 1].words));
    }
    return going_on * 4 >= looked_at && going_on > 0;
  }

  /// The row on whose height a number stands; the number of rows where none does.
  static std::size_t row_at(const std::vector<PdfRow>& rows, const PdfWord& number) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (std::abs(rows[i].baseline() - number.baseline()) < 0.5 * rows[i].size) return i;
    return rows.size();
  }

  const std::vector<PdfWord>& words_;
  std::vector<Strip> strips_;
};

/// What the strips of all pages show.
struct Known {
  std::map<long, std::size_t> numbers;  ///< by step, how many stand beside prose
  std::map<long, std::vector<const Strip*>> places;

  bool shows(long step) const {
    const auto found = numbers.find(step);
    return found != numbers.end() && found->second >= (step == 1 ? fewest_numbers : fewest_of_some);
  }

  /// A strip where those of known line numbers stand.
  bool has_place(const Strip& strip, long step) const {
    const auto found = places.find(step);
    return found != places.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Strip* other) {
             return std::abs(other->left - strip.left) < aligned ||
                    std::abs(other->right - strip.right) < aligned;
           });
  }
};

bool is_of_lines(const Strip& strip, const PdfPage& page, const Known& known) {
  if (strip.beside && known.shows(strip.step)) return true;
  if (strip.step > 0) return known.shows(strip.step) && known.has_place(strip, strip.step);
  const long value = value_of(page.words[strip.words.front()]);
  return std::any_of(known.places.begin(), known.places.end(), [&](const auto& entry) {
    return known.shows(entry.first) && value % entry.first == 0 &&
           known.has_place(strip, entry.first) && is_free(strip, page.words);
  });
}

}  // namespace

void remove_line_numbers(std::vector<PdfPage>& pages) {
  std::vector<std::vector<Strip>> strips;
  for (const PdfPage& page : pages) strips.push_back(PageStrips(page).take());
  Known known;
  for (const std::vector<Strip>& page : strips)
    for (const Strip& strip : page)
      if (strip.beside) {
        known.numbers[strip.step] += strip.words.size();
        known.places[strip.step].push_back(&strip);
      }
  if (known.numbers.empty()) return;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::set<std::size_t> out;
    for (const Strip& strip : strips[p])
      if (is_of_lines(strip, pages[p], known)) out.insert(strip.words.begin(), strip.words.end());
    if (out.empty()) continue;
    std::vector<PdfWord> kept;
    for (std::size_t i = 0; i < pages[p].words.size(); ++i)
      if (!out.contains(i)) kept.push_back(std::move(pages[p].words[i]));
    pages[p].words = std::move(kept);
  }
}

}  // namespace attache::reader
