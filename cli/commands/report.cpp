// SPDX-License-Identifier: MIT
// A page that stands alone: what the documents say, counted, drawn and quoted.
#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>
#include <numeric>
#include <set>

#include "cli/commands.h"
#include "cli/error.h"
#include "cli/filter_flags.h"
#include "cli/report/output.h"
#include "cli/report/report_page.h"
#include "cli/report/row_kind.h"
#include "cli/row_filters.h"
#include "cli/row_flags.h"
#include "cli/told_hints.h"
#include "schema/asked_tables.h"

namespace attache {
namespace {

constexpr std::uint64_t default_limit = 500;

struct ReportOptions {
  FilterFlags base;  ///< which documents are asked
  FilterFlags said;  ///< which rows
  std::vector<std::string> tables;
  std::string title;
  std::uint64_t limit = default_limit;
  bool exit_status = false;
  OutputFileName file;
  std::string pages;  ///< the folder of the documents' pages
};

const FilterInfo* find_filter(std::string_view table, std::string_view flag) {
  for (const FilterInfo& filter : find_table(table)->filters)
    if (filter.flag == flag) return &filter;
  return nullptr;
}

/// The tables that have a filter, as indexes into row_kinds.
std::vector<std::size_t> kinds_with(std::string_view flag) {
  std::vector<std::size_t> kinds;
  for (std::size_t kind = 0; kind < row_kinds.size(); ++kind)
    if (find_filter(row_kinds[kind].table, flag) != nullptr) kinds.push_back(kind);
  return kinds;
}

std::size_t kind_of(std::string_view table) {
  std::size_t kind = 0;
  while (row_kinds[kind].table != table) ++kind;
  return kind;
}

std::vector<std::size_t> all_kinds() {
  std::vector<std::size_t> kinds(row_kinds.size());
  std::iota(kinds.begin(), kinds.end(), std::size_t{0});
  return kinds;
}

/// The tables that are named; else those that are asked by a filter of their own; else all four.
std::vector<std::size_t> kinds_of(const ReportOptions& options) {
  std::set<std::size_t> kinds;
  for (std::size_t kind = 0; kind < row_kinds.size(); ++kind)
    if (std::find(options.tables.begin(), options.tables.end(), row_kinds[kind].table) !=
        options.tables.end())
      kinds.insert(kind);
  const auto said = options.said.given();
  if (options.tables.empty())
    for (const std::string_view table : asked_tables(said)) kinds.insert(kind_of(table));
  for (const FilterValues& filter : said) {
    const auto with = kinds_with(filter.filter);
    const bool told = std::any_of(with.begin(), with.end(),
                                  [&](std::size_t kind) { return kinds.contains(kind); });
    if (!options.tables.empty() && !told)
      throw UsageError("--" + filter.filter + " asks " +
                       std::string(row_kinds[with.front()].table) + ", which --table leaves out");
  }
  if (kinds.empty()) return all_kinds();
  return {kinds.begin(), kinds.end()};
}

/// What was asked, in words and as the options that ask it again.
void describe(ReportQuestion& question, const ReportOptions& options) {
  for (const auto* filters : {&question.base, &question.said}) {
    for (const FilterValues& filter : *filters) {
      const FilterInfo* info =
          find_filter(row_kinds[kinds_with(filter.filter).front()].table, filter.filter);
      std::string values;
      for (const std::string& value : filter.values) {
        question.command.push_back("--" + filter.filter);
        if (info->kind == FilterKind::flag) continue;
        question.command.push_back(value);
        values += (values.empty() ? " " : " or ") + value;
      }
      question.words += (question.words.empty() ? "" : "; ") + filter.filter + values;
    }
  }
  if (question.words.empty()) question.words = "all documents";
  for (const std::string& table : options.tables)
    question.command.insert(question.command.end(), {"--table", table});
  if (question.limit != default_limit)
    question.command.insert(question.command.end(), {"--limit", std::to_string(question.limit)});
}

ReportQuestion question_of(const ReportOptions& options) {
  ReportQuestion question;
  question.base = options.base.given();
  question.said = options.said.given();
  question.kinds = kinds_of(options);
  question.limit = options.limit;
  describe(question, options);
  return question;
}

std::string names_of(const std::vector<std::size_t>& kinds) {
  std::string names;
  for (const std::size_t kind : kinds)
    names += (names.empty() ? "" : ", ") + std::string(row_kinds[kind].table);
  return names;
}

/// Filters that narrow some of the tables that are told and not the others, and tables that a
/// filter of theirs did not bring in.
void tell_uneven(const Session& session, const ReportQuestion& question, bool named) {
  const auto& told = question.kinds;
  for (const FilterValues& filter : question.said) {
    const auto with = kinds_with(filter.filter);
    std::vector<std::size_t> others, left_out;
    std::set_difference(told.begin(), told.end(), with.begin(), with.end(),
                        std::back_inserter(others));
    std::set_difference(with.begin(), with.end(), told.begin(), told.end(),
                        std::back_inserter(left_out));
    if (!others.empty())
      session.note("--" + filter.filter + " is no filter of " + names_of(others) +
                   ", whose rows are told without it");
    if (!left_out.empty() && with.size() < row_kinds.size() && !named)
      session.note(names_of(left_out) + " are left out: --" + filter.filter +
                   " is of them, too, but another filter asks " + names_of(told) + " alone");
  }
}

/// Values that nothing has, and why there is no row.
void tell_hints(const Session& session, const KnowledgeBase& base, const ReportQuestion& question,
                const ReportFacts& facts) {
  if (session.quiet) return;
  if (facts.documents.rows == 0)
    return tell_hints(session, base, *find_table("documents"), question.base, 0);
  const bool narrowed = question.kinds.size() < row_kinds.size();
  std::int64_t rows = 0;
  std::set<std::string> told;  // what is said of the documents is said once
  for (const TableFacts& table : facts.tables) {
    Selection asked;
    asked.filters = filters_for(question, table.kind);
    for (const std::string& line :
         hint_lines(base, *find_table(row_kinds[table.kind].table), asked,
                    static_cast<std::uint64_t>(table.count.rows), narrowed))
      if (told.insert(line).second) session.note(line);
    rows += table.count.rows;
  }
  if (rows == 0 && !narrowed) session.note("no table has a row that passes the filters");
}

std::string names_a_folder(const std::string& path) {
  return path.empty() ? "names no folder; give the path of one" : "";
}

int run_report(const ReportOptions& options, Session& session) {
  check_page_file(options.file, session);
  if (!options.pages.empty() && !is_file(options.file))
    throw UsageError("--pages goes with --output FILE, whose links lead to them");
  const ReportQuestion question = question_of(options);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const ReportFacts facts = facts_of(base, question);
  const PageWords words =
      page_words(session, options.title.empty() ? "Report: " + question.words : options.title);
  const DocumentPages pages =
      options.pages.empty()
          ? DocumentPages{}
          : document_pages(options.pages, options.file.path, options.file.replace);
  write_page(options.file, session, [&](Sink& sink) {
    HtmlWriter html(sink);
    const auto documents = write_report(html, base, question, facts, words, pages);
    if (!pages.folder.empty()) write_document_pages(pages, base, documents, session);
  });
  const bool any = std::any_of(facts.tables.begin(), facts.tables.end(),
                               [](const TableFacts& table) { return table.count.rows > 0; });
  tell_uneven(session, question, !options.tables.empty());
  tell_hints(session, base, question, facts);
  return options.exit_status && !any ? 1 : 0;
}

}  // namespace

void add_report(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "report", "Write a page with counts, charts and quoted rows",
                              "attache report --country AZE -o azerbaijan.html\n"
                              "attache report --norm sovereignty --since 1990 -o sovereignty.html\n"
                              "attache report --table leaders --limit 50 > leaders.html");
  auto options = std::make_shared<ReportOptions>();
  for (const FilterInfo& filter : document_filters())
    options->base.add(*app, filter,
                      "Documents asked (a repeated one means or, different ones and)");
  std::deque<std::string> helps;
  for (const FilterInfo& filter : row_filters(helps))
    options->said.add(*app, filter, "Rows told (only tables that have the filter are told)");
  const std::string rows = "Rows and columns";
  std::vector<std::string> names;
  for (const RowKind& kind : row_kinds) names.emplace_back(kind.table);
  app->add_option("--table", options->tables, "Only this table, or these; all four by default")
      ->type_name("TABLE")
      ->transform(CLI::IsMember(names, CLI::ignore_case))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(rows);
  app->add_option("-n,--limit", options->limit, "At most N rows of each table (500)")
      ->type_name("N")
      ->group(rows);
  require_row_numbers(*app);
  app->add_flag("-e,--exit-status", options->exit_status, "Exit 1 where there is no row")
      ->group(rows);
  app->add_option("--title", options->title, "The page's title instead of its filters")
      ->type_name("TEXT")
      ->group("Output");
  add_page_options(*app, options->file);
  app->add_option("--pages", options->pages,
                  "Write a page of each cited document into DIR besides, and link to it")
      ->type_name("DIR")
      ->check(CLI::Validator(names_a_folder, ""))
      ->group("Output");
  commands.push_back({app, [options](Session& session) { return run_report(*options, session); }});
}

}  // namespace attache
