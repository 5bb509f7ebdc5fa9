// SPDX-License-Identifier: MIT
// One subcommand for each entry of schema/tables: options -> Selection -> rows -> writer. It knows
// no table by name.
#include <memory>

#include "cli/commands.h"
#include "cli/output/cell.h"
#include "cli/output_flags.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"

namespace attache {
namespace {

struct QueryOptions {
  explicit QueryOptions(const TableInfo& info) : table(info), values(info.filters.size()) {}

  const TableInfo& table;
  std::string text;
  std::vector<std::vector<std::string>> values;  ///< one for each of the table's filters
  std::vector<std::string> columns;
  std::string sort;
  bool reverse = false;
  bool evidence = false;
  bool count = false;
  bool exit_status = false;
  std::optional<std::uint64_t> limit;
  std::uint64_t offset = 0;
  OutputFlags output;
};

Selection selection_of(const QueryOptions& options) {
  Selection selection;
  if (!options.text.empty()) selection.text = options.text;
  for (std::size_t i = 0; i < options.values.size(); ++i) {
    if (options.values[i].empty()) continue;
    selection.filters.push_back({std::string(options.table.filters[i].flag), options.values[i]});
  }
  selection.columns = options.columns;
  selection.sort = options.sort;
  selection.reverse = options.reverse;
  selection.limit = options.limit;
  selection.offset = options.offset;
  selection.evidence = options.evidence;
  return selection;
}

std::uint64_t print_count(Session& session, const KnowledgeBase& base, const TableInfo& table,
                          const Selection& selection) {
  const std::uint64_t rows = count(base, table, selection);
  append_number(session.out.text(), rows);
  session.out.append("\n");
  return rows;
}

/// Nothing is written, not even a header, before the selection has proved to be one that can be
/// asked.
std::uint64_t print_rows(const KnowledgeBase& base, const TableInfo& table,
                         const Selection& selection, RowWriter& writer) {
  const std::vector<ColumnInfo> columns = columns_of(table, selection);
  bool begun = false;
  const auto begin = [&] {
    if (!begun) writer.begin(columns);
    begun = true;
  };
  const std::uint64_t rows = select(base, table, selection, [&](std::span<const Cell> cells) {
    begin();
    writer.row(cells);
    return true;
  });
  begin();
  writer.end();
  return rows;
}

int run_query(const QueryOptions& options, Session& session) {
  const auto writer = make_writer(options.output, session);
  const Selection selection = selection_of(options);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  std::uint64_t rows = 0;
  if (options.count) {
    rows = print_count(session, base, options.table, selection);
  } else {
    rows = print_rows(base, options.table, selection, *writer);
  }
  return options.exit_status && rows == 0 ? 1 : 0;
}

std::string list_of(const std::vector<ColumnInfo>& columns) {
  std::string out;
  for (const ColumnInfo& column : columns) out += (out.empty() ? "" : ", ") + column.name;
  return out;
}

void add_filters(CLI::App& app, QueryOptions& options) {
  for (std::size_t i = 0; i < options.values.size(); ++i) {
    const FilterInfo& filter = options.table.filters[i];
    const std::string name = "--" + std::string(filter.flag), help(filter.help);
    std::vector<std::string>& values = options.values[i];
    CLI::Option* option =
        filter.kind == FilterKind::flag
            ? app.add_flag_callback(
                  name, [&values] { values = {"1"}; }, help)
            : app.add_option(name, values, help)->type_name(std::string(filter.metavar));
    option->allow_extra_args(false)->group("Filters (a repeated one means or, different ones and)");
  }
}

void add_row_options(CLI::App& app, QueryOptions& options) {
  const std::string rows = "Rows and columns";
  if (!options.table.evidence_view.empty()) {
    app.add_flag(
           "--evidence", options.evidence,
           "One row for each citation: document, sentence, start, end, quote; --columns also " +
               list_of(options.table.evidence_columns))
        ->group(rows);
  }
  app.add_option("--columns", options.columns,
                 "Columns to show, of " + list_of(options.table.columns))
      ->type_name("A,B,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(rows);
  app.add_option("--sort", options.sort, "Sort by this column")->type_name("COLUMN")->group(rows);
  app.add_flag("--reverse", options.reverse, "Reverse the order")->group(rows);
  app.add_option("--limit", options.limit, "At most N rows")->type_name("N")->group(rows);
  app.add_option("--offset", options.offset, "Skip the first N rows")->type_name("N")->group(rows);
  app.add_flag("--count", options.count, "Print only how many rows there are")->group(rows);
  app.add_flag("-e,--exit-status", options.exit_status, "Exit 1 where there is no row")
      ->group(rows);
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
    add_filters(*app, *options);
    add_row_options(*app, *options);
    add_output_flags(*app, options->output);
    commands.push_back({app, [options](Session& session) { return run_query(*options, session); }});
  }
}

}  // namespace attache
