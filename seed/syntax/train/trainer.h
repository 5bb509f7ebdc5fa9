// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/syntax/model.h"
#include "seed/syntax/train/conllu.h"
#include "seed/syntax/train/inventory.h"
#include "seed/syntax/train/options.h"

namespace attache {

/// A model of the treebank. The same arguments give the same parts on every machine.
ModelParts train(const std::vector<GoldSentence>& sentences, const Clusters& clusters,
                 const TrainingOptions& options);

}  // namespace attache
