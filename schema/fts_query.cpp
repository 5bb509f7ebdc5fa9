// SPDX-License-Identifier: MIT
#include "schema/fts_query.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace attache {
namespace {

struct Term {
  std::string words;
  bool phrase = false;  ///< was in quotes
  bool negated = false;
  bool prefix = false;
};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// What the unicode61 tokenizer makes words of: letters, numbers, private use.
bool is_word_character(utf8proc_int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_CO: return true;
    default: return false;
  }
}

bool has_word(std::string_view text) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t character = 0;
    const auto size = utf8proc_iterate(at, left, &character);
    if (size <= 0) return false;
    if (is_word_character(character)) return true;
    at += size;
    left -= size;
  }
  return false;
}

/// Reads from `at`, which is moved behind the term.
Term read_term(std::string_view text, std::size_t& at) {
  Term term;
  if (text[at] == '-') term.negated = true, ++at;
  if (at < text.size() && text[at] == '"') {
    const auto end = std::min(text.find('"', at + 1), text.size());
    term.words = text.substr(at + 1, end - at - 1);
    term.phrase = true;
    at = std::min(end + 1, text.size());
  } else {
    const auto begin = at;
    while (at < text.size() && !is_space(text[at]) && text[at] != '"') ++at;
    term.words = text.substr(begin, at - begin);
  }
  if (term.phrase && at < text.size() && text[at] == '*') term.prefix = true, ++at;
  while (!term.phrase && !term.words.empty() && term.words.back() == '*')
    term.prefix = true, term.words.pop_back();
  return term;
}

std::string quoted(const Term& term) {
  std::string text = "\"";
  for (const char c : term.words) {
    if (c == '\0') continue;
    text += c;
  }
  return text + (term.prefix ? "\"*" : "\"");
}

/// A word that may stand in two halves has so many bytes, and a phrase with such a one so many
/// words.
constexpr std::size_t shortest_broken = 5;
constexpr std::size_t most_phrase_words = 24;

/// Where the words of `text` begin and end, as the tokenizer cuts them.
std::vector<std::pair<std::size_t, std::size_t>> word_places(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t c = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    const std::size_t bytes = size > 0 ? static_cast<std::size_t>(size) : 1;
    const bool mark = size > 0 && inside && utf8proc_category(c) == UTF8PROC_CATEGORY_MN;
    const bool word = size > 0 && (mark || is_word_character(c));
    if (word && !inside) places.emplace_back(at, at + bytes);
    else if (word) places.back().second = at + bytes;
    inside = word;
    at += bytes;
  }
  return places;
}

/// A word that the text breaks ("Ener-\ngy", "Co-operation") takes two places in the index, and
/// stands whole in each: the phrase with that word twice finds it.
void add_broken(const Term& phrase, std::vector<std::string>& forms) {
  const auto places = word_places(phrase.words);
  if (places.size() < 2 || places.size() > most_phrase_words) return;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto [begin, end] = places[i];
    const bool half_typed = phrase.prefix && i + 1 == places.size();
    if (end - begin < shortest_broken || half_typed) continue;
    Term twice = phrase;
    twice.words.insert(end, " " + phrase.words.substr(begin, end - begin));
    forms.push_back(quoted(twice));
  }
}

/// The term, and where hyphens stand inside it, what it is without them: "peace-keeping" is also
/// written "peacekeeping".
std::vector<std::string> forms_of(const Term& term) {
  std::vector<std::string> forms{quoted(term)};
  const std::size_t hyphen = term.words.find('-');
  const bool inside = hyphen != std::string::npos && hyphen > 0 && term.words.back() != '-';
  if (term.phrase) add_broken(term, forms);
  if (term.phrase || !inside) return forms;
  Term whole = term;
  std::erase(whole.words, '-');
  forms.push_back(quoted(whole));
  return forms;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) (text += text.empty() ? "" : between) += part;
  return parts.size() > 1 ? "(" + text + ")" : text;
}

/// Alternatives joined by OR; all groups must be met.
struct Query {
  std::vector<std::vector<std::string>> groups;
  std::vector<std::string> negated;
};

Query parse(std::string_view text) {
  Query query;
  bool alternative = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    const Term term = read_term(text, at);
    if (!term.phrase && !term.negated && term.words == "OR") {
      alternative = !query.groups.empty();
      continue;
    }
    if (!has_word(term.words)) continue;
    if (!term.negated && !alternative) query.groups.emplace_back();
    auto& group = term.negated ? query.negated : query.groups.back();
    for (std::string& form : forms_of(term)) group.push_back(std::move(form));
    alternative = false;
  }
  return query;
}

}  // namespace

std::optional<std::string> fts_query(std::string_view words) {
  const Query query = parse(words);
  if (query.groups.empty()) return std::nullopt;
  std::vector<std::string> groups;
  for (const auto& group : query.groups) groups.push_back(joined(group, " OR "));
  const std::string wanted = joined(groups, " AND ");
  return query.negated.empty() ? wanted : wanted + " NOT " + joined(query.negated, " OR ");
}

}  // namespace attache
