// SPDX-License-Identifier: MIT
// Years that each country has documents of, and those that are missing between.
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "cli/computed_rows.h"
#include "cli/filter_flags.h"
#include "cli/told_hints.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

struct CoverageOptions {
  FilterFlags filters;
  bool gaps = false;
  ComputedRowFlags rows;
};

const std::vector<ColumnInfo>& columns() {
  using enum ColumnType;
  static const std::vector<ColumnInfo> all = {
      {"country"},        {"documents", integer}, {"first", integer}, {"last", integer},
      {"years", integer}, {"missing", integer},   {"missing_years"}};
  return all;
}

struct Covered {
  std::int64_t documents = 0;
  std::set<std::int64_t> years;
};

/// By country; documents of none are under "".
std::map<std::string, Covered> covered(const KnowledgeBase& base, const CoverageOptions& options) {
  Selection selection;
  selection.filters = options.filters.given();
  selection.columns = {"country", "year"};
  std::map<std::string, Covered> all;
  select(base, *find_table("documents"), selection, [&](std::span<const Cell> cells) {
    const auto* country = std::get_if<std::string_view>(&cells[0]);
    Covered& one = all[country == nullptr ? "" : std::string(*country)];
    ++one.documents;
    if (const auto* year = std::get_if<std::int64_t>(&cells[1])) one.years.insert(*year);
    return true;
  });
  return all;
}

/// The year that a date of --since or --until has, or nothing.
std::optional<std::int64_t> year_of(const std::vector<std::string>& dates) {
  if (dates.empty() || dates.back().size() < 4) return std::nullopt;
  return std::stoll(dates.back().substr(0, 4));
}

/// "1957-1959, 1964", and how many years that is.
struct Missing {
  std::string list;
  std::int64_t years = 0;

  void add(std::int64_t first, std::int64_t last) {
    if (last < first) return;
    years += last - first + 1;
    list += (list.empty() ? "" : ", ") + std::to_string(first);
    if (last > first) list += "-" + std::to_string(last);
  }
};

Missing missing(const std::set<std::int64_t>& years, std::int64_t since, std::int64_t until) {
  Missing gaps;
  std::int64_t next = since;
  for (const std::int64_t year : years) {
    gaps.add(next, year - 1);
    next = year + 1;
  }
  gaps.add(next, until);
  return gaps;
}

int run_coverage(const CoverageOptions& options, Session& session) {
  ComputedRows rows(options.rows, session, columns(), names_of(columns()), "coverage has");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const auto all = covered(base, options);  // what filters refuse is told before a header
  for (const auto& [country, one] : all) {
    std::vector<Cell> cells{country.empty() ? Cell() : Cell(std::string_view(country)),
                            one.documents};
    Missing gaps;
    if (one.years.empty()) {
      cells.insert(cells.end(), {Cell(), Cell(), std::int64_t{0}, Cell(), Cell()});
      if (options.gaps) continue;
    } else {
      const auto since = year_of(options.filters.values("since"));
      const auto until = year_of(options.filters.values("until"));
      gaps = missing(one.years, since.value_or(*one.years.begin()),
                     until.value_or(*one.years.rbegin()));
      if (options.gaps && gaps.years == 0) continue;
      cells.insert(cells.end(), {*one.years.begin(), *one.years.rbegin(),
                                 static_cast<std::int64_t>(one.years.size()), gaps.years,
                                 gaps.years == 0 ? Cell() : Cell(std::string_view(gaps.list))});
    }
    if (!rows.row(cells)) break;
  }
  const std::uint64_t printed = rows.end();
  if (all.empty()) {
    Selection asked;
    asked.filters = options.filters.given();
    tell_hints(session, base, *find_table("documents"), asked, 0);
  }
  return options.rows.exit_status && printed == 0 ? 1 : 0;
}

}  // namespace

void add_coverage(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "coverage", "List the years that each country has documents of, and lacks",
                  "attache coverage --country KEN\n"
                  "attache coverage --gaps --since 1990 --until 1999 --csv");
  auto options = std::make_shared<CoverageOptions>();
  for (FilterInfo filter : document_filters()) {
    if (filter.flag == "since")
      filter.help = "Documents of this date or later; the years are looked at from here on";
    if (filter.flag == "until")
      filter.help = "Documents of this date or earlier; the years are looked at to here";
    options->filters.add(*app, filter, filters_group);
  }
  app->add_flag("--gaps", options->gaps, "Only countries that lack a year");
  add_computed_row_flags(*app, options->rows, list_of(columns()));
  commands.push_back(
      {app, [options](Session& session) { return run_coverage(*options, session); }});
}

}  // namespace attache
