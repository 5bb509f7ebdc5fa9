// SPDX-License-Identifier: MIT
#include "seed/state_starts.h"

#include <unordered_set>

#include "seed/text/ascii.h"
#include "seed/text/tokens.h"

namespace attache {
namespace {

constexpr bool is_plain(char c) {
  return ascii::is_upper(c) || ascii::is_lower(c) || ascii::is_digit(c);
}
constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
constexpr unsigned char byte(char c) { return static_cast<unsigned char>(c); }
constexpr bool is_beyond_ascii(char c) { return byte(c) >= 0x80; }

std::size_t place_of(std::uint32_t hash) { return (hash ^ (hash >> 15)) & 0xFFFFu; }

/// The letters and digits at `begin`, as the vocabulary hashes them.
std::pair<std::size_t, std::uint32_t> run_at(std::string_view text, std::size_t begin) {
  std::uint32_t hash = Vocabulary::hash_start;
  std::size_t at = begin;
  for (; at < text.size() && is_plain(text[at]); ++at) {
    hash = Vocabulary::hash_step(hash, byte(ascii::lower(text[at])));
  }
  return {at, hash};
}

/// Spaces, dashes and quotation marks (of U+2000 to U+203F, without those that nobody sees; the
/// space and the quotation marks of Latin-1): none that a word goes on with, but for an apostrophe.
bool is_mark_at(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return false;
  const unsigned char first = byte(text[at]), second = byte(text[at + 1]);
  if (first == 0xC2) return second == 0xA0 || second == 0xAB || second == 0xBB;
  if (first != 0xE2 || second != 0x80 || at + 2 >= text.size()) return false;
  const unsigned char third = byte(text[at + 2]);
  return third <= 0x8A || (third >= 0x90 && (third < 0xAA || third > 0xAE));
}

/// Whether a letter follows that is no possessive's, as in "d'Ivoire".
bool is_inner_apostrophe(std::string_view text, std::size_t next) {
  if (next >= text.size() || !(is_plain(text[next]) || is_beyond_ascii(text[next]))) return false;
  const bool is_s = text[next] == 's' || text[next] == 'S';
  return !is_s || (next + 1 < text.size() && is_plain(text[next + 1]));
}

/// Whether the word of which `end` is the end of the plain letters may go on behind them.
bool may_go_on(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  if (text[end] == '\'') return is_inner_apostrophe(text, end + 1);
  if (text[end] == '-') return end + 1 < text.size() && is_blank(text[end + 1]);
  if (!is_beyond_ascii(text[end])) return false;
  if (!is_mark_at(text, end)) return true;
  if (byte(text[end]) != 0xE2) return false;
  const std::size_t next = end + 3;
  const unsigned char third = byte(text[end + 2]);
  if (third == 0x98 || third == 0x99) return is_inner_apostrophe(text, next);
  return third >= 0x90 && third <= 0x95 && next < text.size() && is_blank(text[next]);
}

/// A letter beyond ASCII that may be a capital: not the small ones of Latin-1.
bool may_be_capital_at(std::string_view text, std::size_t at) {
  if (is_mark_at(text, at)) return false;
  return !(byte(text[at]) == 0xC3 && at + 1 < text.size() && byte(text[at + 1]) >= 0xA0);
}

/// The number of a small letter and the letter behind it, as in "former" and "eSwatini"; npos where
/// they are others.
std::size_t pair_at(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || !ascii::is_lower(text[at])) return std::string_view::npos;
  const char next = ascii::lower(text[at + 1]);
  if (!ascii::is_lower(next)) return std::string_view::npos;
  return static_cast<std::size_t>(text[at] - 'a') * 26 + static_cast<std::size_t>(next - 'a');
}

/// The words of a name but "the".
std::vector<Token> words_of(const std::string& name, const Vocabulary& vocabulary) {
  std::vector<Token> tokens;
  tokenize(name, vocabulary, tokens);
  const WordId the = vocabulary.find("the");
  std::erase_if(tokens, [&](const Token& token) {
    return token.kind == TokenKind::punctuation || token.word == the;
  });
  return tokens;
}

}  // namespace

StateStarts::StateStarts(const std::vector<std::string>& names, const Vocabulary& vocabulary) {
  std::unordered_set<WordId> alone, first, second, uncapitalized;
  for (const std::string& name : names) {
    const auto words = words_of(name, vocabulary);
    if (words.empty()) continue;
    (words.size() == 1 ? alone : first).insert(words.front().word);
    if (words.size() > 1) second.insert(words[1].word);
    if (!words.front().capital) uncapitalized.insert(words.front().word);
    // As they are written, besides: a folded form has no hyphen and no apostrophe.
    const auto place_in = [&](const Token& token) {
      return place_of(run_at(name, token.begin).second);
    };
    (words.size() == 1 ? alone_ : first_).set(place_in(words.front()));
    if (words.size() > 1) second_.set(place_in(words[1]));
  }
  second.insert(vocabulary.find("the"));
  vocabulary.each_form([&](std::string_view folded, WordId word) {
    const std::size_t place = place_of(run_at(folded, 0).second);
    if (alone.contains(word)) alone_.set(place);
    if (first.contains(word)) first_.set(place);
    if (second.contains(word)) second_.set(place);
    if (const auto pair = pair_at(folded, 0); uncapitalized.contains(word) && pair < small_.size())
      small_.set(pair);
  });
}

bool StateStarts::begins_at(std::string_view text, std::size_t begin, std::size_t end,
                            std::uint32_t hash) const {
  if (may_go_on(text, end)) return true;
  if (end == begin + 1 && end < text.size() && text[end] == '.') return true;  // "U.S."
  if (alone_[place_of(hash)]) return true;
  if (!first_[place_of(hash)]) return false;
  std::size_t next = end;
  while (next < text.size() && is_blank(text[next])) ++next;
  if (next == text.size() || !is_plain(text[next])) return true;
  const auto [last, second] = run_at(text, next);
  return may_go_on(text, last) || second_[place_of(second)];
}

bool StateStarts::may_begin_in(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const std::size_t pair = pair_at(text, at);
    if (ascii::is_upper(c) || (pair < small_.size() && small_[pair])) {
      const auto [end, hash] = run_at(text, at);
      if (begins_at(text, at, end, hash)) return true;
      at = end;
    } else if (is_plain(c)) {
      while (at < text.size() && is_plain(text[at])) ++at;
      while (at < text.size() && is_beyond_ascii(text[at]) && !is_mark_at(text, at)) ++at;
    } else if (is_beyond_ascii(c)) {
      if (may_be_capital_at(text, at)) return true;
      const std::size_t bytes = is_mark_at(text, at) && byte(c) == 0xE2 ? 3 : 2;
      at += bytes;
    } else {
      ++at;
    }
  }
  return false;
}

}  // namespace attache
