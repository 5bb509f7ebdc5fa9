// SPDX-License-Identifier: MIT
#include "seed/text/list_markers.h"

#include <algorithm>
#include <charconv>

#include "seed/text/marks.h"

namespace attache {
namespace {

/// Bytes of "12" and of "4.1.2", "12.10".
constexpr std::uint32_t longest_number = 3;
constexpr std::uint32_t longest_section = 8;

std::uint32_t value_of(std::string_view figures) {
  std::uint32_t value = 0;
  const auto* const end = figures.data() + figures.size();
  const auto read = std::from_chars(figures.data(), end, value);
  return read.ptr == end ? value : 0;
}

/// A label's place in lists of its kind: what brackets it, how it counts, and how far.
std::uint32_t place_of(char close, std::uint32_t kind, std::uint32_t value) {
  return (static_cast<std::uint32_t>(static_cast<unsigned char>(close)) * 4 + kind) * 4096 + value;
}

/// "iv" is 4; 0 for what counts nothing.
std::uint32_t roman_value(std::string_view figures) {
  std::uint32_t value = 0, last = 0;
  for (auto at = figures.rbegin(); at != figures.rend(); ++at) {
    const char c = static_cast<char>(*at | 0x20);
    const std::uint32_t digit = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
    if (digit == 0) return 0;
    value = digit < last ? value - digit : value + digit;
    last = std::max(last, digit);
  }
  return value;
}

/// The places that a label may have: "v" is a letter, and five.
std::vector<std::uint32_t> places_of(std::string_view label, char close) {
  enum Kind : std::uint32_t { figures, letters, roman };
  std::vector<std::uint32_t> places;
  if (const auto value = value_of(label); value > 0 && value < 4000)
    places.push_back(place_of(close, figures, value));
  const char first = static_cast<char>(label.front() | 0x20);
  if (label.size() == 1 && first >= 'a' && first <= 'z')
    places.push_back(place_of(close, letters, static_cast<std::uint32_t>(first - 'a' + 1)));
  if (const auto value = roman_value(label); value > 0 && value < 4000)
    places.push_back(place_of(close, roman, value));
  return places;
}

/// So many tokens away the next item of a list begins at most.
constexpr std::uint32_t longest_item = 400;

}  // namespace

ListMarkers::ListMarkers(std::string_view text, const std::vector<Token>& tokens,
                         const SentenceRules& rules)
    : text_(text), tokens_(tokens), rules_(rules) {
  find_letters();
  count_inline();
  find_labels();
}

void ListMarkers::find_labels() {
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (!tokens_[i].newline) continue;
    const std::uint32_t end = labelled_end(i);
    if (end == i) continue;
    const auto label = slice(text_, tokens_[end - 2].span());
    for (const auto place : places_of(label, text_[tokens_[end - 1].begin]))
      labels_[place].push_back(i);
  }
}

bool ListMarkers::stands_alone(std::uint32_t i) const {
  const std::uint32_t end = labelled_end(i);
  if (end == i || !tokens_[i].newline) return false;
  const auto label = slice(text_, tokens_[end - 2].span());
  const auto has_near = [&](std::uint32_t place) {
    const auto found = labels_.find(place);
    if (found == labels_.end()) return false;
    const auto& at = found->second;
    const auto from =
        std::lower_bound(at.begin(), at.end(), i > longest_item ? i - longest_item : 0);
    return from != at.end() && *from < i + longest_item;
  };
  for (const auto place : places_of(label, text_[tokens_[end - 1].begin]))
    if (has_near(place - 1) || has_near(place + 1)) return false;
  return true;
}

void ListMarkers::find_letters() {
  for (std::uint32_t i = 0; i + 1 < size(); ++i) {
    const Token& token = tokens_[i];
    if (!token.newline || !is(text_, tokens_[i + 1], '.')) continue;
    if (token.end - token.begin != 1) {
      romans_ = romans_ || slice(text_, token.span()).find_first_not_of("IVX") == std::string::npos;
      continue;
    }
    // "H. E. Brown": initials label nothing.
    if (i + 3 < size() && tokens_[i + 2].end - tokens_[i + 2].begin == 1 &&
        is(text_, tokens_[i + 3], '.') && !tokens_[i + 3].space)
      continue;
    if (heads_name(i + 2)) continue;
    const char c = text_[token.begin];
    if (c >= 'A' && c <= 'Z') letters_[static_cast<std::size_t>(c - 'A' + 1)] = true;
  }
}

/// A number with a full stop behind it and a word with a capital behind that.
bool ListMarkers::may_count(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (token.kind != TokenKind::number || token.end - token.begin > 2 || i + 2 >= size() ||
      !(token.space || token.newline))
    return false;
  const Token& close = tokens_[i + 1];
  const Token& next = tokens_[i + 2];
  if (close.space || !next.space || next.kind != TokenKind::word) return false;
  if (!is(text_, close, '.') || !next.capital) return false;
  if (i == 0) return true;
  const Token& before = tokens_[i - 1];
  if (is(text_, before, '.') && i > 1 && rules_.of(tokens_[i - 2]) != Abbreviation::none)
    return false;
  return !rules_.has(before.word, Joint::numbered);
}

// Numbers that begin at 1, or behind a full stop, and go up by one in a paragraph; one alone is no
// list.
void ListMarkers::count_inline() {
  std::vector<std::uint32_t> chain;
  std::uint32_t last = 0;
  const auto take = [&] {
    if (chain.size() > 1) inline_.insert(inline_.end(), chain.begin(), chain.end());
    chain.clear();
  };
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (tokens_[i].blank) take();
    if (!may_count(i)) continue;
    const auto value = value_of(slice(text_, tokens_[i].span()));
    const bool opens =
        value == 1 || i == 0 || tokens_[i].blank || is_one_of(text_, tokens_[i - 1], ".?!;:");
    if (!chain.empty() && value == last + 1) {
      chain.push_back(i);
    } else if (opens) {
      take();
      chain = {i};
    } else {
      continue;
    }
    last = value;
  }
  take();
}

std::uint32_t ListMarkers::inline_marker(std::uint32_t i) const {
  return std::binary_search(inline_.begin(), inline_.end(), i) ? i + 2 : i;
}

std::uint32_t ListMarkers::after_sentence(std::uint32_t i) const {
  if (i + 1 >= size() || tokens_[i].newline) return i;
  const bool bracket = is(text_, tokens_[i], '(') || is(text_, tokens_[i + 1], ')');
  return bracket ? labelled_end(i) : i;
}

/// Behind the bar of a table's row, where a marker has a cell of its own: "1. | We support it."
std::uint32_t ListMarkers::line_marker(std::uint32_t i) const {
  const std::uint32_t end = bare_marker(i);
  const bool cell = end != i && end + 1 < size() && is(text_, tokens_[end], '|') &&
                    !tokens_[end].newline && !tokens_[end + 1].newline;
  return cell ? end + 1 : end;
}

std::uint32_t ListMarkers::bare_marker(std::uint32_t i) const {
  if (i + 1 >= size() || !tokens_[i].newline) return i;
  const Token& token = tokens_[i];
  if (is_lone_dash(text_, token) || is_bullet(token) || defines(i))
    return tokens_[i + 1].newline ? i : i + 1;
  if (opens_quote(token) && !tokens_[i + 1].space) {
    const auto end = labelled_end(i + 1);  // a quoted annex: "“1. Every State ..."
    return end == i + 1 ? i : end;
  }
  return labelled_end(i);
}

bool ListMarkers::opens_quote(const Token& token) const {
  const auto s = slice(text_, token.span());
  return s == "\u201C" || s == "\"" || s == "\u2018" || s == "\u201E" || s == "\u00AB";
}

std::uint32_t ListMarkers::labelled_end(std::uint32_t i) const {
  const bool open = is(text_, tokens_[i], '(') || is(text_, tokens_[i], '[');
  const std::uint32_t label = open ? i + 1 : i;
  if (label + 1 >= size() || !is_label(tokens_[label])) return i;
  const Token& close = tokens_[label + 1];
  const bool closed =
      is(text_, close, ')') || is(text_, close, ']') || (!open && is(text_, close, '.'));
  const bool roomy = label + 2 < size() && tokens_[label + 2].space && !tokens_[label + 2].newline;
  if (is(text_, close, '.') && initial(label)) return i;
  return closed && !close.space && roomy ? label + 2 : i;
}

/// ": a state that ...": what a term on the line before means, in Markdown.
bool ListMarkers::defines(std::uint32_t i) const {
  return is(text_, tokens_[i], ':') && tokens_[i + 1].space;
}

bool ListMarkers::is_bullet(const Token& token) const {
  const auto s = slice(text_, token.span());
  return s == "*" || s == "\u2022" || s == "\u25CF" || s == "\u25AA" || s == "\u00B7" ||
         s == "\u25E6" || s == "\u2023" || s == "\u2043" || s == "\uF0B7";
}

bool ListMarkers::is_label(const Token& token) const {
  const auto length = token.end - token.begin;
  const auto s = slice(text_, token.span());
  if (token.kind == TokenKind::number)
    return length <= longest_number ||
           (length <= longest_section && s.find('.') != std::string_view::npos &&
            s.find(',') == std::string_view::npos);
  if (token.kind != TokenKind::word || length > 4) return false;
  return length == 1 || s.find_first_not_of("ivxIVX") == std::string_view::npos;
}

/// A surname and what its bearer is: "SMITH President of the Republic", "Olsen, Minister for
/// Trade", or a word alone on its line that is a name at most.
bool ListMarkers::heads_name(std::uint32_t i) const {
  if (i >= size() || tokens_[i].newline || tokens_[i].kind != TokenKind::word ||
      !tokens_[i].capital)
    return false;
  const bool ends = i + 1 >= size() || tokens_[i + 1].newline;
  const bool surname = !rules_.has(tokens_[i].word, Joint::no_surname);
  if (ends) return surname;
  const Token& next = tokens_[i + 1];
  if (tokens_[i].upper && next.capital && !next.upper) return true;
  const bool comma = is(text_, next, ',') && i + 2 < size() && tokens_[i + 2].capital;
  return (surname || tokens_[i].upper) && (comma || is(text_, next, '('));
}

/// "J. F. Kennedy" at a line's start is a name; "A. Background" is a heading's label, unless no
/// letter next to it labels a line and what follows is written like a name.
bool ListMarkers::initial(std::uint32_t label) const {
  const Token& token = tokens_[label];
  if (token.kind != TokenKind::word || token.end - token.begin != 1 || !token.capital) return false;
  const char c = text_[token.begin];
  const bool late = c > 'H' && c != 'I' && c != 'V' && c != 'X';
  const std::uint32_t at = std::min(label + 2, size() - 1);
  const Token& next = tokens_[at];
  if (late || next.end - next.begin == 1) return true;
  if (c < 'A' || c > 'Z' || !heads_name(at)) return false;
  const auto place = static_cast<std::size_t>(c - 'A' + 1);
  const bool alone = !letters_[place - 1] && !letters_[place + 1];
  return alone && !(c > 'H' && romans_);
}

bool ListMarkers::plain_number(std::uint32_t i, std::uint32_t end) const {
  if (end > i && is(text_, tokens_[end - 1], '|')) --end;
  return end - i >= 2 && end - i <= 3 && tokens_[end - 2].kind == TokenKind::number &&
         is(text_, tokens_[end - 1], '.');
}

}  // namespace attache
