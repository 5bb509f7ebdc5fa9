// SPDX-License-Identifier: MIT
#include "schema/asked_tables.h"

#include <algorithm>
#include <set>

#include "schema/tables.h"

namespace attache {
namespace {

using Names = std::set<std::string_view>;

Names tables_with(const std::vector<const TableInfo*>& all, const std::string& filter) {
  Names with;
  for (const TableInfo* table : all)
    if (find_filter(table->filters, filter) != nullptr) with.insert(table->name);
  return with;
}

}  // namespace

std::vector<const TableInfo*> said_tables() {
  std::vector<const TableInfo*> all;
  for (const TableInfo& table : tables())
    if (!table.evidence_view.empty()) all.push_back(&table);
  return all;
}

std::vector<std::string_view> asked_tables(const std::vector<FilterValues>& filters) {
  const auto all = said_tables();
  Names asked;
  for (const FilterValues& filter : filters)
    if (const Names with = tables_with(all, filter.filter); with.size() == 1)
      asked.insert(*with.begin());
  for (const FilterValues& filter : filters) {
    const Names with = tables_with(all, filter.filter);
    const bool is_asked =
        std::any_of(with.begin(), with.end(), [&](auto name) { return asked.contains(name); });
    if (!is_asked && with.size() < all.size()) asked.insert(with.begin(), with.end());
  }
  std::vector<std::string_view> ordered;
  for (const TableInfo* table : all)
    if (asked.contains(table->name)) ordered.push_back(table->name);
  return ordered;
}

}  // namespace attache
