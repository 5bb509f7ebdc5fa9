// SPDX-License-Identifier: MIT
#include "cli/row_filters.h"

#include <algorithm>
#include <set>

#include "cli/filter_flags.h"

namespace attache {
namespace {

std::vector<const FilterInfo*> all_filters() {
  std::vector<const FilterInfo*> all;
  for (const TableInfo& table : tables())
    if (!table.evidence_view.empty())
      for (const FilterInfo& filter : table.filters) all.push_back(&filter);
  return all;
}

}  // namespace

std::vector<FilterInfo> row_filters(std::deque<std::string>& helps) {
  std::set<std::string_view> known;
  for (const FilterInfo& filter : document_filters()) known.insert(filter.flag);
  const auto all = all_filters();
  std::vector<FilterInfo> filters;
  for (const FilterInfo* filter : all) {
    if (!known.insert(filter->flag).second) continue;
    std::set<std::string> meanings;
    for (const FilterInfo* other : all)
      if (other->flag == filter->flag) meanings.insert(std::string(other->help));
    helps.emplace_back();
    for (const std::string& meaning : meanings)
      helps.back() += (helps.back().empty() ? "" : "; or: ") + meaning;
    filters.push_back(*filter);
    filters.back().help = helps.back();
  }
  return filters;
}

bool is_flag(std::string_view filter) {
  const auto all = all_filters();
  return std::any_of(all.begin(), all.end(), [&](const FilterInfo* other) {
    return other->flag == filter && other->kind == FilterKind::flag;
  });
}

}  // namespace attache
