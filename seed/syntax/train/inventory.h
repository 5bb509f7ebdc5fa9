// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "seed/syntax/model.h"
#include "seed/syntax/train/conllu.h"

namespace attache {

/// The classes of a word in two grains, each 1 and up.
struct ClusterPair {
  std::uint16_t coarse = 0;
  std::uint16_t fine = 0;
};

using Clusters = std::map<std::string, ClusterPair>;

/// A sentence in the model's numbers.
struct NumberedSentence {
  std::vector<SyntaxWord> words;
  std::vector<TagId> tags;
  std::vector<std::int32_t> heads;
  std::vector<LabelId> labels;
};

/// The tags, labels and words that a model knows, taken from a treebank. Rare names are told as the
/// most frequent one that is like them.
class Inventory {
 public:
  Inventory(const std::vector<GoldSentence>& sentences, const Clusters& clusters);

  std::vector<std::string> tags;
  std::vector<std::string> labels;
  std::vector<DictionaryEntry> dictionary;

  NumberedSentence numbered(const GoldSentence& sentence) const;

 private:
  std::map<std::string, TagId> tag_ids_;
  std::map<std::string, LabelId> label_ids_;
};

}  // namespace attache
