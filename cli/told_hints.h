// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/session.h"
#include "schema/select.h"

namespace attache {

/// Tells on standard error, unless --quiet, what a user may not know of a question that has `rows`:
/// values that nothing has, why there is no row (unless their number was asked for, and is the
/// answer), and how many --min-confidence leaves out because they were stored without one. What was
/// printed goes out before.
void tell_hints(const Session& session, const KnowledgeBase& base, const TableInfo& table,
                const Selection& selection, std::uint64_t rows, bool counted = false);

/// The lines that it tells.
std::vector<std::string> hint_lines(const KnowledgeBase& base, const TableInfo& table,
                                    const Selection& selection, std::uint64_t rows,
                                    bool counted = false);

/// The same of filters alone.
void tell_hints(const Session& session, const KnowledgeBase& base, const TableInfo& table,
                const std::vector<FilterValues>& filters, std::uint64_t rows);

}  // namespace attache
