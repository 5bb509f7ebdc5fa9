// SPDX-License-Identifier: MIT
#include "cli/row_flags.h"

#include <algorithm>

#include "cli/chosen_columns.h"
#include "cli/column_name.h"
#include "cli/error.h"
#include "cli/output/cell.h"
#include "schema/groups.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

constexpr const char* rows_group = "Rows and columns";
constexpr const char* groups_group = "Groups of rows";

/// SQLite takes a negative limit for none, and programs a negative number for a large one.
std::string refuse_negative(const std::string& given) {
  const bool digits = !given.empty() && given.find_first_not_of("0123456789") == std::string::npos;
  return digits ? "" : "'" + given + "' is no number of rows; give 0 or more";
}

/// An option that groups rows, and how.
struct Asked {
  const char* option;
  Grouping how;
  std::vector<std::string> columns;
};

std::vector<Asked> asked(const RowFlags& flags) {
  std::vector<Asked> all{{"--count-by", Grouping::counted, flags.count_by},
                         {"--distinct", Grouping::distinct, flags.distinct},
                         {"--first", Grouping::first, flags.first},
                         {"--last", Grouping::last, flags.last}};
  std::erase_if(all, [](const Asked& one) { return one.columns.empty(); });
  return all;
}

[[noreturn]] void refuse_both(const std::string& one, const std::string& other) {
  throw UsageError(one + " and " + other + " don't go together; give one");
}

Groups groups_of(const RowFlags& flags) {
  const std::vector<Asked> groups = asked(flags);
  if (groups.size() > 1) refuse_both(groups[0].option, groups[1].option);
  const Grouping how = groups.empty() ? Grouping::none : groups[0].how;
  if (how == Grouping::counted && flags.count) refuse_both("--count", "--count-by");
  if (how == Grouping::distinct && !flags.columns.empty()) refuse_both("--columns", "--distinct");
  if (flags.share && how != Grouping::counted)
    throw UsageError("--share goes with --count-by: say of what, as in --count-by country --share");
  return groups.empty() ? Groups() : Groups{how, groups[0].columns, flags.share};
}

/// Whether there are rows that --limit or --offset leave out, where none was printed.
bool are_left_out(const KnowledgeBase& base, const TableInfo& table, Selection selection) {
  if (selection.limit != std::uint64_t{0} && selection.offset == 0) return false;
  selection.limit = 1;
  selection.offset = 0;
  return select(base, table, selection, [](std::span<const Cell>) { return true; }) > 0;
}

}  // namespace

void add_row_flags(CLI::App& app, RowFlags& flags, const std::string& columns) {
  add_columns_option(
      app, "--columns", flags.columns,
      "Columns to show, of " + columns + "; or all (the default but in table and markdown)")
      ->group(rows_group);
  app.add_option("--sort", flags.sort, "Sort by this column")
      ->type_name("COLUMN")
      ->transform(column_name())
      ->group(rows_group);
  app.add_flag("--reverse", flags.reverse, "Reverse the order")->group(rows_group);
  app.add_option("-n,--limit", flags.limit, "At most N rows")->type_name("N")->group(rows_group);
  app.add_option("--offset", flags.offset, "Skip the first N rows")
      ->type_name("N")
      ->group(rows_group);
  require_row_numbers(app);
  app.add_flag("--count", flags.count, "Print only how many rows there are")->group(rows_group);
  app.add_flag("-e,--exit-status", flags.exit_status, "Exit 1 where there is no row")
      ->group(rows_group);
}

void require_row_numbers(CLI::App& app) {
  for (const char* name : {"--limit", "--offset"})
    if (CLI::Option* option = app.get_option_no_throw(name)) option->check(refuse_negative);
}

void tell_left_out(const Session& session, const std::optional<std::uint64_t>& limit,
                   std::uint64_t offset) {
  if (limit != std::uint64_t{0} && offset == 0) return;
  session.out.flush();
  session.note(limit == std::uint64_t{0} ? "there are rows, of which --limit 0 prints none"
                                         : "there are rows, but no more than the " +
                                               std::to_string(offset) + " that --offset skips");
}

void add_evidence_flag(CLI::App& app, RowFlags& flags, const TableInfo& table) {
  app.add_flag("--evidence", flags.evidence,
               "One row for each citation: document, sentence, start, end, " +
                   std::string(table.evidence_shown) + "; --columns also " +
                   list_of(table.evidence_columns))
      ->group(rows_group);
}

void add_group_flags(CLI::App& app, RowFlags& flags) {
  add_columns_option(
      app, "--count-by", flags.count_by,
      "How many rows and documents have each value of these columns (year and decade, too)")
      ->group(groups_group);
  app.add_flag("--share", flags.share,
               "With --count-by: of how many documents, and which share of them; of citations also "
               "the share of sentences")
      ->group(groups_group);
  add_columns_option(app, "--distinct", flags.distinct,
                     "The different values of these columns, each once")
      ->group(groups_group);
  add_columns_option(app, "--first", flags.first,
                     "Of the rows with the same values of these columns only the earliest")
      ->group(groups_group);
  add_columns_option(app, "--last", flags.last, "The same, the latest")->group(groups_group);
}

void heed(const RowFlags& flags, Selection& selection) {
  selection.columns = each_once(flags.columns);
  selection.sort = flags.sort;
  selection.reverse = flags.reverse;
  selection.limit = flags.limit;
  selection.offset = flags.offset;
  selection.evidence = flags.evidence;
  selection.groups = groups_of(flags);
}

std::uint64_t print_selection(Session& session, const KnowledgeBase& base, const TableInfo& table,
                              Selection selection, const RowFlags& flags) {
  if (selection.columns.empty() && !is_for_people(flags.output, session))
    selection.columns = {"all"};
  OutputFlags output = flags.output;
  output.leave_out = selection.columns.empty() && !gives_groups(selection);
  const auto writer = make_writer(output, session);
  if (flags.count) {
    const std::uint64_t rows = count(base, table, selection);
    append_number(session.out.text(), rows);
    session.out.append("\n");
    return rows;
  }
  const std::vector<ColumnInfo> columns = columns_of(table, selection);
  bool begun = false;
  const auto begin = [&] {
    if (!begun) writer->begin(columns);
    begun = true;
  };
  const std::uint64_t rows = select(base, table, selection, [&](std::span<const Cell> cells) {
    begin();
    writer->row(cells);
    return true;
  });
  begin();
  writer->end();
  if (rows > 0 || !are_left_out(base, table, selection)) return rows;
  tell_left_out(session, selection.limit, selection.offset);
  return 1;
}

}  // namespace attache
