// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/session.h"
#include "schema/select.h"

namespace attache {

/// Tells on standard error, unless --quiet, what a user may not know of a question that has `rows`:
/// values that nothing has, why there is no row, and how many --min-confidence leaves out because
/// they were stored without one. What was printed goes out before.
void tell_hints(const Session& session, const KnowledgeBase& base, const TableInfo& table,
                const Selection& selection, std::uint64_t rows);

/// The lines that it tells; why there is no row only with `why`.
std::vector<std::string> hint_lines(const KnowledgeBase& base, const TableInfo& table,
                                    const Selection& selection, std::uint64_t rows,
                                    bool why = true);

/// The same of filters alone.
void tell_hints(const Session& session, const KnowledgeBase& base, const TableInfo& table,
                const std::vector<FilterValues>& filters, std::uint64_t rows);

}  // namespace attache
