// SPDX-License-Identifier: MIT
// One subcommand for each entry of schema/tables: options -> Selection -> rows -> writer. It knows
// no table by name.
#include <memory>

#include "cli/chosen_columns.h"
#include "cli/commands.h"
#include "cli/filter_flags.h"
#include "cli/row_flags.h"
#include "cli/told_hints.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"

namespace attache {
namespace {

struct QueryOptions {
  explicit QueryOptions(const TableInfo& info) : table(info) {}

  const TableInfo& table;
  std::string text;
  FilterFlags filters;
  RowFlags rows;
};

Selection selection_of(const QueryOptions& options) {
  Selection selection;
  if (!options.text.empty()) selection.text = options.text;
  selection.filters = options.filters.given();
  heed(options.rows, selection);
  return selection;
}

int run_query(const QueryOptions& options, Session& session) {
  make_writer(options.rows.output, session);  // what contradicts itself is told first
  const Selection selection = selection_of(options);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const std::uint64_t rows = print_selection(session, base, options.table, selection, options.rows);
  tell_hints(session, base, options.table, selection, rows);
  return options.rows.exit_status && rows == 0 ? 1 : 0;
}

}  // namespace

void add_queries(CLI::App& root, std::vector<Command>& commands) {
  for (const TableInfo& table : tables()) {
    CLI::App* app = add_command(root, std::string(table.name), std::string(table.help),
                                std::string(table.example));
    auto options = std::make_shared<QueryOptions>(table);
    app->add_option("TEXT", options->text,
                    "Words that the row itself contains, case and accents folded")
        ->type_name("");
    for (const FilterInfo& filter : table.filters)
      options->filters.add(*app, filter, filters_group);
    if (!table.evidence_view.empty()) add_evidence_flag(*app, options->rows, table);
    add_row_flags(*app, options->rows, list_of(table.columns));
    add_group_flags(*app, options->rows);
    add_output_flags(*app, options->rows.output);
    commands.push_back({app, [options](Session& session) { return run_query(*options, session); }});
  }
}

}  // namespace attache
