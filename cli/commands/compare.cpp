// SPDX-License-Identifier: MIT
// What two countries, regions, documents or periods say, side by side.
#include <algorithm>
#include <deque>
#include <memory>

#include "cli/commands.h"
#include "cli/computed_rows.h"
#include "cli/filter_flags.h"
#include "cli/output/cell.h"
#include "cli/output/share.h"
#include "cli/row_filters.h"
#include "schema/compare.h"
#include "schema/hints.h"
#include "schema/knowledge_base.h"
#include "schema/review_rows.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct CompareOptions {
  std::string a, b;
  std::string table = "principles";
  std::vector<std::string> only;  ///< empty: all
  FilterFlags filters;
  FilterFlags said;
  std::deque<std::string> helps;  ///< of the filters of several tables
  ComputedRowFlags rows;
};

/// Columns that every table has behind those that name the thing.
const std::vector<ColumnInfo>& count_columns() {
  using enum ColumnType;
  static const std::vector<ColumnInfo> columns = {{"said_by"},
                                                  {"documents_a", integer},
                                                  {"share_a", real},
                                                  {"citations_a", integer},
                                                  {"documents_b", integer},
                                                  {"share_b", real},
                                                  {"citations_b", integer},
                                                  {"ref_a"},
                                                  {"ref_b"}};
  return columns;
}

std::vector<ColumnInfo> all_columns(const std::string& table) {
  std::vector<ColumnInfo> columns = compared_columns(table);
  columns.insert(columns.end(), count_columns().begin(), count_columns().end());
  return columns;
}

/// A person wants the counts; a program wants all.
std::vector<std::string_view> usual_of(const std::vector<ColumnInfo>& columns) {
  std::vector<std::string_view> usual;
  for (const ColumnInfo& column : columns)
    if (!column.name.starts_with("citations") && !column.name.starts_with("ref") &&
        column.name != "body")
      usual.emplace_back(column.name);
  return usual;
}

/// To a hundredth of a percent; nothing where a side has no document.
Cell share(std::int64_t documents, std::int64_t all) {
  if (all == 0) return {};
  return rounded_share(documents, all);
}

std::string_view said_by(const ComparedRow& row) {
  if (row.b.documents == 0) return "a";
  return row.a.documents == 0 ? "b" : "both";
}

bool is_one_of(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<Cell> cells_of(const ComparedRow& row, const Comparison& in) {
  std::vector<Cell> cells;
  for (const std::string& part : row.key) cells.push_back(text_or_null(part));
  cells.insert(cells.end(),
               {said_by(row), row.a.documents, share(row.a.documents, in.documents_a),
                row.a.citations, row.b.documents, share(row.b.documents, in.documents_b),
                row.b.citations, text_or_null(row.a.ref), text_or_null(row.b.ref)});
  return cells;
}

std::string documents_of(const std::string& name, std::int64_t documents) {
  return name + ": " + counted(static_cast<std::uint64_t>(documents), "document");
}

void tell(const Session& session, const CompareQuestion& question, const Comparison& comparison) {
  session.note("a " + documents_of(question.a.name, comparison.documents_a) + "; b " +
               documents_of(question.b.name, comparison.documents_b) + "; of " + question.table +
               " " + std::to_string(comparison.both) + " in both, " +
               std::to_string(comparison.only_a) + " in a alone, " +
               std::to_string(comparison.only_b) + " in b alone");
}

/// A side that no document is on, and what else leaves nothing to compare.
void tell_nothing(const CompareOptions& options, const Session& session,
                  const CompareQuestion& question, const Comparison& comparison) {
  const std::string narrowed = question.filters.empty() ? "" : " that passes the filters";
  const auto tell_empty = [&](const char* side, const std::string& name) {
    session.note(std::string("there is nothing to compare: ") + side + ", " + name +
                 ", has no document" + narrowed + "; " + where_countries_are());
  };
  if (comparison.documents_a == 0) tell_empty("a", question.a.name);
  if (comparison.documents_b == 0) tell_empty("b", question.b.name);
  const auto words = options.said.values("match");
  const bool nothing = comparison.both + comparison.only_a + comparison.only_b == 0;
  if (nothing && comparison.documents_a > 0 && comparison.documents_b > 0)
    session.note("neither a nor b says anything of " + question.table +
                 (words.empty() ? "" : " with --match '" + words.front() + "'"));
}

int run_compare(const CompareOptions& options, Session& session) {
  const std::vector<ColumnInfo> columns = all_columns(options.table);
  ComputedRows rows(options.rows, session, columns, usual_of(columns), "a comparison has");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const CompareQuestion question{options.table, side_of(base, options.a), side_of(base, options.b),
                                 options.filters.given(), options.said.given()};
  const Comparison comparison =
      compare(base, question, [&](const ComparedRow& row, const Comparison& in) {
        const bool wanted = options.only.empty() || is_one_of(options.only, said_by(row));
        return !wanted || rows.row(cells_of(row, in));
      });
  const std::uint64_t printed = rows.end();
  session.out.flush();
  tell(session, question, comparison);
  tell_nothing(options, session, question, comparison);
  return options.rows.exit_status && printed == 0 ? 1 : 0;
}

void add_row_options(CLI::App& app, CompareOptions& options) {
  const std::string rows = "Rows and columns";
  std::vector<std::string> tables = judged_table_names();
  tables.emplace_back("sentences");
  app.add_option(
         "--table", options.table,
         "What is compared: principles (the default), priorities, organizations, leaders or "
         "sentences, word for word")
      ->type_name("TABLE")
      ->transform(CLI::IsMember(tables, CLI::ignore_case))
      ->group(rows);
  app.add_option("--only", options.only, "What a alone says, b alone, or both; a,b is what differs")
      ->type_name("SIDE")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->transform(CLI::IsMember({"a", "b", "both"}, CLI::ignore_case))
      ->group(rows);
  add_computed_row_flags(
      app, options.rows,
      "norm, theme, name, body, role, office_type, sentence_text (as the table has them), " +
          list_of(count_columns()));
}

}  // namespace

void add_compare(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "compare", "Compare what two countries, regions, documents or periods say",
                  "attache compare KEN UGA\n"
                  "attache compare 1946..1989 1990.. --country KEN --table priorities\n"
                  "attache compare azerbaijan-foreign-policy 1990.. --only both --csv\n"
                  "attache compare page-2004 page-2007 --table sentences --only a,b\n"
                  "attache compare KEN:1990s KEN:2000s --table organizations\n"
                  "attache compare eastern-africa western-africa --since 1990");
  auto options = std::make_shared<CompareOptions>();
  const std::string side =
      "country (code or name), document (slug or path), region, period (2005, 1990s, 1990..1999), "
      "or a country or region in one (KEN:1990s)";
  app->add_option("A", options->a, "A " + side)->type_name("")->required();
  app->add_option("B", options->b, "Another " + side)->type_name("")->required();
  for (const FilterInfo& filter : document_filters())
    options->filters.add(*app, filter, filters_group);
  for (const FilterInfo& filter : row_filters(options->helps))
    if (filter.flag != "with-rejected")
      options->said.add(*app, filter, "Filters of the table (--table)");
  add_row_options(*app, *options);
  commands.push_back({app, [options](Session& session) { return run_compare(*options, session); }});
}

}  // namespace attache
