// SPDX-License-Identifier: MIT
// What a document says that another, or an older version of it, does not: rows gained, lost and
// changed.
#include <algorithm>
#include <memory>
#include <stdexcept>

#include "cli/commands.h"
#include "cli/computed_rows.h"
#include "cli/filter_flags.h"
#include "cli/output/cell.h"
#include "cli/output/json.h"
#include "cli/referred.h"
#include "schema/diff.h"
#include "schema/knowledge_base.h"
#include "schema/review_rows.h"

namespace attache {
namespace {

struct DiffOptions {
  std::string before, after;
  std::vector<std::string> tables = judged_table_names();
  std::vector<std::string> only;  ///< empty: all
  FilterFlags filters;
  ComputedRowFlags rows;
};

const std::vector<ColumnInfo>& columns() {
  static const std::vector<ColumnInfo> all = {
      {"change"}, {"table"}, {"key"},        {"words"},    {"columns", ColumnType::list},
      {"before"}, {"after"}, {"before_ref"}, {"after_ref"}};
  return all;
}

constexpr std::string_view usual[] = {"change", "table", "words", "before", "after"};

/// A word that means no document, or one without an older version.
class NoDocument : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string document_named(const KnowledgeBase& base, const std::string& reference) {
  const auto referred = referred_by(base, reference);
  if (!referred) throw NoDocument(unknown_reference(base, reference));
  if (!referred->is_document())
    throw NoDocument("'" + reference + "' is no document; diff takes documents");
  return field_of(*referred, "document");
}

bool print(const RowChange& change, ComputedRows& rows) {
  const std::string changed = json_array(change.columns);
  const std::vector<Cell> cells{change.change,
                                change.table,
                                std::string_view(change.key),
                                text_or_null(change.words),
                                std::string_view(changed),
                                text_or_null(change.before),
                                text_or_null(change.after),
                                text_or_null(change.before_ref),
                                text_or_null(change.after_ref)};
  return rows.row(cells);
}

int print_diff(const DiffOptions& options, Session& session) {
  ComputedRows rows(options.rows, session, columns(), usual, "a diff has");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  std::string before = document_named(base, options.before), after = before;
  if (!options.after.empty()) {
    after = document_named(base, options.after);
  } else {
    before = version_before(base, after);
    if (before.empty())
      throw NoDocument("'" + after + "' has no older version; give a second document");
  }
  const auto wanted = [&](std::string_view change) {
    return options.only.empty() ||
           std::find(options.only.begin(), options.only.end(), change) != options.only.end();
  };
  const DiffCounts counts =
      diff(base, before, after, options.tables, options.filters.given(),
           [&](const RowChange& change) { return !wanted(change.change) || print(change, rows); });
  const std::uint64_t printed = rows.end();
  session.out.flush();
  session.note("from " + before + " to " + after + ": " + std::to_string(counts.gained) +
               " gained, " + std::to_string(counts.lost) + " lost, " +
               std::to_string(counts.changed) + " changed, " + std::to_string(counts.same) +
               " the same");
  return options.rows.exit_status && printed == 0 ? 1 : 0;
}

int run_diff(const DiffOptions& options, Session& session) {
  try {
    return print_diff(options, session);
  } catch (const NoDocument& error) {
    session.complain(error.what());
    return 1;
  }
}

}  // namespace

void add_diff(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "diff", "Rows gained, lost and changed between two documents",
                              "attache diff strategy-2019 strategy-2023\n"
                              "attache diff strategy.txt\n"
                              "attache diff page page-2 --table organizations,leaders --csv\n"
                              "attache diff page page-2 --only changed --columns all");
  auto options = std::make_shared<DiffOptions>();
  app->add_option("A", options->before,
                  "A document or version: slug, path or file name. Alone, it is compared with the "
                  "version before it")
      ->type_name("")
      ->required();
  app->add_option("B", options->after, "Another one, in which rows are gained or lost")
      ->type_name("");
  options->filters.add(*app, filter_of("principles", "match"), filters_group);
  const std::string rows = "Rows and columns";
  app->add_option("--table", options->tables,
                  "Only these tables: principles, priorities, organizations, leaders")
      ->type_name("TABLE")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->transform(CLI::IsMember(judged_table_names(), CLI::ignore_case))
      ->group(rows);
  app->add_option("--only", options->only, "Only rows that are gained, lost or changed")
      ->type_name("CHANGE")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->transform(CLI::IsMember({"gained", "lost", "changed"}, CLI::ignore_case))
      ->group(rows);
  add_computed_row_flags(*app, options->rows, list_of(columns()));
  commands.push_back({app, [options](Session& session) { return run_diff(*options, session); }});
}

}  // namespace attache
