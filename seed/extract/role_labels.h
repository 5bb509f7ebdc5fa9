// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/roles.h"

namespace attache {

/// What brackets behind the names of a list say, "OAS (observer)", "Commonwealth (withdrew 2003)",
/// goes before what the list as a whole says of them; "(suspended)" takes its role away.
void read_labels(const Analysis& analysis, const std::vector<BodyMention>& mentions,
                 std::vector<Role>& roles);

}  // namespace attache
