// SPDX-License-Identifier: MIT
#include "seed/extract/date_heading.h"

#include <algorithm>

#include "seed/extract/analysis.h"

namespace attache {
namespace {

using Kind = DateWord::Kind;

/// A paper's name has no more words before its noun: "Security Council Resolution".
constexpr std::uint32_t longest_name = 6;

class Heading {
 public:
  Heading(const Analysis& analysis, const DateReader& reader, std::uint32_t first,
          std::uint32_t date)
      : a_(analysis), reader_(reader), first_(first), date_(date) {}

  HeadingDate run() const {
    const std::uint32_t join = joint();
    if (join == date_) return HeadingDate::unsaid;
    const bool belongs = reader_.kind(join) == Kind::filler;  // "of"
    const std::uint32_t paper = paper_noun();
    if (paper == date_) return belongs ? HeadingDate::other : HeadingDate::unsaid;
    const bool apart = a_.tokens[join].kind == TokenKind::punctuation;
    if (!apart && speaks_of(paper + 1, join, belongs)) return HeadingDate::other;
    return HeadingDate::own;
  }

 private:
  /// What joins the date to the words before it: a comma, "of" or "on"; `date_` where nothing does.
  /// Articles and the day of the week may stand between.
  std::uint32_t joint() const {
    std::uint32_t at = date_;
    while (at > first_ && is_article(at - 1)) --at;
    if (at <= first_ + 1) return date_;
    const std::uint32_t last = at - 1;
    if (joins(last)) return last;
    const std::uint32_t weekday = a_.is_punctuation(last, ",") ? last - 1 : last;
    if (weekday > first_ && is_capital(weekday) && joins(weekday - 1)) return weekday - 1;
    return a_.is_punctuation(last, ",(|") || reader_.is_dash(last) ? last : date_;
  }

  bool is_article(std::uint32_t t) const {
    return reader_.kind(t) == Kind::filler &&
           a_.lexicon.date_words.at(a_.tokens[t].word).value == 0;
  }

  /// "of", "on"
  bool joins(std::uint32_t t) const {
    const Kind kind = reader_.kind(t);
    return (kind == Kind::filler || kind == Kind::topic) &&
           a_.lexicon.date_words.at(a_.tokens[t].word).value == 1;
  }

  bool is_capital(std::uint32_t t) const {
    return a_.tokens[t].kind == TokenKind::word && a_.tokens[t].capital;
  }

  /// The noun that names the paper, before the first little word; `date_` where none does.
  std::uint32_t paper_noun() const {
    if (first_ >= date_ || !is_capital(first_)) return date_;
    for (std::uint32_t t = first_; t < std::min(date_, first_ + longest_name); ++t) {
      const Kind kind = reader_.kind(t);
      if (kind == Kind::paper) return t;
      if (kind != Kind::none || !is_capital(t)) break;
    }
    return date_;
  }

  /// Between the paper's name and the date stands what it speaks of. What was done to it behind a
  /// comma is its own again: "Interview about trade, broadcast on".
  /// A date that `belongs` to the noun before it is that noun's, whatever was done before it.
  bool speaks_of(std::uint32_t begin, std::uint32_t end, bool belongs) const {
    bool topic = false;
    for (std::uint32_t t = begin; t < end; ++t) {
      if (reader_.kind(t) == Kind::topic) topic = true;
      if (reader_.kind(t) != Kind::cue) continue;
      if (!topic && !belongs) return false;
      if (topic && t > begin && a_.is_punctuation(t - 1, ",")) return false;
    }
    return topic;
  }

  const Analysis& a_;
  const DateReader& reader_;
  const std::uint32_t first_, date_;
};

}  // namespace

HeadingDate heading_date(const Analysis& analysis, const DateReader& reader, std::uint32_t first,
                         std::uint32_t date) {
  return Heading(analysis, reader, first, date).run();
}

bool labels_own_date(const Analysis& analysis, const DateReader& reader, std::uint32_t first,
                     std::uint32_t label) {
  const auto names_paper = [&](std::uint32_t t) {
    const Kind kind = reader.kind(t);
    return kind == Kind::paper || kind == Kind::act || kind == Kind::cue || kind == Kind::release;
  };
  const auto is_plain = [&](std::uint32_t t) {
    return analysis.tokens[t].kind == TokenKind::word && reader.kind(t) == Kind::none;
  };
  if (label > first && is_plain(label - 1)) return false;
  const auto size = static_cast<std::uint32_t>(analysis.tokens.size());
  std::uint32_t next = label + 1;
  if (next >= size) return true;
  if (reader.kind(next) == Kind::filler) {
    while (next < size && reader.kind(next) == Kind::filler) ++next;
    return next >= size || names_paper(next) || reader.at(next, size).year != 0;
  }
  return !is_plain(next) || next + 1 >= size || !analysis.is_punctuation(next + 1, ":");
}

}  // namespace attache
