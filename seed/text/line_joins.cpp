// SPDX-License-Identifier: MIT
#include "seed/text/line_joins.h"

#include <algorithm>

#include "seed/text/marks.h"

namespace attache {
namespace {

/// A line shorter than this share of the usual width ends its paragraph.
constexpr double short_line = 0.6;
/// Lines are wrapped where so many of them go on in lower case. Wrapped prose has three of four;
/// paragraphs on one line each, with the faults of scanning, one of thirty.
constexpr double wrapped_share = 0.3;
/// Lines end unevenly where so many of those that go on are short.
constexpr double uneven_share = 0.15;
/// A text of no more line ends shows too little of how it is broken: the words decide.
constexpr std::uint32_t few_breaks = 8;
/// A line of prose has at least so many tokens.
constexpr std::uint32_t fewest_of_prose = 6;
/// Tokens of a sentence that are looked at for a verb.
constexpr std::uint32_t most_looked_at = 64;

constexpr auto verbs =
    WordClass::auxiliary | WordClass::modal | WordClass::verb_s | WordClass::verb_ed;

}  // namespace

LineJoins::LineJoins(std::string_view text, const std::vector<Token>& tokens,
                     const Vocabulary& vocabulary, const SentenceRules& rules,
                     const std::vector<std::uint32_t>& names_over_lines)
    : text_(text),
      tokens_(tokens),
      vocabulary_(vocabulary),
      rules_(rules),
      names_over_lines_(names_over_lines) {
  measure();
}

bool LineJoins::ends_line(std::uint32_t token) const {
  if (is_one_of(text_, tokens_[token], ".?!:;")) return true;
  const bool closes =
      is_closing_quote(text_, tokens_[token]) || is_one_of(text_, tokens_[token], ")]");
  return closes && token > 0 && is_one_of(text_, tokens_[token - 1], ".?!:;");
}

void LineJoins::measure() {
  std::vector<std::uint32_t> lengths, going_on;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 1; i < size(); ++i) {
    if (!tokens_[i].newline) continue;
    if (!tokens_[i].blank) {
      lengths.push_back(tokens_[i - 1].end - tokens_[begin].begin);
      if (lower_word(tokens_[i]) && !ends_line(i - 1)) going_on.push_back(lengths.back());
    }
    begin = i;
  }
  breaks_ = static_cast<std::uint32_t>(lengths.size());
  if (lengths.empty()) return;
  const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 8 / 10);
  std::nth_element(lengths.begin(), at, lengths.end());
  width_ = *at;
  wrapped_ = static_cast<double>(going_on.size()) >= wrapped_share * breaks_;
  const auto is_short = [&](std::uint32_t length) { return length < short_line * width_; };
  const auto shorts = std::count_if(going_on.begin(), going_on.end(), is_short);
  uneven_ = static_cast<double>(shorts) > uneven_share * static_cast<double>(going_on.size());
}

std::uint32_t LineJoins::line_begin(std::uint32_t token) const {
  while (token > 0 && !tokens_[token].newline) --token;
  return token;
}

bool LineJoins::spans_name(std::uint32_t i) const {
  return std::binary_search(names_over_lines_.begin(), names_over_lines_.end(), i);
}

/// The last word before `i` can't end a heading or an item: an article, "and", "of"; a title before
/// a name, an initial; "resolution" before a number.
bool LineJoins::leads_on(std::uint32_t i, std::uint32_t start, bool opens) const {
  const Token& last = tokens_[i - 1];
  if (i < 2 || last.newline) return false;
  if (is(text_, last, '(') || (wrapped_ && is(text_, last, ','))) return true;
  if (is(text_, last, '.')) {
    const Token& word = tokens_[i - 2];  // the stop ended no sentence, or this were not asked
    const bool initial = word.capital && word.end - word.begin == 1;
    return i > start + 1 && (initial || rules_.of(word.word) == Abbreviation::title ||
                             rules_.of(word.word) == Abbreviation::number);
  }
  if (last.kind != TokenKind::word) return false;
  if (tokens_[i].kind == TokenKind::number) return rules_.has(last.word, Joint::numbered);
  const auto classes = vocabulary_.classes(last.word);
  // "the" before "For these reasons" has lost what stood between.
  const bool owned = any(classes, WordClass::possessive | WordClass::modal) ||
                     (any(classes, WordClass::determiner) &&
                      !any(classes, WordClass::pronoun | WordClass::quantifier));
  if (any(classes, WordClass::coordinator) || (owned && !opens))
    return !last.upper || tokens_[i].upper;
  // "What we stand for" is a heading.
  const bool asks =
      any(vocabulary_.classes(tokens_[start].word), WordClass::relative | WordClass::subordinator);
  return any(classes, WordClass::preposition) && !any(classes, WordClass::adverb) && !asks;
}

/// The open sentence has a verb behind its first word.
bool LineJoins::is_prose(std::uint32_t start, std::uint32_t i) const {
  if (i - start < fewest_of_prose) return false;
  const std::uint32_t end = std::min(i, start + most_looked_at);
  for (std::uint32_t t = start + 1; t < end; ++t)
    if (!tokens_[t].capital && any(vocabulary_.classes(tokens_[t].word), verbs)) return true;
  return false;
}

bool LineJoins::breaks(std::uint32_t i, std::uint32_t start, bool opens, bool marked) const {
  const bool goes_on = lower_word(tokens_[i]) && !ends_line(i - 1);
  if (tokens_[i].blank) return (!goes_on && !spans_name(i)) || marked;
  if (spans_name(i)) return false;
  return wrapped_ ? wrapped_break(i, start, opens) : !goes_on && loose_break(i, start, opens);
}

bool LineJoins::dashes_on(std::uint32_t i) const {
  if (!wrapped_ || tokens_[i].blank || ends_line(i - 1)) return false;
  const std::uint32_t begin = line_begin(i - 1);
  return uneven_ ? i - begin >= fewest_of_prose
                 : tokens_[i - 1].end - tokens_[begin].begin >= width_ * short_line;
}

bool LineJoins::wrapped_break(std::uint32_t i, std::uint32_t start, bool opens) const {
  const std::uint32_t begin = line_begin(i - 1);
  const bool is_short = tokens_[i - 1].end - tokens_[begin].begin < width_ * short_line;
  if (!tokens_[i].capital || !is_short || leads_on(i, start, opens)) return false;
  if (!uneven_ || opens || ends_line(i - 1)) return true;
  return start >= begin && tokens_[start].newline && !is_prose(start, i);
}

/// Lines are not known to be wrapped: a line that goes on with a capital goes on only where the
/// words say so.
bool LineJoins::loose_break(std::uint32_t i, std::uint32_t start, bool opens) const {
  if (leads_on(i, start, opens)) return false;
  return breaks_ > few_breaks || opens || !tokens_[i].capital || ends_line(i - 1) ||
         !is_prose(start, i);
}

}  // namespace attache
