// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "schema/passages.h"
#include "schema/reference.h"

namespace attache {

/// References that are shown together, and the passages of all of them.
struct ShownGroup {
  std::vector<Referred> referred;
  std::vector<Passage> passages;
};

/// In the order given; those of one document whose passages overlap are one group, in the place of
/// the first, and what is given twice stands there once.
std::vector<ShownGroup> shown_groups(std::vector<Referred> all);

}  // namespace attache
