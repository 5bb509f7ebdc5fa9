// SPDX-License-Identifier: MIT
// What two countries, documents or periods say, side by side.
#include <algorithm>
#include <memory>

#include "cli/chosen_columns.h"
#include "cli/commands.h"
#include "cli/filter_flags.h"
#include "cli/output/cell.h"
#include "cli/output/share.h"
#include "cli/output_flags.h"
#include "cli/row_flags.h"
#include "schema/compare.h"
#include "schema/knowledge_base.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct CompareOptions {
  std::string a, b;
  std::string table = "principles";
  std::vector<std::string> only;  ///< empty: all
  FilterFlags filters;
  FilterFlags said;
  std::vector<std::string> columns;
  std::optional<std::uint64_t> limit;
  bool exit_status = false;
  OutputFlags output;
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
  const auto count = [&](std::string_view who) {
    return std::to_string(std::count_if(comparison.rows.begin(), comparison.rows.end(),
                                        [&](const auto& row) { return said_by(row) == who; }));
  };
  session.note("a " + documents_of(question.a.name, comparison.documents_a) + "; b " +
               documents_of(question.b.name, comparison.documents_b) + "; of " + question.table +
               " " + count("both") + " in both, " + count("a") + " in a alone, " + count("b") +
               " in b alone");
}

ChosenColumns chosen_columns(const CompareOptions& options, bool people) {
  const std::vector<ColumnInfo> columns = all_columns(options.table);
  return {columns, options.columns, usual_of(columns), people, "a comparison has"};
}

std::uint64_t print(const CompareOptions& options, Session& session, const Comparison& comparison) {
  const ChosenColumns chosen = chosen_columns(options, is_for_people(options.output, session));
  OutputFlags output = options.output;
  output.leave_out = options.columns.empty();
  const auto writer = make_writer(output, session);
  writer->begin(chosen.columns());
  std::uint64_t rows = 0;
  for (const ComparedRow& row : comparison.rows) {
    if (!options.only.empty() && !is_one_of(options.only, said_by(row))) continue;
    if (options.limit && rows == *options.limit) break;
    chosen.write(*writer, cells_of(row, comparison));
    ++rows;
  }
  writer->end();
  return rows;
}

int run_compare(const CompareOptions& options, Session& session) {
  make_writer(options.output, session);  // what contradicts itself is told first
  chosen_columns(options, false);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const CompareQuestion question{options.table, side_of(base, options.a), side_of(base, options.b),
                                 options.filters.given(), options.said.given()};
  const Comparison comparison = compare(base, question);
  const std::uint64_t rows = print(options, session, comparison);
  session.out.flush();
  tell(session, question, comparison);
  return options.exit_status && rows == 0 ? 1 : 0;
}

void add_row_options(CLI::App& app, CompareOptions& options) {
  const std::string rows = "Rows and columns";
  app.add_option(
         "--table", options.table,
         "What is compared: principles (the default), priorities, organizations, leaders or "
         "sentences, word for word")
      ->type_name("TABLE")
      ->check(CLI::IsMember({"principles", "priorities", "organizations", "leaders", "sentences"}))
      ->group(rows);
  app.add_option("--only", options.only, "What a alone says, b alone, or both; a,b is what differs")
      ->type_name("SIDE")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"a", "b", "both"}))
      ->group(rows);
  add_columns_option(
      app, "--columns", options.columns,
      "Columns to show, of norm, theme, name, body, role, office_type, sentence_text "
      "(as the table has them), said_by, documents_a, share_a, citations_a, "
      "documents_b, share_b, "
      "citations_b, ref_a, ref_b; or all (the default but in table and markdown)")
      ->group(rows);
  app.add_option("-n,--limit", options.limit, "At most N rows")->type_name("N")->group(rows);
  require_row_numbers(app);
  app.add_flag("-e,--exit-status", options.exit_status, "Exit 1 where there is no row")
      ->group(rows);
}

}  // namespace

void add_compare(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "compare", "Compare what two countries, documents or periods say",
                  "attache compare KEN UGA\n"
                  "attache compare 1946..1989 1990.. --country KEN --table priorities\n"
                  "attache compare azerbaijan-foreign-policy 1990.. --only both --csv\n"
                  "attache compare page-2004 page-2007 --table sentences --only a,b\n"
                  "attache compare KEN:1990s KEN:2000s --table organizations");
  auto options = std::make_shared<CompareOptions>();
  const std::string side =
      "country (code or name), document (slug or path), period (2005, 1990s, 1990..1999) or a "
      "country in one (KEN:1990s)";
  app->add_option("A", options->a, "A " + side)->type_name("")->required();
  app->add_option("B", options->b, "Another " + side)->type_name("")->required();
  for (const FilterInfo& filter : document_filters())
    options->filters.add(*app, filter, filters_group);
  options->said.add(*app, filter_of("principles", "match"), filters_group);
  add_row_options(*app, *options);
  add_output_flags(*app, options->output);
  commands.push_back({app, [options](Session& session) { return run_compare(*options, session); }});
}

}  // namespace attache
