// SPDX-License-Identifier: MIT
// Counts by year or decade, with the documents that could say it as the base.
#include <algorithm>
#include <array>
#include <memory>

#include "cli/chart/bar.h"
#include "cli/chart/png.h"
#include "cli/chart/today.h"
#include "cli/chart/trend_chart.h"
#include "cli/commands.h"
#include "cli/error.h"
#include "cli/export/output_file.h"
#include "cli/filter_flags.h"
#include "cli/output/joined.h"
#include "cli/output/share.h"
#include "cli/output_flags.h"
#include "schema/knowledge_base.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct TrendOptions {
  FilterFlags said;  ///< what documents say
  FilterFlags base;  ///< which documents are asked
  std::string by = "year";
  bool together = false;
  bool exit_status = false;
  OutputFileName plot;
  OutputFlags output;

  bool decades() const { return by == "decade"; }
};

/// Which table a filter asks, in the order of --help, and what its value is called in a title.
struct Asked {
  const char* flag;
  const char* table;
  const char* noun;
};

constexpr std::array<Asked, 7> asked = {{
    {"norm", "principles", "norm"},
    {"polarity", "principles", "polarity"},
    {"theme", "priorities", "theme"},
    {"actor", "priorities", "actor"},
    {"name", "organizations", "organization"},
    {"role", "organizations", "role"},
    {"kind", "organizations", "kind"},
}};

/// The one table that all filters ask.
std::string table_of(const TrendOptions& options) {
  const Asked* first = nullptr;
  for (const Asked& one : asked) {
    if (options.said.values(one.flag).empty()) continue;
    if (first == nullptr) first = &one;
    if (std::string_view(first->table) != one.table)
      throw UsageError("--" + std::string(first->flag) + " asks " + first->table + " and --" +
                       one.flag + " " + one.table + "; give one of them");
  }
  if (first != nullptr) return first->table;
  if (!options.said.values("match").empty()) return std::string(sentences_table);
  throw UsageError("trend: nothing to count; give --norm, --theme, --name, --role or --match");
}

std::string subject_of(const TrendOptions& options) {
  std::vector<std::string> parts;
  for (const Asked& one : asked) {
    const auto values = options.said.values(one.flag);
    if (!values.empty()) parts.push_back(std::string(one.noun) + " " + joined(values, " or "));
  }
  const auto words = options.said.values("match");
  if (!words.empty()) parts.push_back("the words " + joined(words, " or "));
  return joined(parts, ", ");
}

TrendQuestion question_of(const TrendOptions& options) {
  TrendQuestion question;
  question.table = table_of(options);
  question.base = options.base.given();
  question.said = options.said.given();
  question.decades = options.decades();
  question.by_country = !options.together;
  return question;
}

/// The name of the format that a chart's file asks for by its ending.
std::string ending_of(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (ending == ".svg" || ending == ".png") return ending;
  throw UsageError("--plot: '" + path + "' ends in neither .svg nor .png, which say what to draw");
}

void plot(const TrendOptions& options, const Session& session, const Trend& trend) {
  std::vector<std::string> filters;
  for (const FilterValues& filter : options.base.given())
    filters.push_back(filter.filter + " " + joined(filter.values, ", "));
  const TrendWords words{subject_of(options), joined(filters, "; "),
                         "attache, " + session.database().filename().string(),
                         today(session.environment), options.decades()};
  std::string drawing = svg_of(chart_of(trend, words));
  if (ending_of(options.plot.path) == ".png") drawing = png_of(drawing);
  write_file(options.plot, [&](Sink& sink) { sink.append(drawing); });
  session.note(options.plot.path + " written");
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

/// Prints the periods of all series.
class TrendPrinter {
 public:
  TrendPrinter(const TrendOptions& options, Session& session, const Trend& trend)
      : decades_(options.decades()),
        by_country_(trend.series.size() > 1),
        ascii_(ascii_only(session.environment)),
        writer_(make_writer(options.output, session)) {
    if (format_of(options.output, session) == "table")
      bar_width_ = bar_width(trend, decades_, by_country_, session.width());
    for (const TrendSeries& series : trend.series)
      for (const TrendPoint& point : series.points)
        if (point.base > 0)
          largest_ = std::max(largest_, rounded_share(point.documents, point.base));
  }

  void print(const Trend& trend) {
    using enum ColumnType;
    std::vector<ColumnInfo> columns{decades_ ? ColumnInfo{"decade"} : ColumnInfo{"year", integer}};
    if (by_country_) columns.push_back({"country"});
    for (const char* name : {"base", "documents"}) columns.push_back({name, integer});
    columns.push_back({"share", real});
    for (const char* name : {"rows", "citations"}) columns.push_back({name, integer});
    if (bar_width_ > 0) columns.push_back({"bar"});
    writer_->begin(columns);
    for (const TrendSeries& series : trend.series)
      for (const TrendPoint& point : series.points) row(series, point);
    writer_->end();
  }

 private:
  void row(const TrendSeries& series, const TrendPoint& point) {
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
    writer_->row(cells);
  }

  bool decades_;
  bool by_country_;
  bool ascii_;
  std::size_t bar_width_ = 0;
  double largest_ = 0;
  std::unique_ptr<RowWriter> writer_;
};

void tell_base(const Session& session, const Trend& trend, bool decades) {
  std::string line = "base: " + counted(static_cast<std::uint64_t>(trend.base), "document");
  const std::string missing = periods_without_documents(trend, decades);
  if (!missing.empty()) line += "; none of " + missing;
  if (trend.undated > 0) line += "; left out without a date: " + std::to_string(trend.undated);
  session.note(line);
}

int run_trend(const TrendOptions& options, Session& session) {
  const TrendQuestion question = question_of(options);
  if (!options.plot.path.empty()) ending_of(options.plot.path);
  if (options.plot.replace && options.plot.path.empty() && options.output.file.empty())
    throw UsageError("--force goes with --plot and --output");
  make_writer(options.output, session);  // what contradicts itself is told first
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const Trend counted = trend(base, question);
  if (!options.plot.path.empty()) plot(options, session, counted);
  TrendPrinter(options, session, counted).print(counted);
  session.out.flush();
  tell_base(session, counted, options.decades());
  const bool said =
      std::any_of(counted.series.begin(), counted.series.end(), [](const TrendSeries& series) {
        return std::any_of(series.points.begin(), series.points.end(),
                           [](const TrendPoint& point) { return point.documents > 0; });
      });
  return options.exit_status && !said ? 1 : 0;
}

void add_filters(CLI::App& app, TrendOptions& options) {
  const std::string what = "What is counted (a repeated one means or, different ones and)";
  for (const Asked& one : asked) options.said.add(app, filter_of(one.table, one.flag), what);
  FilterInfo match = filter_of("principles", "match");
  match.help =
      "Words in the citing sentences; alone: in any sentence (\"a phrase\", OR, -word, word*)";
  options.said.add(app, match, what);
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
      "attache trend --match '\"climate change\"' --csv");
  auto options = std::make_shared<TrendOptions>();
  add_filters(*app, *options);
  app->add_option("--by", options->by, "year (the default) or decade")
      ->type_name("PERIOD")
      ->check(CLI::IsMember({"year", "decade"}))
      ->group("Rows and columns");
  app->add_flag("--together", options->together, "Several countries are one series, e.g. a region")
      ->group("Rows and columns");
  app->add_flag("-e,--exit-status", options->exit_status, "Exit 1 where no document says it")
      ->group("Rows and columns");
  app->add_option("--plot", options->plot.path, "Draw a chart besides, as .svg or .png")
      ->type_name("FILE")
      ->check(names_a_file)
      ->group("Output");
  app->add_flag("--force", options->plot.replace, "Replace the chart's file, or that of --output, where it is there")
      ->group("Output");
  add_output_flags(*app, options->output);
  commands.push_back({app, [options](Session& session) { return run_trend(*options, session); }});
}

}  // namespace attache
