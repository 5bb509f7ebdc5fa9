// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_join.h"

#include <algorithm>

#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using ascii::is_letter;
using ascii::is_upper;
using ascii::lower_case;

using namespace std::string_view_literals;

/// The bytes of letters that a text begins with. Dashes and quotation marks beyond ASCII are none.
std::string_view first_letters(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end]) && text.substr(end, 2) != "\xE2\x80"sv) ++end;
  return text.substr(0, end);
}

std::string_view last_letters(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  while (text.substr(begin, 2) == "\xE2\x80"sv) begin += 3;
  return text.substr(std::min(begin, text.size()));
}

/// What a line ends with that may break a word, or nothing.
std::string_view break_mark(std::string_view text) {
  for (const std::string_view mark : {"-"sv, "\u2010"sv, "\u00AD"sv, "\u00AC"sv})
    if (text.ends_with(mark)) return mark;
  return {};
}

/// Signs behind which a line may be broken without a blank.
bool ends_open(std::string_view text) {
  for (const std::string_view sign : {"\u2014"sv, "\u2013"sv, "/"sv, "-"sv, "\u2011"sv}) {
    if (!text.ends_with(sign) || text.size() == sign.size()) continue;
    return text[text.size() - sign.size() - 1] != ' ';
  }
  return false;
}

/// With a dash that a word stands right behind, as one would right before it.
bool begins_closed(std::string_view text) {
  return text.starts_with("\u2014") && !first_letters(text.substr(3)).empty();
}

bool is_word_ending(std::string_view second) { return word_list("word ending").contains(second); }

/// A prefix before the vowel that it ends with: hardly anybody writes "reelect" in one word.
bool is_seam(std::string_view first, std::string_view second) {
  return word_list("compound seam").contains(std::string(first) + '-' + second[0]);
}

/// Those with which hardly any word begins that has no hyphen, so that they are believed in lines
/// that are hyphenated, too, but for words such as "cross-ing", "four-teen" and "post-poned".
bool is_sure_compound_part(std::string_view first, std::string_view second) {
  if (is_word_ending(second)) return false;
  return is_seam(first, second) || word_list("sure compound part").contains(first) ||
         (second.size() > 3 && word_list("compound part before long").contains(first));
}

/// Two words that are one: "with-hold". The list has those that the corpus of the General Debate
/// writes so at least eight times, and twice as often as with a hyphen.
bool is_solid(const std::string& first, const std::string& second) {
  return word_list("solid word").contains(first + '-' + second);
}

/// Two words of the document's own, neither of them an ending.
bool are_words(std::string_view first, std::string_view second) {
  return first.size() > 3 && second.size() > 3 && !is_word_ending(second);
}

/// pre- and post-war: the hyphen stands for what comes later.
bool is_conjunction(std::string_view word) {
  return word_list("hyphen conjunction").contains(word);
}

bool is_joiner(std::string_view text, std::size_t at) {
  return text[at] == '-' && at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) &&
         is_letter(text[at + 1]);
}

}  // namespace

void LineJoiner::learn(std::string_view line) {
  ++lines_;
  if (!break_mark(line).empty()) ++hyphens_;
  std::size_t begin = 0;
  line.remove_suffix(break_mark(line).size());
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && (is_letter(line[i]) || is_joiner(line, i))) continue;
    // the first and the last word of a line may be parts
    if (i > begin && begin > 0 && i < line.size() && i - begin < 40)
      words_.insert(lower_case(line.substr(begin, i - begin)));
    begin = i + 1;
  }
}

/// By the document's own words; where they do not tell, by whether its lines are hyphenated at all:
/// where few end with a hyphen, those are the compounds that happen to stand there.
bool LineJoiner::keeps_hyphen(const std::string& first, const std::string& second) const {
  const std::string low_first = lower_case(first), low_second = lower_case(second);
  if (knows(low_first + "-" + low_second)) return true;
  if (knows(low_first + low_second)) return false;
  const bool capitals = first.size() > 1 && std::all_of(first.begin(), first.end(), is_upper);
  if (is_upper(second[0]) && !capitals) return true;
  if (is_solid(low_first, low_second)) return false;
  if (is_sure_compound_part(low_first, low_second)) return true;
  const bool hyphenated = hyphens_ * 40 > lines_;
  return !hyphenated || (knows(low_first) && knows(low_second) && are_words(low_first, low_second));
}

void LineJoiner::join(std::string& text, std::string_view next) const {
  const std::string_view mark = break_mark(text);
  const std::string_view stem = std::string_view(text).substr(0, text.size() - mark.size());
  const std::string first(last_letters(stem)), second(first_letters(next));
  if (mark.empty() || first.empty() || second.empty()) {
    if (!ends_open(text) && !begins_closed(next)) text += ' ';
    text += next;
    return;
  }
  const bool soft = mark == "\u00AD" || mark == "\u00AC";
  if (!soft && is_conjunction(second)) {
    text += ' ';
    text += next;
    return;
  }
  if (soft || !keeps_hyphen(first, second)) text.resize(text.size() - mark.size());
  text += next;
}

}  // namespace attache::reader
