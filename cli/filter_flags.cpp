// SPDX-License-Identifier: MIT
#include "cli/filter_flags.h"

#include <algorithm>
#include <stdexcept>

#include "cli/error.h"
#include "cli/referred.h"

namespace attache {
namespace {

/// A period that ends before it begins has no document. Dates are compared as far as both are
/// known; of several the widest period counts, and what is no date is told elsewhere.
void refuse_turned_dates(const std::vector<std::string>& since,
                         const std::vector<std::string>& until) {
  if (since.empty() || until.empty()) return;
  const std::string& first = *std::min_element(since.begin(), since.end());
  const std::string& last = *std::max_element(until.begin(), until.end());
  const std::size_t known = std::min(first.size(), last.size());
  const bool dates = (first + last).find_first_not_of("0123456789-") == std::string::npos;
  if (dates && first.compare(0, known, last, 0, known) > 0)
    throw UsageError("--since " + first + " is later than --until " + last +
                     ": no document is of both");
}

}  // namespace

void FilterFlags::add(CLI::App& app, const FilterInfo& filter, const std::string& group) {
  const bool documents = filter.kind == FilterKind::of_document && filter.flag == "document";
  entries_.push_back({std::string(filter.flag), {}, documents});
  std::vector<std::string>& values = entries_.back().values;
  const std::string name = "--" + entries_.back().flag, help(filter.help);
  CLI::Option* option =
      filter.kind == FilterKind::flag
          ? app.add_flag_callback(
                name, [&values] { values = {"1"}; }, help)
          : app.add_option(name, values, help)->type_name(std::string(filter.metavar));
  option->allow_extra_args(false)->group(group);
}

std::vector<FilterValues> FilterFlags::given() const {
  std::vector<FilterValues> filters;
  for (const Entry& entry : entries_) {
    if (entry.values.empty()) continue;
    filters.push_back({entry.flag, entry.values});
    if (!entry.documents) continue;
    for (std::string& value : filters.back().values) value = name_as_stored(value);
  }
  refuse_turned_dates(values("since"), values("until"));
  return filters;
}

std::vector<std::string> FilterFlags::values(std::string_view flag) const {
  for (const Entry& entry : entries_)
    if (entry.flag == flag) return entry.values;
  return {};
}

const FilterInfo& filter_of(std::string_view table, std::string_view flag) {
  const TableInfo* info = find_table(table);
  if (info == nullptr) throw std::out_of_range("no table " + std::string(table));
  const FilterInfo* const found = find_filter(info->filters, flag);
  if (found == nullptr) throw std::out_of_range("no filter " + std::string(flag));
  return *found;
}

std::vector<FilterValues> of_all_states(std::vector<FilterValues> filters) {
  const auto asks = [&](std::string_view flag) {
    return std::any_of(filters.begin(), filters.end(),
                       [&](const FilterValues& filter) { return filter.filter == flag; });
  };
  if (asks("role") && !asks("role-country")) filters.push_back({"role-country", {"all"}});
  return filters;
}

std::vector<FilterInfo> certainty_filters() {
  std::vector<FilterInfo> filters;
  for (const char* flag : {"min-confidence", "reviewed", "unreviewed"})
    filters.push_back(filter_of("principles", flag));
  return filters;
}

}  // namespace attache
