// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

/// Why a selection has no row, where it asks for a name that nothing has: one line for each such
/// value, with the nearest names. Throws KnowledgeBaseError.
std::vector<std::string> hints_of(const KnowledgeBase& base, const TableInfo& table,
                                  const Selection& selection);

}  // namespace attache
