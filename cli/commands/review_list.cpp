// SPDX-License-Identifier: MIT
// The decisions that are stored, and how each stands to the rows.
#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "cli/commands/review.h"
#include "cli/computed_rows.h"
#include "cli/filter_flags.h"
#include "cli/output/cell.h"
#include "cli/output/json.h"
#include "cli/referred.h"
#include "schema/document_values.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/review_rows.h"
#include "schema/reviews.h"
#include "schema/select.h"
#include "seed/read/glob.h"

namespace attache {
namespace {

struct ListOptions {
  std::vector<std::string> tables, documents, decided, statuses, reviewers;
  ComputedRowFlags rows;
};

constexpr std::array<std::string_view, 7> usual_columns{"ref", "decision", "amended", "status",
                                                        "why", "by",       "at"};

bool is_one_of(const std::string& value, const std::vector<std::string>& wanted) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// Documents by slug or path, and patterns of slugs; one that is gone has only its slug.
std::vector<std::string> slugs_of(const KnowledgeBase& base, const ListOptions& options) {
  std::vector<std::string> slugs;
  for (const std::string& given : options.documents) {
    const auto referred = is_glob(given) ? std::nullopt : referred_by(base, given);
    slugs.push_back(referred && referred->is_document() ? field_of(*referred, "document") : given);
  }
  return slugs;
}

bool is_like_one_of(const std::string& slug, const std::vector<std::string>& wanted) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
           return fnmatch(one.c_str(), slug.c_str(), 0) == 0;
         });
}

/// A pattern that neither a document nor a decision's document is like.
void refuse_unlike(const KnowledgeBase& base, const std::vector<ReviewState>& all,
                   const std::vector<std::string>& documents) {
  for (const std::string& given : documents) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const ReviewState& state) {
      return is_like_one_of(state.review.document, {given});
    });
    if (is_glob(given) && !known && documents_meant(base, given).empty())
      throw SelectionError("--document: " + no_document_like(given));
  }
}

bool is_asked(const ReviewState& state, const ListOptions& options,
              const std::vector<std::string>& documents) {
  const Review& review = state.review;
  return is_one_of(review.table, options.tables) && is_like_one_of(review.document, documents) &&
         is_one_of(review.decision, options.decided) &&
         is_one_of(review.reviewer, options.reviewers) &&
         is_one_of(std::string(name_of(state.status)), options.statuses);
}

/// A value of a filter that no decision has, and the nearest. Whether there was one.
bool tell_unknown(const Session& session, const std::vector<ReviewState>& all, const char* option,
                  const std::vector<std::string>& given, std::string Review::*field) {
  std::set<std::string> known;
  for (const ReviewState& state : all) known.insert(state.review.*field);
  const std::vector<std::string> values(known.begin(), known.end());
  bool told = false;
  for (const std::string& value : given) {
    if (known.contains(value)) continue;
    session.note(std::string("no decision has ") + option + " '" + value + "'" +
                 suggestion(value, values, values));
    told = true;
  }
  return told;
}

/// Why no decision is listed.
void tell_nothing(const Session& session, const std::vector<ReviewState>& all,
                  const ListOptions& options, std::vector<std::string> documents) {
  if (all.empty())
    return session.note("nobody has decided on a row yet; 'attache review accept' does");
  std::erase_if(documents, is_glob);
  bool told = tell_unknown(session, all, "--document", documents, &Review::document);
  told = tell_unknown(session, all, "--by", options.reviewers, &Review::reviewer) || told;
  if (!told) session.note("no decision is so; 'attache review list' has all");
}

int run_list(const ListOptions& options, Session& session) {
  ComputedRows rows(options.rows, session, review_list_columns(), usual_columns, "decisions have");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const std::vector<ReviewState> all = reviews(base);
  const auto documents = slugs_of(base, options);
  refuse_unlike(base, all, documents);
  bool any = false;
  for (const ReviewState& state : all) {
    if (!is_asked(state, options, documents)) continue;
    any = true;
    const ReviewCells row(state);
    if (!rows.row(text_cells(row.texts))) break;
  }
  const std::uint64_t printed = rows.end();
  session.out.flush();
  if (!any) tell_nothing(session, all, options, documents);
  return options.rows.exit_status && printed == 0 ? 1 : 0;
}

void add_filter(CLI::App& part, const char* name, std::vector<std::string>& values,
                const char* metavar, const char* help, const std::vector<std::string>& closed) {
  CLI::Option* option = part.add_option(name, values, help)->type_name(metavar)->delimiter(',');
  option->allow_extra_args(false)->group(filters_group);
  if (!closed.empty()) option->transform(CLI::IsMember(closed, CLI::ignore_case));
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

void add_review_list(CLI::App& app, std::vector<Command>& parts) {
  CLI::App* part =
      add_command(app, "list", "List decisions, and whether their rows are still there",
                  "attache review list\n"
                  "attache review list --status changed,orphaned --columns "
                  "ref,decision,difference");
  auto options = std::make_shared<ListOptions>();
  add_filter(*part, "--table", options->tables, "TABLE", "Rows of this table",
             judged_table_names());
  add_filter(*part, "--document", options->documents, "DOCUMENT",
             "Rows of this document, by slug or path, or a quoted pattern", {});
  add_filter(*part, "--decision", options->decided, "DECISION", "Rows with this decision",
             {std::begin(decisions), std::end(decisions)});
  add_filter(*part, "--status", options->statuses, "STATUS",
             "applied; changed where the row cites other words or says something else now; "
             "orphaned where it is gone",
             {"applied", "changed", "orphaned"});
  add_filter(*part, "--by", options->reviewers, "NAME", "What this person decided", {});
  add_computed_row_flags(*part, options->rows, list_of(review_list_columns()));
  parts.push_back({part, [options](Session& session) { return run_list(*options, session); }});
}

}  // namespace attache
