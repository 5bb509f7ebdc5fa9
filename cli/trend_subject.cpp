// SPDX-License-Identifier: MIT
#include "cli/trend_subject.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "cli/error.h"
#include "cli/output/joined.h"
#include "schema/trend.h"

namespace attache {
namespace {

/// Which table a filter asks, in the order of --help, and what its value is called in a title.
struct Asked {
  const char* flag;
  const char* table;
  const char* noun;
};

constexpr std::array<Asked, 13> asked_filters = {{
    {"norm", "principles", "norm"},
    {"polarity", "principles", "polarity"},
    {"theme", "priorities", "theme"},
    {"actor", "priorities", "actor"},
    {"name", "organizations", "organization"},
    {"role", "organizations", "role"},
    {"role-country", "organizations", "role of"},
    {"kind", "organizations", "kind"},
    {"name", "leaders", "person"},
    {"office", "leaders", "office"},
    {"office-type", "leaders", "office"},
    {"office-country", "leaders", "office of"},
    {"speaker", "leaders", "speaking"},
}};

/// Of a flag that two tables have, whether the first of them comes before.
bool is_second(const Asked& one) {
  return std::find_if(asked_filters.begin(), asked_filters.end(), [&](const Asked& other) {
           return std::string_view(other.flag) == one.flag;
         }) != &one;
}

bool has_filter(std::string_view table, std::string_view flag) {
  return std::any_of(asked_filters.begin(), asked_filters.end(),
                     [&](const Asked& one) { return one.table == table && one.flag == flag; });
}

/// Filters that are given, in the order of --help, each once.
std::vector<Asked> given_filters(const FilterFlags& said) {
  std::vector<Asked> given;
  for (const Asked& one : asked_filters)
    if (!is_second(one) && !said.values(one.flag).empty()) given.push_back(one);
  return given;
}

[[noreturn]] void refuse_tables(const Asked& one, const Asked& other) {
  throw UsageError("--" + std::string(one.flag) + " asks " + one.table + " and --" + other.flag +
                   " " + other.table + "; give one of them");
}

}  // namespace

std::string trend_table(const FilterFlags& said, const std::string& named) {
  const std::vector<Asked> given = given_filters(said);
  const auto has_all = [&](std::string_view table) {
    return std::all_of(given.begin(), given.end(),
                       [&](const Asked& one) { return has_filter(table, one.flag); });
  };
  if (!named.empty()) {
    for (const Asked& one : given)
      if (!has_filter(named, one.flag))
        throw UsageError("--" + std::string(one.flag) + " asks " + one.table + ", not " + named +
                         "; leave --table out");
    return named;
  }
  if (given.empty() && !said.values("match").empty()) return std::string(sentences_table);
  if (given.empty())
    throw UsageError(
        "trend: nothing to count; give --norm, --theme, --name, --role, --office, --match or "
        "--table");
  for (const Asked& one : asked_filters)
    if (has_all(one.table)) return one.table;
  for (const Asked& one : given)
    if (!has_filter(given.front().table, one.flag)) refuse_tables(given.front(), one);
  refuse_tables(given.front(), given.back());
}

std::string trend_subject(const FilterFlags& said, const std::string& table) {
  std::vector<std::string> parts;
  for (const Asked& one : asked_filters) {
    if (one.table != table) continue;
    const auto values = said.values(one.flag);
    if (values.empty()) continue;
    const bool flag = filter_of(one.table, one.flag).kind == FilterKind::flag;
    parts.push_back(flag ? one.noun : std::string(one.noun) + " " + joined(values, " or "));
  }
  const auto words = said.values("match");
  if (!words.empty()) {
    const std::string all = joined(words, " or ");
    parts.push_back((all.find(' ') == std::string::npos ? "the word " : "the words ") + all);
  }
  return parts.empty() ? table : joined(parts, ", ");
}

void add_trend_filters(CLI::App& app, FilterFlags& said, const std::string& group) {
  for (const Asked& one : asked_filters) {
    FilterInfo filter = filter_of(one.table, one.flag);
    if (filter.flag == "name")
      filter.help = "This organization by any of its names; of --table leaders, this person";
    if (!is_second(one)) said.add(app, filter, group);
  }
  FilterInfo match = filter_of("principles", "match");
  match.help =
      "Words in the citing sentences; alone: in any sentence (\"a phrase\", OR, -word, word*)";
  said.add(app, match, group);
}

}  // namespace attache
