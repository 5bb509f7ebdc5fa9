// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "seed/syntax/sentence.h"
#include "seed/syntax/train/inventory.h"
#include "seed/syntax/train/options.h"

namespace attache {

/// The tables of actions and labels.
struct ParserCells {
  std::vector<std::int8_t> actions;
  std::vector<std::int8_t> labels;
};

/// Learns both together, several times from other orders of the sentences, and adds up what was
/// learned: a perceptron over whole sentences with beam search, which is corrected
/// where the wrong reading is furthest ahead of the right one (L. Huang, S. Fayong and Y. Guo,
/// NAACL 2012). `tags` for each sentence, `kinds` for each tag.
ParserCells learned_parser(const std::vector<NumberedSentence>& sentences,
                           const std::vector<std::vector<TagId>>& tags,
                           const std::vector<TagKind>& kinds, std::size_t label_count,
                           const TrainingOptions& options);

}  // namespace attache
