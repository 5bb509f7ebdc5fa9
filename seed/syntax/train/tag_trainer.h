// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "seed/syntax/train/inventory.h"
#include "seed/syntax/train/options.h"

namespace attache {

/// The tagger's table, learned from all sentences.
std::vector<std::int8_t> learned_tag_cells(const std::vector<NumberedSentence>& sentences,
                                           std::size_t tag_count, const TrainingOptions& options);

/// Tags of every sentence, each by a tagger that did not learn from it: so the parser learns to
/// live with a tagger's mistakes.
std::vector<std::vector<TagId>> unseen_tags(const std::vector<NumberedSentence>& sentences,
                                            std::size_t tag_count, const TrainingOptions& options);

}  // namespace attache
