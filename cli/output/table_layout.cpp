// SPDX-License-Identifier: MIT
#include "cli/output/table_layout.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attache {
namespace {

/// Which columns a table can do without, the first first. What a row is called and where it is from
/// are none of them.
constexpr std::array<std::string_view, 15> giving_way = {
    "note",      "end",     "start",         "kind",       "role_country",
    "citations", "share_b", "share_a",       "acronym",    "office_country",
    "leaders",   "norm",    "organizations", "priorities", "principles"};

/// Texts are not made narrower than this, where they are as wide.
constexpr std::size_t readable = 16;

std::size_t floor_of(const TableColumn& column, std::size_t limit) {
  return column.number() ? column.natural : std::max(column.word, std::min(column.natural, limit));
}

template <typename Width>
std::size_t total(const std::vector<TableColumn>& columns, const Width& width_of) {
  std::size_t sum = 0;
  for (const TableColumn& column : columns)
    if (column.shown) sum += width_of(column) + table_gap;
  return sum == 0 ? 0 : sum - table_gap;
}

bool can_fit(const std::vector<TableColumn>& columns, std::size_t width) {
  return total(columns, [](const TableColumn& c) { return floor_of(c, readable); }) <= width;
}

/// Takes columns off the widest until the table fits, none below its floor. A cell wider than the
/// screen is as good as one of its width, so that no more steps are taken than there are columns.
void shrink(std::vector<TableColumn>& columns, std::size_t width, std::size_t limit) {
  for (TableColumn& c : columns) c.width = std::min(c.width, std::max(width, floor_of(c, limit)));
  while (total(columns, [](const TableColumn& c) { return c.width; }) > width) {
    TableColumn* widest = nullptr;
    for (TableColumn& c : columns)
      if (c.shown && c.width > floor_of(c, limit) && (widest == nullptr || c.width > widest->width))
        widest = &c;
    if (widest == nullptr) return;
    --widest->width;
  }
}

/// Leaves columns out until the others can fit.
void leave_out_columns(std::vector<TableColumn>& columns, std::size_t width) {
  for (const bool any : {false, true})
    for (const std::string_view name : giving_way)
      for (std::size_t i = 1; i < columns.size(); ++i) {  // the first says what a row is
        if (can_fit(columns, width)) return;
        if (columns[i].info.name == name && (any || columns[i].empty)) columns[i].shown = false;
      }
}

}  // namespace

bool lay_out(std::vector<TableColumn>& columns, std::size_t width, bool leave_out) {
  for (TableColumn& column : columns) column.width = column.natural;
  if (width == 0 || columns.empty()) return true;
  if (leave_out) leave_out_columns(columns, width);
  if (!can_fit(columns, width)) {
    for (TableColumn& column : columns) column.shown = true;
    return false;
  }
  for (const std::size_t limit : {std::size_t{40}, std::size_t{24}, readable})
    shrink(columns, width, limit);
  return true;
}

}  // namespace attache
