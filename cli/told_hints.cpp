// SPDX-License-Identifier: MIT
#include "cli/told_hints.h"

#include "schema/hints.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"
#include "seed/text/counted.h"

namespace attache {

void tell_hints(const Session& session, const KnowledgeBase& base, const TableInfo& table,
                const Selection& selection, std::uint64_t rows, bool counted) {
  if (session.quiet) return;
  auto lines = hints_of(base, table, selection, rows);
  const std::uint64_t unknown = rows_without_confidence(base, table, selection);
  if (lines.empty() && rows == 0 && unknown == 0 && !counted)
    lines.push_back(why_nothing(base, table, selection));
  if (!lines.empty() || unknown > 0) session.out.flush();
  for (const std::string& line : lines) session.note(line);
  if (unknown > 0)
    session.note("--min-confidence leaves out " + attache::counted(unknown, "row") + " of " +
                 std::string(table.name) +
                 " of which no confidence is known; 'attache seed --refresh' gives one to those "
                 "that were stored before there was any");
}

void tell_hints(const Session& session, const KnowledgeBase& base, const TableInfo& table,
                const std::vector<FilterValues>& filters, std::uint64_t rows) {
  Selection selection;
  selection.filters = filters;
  tell_hints(session, base, table, selection, rows);
}

}  // namespace attache
