// SPDX-License-Identifier: MIT
#include "seed/lexicon/name_trie.h"

#include <algorithm>
#include <bit>

#include "seed/text/fold.h"
#include "seed/text/word_joins.h"

namespace attache {
namespace {

/// Letters of a word that a full stop shortens inside a name: "P.", "St.", "Fed.".
constexpr std::uint32_t longest_abbreviation = 3;

/// Edges of a node that are looked through one by one; most nodes have fewer.
constexpr std::size_t few_edges = 16;

struct Words {
  std::vector<WordId> ids;
  std::uint32_t capitals = 0;
  std::uint32_t uppers = 0;

  void add(WordId id, bool capital, bool upper) {
    const auto bit = ids.size() < 32 ? 1u << ids.size() : 0u;
    if (capital) capitals |= bit;
    if (upper) uppers |= bit;
    ids.push_back(id);
  }
};

/// "ACP-EU Joint Assembly": a hyphen parts two of the name's words, as in running text.
bool holds_pair(std::string_view name) {
  for (auto hyphen = name.find('-'); hyphen != std::string_view::npos;
       hyphen = name.find('-', hyphen + 1)) {
    const auto begin = name.find_last_of(' ', hyphen) + 1;  // npos + 1 is the name's begin
    const auto end = std::min(name.find_first_of(" -", hyphen + 1), name.size());
    if (pair_of_names(name.substr(begin, hyphen - begin),
                      name.substr(hyphen + 1, end - hyphen - 1)))
      return true;
  }
  return false;
}

/// The words of a name; with `split`, hyphenated words come as several.
Words words_of(std::string_view text, Vocabulary& vocabulary, bool split) {
  std::string spaced(text);
  if (split) std::replace(spaced.begin(), spaced.end(), '-', ' ');
  // A name of one word is known as a whole, so that no text's hyphen parts it.
  if (!split && text.find(' ') == std::string_view::npos) vocabulary.intern(fold_word(text));
  std::vector<Token> tokens;
  tokenize(spaced, vocabulary, tokens);
  Words words;
  for (const auto& token : tokens) {
    const auto raw = slice(spaced, token.span());
    if (token.kind == TokenKind::punctuation && raw != "&") continue;
    const bool possessive = raw.front() == '\'' || raw.starts_with("\u2019");
    const auto folded = raw == "&" ? "&" : possessive ? "'s" : fold_word(raw);
    if (folded == "the") continue;
    words.add(token.word != unknown_word ? token.word : vocabulary.intern(folded), token.capital,
              token.upper);
  }
  return words;
}

}  // namespace

std::uint32_t NameTrie::child(std::uint32_t node, WordId word) {
  const auto& edges = nodes_[node].edges;
  const auto scanned = std::min(edges.size(), few_edges);
  for (std::size_t i = 0; i < scanned; ++i) {
    if (edges[i].word == word) return edges[i].node;
  }
  const auto next = static_cast<std::uint32_t>(nodes_.size());
  if (edges.size() >= few_edges) {
    const auto [at, is_new] = further_.try_emplace(std::uint64_t{node} << 32 | word, next);
    if (!is_new) return at->second;
  }
  nodes_[node].edges.push_back({word, next});
  nodes_.emplace_back();
  return next;
}

std::uint32_t NameTrie::find(std::uint32_t node, WordId word) const {
  const auto& edges = nodes_[node].edges;
  const auto at = std::lower_bound(edges.begin(), edges.end(), word,
                                   [](const Edge& e, WordId w) { return e.word < w; });
  return at != edges.end() && at->word == word ? at->node : 0;
}

void NameTrie::insert(const std::vector<WordId>& words, std::uint32_t name) {
  if (words.empty()) return;
  if (words.front() >= roots_.size()) {
    roots_.resize(words.front() + 1);
    any_case_.resize(roots_.size());
  }
  if ((names_[name].capitals & 1u) == 0) any_case_[words.front()] = 1;
  if (roots_[words.front()] == 0) {
    roots_[words.front()] = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
  }
  std::uint32_t node = roots_[words.front()];
  for (std::size_t i = 1; i < words.size(); ++i) node = child(node, words[i]);
  nodes_[node].names.push_back(name);
}

void NameTrie::add(std::string_view text, Name name, Vocabulary& vocabulary) {
  for (const bool split : {false, true}) {
    if (split && text.find('-') == std::string_view::npos) break;
    if (!split && text.find(' ') != std::string_view::npos && holds_pair(text)) continue;
    const auto words = words_of(text, vocabulary, split);
    name.capitals = words.capitals;
    name.uppers = words.uppers;
    name.words = static_cast<std::uint8_t>(words.ids.size());
    name.comma = text.find(',') != std::string_view::npos;
    names_.push_back(name);
    insert(words.ids, static_cast<std::uint32_t>(names_.size() - 1));
  }
}

void NameTrie::finish(const Vocabulary& vocabulary) {
  for (auto& node : nodes_) {
    std::sort(node.edges.begin(), node.edges.end(),
              [](const Edge& a, const Edge& b) { return a.word < b.word; });
  }
  further_ = {};
  the_ = vocabulary.find("the");
  comma_ = vocabulary.find(",");
  stop_ = vocabulary.find(".");
  hyphen_ = vocabulary.find("--");
}

/// "P. J. Patterson", "St. Lucia": a full stop right behind a short word with a capital ends no
/// sentence inside a name.
bool NameTrie::abbreviates(const std::vector<Token>& tokens, std::uint32_t stop) const {
  const auto& word = tokens[stop - 1];
  return tokens[stop].word == stop_ && word.capital &&
         word.end - word.begin <= longest_abbreviation && word.end == tokens[stop].begin;
}

/// "ACP-EU": a hyphen between two words of a name.
bool NameTrie::parts_pair(const std::vector<Token>& tokens, std::uint32_t hyphen) const {
  return tokens[hyphen].word == hyphen_ && !tokens[hyphen].space && !tokens[hyphen + 1].space;
}

bool NameTrie::written_so(const Name& name, std::uint32_t capitals, std::uint32_t uppers,
                          bool comma) {
  if (comma && !name.comma) return false;
  // Headings in capitals write every name so.
  const auto missing = name.capitals & ~capitals;
  if (name.exact) return missing == 0 && (name.uppers & ~uppers) == 0;
  if (missing == 0) return true;
  // Scanned texts lose a capital now and then ("United nations"), never the first.
  return (missing & 1u) == 0 && std::popcount(missing) == 1 && std::popcount(name.capitals) > 1 &&
         name.kind == NameKind::body;
}

void NameTrie::match(const std::vector<Token>& tokens, std::uint32_t first,
                     std::vector<NameMatch>& out) const {
  if (!may_start(tokens[first])) return;
  std::uint32_t node = roots_[tokens[first].word];
  std::uint32_t capitals = 0, uppers = 0, last = first;
  bool comma = false;
  for (std::uint32_t words = 0; words < 32; ++words) {
    capitals |= static_cast<std::uint32_t>(tokens[last].capital) << words;
    uppers |= static_cast<std::uint32_t>(tokens[last].upper) << words;
    for (const auto name : nodes_[node].names) {
      if (written_so(names_[name], capitals, uppers, comma)) out.push_back({first, last + 1, name});
    }
    if (nodes_[node].edges.empty()) return;
    std::uint32_t next = last + 1;
    if (next < tokens.size() && abbreviates(tokens, next)) ++next;
    if (next + 1 < tokens.size() && parts_pair(tokens, next)) ++next;
    while (next < tokens.size() && (tokens[next].word == the_ || tokens[next].word == comma_) &&
           next - last <= 2) {
      comma = comma || tokens[next].word == comma_;
      ++next;
    }
    if (next >= tokens.size() || tokens[next].word == unknown_word) return;
    node = find(node, tokens[next].word);
    if (node == 0) return;
    last = next;
  }
}

}  // namespace attache
