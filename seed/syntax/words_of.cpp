// SPDX-License-Identifier: MIT
#include "seed/syntax/words_of.h"

#include <algorithm>
#include <array>

#include "seed/text/ascii.h"

namespace attache {

namespace {

/// What is cut off the end of a word. "'s" is a token of its own before.
constexpr std::array<std::string_view, 7> clitics = {"n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"};
constexpr std::string_view apostrophe = "'";
constexpr std::string_view typographic_apostrophe = "’";
constexpr std::string_view two_words = "cannot";
constexpr std::size_t first_of_two = 3;

constexpr std::string_view plain_hyphen = "-";
constexpr std::array<std::string_view, 3> hyphens = {plain_hyphen, "\u2010", "\u2011"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool ends_with(std::string_view form, std::string_view end) {
  return form.size() > end.size() &&
         std::equal(end.begin(), end.end(), form.end() - static_cast<std::ptrdiff_t>(end.size()),
                    [](char a, char b) { return a == lower(b); });
}

/// Where a clitic starts that ends the form; its size where there is none.
std::size_t clitic_in(std::string_view form) {
  for (const auto clitic : clitics) {
    if (ends_with(form, clitic)) return form.size() - clitic.size();
    if (!clitic.starts_with(apostrophe)) continue;
    const auto letters = clitic.substr(apostrophe.size());
    const auto size = typographic_apostrophe.size() + letters.size();
    if (form.size() > size && ends_with(form, letters) &&
        form.substr(form.size() - size).starts_with(typographic_apostrophe)) {
      return form.size() - size;
    }
  }
  return form.size();
}

bool is_two_words(std::string_view form) {
  return form.size() == two_words.size() &&
         std::equal(form.begin(), form.end(), two_words.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

struct Hyphen {
  std::size_t place = 0;
  std::size_t size = 0;  ///< bytes; 0: there is none
};

Hyphen next_hyphen(std::string_view form, std::size_t from) {
  for (auto place = from; place < form.size(); ++place) {
    for (const auto hyphen : hyphens) {
      if (form.substr(place, hyphen.size()) == hyphen) return {place, hyphen.size()};
    }
  }
  return {};
}

/// Dots and dashes in a row are one word.
bool continues(std::string_view text, const Token& before, const Token& token) {
  const auto mark = text[token.begin];
  return !token.space && before.end == token.begin && token.kind == TokenKind::punctuation &&
         (mark == '.' || mark == '-') && text[before.begin] == mark &&
         before.kind == TokenKind::punctuation;
}

}  // namespace

const std::vector<CutWord>& WordCutter::cut(std::string_view text, std::span<const Token> tokens) {
  words_.clear();
  joined_.clear();
  std::size_t broken = 0;
  for (const auto& token : tokens) broken += token.end - token.begin;
  joined_.reserve(broken);  // so that it never moves
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto form = slice(text, tokens[i].span());
    const auto place = static_cast<std::uint32_t>(i);
    if (tokens[i].kind == TokenKind::word && ascii::is_plain(form)) {
      take_plain(form, place);  // most words, and much is spared
    } else if (tokens[i].kind == TokenKind::word) {
      take_word(without_break(form), place);
    } else if (i > 0 && continues(text, tokens[i - 1], tokens[i])) {
      auto& last = words_.back().form;
      last = {last.data(), last.size() + form.size()};
    } else {
      words_.push_back({form, place});
    }
  }
  return words_;
}

/// Cuts at hyphens, unless what stands before one is known as no word of its own.
void WordCutter::take_word(std::string_view form, std::uint32_t token) {
  std::size_t from = 0;
  while (true) {
    const auto hyphen = next_hyphen(form, from);
    const auto end = hyphen.place + hyphen.size;
    if (hyphen.size == 0 || hyphen.place == 0 || end >= form.size()) break;
    from = end;
    if (dictionary_.joins(form.substr(0, hyphen.place))) continue;
    take_part(form.substr(0, hyphen.place), token);
    words_.push_back({plain_hyphen, token});
    form.remove_prefix(end);
    from = 0;
  }
  take_part(form, token);
}

/// Without hyphens, apostrophes and line breaks.
void WordCutter::take_plain(std::string_view form, std::uint32_t token) {
  const auto cut = is_two_words(form) ? first_of_two : form.size();
  words_.push_back({form.substr(0, cut), token});
  if (cut < form.size()) words_.push_back({form.substr(cut), token});
}

void WordCutter::take_part(std::string_view form, std::uint32_t token) {
  const auto cut = clitic_in(form);
  if (cut == form.size()) return take_plain(form, token);
  words_.push_back({form.substr(0, cut), token});
  if (cut < form.size()) words_.push_back({form.substr(cut), token});
}

/// "coop-\neration" is "cooperation".
std::string_view WordCutter::without_break(std::string_view form) {
  if (form.find_first_of("\r\n") == std::string_view::npos) return form;
  const auto start = joined_.size();
  for (std::size_t i = 0; i < form.size(); ++i) {
    const auto blank = form.find_first_not_of("\r\n \t", i + 1);
    const bool broken = form[i] == '-' && blank != std::string_view::npos && blank > i + 1;
    if (broken) i = blank - 1;
    else joined_ += form[i];
  }
  return std::string_view(joined_).substr(start);
}

}  // namespace attache
