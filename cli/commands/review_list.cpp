// SPDX-License-Identifier: MIT
// The decisions that are stored, and how each stands to the rows.
#include <algorithm>
#include <memory>

#include "cli/commands/review.h"
#include "cli/output/cell.h"
#include "cli/output/json.h"
#include "cli/output_flags.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/review_rows.h"
#include "schema/reviews.h"

namespace attache {
namespace {

struct ListOptions {
  std::vector<std::string> tables, documents, decided, statuses, reviewers, columns;
  bool count = false;
  OutputFlags output;
};

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const JudgedTable& table : judged_tables()) names.emplace_back(table.name);
  return names;
}

bool is_one_of(const std::string& value, const std::vector<std::string>& wanted) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool is_asked(const ReviewState& state, const ListOptions& options) {
  const Review& review = state.review;
  return is_one_of(review.table, options.tables) && is_one_of(review.document, options.documents) &&
         is_one_of(review.decision, options.decided) &&
         is_one_of(review.reviewer, options.reviewers) &&
         is_one_of(std::string(name_of(state.status)), options.statuses);
}

/// Positions in review_list_columns(). Throws SelectionError.
std::vector<std::size_t> chosen(const std::vector<std::string>& wanted) {
  std::vector<std::string> names;
  for (const ColumnInfo& column : review_list_columns()) names.push_back(column.name);
  std::vector<std::size_t> positions;
  for (const std::string& name : wanted) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
      throw SelectionError("decisions have no column '" + name + "'" +
                           suggestion(name, names, names));
    positions.push_back(static_cast<std::size_t>(found - names.begin()));
  }
  return positions;
}

std::vector<std::string> shown_columns(const ListOptions& options, bool people) {
  const bool all = options.columns == std::vector<std::string>{"all"};
  if (!options.columns.empty() && !all) return options.columns;
  if (people && !all) return {"ref", "decision", "amended", "status", "why", "by", "at"};
  std::vector<std::string> names;
  for (const ColumnInfo& column : review_list_columns()) names.push_back(column.name);
  return names;
}

int run_list(const ListOptions& options, Session& session) {
  const auto writer = make_writer(options.output, session);
  const auto positions = chosen(shown_columns(options, is_for_people(options.output, session)));
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  std::vector<ReviewState> all = reviews(base);
  std::erase_if(all, [&](const ReviewState& state) { return !is_asked(state, options); });
  if (options.count) {
    append_number(session.out.text(), all.size());
    session.out.append("\n");
    return 0;
  }
  std::vector<ColumnInfo> columns;
  for (const std::size_t at : positions) columns.push_back(review_list_columns()[at]);
  writer->begin(columns);
  for (const ReviewState& state : all) {
    const ReviewCells cells(state);
    std::vector<std::string> texts;
    for (const std::size_t at : positions) texts.push_back(cells.texts[at]);
    write_texts(*writer, texts);
  }
  writer->end();
  return 0;
}

void add_filter(CLI::App& part, const char* name, std::vector<std::string>& values,
                const char* metavar, const char* help, const std::vector<std::string>& closed) {
  CLI::Option* option = part.add_option(name, values, help)->type_name(metavar)->delimiter(',');
  option->allow_extra_args(false)->group("Filters (a repeated one means or, different ones and)");
  if (!closed.empty()) option->check(CLI::IsMember(closed));
}

std::string all_columns() {
  std::string list;
  for (const ColumnInfo& column : review_list_columns())
    list += (list.empty() ? "" : ", ") + column.name;
  return list;
}

std::vector<std::string> as_texts(const std::vector<ColumnValue>& values) {
  std::vector<std::string> texts;
  for (const ColumnValue& value : values) texts.push_back(value.column + "=" + value.value);
  return texts;
}

}  // namespace

const std::vector<ColumnInfo>& review_list_columns() {
  static const std::vector<ColumnInfo> columns{{"ref"},
                                               {"document"},
                                               {"sha256"},
                                               {"table"},
                                               {"key"},
                                               {"quotes", ColumnType::list},
                                               {"original", ColumnType::list},
                                               {"decision"},
                                               {"amended", ColumnType::list},
                                               {"why"},
                                               {"by"},
                                               {"at"},
                                               {"status"},
                                               {"difference"}};
  return columns;
}

ReviewCells::ReviewCells(const ReviewState& state) {
  const Review& review = state.review;
  texts = {review.reference(),
           review.document,
           review.sha256,
           review.table,
           review.key,
           json_array(review.quotes),
           json_array(as_texts(review.original)),
           review.decision,
           review.amended.empty() ? std::string() : json_array(as_texts(review.amended)),
           review.why,
           review.reviewer,
           review.decided_at,
           std::string(name_of(state.status)),
           state.difference};
}

void write_texts(RowWriter& writer, const std::vector<std::string>& texts) {
  std::vector<Cell> cells;
  for (const std::string& text : texts)
    cells.push_back(text.empty() ? Cell() : Cell(std::string_view(text)));
  writer.row(cells);
}

std::string json_array(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ',';
    append_json_string(out, text);
  }
  return out + "]";
}

void add_review_list(CLI::App& app, std::vector<Command>& parts) {
  CLI::App* part =
      add_command(app, "list", "List decisions, and whether their rows are still there",
                  "attache review list\n"
                  "attache review list --status changed,orphaned --columns "
                  "ref,decision,difference");
  auto options = std::make_shared<ListOptions>();
  add_filter(*part, "--table", options->tables, "TABLE", "Rows of this table", table_names());
  add_filter(*part, "--document", options->documents, "DOCUMENT", "Rows of this document (slug)",
             {});
  add_filter(*part, "--decision", options->decided, "DECISION", "Rows with this decision",
             {std::begin(decisions), std::end(decisions)});
  add_filter(*part, "--status", options->statuses, "STATUS",
             "applied; changed where the row cites other words or says something else now; "
             "orphaned where it is gone",
             {"applied", "changed", "orphaned"});
  add_filter(*part, "--by", options->reviewers, "NAME", "What this person decided", {});
  part->add_option("--columns", options->columns,
                   "Columns to show, of " + all_columns() +
                       "; or all (the default but in table and markdown)")
      ->type_name("A,B,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  part->add_flag("--count", options->count, "Print only how many there are");
  add_output_flags(*part, options->output);
  parts.push_back({part, [options](Session& session) { return run_list(*options, session); }});
}

}  // namespace attache
