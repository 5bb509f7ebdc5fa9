// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"
#include "seed/extract/rows.h"

namespace attache {

/// The four extractors: each reads the analysis and gives its table's rows, merged within the
/// document, in the order of their first citation, every citation with the id of the rule that made
/// it.
std::vector<OrganizationRow> find_organizations(const Analysis& analysis);
std::vector<LeaderRow> find_leaders(const Analysis& analysis);
std::vector<PrincipleRow> find_principles(const Analysis& analysis);
std::vector<PriorityRow> find_priorities(const Analysis& analysis);

}  // namespace attache
