// SPDX-License-Identifier: MIT
#include "schema/fts_query.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "schema/query_quotes.h"
#include "schema/select.h"

namespace attache {
namespace {

struct Term {
  std::string words;
  bool phrase = false;  ///< was in quotes
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

/// Reads from `at`, which is moved behind the term; a parenthesis that closes one opened before is
/// none of its words.
Term read_term(std::string_view text, std::size_t& at, bool in_parentheses) {
  Term term;
  if (text[at] == '"') {
    const auto end = std::min(text.find('"', at + 1), text.size());
    term.words = text.substr(at + 1, end - at - 1);
    term.phrase = true;
    at = std::min(end + 1, text.size());
  } else {
    const auto begin = at;
    const auto ends = [&](char c) {
      return is_space(c) || c == '"' || (in_parentheses && c == ')');
    };
    while (at < text.size() && !ends(text[at])) ++at;
    term.words = text.substr(begin, at - begin);
  }
  if (term.phrase && at < text.size() && text[at] == '*') term.prefix = true, ++at;
  while (!term.words.empty() && term.words.back() == '*')
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

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// In how many places of the index a word may stand that is written in parts: "Ener-\ngy" in two,
/// "U.S.S.R." in four, "1,000" in two. 1 where it is written in one way.
std::size_t most_places(std::string_view word) {
  constexpr std::size_t longest_acronym = 6, most_figures = 9;
  if (word.size() > 1 && word.size() <= longest_acronym &&
      std::all_of(word.begin(), word.end(), is_capital))
    return word.size();
  if (std::all_of(word.begin(), word.end(), is_figure))
    return word.size() > 3 && word.size() <= most_figures ? (word.size() + 2) / 3 : 1;
  return word.size() >= shortest_broken ? 2 : 1;
}

/// "U.S.S.R." without its stops, "1,000" and "1 000" without what parts thousands; empty for all
/// else.
std::string unparted(std::string_view words) {
  std::string bare;
  for (const char c : words)
    if (is_capital(c) || is_figure(c)) bare += c;
  if (bare.size() < 2) return {};
  if (is_capital(bare.front())) {
    std::string dotted;
    for (const char c : bare) (dotted += c) += '.';
    const bool whole =
        words == dotted || words == std::string_view(dotted).substr(0, dotted.size() - 1);
    return whole ? bare : std::string();
  }
  std::size_t figures = 0, groups = 1;
  for (const char c : words) {
    if (is_figure(c)) {
      ++figures;
      continue;
    }
    const bool parts = c == ',' || c == '.' || c == ' ';
    if (!parts || figures == 0 || figures > 3 || (groups > 1 && figures != 3)) return {};
    figures = 0;
    ++groups;
  }
  return groups > 1 && figures == 3 ? bare : std::string();
}

/// A word that the text breaks ("Ener-\ngy", "Co-operation") takes two places in the index, and
/// stands whole in each: the phrase with that word twice finds it.
void add_broken(const Term& phrase, std::vector<std::string>& forms) {
  const auto places = word_places(phrase.words);
  if (places.size() < 2 || places.size() > most_phrase_words) return;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto [begin, end] = places[i];
    const bool half_typed = phrase.prefix && i + 1 == places.size();
    const std::string word = phrase.words.substr(begin, end - begin);
    const std::size_t most = half_typed ? 1 : most_places(word);
    if (most < 2) continue;
    Term parted = phrase;
    for (std::size_t place = 1; place < most; ++place) parted.words.insert(end, " " + word);
    forms.push_back(quoted(parted));
  }
}

/// The term, and where hyphens stand inside it, what it is without them: "peace-keeping" is also
/// written "peacekeeping".
std::vector<std::string> forms_of(const Term& term) {
  std::vector<std::string> forms{quoted(term)};
  const std::size_t hyphen = term.words.find('-');
  const bool inside = hyphen != std::string::npos && hyphen > 0 && term.words.back() != '-';
  if (term.phrase) add_broken(term, forms);
  if (const std::string bare = unparted(term.words); !bare.empty()) {
    forms.push_back(quoted({bare, term.phrase, term.prefix}));
    return forms;
  }
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

/// What must occur (one of `any`), and what must not.
struct Part {
  std::vector<std::string> any, none;

  bool empty() const { return any.empty() && none.empty(); }
  std::string expression() const {
    const std::string wanted = joined(any, " OR ");
    return none.empty() ? wanted : wanted + " NOT " + joined(none, " OR ");
  }
};

Part opposite(Part part) {
  if (part.any.empty() || part.none.empty()) return {std::move(part.none), std::move(part.any)};
  return {{}, {"(" + part.expression() + ")"}};
}

Part all_of(std::vector<Part> parts) {
  Part all;
  std::vector<std::string> wanted;
  for (Part& part : parts) {
    if (!part.any.empty()) wanted.push_back(joined(part.any, " OR "));
    if (!part.any.empty()) all.any = std::move(part.any);
    for (std::string& none : part.none) all.none.push_back(std::move(none));
  }
  if (wanted.size() > 1) all.any = {joined(wanted, " AND ")};
  return all;
}

/// Deeper ones are a boundary of words, as other punctuation is: FTS5's own parser has its limits.
constexpr int most_parentheses = 20;

/// Words beside each other bind weakest, then OR, AND, NOT.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Part run() { return sequence(); }

 private:
  Part sequence() {
    std::vector<Part> parts;
    while (more()) parts.push_back(alternatives());
    return all_of(std::move(parts));
  }

  Part alternatives() {
    Part either = conjunction();
    while (take_or()) either = one_of(std::move(either), more() ? conjunction() : Part());
    return either;
  }

  Part one_of(Part a, Part b) const {
    if (a.empty()) return b;
    if (b.empty()) return a;
    Part either;
    for (Part* part : {&a, &b}) {
      if (part->any.empty())
        throw SelectionError("'" + std::string(text_) +
                             "': what must not occur is taken from words beside it (peace NOT "
                             "war), and is no alternative of OR");
      if (!part->none.empty()) either.any.push_back("(" + part->expression() + ")");
      else std::move(part->any.begin(), part->any.end(), std::back_inserter(either.any));
    }
    return either;
  }

  Part conjunction() {
    std::vector<Part> parts{operand()};
    for (bool further = true; further && more();) {
      if (take_and()) parts.push_back(operand());
      else if (take("NOT")) parts.push_back(opposite(operand()));
      else further = false;
    }
    return all_of(std::move(parts));
  }

  /// An operator in the place of an operand is passed over.
  Part operand() {
    bool negated = false;
    while (more()) {
      if (take("NOT")) negated = !negated;
      else if (!take_and() && !take_or()) break;
    }
    if (!more()) return {};
    if (text_[at_] == '-' || text_[at_] == '!') negated = !negated, ++at_;
    Part part = primary();
    return negated ? opposite(std::move(part)) : part;
  }

  Part primary() {
    if (at_ >= text_.size() || is_space(text_[at_])) return {};
    if (text_[at_] == '(' && depth_ < most_parentheses) return parenthesis();
    const Term term = read_term(text_, at_, depth_ > 0);
    return has_word(term.words) ? Part{forms_of(term), {}} : Part();
  }

  /// One that nothing closes ends with the text; a word such as "(s)" has its own.
  Part parenthesis() {
    ++at_;
    ++depth_;
    Part part = sequence();
    if (at_ < text_.size()) ++at_;
    --depth_;
    return part;
  }

  /// Whether something follows inside these parentheses.
  bool more() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return at_ < text_.size() && !(depth_ > 0 && text_[at_] == ')');
  }

  /// As it is written here, or in programs.
  bool take_or() { return take("OR") || take("||"); }
  bool take_and() { return take("AND") || take("&&"); }

  /// The operator, where it stands by itself.
  bool take(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    const std::size_t end = at_ + word.size();
    const bool alone = end == text_.size() || is_space(text_[end]) || text_[end] == '(' ||
                       (depth_ > 0 && text_[end] == ')');
    if (!alone) return false;
    at_ = end;
    more();
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

std::optional<std::string> fts_query(std::string_view words) {
  const std::string plain = with_plain_quotes(words);
  const Part query = Parser(plain).run();
  if (query.any.empty() && !query.none.empty())
    throw SelectionError("'" + std::string(words) +
                         "' only says what must not occur; add what must, as in 'peace NOT war'");
  if (query.any.empty()) return std::nullopt;
  return query.expression();
}

}  // namespace attache
