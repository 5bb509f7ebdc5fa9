// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "seed/read/furniture.h"
#include "seed/read/note_mark.h"
#include "seed/read/page_lines.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

/// Lines of one note at most, and of text in front of a mark that stands alone.
constexpr std::size_t longest_note = 12;
/// Lines above a page's end that are looked at.
constexpr std::size_t longest_page = 150;

/// The notes at a page's foot whose numbers go up by one, found by their marks, which the page's
/// text has, too.
class Chain {
 public:
  Chain(std::vector<PageLine>& lines, std::size_t begin, std::size_t last, LastNote before)
      : lines_(lines),
        begin_(std::max(begin, last - std::min(last, longest_page))),
        last_(last),
        before_(before) {}

  /// The number of the last note; 0 where there are none.
  std::uint32_t take() {
    std::size_t seen = 0;
    for (std::size_t i = last_ + 1; i-- > begin_ && seen < longest_note;) {
      if (!lines_[i].is_text()) continue;
      ++seen;
      auto firsts = notes_up_from(i);
      if (firsts.size() > firsts_.size() && are_referred(firsts)) firsts_ = std::move(firsts);
    }
    if (firsts_.empty()) return 0;
    mark_notes();
    cut_references();
    return number(firsts_.back());
  }

 private:
  std::uint32_t number(std::size_t i) const { return note_mark_of(lines_[i].text).number; }

  /// A mark alone on its line has words behind it.
  bool is_mark(std::size_t i) const {
    const NoteMark mark = note_mark_of(lines_[i].text);
    return lines_[i].is_text() && mark.number > 0 && (!mark.alone || i < last_);
  }

  /// First lines of notes, the page's first one first, that end with the one at `i`.
  std::vector<std::size_t> notes_up_from(std::size_t i) const {
    std::vector<std::size_t> firsts;
    if (!is_mark(i)) return firsts;
    firsts.push_back(i);
    std::size_t between = 0;
    for (std::size_t at = i; at-- > begin_ && between < longest_note;) {
      if (!lines_[at].is_text()) continue;
      ++between;
      if (!is_mark(at) || number(at) + 1 != number(firsts.back())) continue;
      firsts.push_back(at);
      between = 0;
    }
    std::reverse(firsts.begin(), firsts.end());
    return firsts;
  }

  bool refers(std::size_t line, std::uint32_t note) const {
    const PageLine& l = lines_[line];
    if (!l.is_text()) return false;
    const NoteMark mark = note_mark_of(l.text);
    return (mark.alone && mark.number == note) || reference_to_note(l.text, note).has_value();
  }

  /// The page has nothing but notes, for which the one before had no room.
  bool is_whole_page(std::size_t first) const {
    return std::none_of(lines_.begin() + at(begin_), lines_.begin() + at(first),
                        [](const PageLine& line) { return line.is_text(); });
  }

  /// The text above has marks of at least half of the notes, and is no list itself. Notes that fill
  /// a page are referred to on the one before.
  bool are_referred(const std::vector<std::size_t>& firsts) const {
    const bool whole_page = is_whole_page(firsts.front());
    if (whole_page && before_.number > 0 && number(firsts.front()) == before_.number + 1)
      return true;
    const std::size_t from = whole_page ? std::min(begin_, before_.page_begin) : begin_;
    std::size_t referred = 0;
    for (const std::size_t first : firsts) {
      const std::uint32_t note = number(first);
      for (std::size_t i = from; i < firsts.front(); ++i) {
        if (!refers(i, note)) continue;
        ++referred;
        break;
      }
    }
    return referred * 2 >= firsts.size() && referred > 0;
  }

  void mark_notes() {
    std::size_t next = 0;
    std::vector<std::string_view> waiting;  // marks that stand alone, for the lines behind them
    for (std::size_t i = firsts_.front(); i <= last_; ++i) {
      if (!lines_[i].is_text()) continue;
      PageLine& line = lines_[i];
      const bool begins = next < firsts_.size() && firsts_[next] == i;
      next += begins;
      const NoteMark mark = begins ? note_mark_of(line.text) : NoteMark{};
      if (mark.alone) {
        waiting.push_back(line.text);
        line.dropped = true;
        continue;
      }
      line.note = true;
      line.note_mark = mark.bytes;
      line.note_label = line.text.substr(0, mark.bytes);
      if (waiting.empty()) continue;
      line.note_label = waiting.front();
      waiting.erase(waiting.begin());
    }
  }

  /// The marks of the running text are known now, however they stand there.
  void cut_references() {
    const std::size_t from =
        is_whole_page(firsts_.front()) ? std::min(begin_, before_.page_begin) : begin_;
    for (const std::size_t first : firsts_) {
      const std::uint32_t note = number(first);
      for (std::size_t i = from; i < firsts_.front(); ++i) {
        if (lines_[i].note || !refers(i, note)) continue;
        PageLine& line = lines_[i];
        const auto part = reference_to_note(line.text, note);
        if (part) line.cuts.push_back(*part);
        else line.dropped = true;
        break;
      }
    }
  }

  static std::ptrdiff_t at(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

  std::vector<PageLine>& lines_;
  std::size_t begin_, last_;
  LastNote before_;
  std::vector<std::size_t> firsts_;
};

}  // namespace

std::uint32_t take_referred_notes(std::vector<PageLine>& lines, std::size_t begin, std::size_t last,
                                  LastNote before) {
  return Chain(lines, begin, last, before).take();
}

}  // namespace attache
