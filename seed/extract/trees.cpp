// SPDX-License-Identifier: MIT
#include "seed/extract/trees.h"

#include <algorithm>
#include <utility>

#include "seed/text/fold.h"

namespace attache {
namespace {

/// What the parser reads in the place of a name of several words: a proper noun that it knows well.
constexpr std::string_view known_name = "NATO";

}  // namespace

Trees::Trees(const Grammar& grammar, std::string_view text, const Vocabulary& vocabulary,
             std::vector<Span> one_word, std::uint32_t kept_words)
    : grammar_(grammar),
      text_(text),
      vocabulary_(vocabulary),
      cutter_(grammar.model().dictionary),
      parser_(grammar.model()),
      one_word_(std::move(one_word)),
      kept_words_(kept_words) {}

const SentenceTree& Trees::of(std::uint32_t number, const Sentence& sentence,
                              std::span<const Token> tokens) {
  if (const auto found = recent_.find(number); found != recent_.end()) return found->second;
  if (const auto found = older_.find(number); found != older_.end()) {
    older_words_ -= found->second.size();
    return keep(older_.extract(found));
  }
  Kept made;
  made.emplace(number, parse(sentence, tokens));
  return keep(made.extract(made.begin()));
}

const SentenceTree& Trees::keep(Kept::node_type tree) {
  if (recent_words_ > kept_words_ || recent_.size() > kept_words_ / 2) {
    older_ = std::exchange(recent_, {});
    older_words_ = std::exchange(recent_words_, 0);
  }
  recent_words_ += tree.mapped().size();
  return recent_.insert(std::move(tree)).position->second;
}

/// Takes the next word of a sentence that begins at token `first`.
void Trees::word(const CutWord& word, std::uint32_t first, std::span<const Token> own) {
  const auto& token = own[word.token];
  const auto number = first + word.token;
  if (!nodes_.empty() && number < nodes_.back().end && nodes_.back().end - nodes_.back().token > 1)
    return;  // goes on with the name
  const auto name =
      std::lower_bound(one_word_.begin(), one_word_.end(), number,
                       [](const Span& span, std::uint32_t t) { return span.begin < t; });
  SyntaxNode node;
  node.token = number;
  node.end = number + 1;
  if (name != one_word_.end() && name->begin == number && name->end <= first + own.size()) {
    node.end = name->end;
    node.word = token.word;
    forms_.push_back(known_name);
  } else {
    const bool whole = word.form.size() == token.end - token.begin;
    if (!whole) {
      const auto at = static_cast<std::uint32_t>(word.form.data() - text_.data());
      const bool stands = word.form.data() >= text_.data() && at + word.form.size() <= text_.size();
      if (stands) node.part_of_token = {at, at + static_cast<std::uint32_t>(word.form.size())};
    }
    node.word = whole ? token.word : vocabulary_.find(fold_word(word.form));
    forms_.push_back(word.form);
  }
  nodes_.push_back(node);
}

SentenceTree Trees::parse(const Sentence& sentence, std::span<const Token> tokens) {
  nodes_.clear();
  forms_.clear();
  if (sentence.last - sentence.first > longest_sentence) return SentenceTree({});
  const auto own = tokens.subspan(sentence.first, sentence.last - sentence.first);
  for (const auto& cut : cutter_.cut(text_, own)) word(cut, sentence.first, own);
  const auto& tree = parser_.parse(forms_);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    nodes_[i].head = tree[i].head == no_node ? no_word : static_cast<NodeId>(tree[i].head);
    nodes_[i].tag = tree[i].tag;
    nodes_[i].label = tree[i].label;
    nodes_[i].relation = grammar_.relation(tree[i].label);
    nodes_[i].part = grammar_.part(tree[i].tag);
    nodes_[i].form = grammar_.verb_form(tree[i].tag);
    nodes_[i].plural = grammar_.plural(tree[i].tag);
  }
  return SentenceTree(nodes_);
}

}  // namespace attache
