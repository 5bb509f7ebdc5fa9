// SPDX-License-Identifier: MIT
#include "seed/syntax/train/tag_trainer.h"

#include "seed/syntax/features.h"
#include "seed/syntax/model.h"
#include "seed/syntax/train/perceptron.h"
#include "seed/syntax/train/random.h"

namespace attache {

namespace {

template <typename Table>
void set_rows(const NumberedSentence& sentence, const std::vector<TagId>& tags, std::size_t word,
              Table table, FeatureRows& rows) {
  rows.count = 0;
  add_word_features(sentence.words, word, table, rows);
  add_tag_features(sentence.words, tags, word, table, rows);
}

/// Learns tags with its own guesses for the words before.
class TagTrainer {
 public:
  TagTrainer(std::size_t classes, const TrainingOptions& options)
      : classes_(classes), options_(options), perceptron_(options.tag_rows) {}

  /// Adds what it learned to a table.
  void train(const std::vector<const NumberedSentence*>& sentences, std::uint64_t seed,
             std::vector<double>& sums) {
    Draw draw(seed);
    for (int round = 0; round < options_.tag_rounds; ++round) {
      for (const auto place : draw.order(sentences.size())) learn(*sentences[place]);
    }
    perceptron_.add_averages(sums);
  }

 private:
  void learn(const NumberedSentence& sentence) {
    tags_.assign(sentence.words.size(), 0);
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      tags_[i] = sentence.words[i].only_tag;
      if (tags_[i] != SyntaxWord::no_tag) continue;
      set_rows(sentence, tags_, i, perceptron_.table(), rows_);
      perceptron_.tick();
      tags_[i] = perceptron_.best(rows_, classes_);
      if (tags_[i] != sentence.tags[i]) {
        perceptron_.move(rows_, sentence.tags[i], 1);
        perceptron_.move(rows_, tags_[i], -1);
      }
    }
  }

  std::size_t classes_;
  const TrainingOptions& options_;
  Perceptron<tag_classes> perceptron_;
  std::vector<TagId> tags_;
  FeatureRows rows_;
};

std::vector<TagId> tagged(const NumberedSentence& sentence, const Weights<tag_classes>& weights,
                          std::size_t classes) {
  std::vector<TagId> tags(sentence.words.size());
  FeatureRows rows;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    tags[i] = sentence.words[i].only_tag;
    if (tags[i] != SyntaxWord::no_tag) continue;
    set_rows(sentence, tags, i, weights.table(), rows);
    tags[i] = weights.best(rows, classes);
  }
  return tags;
}

}  // namespace

std::vector<std::int8_t> learned_tag_cells(const std::vector<NumberedSentence>& sentences,
                                           std::size_t tag_count, const TrainingOptions& options) {
  std::vector<const NumberedSentence*> all;
  for (const auto& sentence : sentences) all.push_back(&sentence);
  std::vector<double> sums;
  for (std::uint64_t voter = 0; voter < options.voters; ++voter) {
    TagTrainer(tag_count, options).train(all, options.seed + voter, sums);
  }
  return quantized(sums);
}

std::vector<std::vector<TagId>> unseen_tags(const std::vector<NumberedSentence>& sentences,
                                            std::size_t tag_count, const TrainingOptions& options) {
  std::vector<std::vector<TagId>> tags(sentences.size());
  const auto folds = options.folds;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const NumberedSentence*> seen;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (i % folds != fold) seen.push_back(&sentences[i]);
    }
    std::vector<double> sums;
    TagTrainer(tag_count, options).train(seen, options.seed, sums);
    const auto cells = quantized(sums);
    const Weights<tag_classes> weights(cells);
    for (std::size_t i = fold; i < sentences.size(); i += folds) {
      tags[i] = tagged(sentences[i], weights, tag_count);
    }
  }
  return tags;
}

}  // namespace attache
