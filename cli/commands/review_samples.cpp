// SPDX-License-Identifier: MIT
// Rows drawn at random to be judged, and how many of them were right.
#include <cmath>
#include <memory>
#include <set>

#include "cli/commands/completion_words.h"
#include "cli/commands/review.h"
#include "cli/computed_rows.h"
#include "cli/error.h"
#include "cli/filter_flags.h"
#include "cli/interrupt.h"
#include "cli/output/cell.h"
#include "cli/output/json.h"
#include "cli/told_hints.h"
#include "cli/writing.h"
#include "schema/review_rows.h"
#include "schema/review_samples.h"
#include "schema/tables.h"

namespace attache {
namespace {

struct SampleOptions {
  std::uint64_t rows = 0, seed = 1;
  std::string table, name;
  FilterFlags filters;  ///< of all tables, each flag once
  ComputedRowFlags printed;
};

struct PrecisionOptions {
  std::string table, sample;
  ComputedRowFlags printed;
};

Selection selection_of(const SampleOptions& options, std::vector<std::string>& asked) {
  Selection selection;
  selection.filters = options.filters.given();
  for (const FilterValues& filter : selection.filters)
    for (const std::string& value : filter.values) asked.push_back(filter.filter + "=" + value);
  return selection;
}

const std::vector<ColumnInfo>& sample_columns() {
  static const std::vector<ColumnInfo> columns{
      {"n", ColumnType::integer},   {"ref"},      {"says", ColumnType::list},
      {"quotes", ColumnType::list}, {"sentence"}, {"review"}};
  return columns;
}

const std::vector<ColumnInfo>& precision_columns() {
  using enum ColumnType;
  static const std::vector<ColumnInfo> columns{{"sample"},
                                               {"table"},
                                               {"asked", list},
                                               {"population", integer},
                                               {"rows", integer},
                                               {"accepted", integer},
                                               {"amended", integer},
                                               {"rejected", integer},
                                               {"undecided", integer},
                                               {"precision", real},
                                               {"low", real},
                                               {"high", real}};
  return columns;
}

std::uint64_t print_rows(ComputedRows& printed, const std::vector<SampledRow>& rows) {
  for (const SampledRow& row : rows) {
    const std::string says = json_array(row.says), quotes = json_array(row.quotes);
    const Cell cells[] = {static_cast<std::int64_t>(row.ordinal),
                          text_or_null(row.reference),
                          text_or_null(says),
                          text_or_null(quotes),
                          text_or_null(row.sentence),
                          text_or_null(row.decision)};
    if (!printed.row(cells)) break;
  }
  return printed.end();
}

/// How many rows a sample can be drawn of; tells what a user may not know of the question.
std::uint64_t there_are(const SampleOptions& options, const Selection& selection,
                        const Session& session) {
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const TableInfo& table = *find_table(options.table);
  const std::uint64_t rows = count(base, table, drawable(selection));
  tell_hints(session, base, table, selection, rows);
  return rows;
}

int run_sample(const SampleOptions& options, Session& session) {
  ComputedRows printed(options.printed, session, sample_columns(), names_of(sample_columns()),
                       "samples have");
  Sample sample{options.name, options.table, {}, options.seed};
  const Selection selection = selection_of(options, sample.asked);
  if (sample.name.empty())
    sample.name =
        options.table + "-" + std::to_string(options.rows) + "-" + std::to_string(options.seed);
  if (there_are(options, selection, session) == 0) {
    const std::uint64_t shown = print_rows(printed, {});
    return options.printed.exit_status && shown == 0 ? 1 : 0;
  }
  {
    const InterruptGuard guard;
    KnowledgeBase base = open_for_writing(session, guard);
    draw_sample(base, sample, selection, options.rows);
    close(base, session);
  }
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const auto rows = sampled_rows(base, sample.name);
  const std::uint64_t shown = print_rows(printed, rows);
  session.out.flush();
  if (rows.size() < options.rows)
    session.note("of " + std::to_string(options.rows) + " rows asked for there " +
                 (rows.size() == 1 ? "is 1" : "are " + std::to_string(rows.size())) +
                 ", all in the sample");
  session.note("sample '" + sample.name +
               "': judge its rows with 'attache review accept', reject "
               "or amend, then attache review precision --sample " +
               shell_quoted(sample.name));
  return options.printed.exit_status && shown == 0 ? 1 : 0;
}

double rounded(double value) { return std::round(value * 1000) / 1000; }

bool print_count(ComputedRows& rows, const SampleCount& count) {
  const auto number = [](std::uint64_t value) { return Cell(static_cast<std::int64_t>(value)); };
  const std::string asked = json_array(count.asked);
  Cell share, low, high;
  if (count.decided() > 0) {
    const Interval interval = wilson(count.accepted, count.decided());
    share = rounded(interval.share), low = rounded(interval.low), high = rounded(interval.high);
  }
  const Cell cells[] = {std::string_view(count.name),
                        std::string_view(count.table),
                        std::string_view(asked),
                        number(count.population),
                        number(count.rows),
                        number(count.accepted),
                        number(count.amended),
                        number(count.rejected),
                        number(count.rows - count.decided()),
                        share,
                        low,
                        high};
  return rows.row(cells);
}

/// Why no sample is listed.
std::string no_sample(const std::vector<SampleCount>& all, const PrecisionOptions& options) {
  if (all.empty()) return "no sample was drawn; 'attache review sample' draws one";
  for (const SampleCount& count : all)
    if (count.name == options.sample)
      return "sample '" + count.name + "' is of " + count.table + ", not of " + options.table;
  return "no sample was drawn of " + options.table +
         "; 'attache review precision' lists those of other tables";
}

int run_precision(const PrecisionOptions& options, Session& session) {
  ComputedRows rows(options.printed, session, precision_columns(), names_of(precision_columns()),
                    "samples have");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  if (!options.sample.empty()) sampled_rows(base, options.sample);  // or says that there is none
  const std::vector<SampleCount> all = sample_counts(base);
  bool any = false;
  for (const SampleCount& count : all) {
    if (!options.table.empty() && count.table != options.table) continue;
    if (!options.sample.empty() && count.name != options.sample) continue;
    any = true;
    if (!print_count(rows, count)) break;
  }
  const std::uint64_t shown = rows.end();
  session.out.flush();
  if (!any) session.note(no_sample(all, options));
  return options.printed.exit_status && shown == 0 ? 1 : 0;
}

/// The filters of all tables that have rows to judge; those of another table are refused when they
/// are used.
void add_filters(CLI::App& part, SampleOptions& options) {
  std::set<std::string_view> known;
  for (const JudgedTable& judged : judged_tables())
    for (const FilterInfo& filter : find_table(judged.name)->filters)
      if (!filter.with_rejected && known.insert(filter.flag).second)
        options.filters.add(part, filter, "Filters, as the table has them");
}

}  // namespace

void add_review_samples(CLI::App& app, std::vector<Command>& parts) {
  CLI::App* drawn =
      add_command(app, "sample", "Draw rows at random, to be judged",
                  "attache review sample 50 --table organizations\n"
                  "attache review sample 20 --table principles --country AZE --seed 7 "
                  "--csv");
  auto sampling = std::make_shared<SampleOptions>();
  drawn->add_option("N", sampling->rows, "How many rows")
      ->type_name("")
      ->required()
      ->check(CLI::Range(1U, 1'000'000U));
  drawn->add_option("--table", sampling->table, "Rows of this table")
      ->type_name("TABLE")
      ->required()
      ->transform(CLI::IsMember(judged_table_names(), CLI::ignore_case));
  drawn->add_option("--seed", sampling->seed, "Another number draws other rows (1)")
      ->type_name("S")
      ->check(CLI::Range(0U, 4'294'967'295U));
  drawn->add_option("--sample", sampling->name, "A name for the sample (TABLE-N-SEED)")
      ->type_name("NAME");
  add_filters(*drawn, *sampling);
  add_computed_row_flags(*drawn, sampling->printed, list_of(sample_columns()));
  parts.push_back({drawn, [sampling](Session& session) { return run_sample(*sampling, session); }});

  CLI::App* told = add_command(app, "precision",
                               "How many rows of each sample were right, with the 95 % interval",
                               "attache review precision\n"
                               "attache review precision --table organizations --json");
  auto telling = std::make_shared<PrecisionOptions>();
  told->add_option("--table", telling->table, "Samples of this table")
      ->type_name("TABLE")
      ->transform(CLI::IsMember(judged_table_names(), CLI::ignore_case));
  told->add_option("--sample", telling->sample, "This sample")->type_name("NAME");
  add_computed_row_flags(*told, telling->printed, list_of(precision_columns()));
  parts.push_back({told, [telling](Session& session) { return run_precision(*telling, session); }});
}

}  // namespace attache
