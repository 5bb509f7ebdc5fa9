// SPDX-License-Identifier: MIT
#include "seed/syntax/train/trainer.h"

#include "seed/syntax/train/parse_trainer.h"
#include "seed/syntax/train/tag_trainer.h"

namespace attache {

ModelParts train(const std::vector<GoldSentence>& sentences, const Clusters& clusters,
                 const TrainingOptions& options) {
  const Inventory inventory(sentences, clusters);
  std::vector<NumberedSentence> numbered;
  for (const auto& sentence : sentences) numbered.push_back(inventory.numbered(sentence));
  ModelParts parts;
  parts.tags = inventory.tags;
  parts.labels = inventory.labels;
  parts.dictionary = inventory.dictionary;
  parts.tag_cells = learned_tag_cells(numbered, parts.tags.size(), options);
  const auto tags = unseen_tags(numbered, parts.tags.size(), options);
  auto cells = learned_parser(numbered, tags, kinds_of(parts.tags), parts.labels.size(), options);
  parts.action_cells = std::move(cells.actions);
  parts.label_cells = std::move(cells.labels);
  return parts;
}

}  // namespace attache
