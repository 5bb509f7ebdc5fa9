// SPDX-License-Identifier: MIT
#include "seed/syntax/train/parse_trainer.h"

#include <limits>
#include <utility>

#include "seed/syntax/beam.h"
#include "seed/syntax/model.h"
#include "seed/syntax/train/oracle.h"
#include "seed/syntax/train/perceptron.h"
#include "seed/syntax/train/random.h"

namespace attache {

namespace {

class ParseTrainer {
 public:
  ParseTrainer(const std::vector<TagKind>& kinds, std::size_t label_count,
               const TrainingOptions& options)
      : kinds_(kinds),
        label_count_(label_count),
        actions_(options.action_rows),
        labels_(options.label_rows),
        beam_(*this, options.beam, std::numeric_limits<std::int32_t>::max() / 4) {}

  void learn(const NumberedSentence& sentence, const std::vector<TagId>& tags) {
    words_.set(sentence.words, tags, kinds_);
    actions_.tick(2 * tags.size());
    const auto wrong = search(sentence);
    replay(sentence, right_, wrong, 1);
    if (!wrong.empty()) replay(sentence, wrong, right_, -1);
  }

  void add_averages(std::vector<double>& action_sums, std::vector<double>& label_sums) const {
    actions_.add_averages(action_sums);
    labels_.add_averages(label_sums);
  }

  Perceptron<action_classes>::Scores actions(const Stacks& stacks,
                                             const Configuration& configuration) {
    set_action_rows(stacks, configuration);
    return actions_.scores(rows_);
  }

  void prepare(std::size_t reading, const Stacks& stacks, const Configuration& configuration) {
    if (prepared_.size() <= reading) prepared_.resize(reading + 1);
    prepared_[reading] = actions(stacks, configuration);
  }
  const auto& scores(std::size_t reading) const { return prepared_[reading]; }

  void foresee(std::size_t, std::int32_t, std::int32_t) {}
  void prepare_label(std::size_t reading, const ArcEnd& head, const ArcEnd& dependent) {
    if (prepared_labels_.size() <= reading) prepared_labels_.resize(reading + 1);
    prepared_labels_[reading] = label(head, dependent);
  }
  LabelId label(std::size_t reading) const { return prepared_labels_[reading]; }

  LabelId label(const ArcEnd& head, const ArcEnd& dependent) {
    rows_.count = 0;
    add_label_features(words_, head, dependent, labels_.table(), rows_);
    return labels_.best(rows_, label_count_);
  }

 private:
  void set_action_rows(const Stacks& stacks, const Configuration& configuration) {
    const StackTop stack(stacks, configuration.top);
    const auto top = stack.top.word;
    const auto table = actions_.table();
    rows_.count = 0;
    add_next_features(words_, configuration.next, table, rows_);
    add_pair_features(words_, top, configuration.next, table, rows_);
    add_below_features(words_, stack, configuration, table, rows_);
    add_top_features(words_, stack.top, configuration.next, table, rows_);
    add_left_features(words_, top, configuration.next, configuration.left, table, rows_);
  }

  /// Parses; fills right_ and gives the wrong actions up to where they are furthest ahead, none
  /// where the best reading never is wrong.
  std::vector<Action> search(const NumberedSentence& sentence) {
    beam_.start(words_.size());
    PartialParse<std::int32_t> right;
    right_.clear();
    std::vector<Action> worst;
    std::size_t worst_length = 0;
    std::int32_t violation = 0;
    while (!beam_.done(right.configuration) || !beam_.finished()) {
      if (!beam_.done(right.configuration)) go_right(right, sentence);
      if (!beam_.finished()) beam_.step();
      const auto ahead = beam_.best().score - right.score;
      if (ahead < violation) continue;
      auto given = actions_to(beam_.best().last);
      if (given == right_) continue;
      violation = ahead;
      worst = std::move(given);
      worst_length = right_.size();
    }
    if (!worst.empty()) right_.resize(worst_length);
    return worst;
  }

  void go_right(PartialParse<std::int32_t>& right, const NumberedSentence& sentence) {
    const auto action = right_action(beam_.stacks(), right.configuration, sentence.heads);
    right.score += actions(beam_.stacks(), right.configuration)[static_cast<std::size_t>(action)];
    beam_.advance(right, action);
    right_.push_back(action);
  }

  std::vector<Action> actions_to(std::int32_t last) const {
    std::vector<Action> list;
    for (auto at = last; at != no_node; at = beam_.step_at(at).before) {
      list.push_back(beam_.step_at(at).action);
    }
    return {list.rbegin(), list.rend()};
  }

  /// Moves the weights of a reading's actions from where it leaves the other reading, and learns
  /// the labels of its right arcs. Without another reading there is nothing to move.
  void replay(const NumberedSentence& sentence, const std::vector<Action>& reading,
              const std::vector<Action>& other, std::int32_t step) {
    stacks_.clear();
    Configuration configuration;
    bool same = true;
    for (std::size_t i = 0; i < reading.size(); ++i) {
      same = same && (other.empty() || (i < other.size() && other[i] == reading[i]));
      if (!same) {
        set_action_rows(stacks_, configuration);
        actions_.move(rows_, static_cast<std::size_t>(reading[i]), step);
      }
      take(stacks_, configuration, reading[i], learned_label(sentence, configuration, reading[i]));
    }
  }

  LabelId learned_label(const NumberedSentence& sentence, const Configuration& configuration,
                        Action action) {
    if (action != Action::left && action != Action::right) return 0;
    auto head = end_on_stack(stacks_, configuration.top);
    auto dependent = end_in_buffer(configuration);
    if (action == Action::left) std::swap(head, dependent);
    const auto guess = label(head, dependent);
    const auto place = static_cast<std::size_t>(dependent.word);
    if (sentence.heads[place] != head.word) return guess;
    labels_.tick();
    const auto right = sentence.labels[place];
    if (guess != right) {
      labels_.move(rows_, right, 1);
      labels_.move(rows_, guess, -1);
    }
    return guess;
  }

  const std::vector<TagKind>& kinds_;
  std::size_t label_count_;
  Perceptron<action_classes> actions_;
  Perceptron<label_classes> labels_;
  TaggedWords words_;
  FeatureRows rows_;
  std::vector<Perceptron<action_classes>::Scores> prepared_;
  std::vector<LabelId> prepared_labels_;
  Beam<std::int32_t, ParseTrainer> beam_;
  Stacks stacks_;
  std::vector<Action> right_;
};

}  // namespace

ParserCells learned_parser(const std::vector<NumberedSentence>& sentences,
                           const std::vector<std::vector<TagId>>& tags,
                           const std::vector<TagKind>& kinds, std::size_t label_count,
                           const TrainingOptions& options) {
  std::vector<double> action_sums;
  std::vector<double> label_sums;
  for (std::uint64_t voter = 0; voter < options.voters; ++voter) {
    ParseTrainer trainer(kinds, label_count, options);
    Draw draw(options.seed + voter);
    for (int round = 0; round < options.parse_rounds; ++round) {
      for (const auto i : draw.order(sentences.size())) trainer.learn(sentences[i], tags[i]);
    }
    trainer.add_averages(action_sums, label_sums);
  }
  return {quantized(action_sums), quantized(label_sums)};
}

}  // namespace attache
