// SPDX-License-Identifier: MIT
#include "seed/text/line_joins.h"

#include <algorithm>

#include "seed/text/line_lists.h"
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
/// Blank lines stand between the lines of a text, as in double-spaced typescripts, where so many of
/// the lines before them go on, and so many of them end with a word that can't end anything.
constexpr double spaced_share = 0.3;
constexpr double spaced_leads_share = 0.1;
constexpr std::uint32_t fewest_hanging = 2;
/// A heading is no longer (tokens).
constexpr std::uint32_t longest_heading = 12;
/// A line of prose has at least so many tokens.
constexpr std::uint32_t fewest_of_prose = 6;
constexpr std::uint32_t fewest_within = 3;
/// Tokens of a sentence that are looked at for a verb.
constexpr std::uint32_t most_looked_at = 64;

constexpr auto verbs =
    WordClass::auxiliary | WordClass::modal | WordClass::verb_s | WordClass::verb_ed;

/// The length that four of five lines don't exceed. Reorders them.
std::uint32_t usual_length(std::vector<std::uint32_t>& lengths) {
  const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 8 / 10);
  std::nth_element(lengths.begin(), at, lengths.end());
  return *at;
}

}  // namespace

LineJoins::LineJoins(std::string_view text, const std::vector<Token>& tokens,
                     const Vocabulary& vocabulary, const SentenceRules& rules,
                     const std::vector<std::uint32_t>& names_over_lines, bool marked_up)
    : text_(text),
      tokens_(tokens),
      vocabulary_(vocabulary),
      rules_(rules),
      names_over_lines_(names_over_lines),
      items_(semicolon_items(text, tokens, vocabulary)) {
  find_spacing();
  measure();
  marked_up_ = marked_up && !spaced_ && !(wrapped_ && breaks_ > std::max(few_breaks, blanks_));
}

bool LineJoins::ends_line(std::uint32_t token) const {
  if (is_one_of(text_, tokens_[token], ".?!:;")) return true;
  const bool closes =
      is_closing_quote(text_, tokens_[token]) || is_one_of(text_, tokens_[token], ")]");
  return closes && token > 0 && is_one_of(text_, tokens_[token - 1], ".?!:;");
}

/// The word before `i` is an article, "and", "of", "Mr.": no line of its own ends so.
bool LineJoins::hangs(std::uint32_t i) const {
  const Token& last = tokens_[i - 1];
  if (is(text_, last, '.') && i > 1) return rules_.of(tokens_[i - 2]) == Abbreviation::title;
  const auto classes = vocabulary_.classes(last.word);
  if (last.kind != TokenKind::word || last.upper || last.capital) return false;
  return any(classes, WordClass::coordinator | WordClass::possessive | WordClass::modal) ||
         (any(classes, WordClass::determiner) && !any(classes, WordClass::pronoun)) ||
         (any(classes, WordClass::preposition) && !any(classes, WordClass::adverb));
}

void LineJoins::find_spacing() {
  std::vector<std::uint32_t> lengths, going_on;
  std::uint32_t begin = 0, hanging = 0;
  for (std::uint32_t i = 1; i < size(); ++i) {
    if (!tokens_[i].newline) continue;
    lengths.push_back(tokens_[i - 1].end - tokens_[begin].begin);
    if (tokens_[i].blank) {
      ++blanks_;
      const bool hung = hangs(i);
      hanging += hung;
      if (hung || (lower_word(tokens_[i]) && !ends_line(i - 1))) going_on.push_back(lengths.back());
    }
    begin = i;
  }
  if (hanging < fewest_hanging || static_cast<double>(going_on.size()) < spaced_share * blanks_ ||
      hanging < spaced_leads_share * blanks_)
    return;
  const double full = short_line * usual_length(lengths);
  const auto long_enough =
      std::count_if(going_on.begin(), going_on.end(), [&](auto length) { return length >= full; });
  spaced_ = 2 * static_cast<std::size_t>(long_enough) > going_on.size();
}

void LineJoins::measure() {
  std::vector<std::uint32_t> lengths, going_on, lines;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 1; i < size(); ++i) {
    if (!tokens_[i].newline) continue;
    if (!blank(i)) {
      lengths.push_back(tokens_[i - 1].end - tokens_[begin].begin);
      const bool goes_on = lower_word(tokens_[i]) && !ends_line(i - 1);
      if (goes_on) going_on.push_back(lengths.back());
      if (goes_on || hangs(i)) lines.push_back(i);
    }
    begin = i;
  }
  breaks_ = static_cast<std::uint32_t>(lengths.size());
  layout_.emplace(text_, tokens_, lines);
  if (lengths.empty()) return;
  width_ = usual_length(lengths);
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
  if (is(text_, last, '(') || (wrapped_ && is(text_, last, ',')) || breaks_off(i, start))
    return true;
  if (is_lone_dash(text_, last)) return i > start + 1;  // "1990-", "$4-", "peace \u2013"
  if (is(text_, last, '.')) {
    const Token& word = tokens_[i - 2];  // the stop ended no sentence, or this were not asked
    const bool initial = word.capital && word.end - word.begin == 1;
    return i > start + 1 && (initial || rules_.of(word) == Abbreviation::title ||
                             rules_.of(word) == Abbreviation::number);
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
  if (!any(classes, WordClass::preposition) || asks) return false;
  return !any(classes, WordClass::adverb) || (!opens && is_prose(start, i, false));
}

/// "May" or "As" behind another sentence on its line, which no heading is; and a comma behind a
/// word in small letters, when the line has several.
bool LineJoins::breaks_off(std::uint32_t i, std::uint32_t start) const {
  constexpr auto openers = WordClass::modal | WordClass::auxiliary | WordClass::subordinator |
                           WordClass::preposition | WordClass::coordinator |
                           WordClass::conjunctive_adverb | WordClass::determiner;
  const Token& last = tokens_[i - 1];
  if (i == start + 1) return last.capital && any(vocabulary_.classes(last.word), openers);
  return is(text_, last, ',') && i - start >= fewest_of_prose && lower_word(tokens_[i - 2]);
}

/// "paragraphs (a),", "(a) and": another label follows these.
bool LineJoins::ends_with_label(std::uint32_t i) const {
  const Token& last = tokens_[i - 1];
  if (i < 3 || last.newline) return false;
  const bool joins =
      is(text_, last, ',') ||
      (lower_word(last) && any(vocabulary_.classes(last.word), WordClass::coordinator));
  return joins && is_one_of(text_, tokens_[i - 2], ")]") && !tokens_[i - 3].newline &&
         tokens_[i - 3].end - tokens_[i - 3].begin <= 4;
}

bool LineJoins::leads_to_label(std::uint32_t i, std::uint32_t start, bool alone) const {
  if (i < 2 || ends_line(i - 1) || start + 1 >= i) return false;
  if (ends_with_label(i)) return true;
  const Token& last = tokens_[i - 1];
  if (!alone || last.newline || is_one_of(text_, last, ")]\"")) return false;
  // "King Charles" before "I. was": no item begins so.
  if (tokens_[i].capital && i + 2 < size() && lower_word(tokens_[i + 2])) return true;
  return hangs(i) || is_prose(start, i, false) || rules_.has(last.word, Joint::numbered) ||
         (is(text_, last, ',') && i - start >= fewest_of_prose);
}

/// The open sentence has a verb behind its first word.
bool LineJoins::is_prose(std::uint32_t start, std::uint32_t i, bool within) const {
  if (i - start < fewest_of_prose && !(within && i - start >= fewest_within)) return false;
  const std::uint32_t end = std::min(i, start + most_looked_at);
  for (std::uint32_t t = start + 1; t < end; ++t)
    if (!tokens_[t].capital && any(vocabulary_.classes(tokens_[t].word), verbs)) return true;
  return false;
}

/// "Ministry of Foreign Affairs", "Aims": a short line by itself above a blank one, whatever
/// stands behind it. A full line is one of a text that goes on behind a page's end.
bool LineJoins::heads(std::uint32_t i, std::uint32_t start, bool opens) const {
  const std::uint32_t begin = line_begin(i - 1);
  if (start != begin || i - start > longest_heading || !tokens_[start].capital) return false;
  const bool full = wrapped_ && tokens_[i - 1].end - tokens_[begin].begin >= width_ * short_line;
  return !full && !is_prose(start, i, false) && !leads_on(i, start, opens);
}

/// "the Government of the" can't be a paragraph: whoever made the file took a page's end for one's.
/// A list's item may end with "and".
bool LineJoins::is_torn(std::uint32_t i) const {
  return hangs(i) && !any(vocabulary_.classes(tokens_[i - 1].word), WordClass::coordinator);
}

/// "(a) a mission in" before "Geneva": no item ends with a preposition before a name.
bool LineJoins::leads_item_on(std::uint32_t i, bool opens) const {
  const Token& last = tokens_[i - 1];
  return !last.newline && !blank(i) && tokens_[i].capital && !opens && lower_word(last) &&
         any(vocabulary_.classes(last.word), WordClass::preposition);
}

bool LineJoins::breaks(std::uint32_t i, std::uint32_t start, bool opens, bool marked) const {
  opens = opens && !is(text_, tokens_[i], 'I');  // which has a capital anywhere
  if (std::binary_search(items_.begin(), items_.end(), i)) return true;
  const bool goes_on = lower_word(tokens_[i]) && !ends_line(i - 1);
  if (blank(i) && marked_up_) return marked || !goes_on || !is_torn(i);
  if (blank(i)) return (!goes_on && !spans_name(i)) || marked || heads(i, start, opens);
  if (spans_name(i) || (marked && leads_item_on(i, opens))) return false;
  if (is_laid_out(i, start, opens, marked)) return false;
  if (!goes_on && layout_ && !leads_on(i, start, opens) &&
      layout_->begins_paragraph(line_begin(start), i))
    return true;
  // What began behind another sentence on its line is neither a heading nor an item.
  const bool within = !tokens_[start].newline && !marked;
  return wrapped_ ? wrapped_break(i, start, opens, within)
                  : !goes_on && loose_break(i, start, opens, within);
}

/// The line's place says that it goes on: further in than the item or paragraph that it belongs to,
/// as other lines of the text; behind the indented first line; behind a line without room.
bool LineJoins::is_laid_out(std::uint32_t i, std::uint32_t start, bool opens, bool marked) const {
  if (ends_line(i - 1) || !layout_) return false;
  const std::uint32_t first = line_begin(start);
  if (layout_->hangs_from(first, i) || layout_->follows_indent(first, i)) return true;
  if (layout_->is_full_before(i)) return true;
  return marked && layout_->is_deeper(first, i) && is_prose(start, i, false) && !opens;
}

bool LineJoins::dashes_on(std::uint32_t i) const {
  if (!wrapped_ || blank(i) || ends_line(i - 1)) return false;
  const std::uint32_t begin = line_begin(i - 1);
  return uneven_ ? i - begin >= fewest_of_prose
                 : tokens_[i - 1].end - tokens_[begin].begin >= width_ * short_line;
}

bool LineJoins::wrapped_break(std::uint32_t i, std::uint32_t start, bool opens, bool within) const {
  const std::uint32_t begin = line_begin(i - 1);
  const bool is_short = tokens_[i - 1].end - tokens_[begin].begin < width_ * short_line;
  if (!tokens_[i].capital || !is_short || leads_on(i, start, opens)) return false;
  if (opens || ends_line(i - 1)) return true;
  if (!uneven_) return !within;
  return start >= begin && tokens_[start].newline && !is_prose(start, i, within);
}

/// Lines are not known to be wrapped: a line that goes on with a capital goes on only where the
/// words say so.
bool LineJoins::loose_break(std::uint32_t i, std::uint32_t start, bool opens, bool within) const {
  if (leads_on(i, start, opens)) return false;
  return breaks_ > few_breaks || opens || !tokens_[i].capital || ends_line(i - 1) ||
         !is_prose(start, i, within);
}

}  // namespace attache
