// SPDX-License-Identifier: MIT
#include "cli/told_hints.h"

#include "schema/hints.h"
#include "schema/knowledge_base.h"
#include "schema/own_lexicons.h"
#include "schema/tables.h"
#include "seed/text/counted.h"

namespace attache {

std::vector<std::string> hint_lines(const KnowledgeBase& base, const TableInfo& table,
                                    const Selection& selection, std::uint64_t rows, bool why) {
  auto lines = hints_of(base, table, selection, rows);
  const std::uint64_t unknown = rows_without_confidence(base, table, selection);
  if (why && lines.empty() && rows == 0 && unknown == 0)
    lines.push_back(why_nothing(base, table, selection));
  if (unknown > 0)
    lines.push_back("--min-confidence leaves out " + counted(unknown, "row") + " of " +
                    std::string(table.name) + " of which no confidence is known; '" +
                    refresh_command(base) +
                    "' gives one to those that were stored before there was any");
  return lines;
}

void tell_hints(const Session& session, const KnowledgeBase& base, const TableInfo& table,
                const Selection& selection, std::uint64_t rows) {
  if (session.quiet) return;
  const auto lines = hint_lines(base, table, selection, rows);
  if (!lines.empty()) session.out.flush();
  for (const std::string& line : lines) session.note(line);
}

void tell_hints(const Session& session, const KnowledgeBase& base, const TableInfo& table,
                const std::vector<FilterValues>& filters, std::uint64_t rows) {
  Selection selection;
  selection.filters = filters;
  tell_hints(session, base, table, selection, rows);
}

}  // namespace attache
