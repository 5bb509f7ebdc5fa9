// SPDX-License-Identifier: MIT
#include "seed/syntax/parser.h"

#include "seed/syntax/action_scores.h"
#include "seed/syntax/beam.h"
#include "seed/syntax/features.h"

namespace attache {

/// The beam over one sentence after the other, and what comes of its best reading.
class Parser::Search {
 public:
  Search(const Model& model, ParserOptions options)
      : model_(model),
        action_scores_(model.action_weights),
        beam_(*this, options.width, options.margin) {}

  void run(std::span<const SyntaxWord> words, std::span<const TagId> tags, Tree& tree) {
    words_.set(words, tags, model_.kinds);
    action_scores_.start(words_);
    arcs_.clear();
    beam_.start(words_.size());
    while (!beam_.finished()) beam_.step();
    fill(tree);
    finish(tree);
  }

  void prepare(std::size_t reading, const Stacks& stacks, const Configuration& configuration) {
    action_scores_.prepare(reading, stacks, configuration);
  }
  void foresee(std::size_t reading, std::int32_t top, std::int32_t next) {
    action_scores_.foresee(reading, top, next);
  }
  auto scores(std::size_t reading) { return action_scores_.scores(reading); }

  void prepare_label(std::size_t reading, const ArcEnd& head, const ArcEnd& dependent) {
    if (waiting_.size() <= reading) waiting_.resize(reading + 1);
    auto& arc = waiting_[reading];
    arc.rows.count = 0;
    arc.signature = signature_of(head, dependent);
    if (const auto* known = arcs_.find(arc.signature)) {
      arc.label = *known;
      return;
    }
    add_label_features(words_, head, dependent, model_.label_weights.table(), arc.rows);
  }

  LabelId label(std::size_t reading) {
    auto& arc = waiting_[reading];
    if (arc.rows.count == 0) return arc.label;
    arc.label = model_.label_weights.best(arc.rows, model_.labels.size());
    arcs_.keep(arc.signature, arc.label);
    return arc.label;
  }

 private:
  /// An arc whose label was asked for.
  struct WaitingArc {
    std::uint64_t signature = 0;
    FeatureRows rows;  ///< none where the label is known
    LabelId label = 0;
  };

  static std::uint64_t signature_of(const ArcEnd& head, const ArcEnd& dependent) {
    return Signature(Signature::two(head.word, dependent.word),
                     Signature::two(head.head, dependent.head))
        .add(head.label, dependent.label)
        .add(head.left)
        .add(head.right)
        .add(dependent.left)
        .add(dependent.right)
        .value();
  }

  /// Takes the best reading's steps again, from the last to the first: the word that a step was
  /// about follows from how many words were on the stack and taken by then.
  void fill(Tree& tree) {
    order_.clear();
    for (auto at = beam_.best().last; at != no_node; at = beam_.step_at(at).before) {
      order_.push_back(at);
    }
    stack_.clear();
    std::int32_t next = 0;
    for (auto place = order_.rbegin(); place != order_.rend(); ++place) {
      const auto& step = beam_.step_at(*place);
      if (step.action == Action::left) attach(tree, stack_.back(), next, step.label);
      if (step.action == Action::right) attach(tree, next, stack_.back(), step.label);
      if (step.action == Action::left || step.action == Action::reduce) stack_.pop_back();
      if (step.action == Action::shift || step.action == Action::right) stack_.push_back(next++);
    }
  }

  static void attach(Tree& tree, std::int32_t dependent, std::int32_t head, LabelId label) {
    auto& node = tree[static_cast<std::size_t>(dependent)];
    node.head = head;
    node.label = label;
  }

  /// Words without a head: one becomes the root, the others depend on it.
  void finish(Tree& tree) {
    const auto& stacks = beam_.stacks();
    auto root = no_node;
    bool verb = false;
    for (auto at = beam_.best().configuration.top; at != no_node; at = stacks.at(at).below) {
      if (stacks.at(at).has_head) continue;
      const bool is_verb = model_.kinds[words_.at(stacks.at(at).word).tag].verb;
      if (is_verb || !verb) root = at;
      verb = verb || is_verb;
    }
    for (auto at = beam_.best().configuration.top; at != no_node; at = stacks.at(at).below) {
      if (stacks.at(at).has_head || at == root) continue;
      prepare_label(0, end_on_stack(stacks, root), end_on_stack(stacks, at));
      attach(tree, stacks.at(at).word, stacks.at(root).word, label(0));
    }
    if (root != no_node) attach(tree, stacks.at(root).word, no_node, model_.root_label);
  }

  const Model& model_;
  TaggedWords words_;
  std::vector<WaitingArc> waiting_;  ///< by reading
  ScoreCache<LabelId> arcs_;
  ActionScores action_scores_;
  Beam<std::int64_t, Search> beam_;  // a sentence may be of any length
  std::vector<std::int32_t> order_;
  std::vector<std::int32_t> stack_;
};

Parser::Parser(const Model& model, ParserOptions options)
    : model_(model), search_(std::make_unique<Search>(model, options)) {}

Parser::~Parser() = default;

const Tree& Parser::parse(std::span<const std::string_view> forms) {
  hashes_.clear();
  for (const auto form : forms) hashes_.push_back(model_.dictionary.prefetch(form));
  words_.clear();
  for (std::size_t i = 0; i < forms.size(); ++i) {
    words_.push_back(model_.dictionary.word(forms[i], hashes_[i]));
  }
  tag();
  tree_.assign(words_.size(), {});
  for (std::size_t i = 0; i < tree_.size(); ++i) tree_[i].tag = tags_[i];
  if (!tree_.empty()) search_->run(words_, tags_, tree_);
  return tree_;
}

/// The rows that need no tag are asked for some words ahead.
void Parser::tag() {
  const auto& weights = model_.tag_weights;
  tags_.assign(words_.size(), 0);
  const auto prepare = [&](std::size_t i) {
    if (i >= words_.size() || words_[i].only_tag != SyntaxWord::no_tag) return;
    auto& rows = rows_[i % rows_.size()];
    rows.count = 0;
    add_word_features(words_, i, weights.table(), rows);
  };
  for (std::size_t i = 0; i + 1 < rows_.size(); ++i) prepare(i);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    prepare(i + rows_.size() - 1);
    tags_[i] = words_[i].only_tag;
    if (tags_[i] != SyntaxWord::no_tag) continue;
    auto& rows = rows_[i % rows_.size()];
    add_tag_features(words_, tags_, i, weights.table(), rows);
    tags_[i] = weights.best(rows, model_.tags.size());
  }
}

}  // namespace attache
