// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_notes.h"

#include "seed/text/ascii.h"

#include <array>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace attache::reader {
namespace {

using ascii::is_digit;
using ascii::is_upper;

using namespace std::string_view_literals;

/// The length of a mark that is not raised (`1 See`, `1. See`, `1See`, `* See`), blank included; 0
/// if none.
std::size_t plain_mark(std::string_view text) {
  for (const std::string_view sign : {"* "sv, "** "sv, "† "sv, "‡ "sv})
    if (text.starts_with(sign)) return sign.size();
  std::size_t end = 0;
  while (end < text.size() && end < 4 && is_digit(text[end])) ++end;
  if (end == 0 || end == 4) return 0;
  if (end + 1 < text.size() && is_upper(text[end]) && text[end + 1] != ' ') return end;
  if (end < text.size() && (text[end] == '.' || text[end] == ')' || text[end] == '/')) ++end;
  return end + 1 < text.size() && text[end] == ' ' ? end + 1 : 0;
}

/// The number that a line begins with; 0 if none.
std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < text.size() && i < 4 && is_digit(text[i]); ++i)
    number = number * 10 + static_cast<std::size_t>(text[i] - '0');
  return number;
}

std::string in_brackets(std::string_view text, std::size_t mark) {
  std::string_view bare = text.substr(0, text[mark - 1] == ' ' ? mark - 1 : mark);
  if (bare.size() > 1 && !is_digit(bare.back()) && is_digit(bare[0])) bare.remove_suffix(1);
  return "[" + std::string(bare) + "] " + std::string(text.substr(mark));
}

/// Whether a note could end here.
bool ends(std::string_view text) {
  return !text.empty() && std::string_view(".!?)]\"").find(text.back()) != std::string_view::npos;
}

class Parting {
 public:
  explicit Parting(std::vector<PdfLine> lines)
      : lines_(std::move(lines)), usual_(usual_size(lines_)) {
    for (const PdfLine& line : lines_)
      if (line.refers) referring_.insert(line.page);
  }

  PdfParts part() {
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin;
      while (end < lines_.size() && lines_[end].block == lines_[begin].block) ++end;
      const std::size_t notes = first_note(begin, end);
      for (std::size_t i = begin; i < end; ++i) take(lines_[i], i >= notes);
      begin = end;
    }
    return std::move(parts_);
  }

 private:
  bool is_small(const PdfLine& line) const { return line.size < 0.94 * usual_; }

  bool is_marked(const PdfLine& line) const {
    if (line.marked) return true;
    return is_small(line) && referring_.count(line.page) > 0 && plain_mark(line.text) > 0;
  }

  /// A small line with a number higher than the note's before, on a page whose text has no raised
  /// marks.
  bool counts_on(const PdfLine& line) const {
    return is_small(line) && plain_mark(line.text) > 0 && number_of(line.text) > last_number_;
  }

  /// The number is the next one, or the text before it breaks off.
  bool begins_notes(std::size_t at, std::size_t begin) const {
    if (!counts_on(lines_[at])) return false;
    const bool next = last_number_ > 0 && number_of(lines_[at].text) == last_number_ + 1;
    return next || (at > begin && !ends(lines_[at - 1].text));
  }

  /// The first line of the notes that a block ends with.
  std::size_t first_note(std::size_t begin, std::size_t end) const {
    std::size_t small = end;
    while (small > begin && is_small(lines_[small - 1])) --small;
    const bool open = !parts_.notes.empty() && !ends(parts_.notes.back().text) &&
                      lines_[begin].page <= parts_.notes.back().page + 1;
    if (open && small < end && !is_marked(lines_[small])) return small;
    for (std::size_t i = small; i < end; ++i)
      if (is_marked(lines_[i]) || begins_notes(i, begin)) return i;
    return first_of_same_size(begin, end);
  }

  /// Notes in the text's own size begin with raised marks, in the lower half of a block.
  std::size_t first_of_same_size(std::size_t begin, std::size_t end) const {
    const double middle = (lines_[begin].top + lines_[end - 1].bottom) / 2;
    std::size_t first = end;
    for (std::size_t i = end; i > begin && lines_[i - 1].top > middle; --i) {
      if (lines_[i - 1].size > 1.03 * usual_) break;
      if (lines_[i - 1].marked) first = i - 1;
    }
    return first > begin ? first : end;
  }

  void take(PdfLine& line, bool note) {
    if (!note) {
      parts_.body.push_back(std::move(line));
      return;
    }
    if (!line.marked && (is_marked(line) || counts_on(line))) {
      last_number_ = number_of(line.text);
      line.text = in_brackets(line.text, plain_mark(line.text));
      line.marked = true;
    }
    parts_.notes.push_back(std::move(line));
  }

  std::vector<PdfLine> lines_;
  double usual_;
  std::set<std::size_t> referring_;  ///< pages whose text refers to notes
  PdfParts parts_;
  std::size_t last_number_ = 0;  ///< of the notes whose marks are not raised
};

}  // namespace

PdfParts part_notes(std::vector<PdfLine> lines) { return Parting(std::move(lines)).part(); }

bool begins_note(const PdfLine& line) { return line.marked; }

}  // namespace attache::reader
