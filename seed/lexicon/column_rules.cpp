// SPDX-License-Identifier: MIT
#include "seed/lexicon/column_rules.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "seed/lexicon/embedded_columns.h"
#include "seed/lexicon/table_rows.h"

namespace attache {
namespace {

/// In the order of ColumnRule::Kind.
constexpr std::array<std::string_view, 16> column_kinds{
    "text",  "word", "words",   "slug", "code", "year",    "date", "number",
    "whole", "one",  "several", "of",   "list", "pattern", "form", "condition"};

}  // namespace

std::vector<ColumnRule> column_rules() {
  const EmbeddedFile& file = embedded_columns().front();
  const std::vector<CsvTable> tables{read_csv(file.bytes, std::string(file.name))};
  std::vector<ColumnRule> rules;
  each_row(tables, tables.front().name, {"table", "column", "kind", "of", "key"},
           [&](const TableRow& row) {
             std::string_view name = row[2];
             const bool optional = name.ends_with('?');
             if (optional) name.remove_suffix(1);
             const auto kind = std::find(column_kinds.begin(), column_kinds.end(), name);
             if (kind == column_kinds.end()) row.fail("no kind '" + std::string(name) + "'");
             rules.push_back({std::string(row[0]), std::string(row[1]),
                              static_cast<ColumnRule::Kind>(kind - column_kinds.begin()), optional,
                              !row[4].empty(), std::string(row[3])});
           });
  return rules;
}

std::vector<ColumnRule> rules_of(const std::vector<ColumnRule>& all, std::string_view table) {
  std::vector<ColumnRule> some;
  std::copy_if(all.begin(), all.end(), std::back_inserter(some),
               [&](const ColumnRule& rule) { return rule.table == table; });
  return some;
}

}  // namespace attache
