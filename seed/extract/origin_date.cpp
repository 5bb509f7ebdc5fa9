// SPDX-License-Identifier: MIT
#include "seed/extract/origin_date.h"

#include <algorithm>

#include "seed/extract/analysis.h"
#include "seed/extract/date_heading.h"
#include "seed/extract/date_reader.h"

namespace attache {
namespace {

/// Tokens at both ends of the text among which its date may stand.
constexpr std::uint32_t head_tokens = 250;
constexpr std::uint32_t foot_tokens = 150;

/// A line of no more tokens is a dateline; one of more needs a word that announces the date.
constexpr std::uint32_t dateline_tokens = 20;

/// A heading that names the paper first may be longer.
constexpr std::uint32_t heading_tokens = 45;

/// A line with such a word is looked at no further than this behind it.
constexpr std::uint32_t cue_reach = 30;

/// It opens the line, but for a noun or two before it ("Resolution adopted on").
constexpr std::uint32_t cue_depth = 3;

/// A line of a letterhead has no more tokens.
constexpr std::uint32_t short_line = 8;

using Kind = DateWord::Kind;

class DateFinder {
 public:
  explicit DateFinder(const Analysis& analysis)
      : a_(analysis),
        reader_(analysis),
        size_(static_cast<std::uint32_t>(analysis.tokens.size())) {}

  std::string run() const {
    const std::uint32_t head = std::min(size_, head_tokens), foot = foot_begin(head);
    std::string found = in_lines(0, head, Look::announced);
    if (found.empty()) found = in_lines(foot, size_, Look::signed_off);
    if (found.empty()) found = in_lines(0, head, Look::datelines);
    if (found.empty()) found = closing_formula_date();
    if (found.empty()) found = in_lines(foot, size_, Look::announced);
    if (found.empty()) found = in_lines(foot, size_, Look::datelines);
    if (found.empty()) found = in_lines(0, head, Look::held_back);
    return found;
  }

 private:
  enum class Look {
    announced,   ///< lines that announce a date
    signed_off,  ///< of these not what pages print at their foot, too
    datelines,
    held_back  ///< until when nobody may print it
  };

  /// Where the last words begin; drawn lines of dots to sign on are no words.
  std::uint32_t foot_begin(std::uint32_t head) const {
    std::uint32_t begin = size_;
    for (std::uint32_t words = 0; begin > head && words < foot_tokens; --begin)
      if (!is_drawn(begin - 1)) ++words;
    return begin;
  }

  bool is_drawn(std::uint32_t t) const {
    return t > 0 && a_.tokens[t].kind == TokenKind::punctuation && a_.raw(t) == a_.raw(t - 1);
  }

  /// The first date of the lines from `first` on that are looked for.
  std::string in_lines(std::uint32_t first, std::uint32_t limit, Look look) const {
    for (std::uint32_t begin = first; begin < limit;) {
      std::uint32_t end = begin + 1;
      while (end < size_ && !a_.tokens[end].newline && !a_.tokens[end].blank) ++end;
      std::string found = look == Look::datelines ? dateline(begin, end)
                          : look == Look::held_back ? held_back_until(begin, end)
                                                    : announced_in(begin, end, look);
      if (!found.empty()) return found;
      begin = end;
    }
    return {};
  }

  /// Of "Done at Bern, this 27th day of June 2016", wherever annexes or signatures have left it.
  std::string closing_formula_date() const {
    for (std::uint32_t t = 0; t < size_; ++t) {
      if (kind(t) != Kind::closing || !a_.tokens[t].capital || !begins(t)) continue;
      std::string found = date_between(t, stop_of(t, std::min(size_, t + cue_reach)));
      if (!found.empty()) return found;
    }
    return {};
  }

  /// "Embargoed until 10.00 on 4 June 2002"
  std::string held_back_until(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < std::min(end, begin + cue_depth + 1); ++t)
      if (kind(t) == Kind::release)
        for (std::uint32_t day = t + 1; day < end; ++day)
          if (const FoundDate found = reader_.at(day, end); found.year != 0) return written(found);
    return {};
  }

  std::string dateline(std::uint32_t begin, std::uint32_t end) const {
    if (!begins(begin) && !stands_alone(begin, end) && !closes_block(begin, end)) return {};
    for (std::uint32_t t = begin; t < std::min(end, begin + heading_tokens); ++t) {
      const FoundDate found = reader_.at(t, end);
      if (found.year == 0) continue;
      const std::uint32_t clause = clause_begin(begin);
      const HeadingDate whose = heading_date(a_, reader_, clause, t);
      if (whose == HeadingDate::other || refuses(begin, bracket_behind(found.last, end)) ||
          below_stamp(begin, t) || of_event(clause, t) || has_other_label(begin, t) ||
          told_in_brackets(begin, t))
        return {};
      const bool names_paper = whose == HeadingDate::own && is_heading(begin, found.last, end);
      return names_paper || is_dateline(begin, t, found.last, end) ? written(found) : std::string();
    }
    return {};
  }

  /// "Local Date:", "Date received:"
  bool has_other_label(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t)
      if (kind(t) == Kind::label && !labels_own_date(a_, reader_, begin, t)) return true;
    return false;
  }

  bool is_dateline(std::uint32_t begin, std::uint32_t date, std::uint32_t last,
                   std::uint32_t end) const {
    if (date >= begin + dateline_tokens) return false;
    const bool whole = end - begin <= dateline_tokens && closes(last, end);
    const bool placed = whole && behind_place(begin, date);
    return (placed || small_words(begin, date) <= 2) && (whole || opens_text(last, end));
  }

  /// A line of the head, and no sentence: behind the date stand an hour or a place at most.
  bool is_heading(std::uint32_t begin, std::uint32_t last, std::uint32_t end) const {
    const bool ends = end >= size_ || a_.tokens[end].blank || a_.tokens[end].capital;
    const bool at_head = begin < head_tokens && end - begin <= heading_tokens;
    return at_head && ends && !a_.is_punctuation(end - 1, ".;?!") &&
           (closes(last, end) || (kind(last) == Kind::link && small_words(last, end) == 1));
  }

  /// Where what a line goes on with begins, if the line before ends within a phrase ("signed on /
  /// 4 April 1949").
  std::uint32_t clause_begin(std::uint32_t line) const {
    if (line == 0 || !goes_on_over(line)) return line;
    std::uint32_t begin = line - 1;
    while (begin > 0 && line - begin < cue_reach && !a_.tokens[begin].blank) --begin;
    return begin;
  }

  bool goes_on_over(std::uint32_t line) const {
    const Token& last = a_.tokens[line - 1];
    return !a_.tokens[line].blank && last.kind == TokenKind::word && !last.capital;
  }

  /// "the fiftieth anniversary of the Treaty signed on 4 April 1949": the day of what is told; but
  /// "..., Oslo, 8 May 1995" is the day of the telling.
  bool of_event(std::uint32_t begin, std::uint32_t date) const {
    for (std::uint32_t t = begin; t < date; ++t)
      if (kind(t) == Kind::event) return !behind_place(t, date);
    return false;
  }

  /// Between commas stand capitals alone, right before the date.
  bool behind_place(std::uint32_t begin, std::uint32_t date) const {
    if (!a_.is_punctuation(date - 1, ",")) return false;
    for (std::uint32_t t = date - 1; t-- > begin;) {
      if (a_.is_punctuation(t, ",")) return t + 2 < date;
      if (a_.tokens[t].kind == TokenKind::word && !a_.tokens[t].capital) return false;
    }
    return false;
  }

  /// Where a note begins that goes with the line: "(updated 5 June 2003)", "[Original: English]".
  std::uint32_t bracket_behind(std::uint32_t last, std::uint32_t end) const {
    for (; last < end; ++last)
      if (a_.is_punctuation(last, "([")) return last;
    return end;
  }

  /// "GENEVA, 3 May 1999 - The High Commissioner said": a press agency's head of a paragraph.
  bool opens_text(std::uint32_t last, std::uint32_t end) const {
    return last + 1 < end && reader_.is_dash(last) && a_.tokens[last].space &&
           a_.tokens[last + 1].space;
  }

  /// A line of a block of short ones, as letterheads have, and not one of a paragraph's.
  bool stands_alone(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t before = begin;
    while (before > 0 && begin - before < short_line + 1 &&
           (before == begin || !starts_line(before)))
      --before;
    if (begin - before > short_line) return false;
    return end >= size_ || a_.tokens[end].blank || a_.tokens[end].kind != TokenKind::word ||
           a_.tokens[end].capital;
  }

  /// "Geneva, 3 March 2014" below the lines of a title.
  bool closes_block(std::uint32_t begin, std::uint32_t end) const {
    const bool short_of_prose = end - begin <= short_line && !goes_on_over(begin) &&
                                !a_.is_punctuation(end - 1, ".;") && small_words(begin, end) == 0;
    return short_of_prose && (end >= size_ || a_.tokens[end].blank);
  }

  bool starts_line(std::uint32_t t) const { return a_.tokens[t].newline || a_.tokens[t].blank; }

  bool begins(std::uint32_t t) const {
    if (t == 0 || a_.tokens[t].blank) return true;
    const std::uint32_t sentence = a_.sentence_of[t];
    return sentence != Analysis::no_sentence && a_.sentences[sentence].first == t;
  }

  std::uint32_t small_words(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t small = 0;
    for (std::uint32_t t = begin; t < end; ++t) {
      const Token& token = a_.tokens[t];
      const bool word = token.kind == TokenKind::word && token.end - token.begin > 1 &&
                        a_.raw(t).find_first_of("0123456789") == std::string_view::npos;
      if (word && !token.capital && is_said_little_of(kind(t))) ++small;  // no "p" of "p.m."
    }
    return small;
  }

  /// Words that stand in any prose, whatever else they are to headings.
  static bool is_said_little_of(Kind kind) {
    return kind == Kind::none || kind == Kind::topic || kind == Kind::link || kind == Kind::paper ||
           kind == Kind::act;
  }

  /// Behind a dateline's date stands an hour at most, or a note; a sentence goes on.
  bool closes(std::uint32_t last, std::uint32_t end) const {
    end = bracket_behind(last, end);
    while (last < end && a_.tokens[last].kind == TokenKind::punctuation) ++last;
    return last >= end || at_place(last) || small_words(last, end) == 0;
  }

  std::string announced_in(std::uint32_t begin, std::uint32_t end, Look look) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      if (!announces(t, look)) continue;
      if (t - begin > cue_depth && !closing_formula(t)) continue;
      if (in_brackets(begin, t)) continue;
      const bool is_field = t == begin && t + 1 < end && a_.is_punctuation(t + 1, ":");
      if (!a_.tokens[t].capital && !begins(begin) && !is_field) continue;
      if (kind(t) == Kind::label && !labels_own_date(a_, reader_, begin, t)) continue;
      const std::uint32_t reach = std::min(size_, t + cue_reach);
      const std::uint32_t stop = stop_of(t, reach);
      if (refuses(begin, t) || below_stamp(begin, t)) return {};
      if (std::string found = date_between(t, stop); !found.empty()) return found;
    }
    return {};
  }

  /// "Turkey (signed on 23 March 1982)": what is said of something that the line names.
  bool in_brackets(std::uint32_t begin, std::uint32_t t) const {
    for (std::uint32_t at = t; at-- > begin;) {
      if (a_.is_punctuation(at, ")]")) return false;
      if (a_.is_punctuation(at, "([")) return at > begin;
    }
    return false;
  }

  bool told_in_brackets(std::uint32_t begin, std::uint32_t date) const {
    for (std::uint32_t t = date; t-- > begin && !a_.is_punctuation(t, "([");)
      if (kind(t) == Kind::cue) return in_brackets(begin, t);
    return false;
  }

  bool announces(std::uint32_t t, Look look) const {
    const bool any = look == Look::announced;
    switch (kind(t)) {
      case Kind::closing: return true;
      case Kind::label: return any;
      case Kind::cue: return any || a_.lexicon.date_words.at(a_.tokens[t].word).value == 0;
      default: return false;
    }
  }

  /// "... in the archives. DONE at Paris, on the 4th day of April": opens a sentence in a line.
  bool closing_formula(std::uint32_t t) const { return begins(t) && at_place(t + 1); }

  bool at_place(std::uint32_t t) const { return a_.is_word(t, "at"); }

  /// Where a blank line or a sentence ends what the announcing word speaks of.
  std::uint32_t stop_of(std::uint32_t t, std::uint32_t reach) const {
    for (std::uint32_t at = t + 1; at < reach; ++at)
      if (a_.tokens[at].blank && at > t + 4) return at;
    return reach;
  }

  std::string date_between(std::uint32_t begin, std::uint32_t end) const {
    bool topic = false;  // "on the occasion of the visit of 3 May 2003" is not when it was said
    for (std::uint32_t t = begin; t < end; ++t) {
      if (reader_.refuses(t) || kind(t) == Kind::event) return {};
      const FoundDate found = reader_.at(t, end);
      if (found.year != 0 && !(topic && joined_by_of(t, begin))) return written(found);
      if (found.year != 0) t = std::max(t, found.last - 1);
      topic = topic || (kind(t) == Kind::topic && !introduces_date(t + 1, end));
    }
    return {};
  }

  bool joined_by_of(std::uint32_t date, std::uint32_t begin) const {
    return date > begin + 1 && kind(date - 1) == Kind::filler &&
           a_.lexicon.date_words.at(a_.tokens[date - 1].word).value == 1;
  }

  /// "on this third day", "on Thursday, 3 October"
  bool introduces_date(std::uint32_t t, std::uint32_t end) const {
    constexpr std::uint32_t widest = 3;
    for (std::uint32_t at = t; at < std::min(end, t + widest); ++at)
      if (reader_.at(at, end).year != 0) return true;
    return false;
  }

  bool refuses(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t)
      if (reader_.refuses(t)) return true;
    return false;
  }

  /// A date that begins its line, right below a stamp's short one ("Approved for Release /
  /// 2003/07/17").
  bool below_stamp(std::uint32_t begin, std::uint32_t date) const {
    if (begin == 0 || date > begin + 2 || a_.tokens[begin].blank) return false;
    std::uint32_t before = begin - 1;
    while (before > 0 && begin - before <= short_line && !starts_line(before)) --before;
    for (; before < begin; ++before)
      if (begin - before <= short_line && reader_.stamps(before)) return true;
    return false;
  }

  Kind kind(std::uint32_t t) const { return reader_.kind(t); }

  const Analysis& a_;
  const DateReader reader_;
  const std::uint32_t size_;
};

}  // namespace

std::string date_in_text(const Analysis& analysis) { return DateFinder(analysis).run(); }

}  // namespace attache
