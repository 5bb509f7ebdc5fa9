// SPDX-License-Identifier: MIT
// Counts by year or decade, with the documents that could say it as the base.
#include <algorithm>
#include <memory>

#include "cli/chart/bar.h"
#include "cli/chart/png.h"
#include "cli/chart/strokes.h"
#include "cli/chart/today.h"
#include "cli/chart/trend_chart.h"
#include "cli/commands.h"
#include "cli/computed_rows.h"
#include "cli/error.h"
#include "cli/export/output_file.h"
#include "cli/filter_flags.h"
#include "cli/output/joined.h"
#include "cli/output/share.h"
#include "cli/told_hints.h"
#include "cli/trend_subject.h"
#include "schema/knowledge_base.h"
#include "schema/review_rows.h"
#include "schema/server_address.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct TrendOptions {
  FilterFlags said;  ///< what documents say
  FilterFlags base;  ///< which documents are asked
  std::string by = "year";
  bool together = false;
  std::string table;  ///< empty: the one that the filters ask
  OutputFileName plot;
  ComputedRowFlags rows;

  bool decades() const { return by == "decade"; }
};

TrendQuestion question_of(const TrendOptions& options) {
  TrendQuestion question;
  question.table = trend_table(options.said, options.table);
  question.base = options.base.given();
  question.said = options.said.given();
  question.decades = options.decades();
  question.by_country = !options.together;
  return question;
}

/// The name of the format that a chart's file asks for by its ending.
std::string ending_of(const std::string& path) {
  std::string ending = lower_ending(path);
  if (ending == ".svg" || ending == ".png") return ending;
  throw UsageError("--plot: '" + path + "' ends in neither .svg nor .png, which say what to draw");
}

/// "Kenya, Chad" of "Kenya,Chad".
std::string with_blanks(const std::string& list) {
  std::string spaced;
  for (std::size_t i = 0; i < list.size(); ++i) {
    spaced += list[i];
    if (list[i] == ',' && i + 1 < list.size() && list[i + 1] != ' ') spaced += ' ';
  }
  return spaced;
}

void plot(const TrendOptions& options, const Session& session, const std::string& table,
          const Trend& trend) {
  std::vector<std::string> filters;
  for (const FilterValues& filter : options.base.given())
    filters.push_back(filter.filter + " " + with_blanks(joined(filter.values, ", ")));
  const TrendWords words{trend_subject(options.said, table), joined(filters, "; "),
                         "attache, " + base_name(session.database()), today(session.environment),
                         options.decades()};
  std::string drawing = svg_of(chart_of(trend, words));
  if (ending_of(options.plot.path) == ".png") drawing = png_of(drawing);
  const OutputFileName file{options.plot.path, options.rows.output.force->count() > 0};
  write_file(file, session.kept(), [&](Sink& sink) { sink.append(drawing); });
  session.note(options.plot.path + " written");
  if (trend.series.size() > stroke_colours)
    session.note(std::to_string(trend.series.size()) + " lines share " +
                 std::to_string(stroke_colours) +
                 " colours; dashes and markers tell those of one colour apart");
}

/// Columns that are left for bars beside the numbers; 0 where none makes sense.
std::size_t bar_width(const Trend& trend, bool decades, bool by_country, unsigned width) {
  constexpr std::size_t widest = 40, narrowest = 4, gap = 2;
  if (width == 0) return widest;
  const auto digits = [](std::int64_t number) { return std::to_string(number).size(); };
  std::size_t rows = 4, citations = 9;
  for (const TrendSeries& series : trend.series) {
    for (const TrendPoint& point : series.points) {
      rows = std::max(rows, digits(point.rows));
      citations = std::max(citations, digits(point.citations));
    }
  }
  const std::size_t numbers =
      (decades ? 6 : 4) + (by_country ? 7 + gap : 0) + 5 + 9 + 6 + rows + citations + 6 * gap;
  if (width < numbers + narrowest) return 0;
  return std::min<std::size_t>(widest, width - numbers);
}

std::vector<ColumnInfo> trend_columns(bool decades, bool by_country, bool bars) {
  using enum ColumnType;
  std::vector<ColumnInfo> columns{decades ? ColumnInfo{"decade"} : ColumnInfo{"year", integer}};
  if (by_country) columns.push_back({"country"});
  for (const char* name : {"base", "documents"}) columns.push_back({name, integer});
  columns.push_back({"share", real});
  for (const char* name : {"rows", "citations"}) columns.push_back({name, integer});
  if (bars) columns.push_back({"bar"});
  return columns;
}

/// The periods of all series as rows, with bars where there is room.
class TrendRows {
 public:
  TrendRows(const TrendOptions& options, const Session& session, const Trend& trend)
      : decades_(options.decades()),
        by_country_(trend.series.size() > 1),
        ascii_(ascii_only(session.environment)) {
    if (format_of(options.rows.output, session) == "table")
      bar_width_ = bar_width(trend, decades_, by_country_, session.width());
    for (const TrendSeries& series : trend.series)
      for (const TrendPoint& point : series.points)
        if (point.base > 0)
          largest_ = std::max(largest_, rounded_share(point.documents, point.base));
  }

  std::vector<ColumnInfo> columns() const {
    return trend_columns(decades_, by_country_, bar_width_ > 0);
  }
  void print(const Trend& trend, ComputedRows& rows) const {
    for (const TrendSeries& series : trend.series)
      for (const TrendPoint& point : series.points)
        if (!row(series, point, rows)) return;
  }

 private:
  bool row(const TrendSeries& series, const TrendPoint& point, ComputedRows& rows) const {
    const std::string period = period_name(point.year, decades_);
    const bool known = point.base > 0;
    const double share = known ? rounded_share(point.documents, point.base) : 0;
    const std::string drawn = largest_ > 0 ? bar(share / largest_, bar_width_, ascii_) : "";
    std::vector<Cell> cells{decades_ ? Cell(std::string_view(period))
                                     : Cell(static_cast<std::int64_t>(point.year))};
    if (by_country_) cells.emplace_back(std::string_view(series.country));
    cells.insert(cells.end(), {point.base, point.documents});
    cells.push_back(known ? Cell(share) : Cell());
    cells.insert(cells.end(), {point.rows, point.citations});
    if (bar_width_ > 0) cells.emplace_back(std::string_view(drawn));
    return rows.row(cells);
  }

  bool decades_;
  bool by_country_;
  bool ascii_;
  std::size_t bar_width_ = 0;
  double largest_ = 0;
};

/// Periods without a document: of all, or of each country where there are several.
std::string gaps_of(const Trend& trend, bool decades) {
  constexpr std::size_t most_named = 8;
  std::string line;
  std::size_t named = 0, more = 0;
  for (const TrendSeries& series : trend.series) {
    const std::string missing = periods_without_documents({&series, 1}, decades);
    if (missing.empty()) continue;
    if (++named > most_named) ++more;
    else if (trend.series.size() == 1) line += "; none of " + missing;
    else line += "; of " + series.country + " none of " + missing;
  }
  return more == 0 ? line : line + "; " + std::to_string(more) + " more countries have gaps";
}

void tell_base(const Session& session, const Trend& trend, bool decades) {
  std::string line = "base: " + counted(static_cast<std::uint64_t>(trend.base), "document");
  line += gaps_of(trend, decades);
  if (trend.undated > 0) line += "; left out without a date: " + std::to_string(trend.undated);
  session.note(line);
}

/// Periods with one document of a series are 0 or 100 %, whatever the country says.
bool is_mostly_of_one(const Trend& trend) {
  std::size_t some = 0, one = 0;
  for (const TrendSeries& series : trend.series) {
    for (const TrendPoint& point : series.points) {
      if (point.base > 0) ++some;
      if (point.base == 1) ++one;
    }
  }
  constexpr std::size_t few = 10;  // that many are read as they are
  return some > few * trend.series.size() && 2 * one > some;
}

bool says_any(const Trend& trend) {
  return std::any_of(trend.series.begin(), trend.series.end(), [](const TrendSeries& series) {
    return std::any_of(series.points.begin(), series.points.end(),
                       [](const TrendPoint& point) { return point.documents > 0; });
  });
}

/// Names that nothing has; where all is 0, why.
void tell_nothing(const TrendQuestion& question, const Session& session, const KnowledgeBase& base,
                  const Trend& trend) {
  const bool sentences = question.table == sentences_table;
  const std::uint64_t said = says_any(trend) ? 1 : 0;
  std::vector<FilterValues> filters = question.base;
  if (sentences && said == 0 && trend.base > 0)
    session.note("no sentence of these documents has the words of --match");
  if (!sentences || trend.base == 0)
    filters.insert(filters.end(), question.said.begin(), question.said.end());
  const std::uint64_t rows = sentences && trend.base > 0 ? 1 : said;
  tell_hints(session, base, *find_table(sentences ? "documents" : question.table), filters, rows);
}

int run_trend(const TrendOptions& options, Session& session) {
  const TrendQuestion question = question_of(options);
  if (!options.plot.path.empty()) ending_of(options.plot.path);
  const bool replaces = options.rows.output.force->count() > 0;
  if (replaces && options.plot.path.empty() && options.rows.output.file.empty())
    throw UsageError("--force goes with --plot and --output");
  make_writer(options.rows.output, session);  // what contradicts itself is told first
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const Trend counted = trend(base, question);
  const TrendRows periods(options, session, counted);
  const auto columns = periods.columns();
  ComputedRows rows(options.rows, session, columns, names_of(columns), "a trend has");
  if (!options.plot.path.empty()) plot(options, session, question.table, counted);
  periods.print(counted, rows);
  rows.end();
  session.out.flush();
  tell_base(session, counted, options.decades());
  if (!options.decades() && is_mostly_of_one(counted))
    session.note(
        "most years have one document, so that shares are 0 or 100 %; --by decade has more in "
        "each");
  tell_nothing(question, session, base, counted);
  return options.rows.exit_status && !says_any(counted) ? 1 : 0;
}

void add_filters(CLI::App& app, TrendOptions& options) {
  const std::string what = "What is counted (a repeated one means or, different ones and)";
  add_trend_filters(app, options.said, what);
  for (const FilterInfo& filter : certainty_filters()) options.said.add(app, filter, what);
  for (FilterInfo filter : document_filters()) {
    if (filter.flag == "country")
      filter.help = "Documents of this country (code or name); several are a series each";
    options.base.add(app, filter, "Documents asked (the base of the shares)");
  }
}

}  // namespace

void add_trend(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(
      root, "trend", "Count what documents say by year or decade, as a share of the documents",
      "attache trend --norm territorial-integrity --by decade\n"
      "attache trend --theme environment-and-climate --country KEN --country UGA\n"
      "attache trend --name NATO --role member --plot nato.svg\n"
      "attache trend --office-type foreign-minister --by decade\n"
      "attache trend --match '\"climate change\"' --csv");
  auto options = std::make_shared<TrendOptions>();
  add_filters(*app, *options);
  app->add_option("--by", options->by, "year (the default) or decade")
      ->type_name("PERIOD")
      ->transform(CLI::IsMember({"year", "decade"}, CLI::ignore_case))
      ->group("Rows and columns");
  app->add_flag("--together", options->together, "Several countries are one series, e.g. a region")
      ->group("Rows and columns");
  app->add_option("--table", options->table,
                  "Rows of this table: principles, priorities, organizations or leaders; else of "
                  "that which the filters ask")
      ->type_name("TABLE")
      ->transform(CLI::IsMember(judged_table_names(), CLI::ignore_case))
      ->group("Rows and columns");
  add_computed_row_flags(*app, options->rows,
                         "year or decade, country (of several), base, documents, share, rows, "
                         "citations, bar (in a table)");
  app->get_option("--exit-status")->description("Exit 1 where no document says it");
  app->add_option("--plot", options->plot.path, "Draw a chart besides, as .svg or .png")
      ->type_name("FILE")
      ->check(names_a_file)
      ->group("Output");
  commands.push_back({app, [options](Session& session) { return run_trend(*options, session); }});
}

}  // namespace attache
