// SPDX-License-Identifier: MIT
#include "seed/lexicon/overlay.h"

#include <algorithm>
#include <map>
#include <string>

#include "seed/lexicon/column_rules.h"
#include "seed/lexicon/identifiers.h"
#include "seed/lexicon/table_check.h"
#include "seed/lexicon/user_text.h"

namespace attache {
namespace {

CsvTable& base_of(std::vector<CsvTable>& tables, const std::string& file, const std::string& name) {
  const auto base = std::find_if(tables.begin(), tables.end(),
                                 [&](const CsvTable& table) { return table.name == name; });
  if (base == tables.end())
    throw DataError(file + ": the lexicon has no table '" + name +
                    "'; docs/lexicon.md lists the names of its files");
  return *base;
}

/// A row's values in the key columns; in all where the table has none.
class KeyOf {
 public:
  KeyOf(const CsvTable& table, const std::vector<ColumnRule>& rules) {
    for (const ColumnRule& rule : rules)
      if (rule.key && rule.table == table.name) at_.push_back(table.column(rule.column));
    if (!at_.empty()) return;
    for (std::size_t i = 0; i < table.columns.size(); ++i) at_.push_back(i);
  }
  std::string operator()(const CsvRow& row) const {
    std::string key;
    for (const std::size_t i : at_) key += row.cells[i] + '\n';
    return key;
  }

 private:
  std::vector<std::size_t> at_;
};

/// The last of several rows with one key is replaced; the others go.
void merge(CsvTable& base, CsvTable extra, const KeyOf& key) {
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < base.rows.size(); ++i) known[key(base.rows[i])] = i;
  base.own_file = extra.file;
  for (CsvRow& row : extra.rows) {
    row.own = true;
    const auto same = known.find(key(row));
    // A row that is there already changes nothing.
    if (same != known.end() && base.rows[same->second].cells == row.cells &&
        !base.rows[same->second].own)
      continue;
    // Of a file's two rows with one key the check tells.
    if (same == known.end() || base.rows[same->second].own) base.rows.push_back(std::move(row));
    else base.rows[same->second] = std::move(row);
  }
}

}  // namespace

void lay_over(std::vector<CsvTable>& tables, const std::filesystem::path& folder,
              DataDigest& digest) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    throw DataError(folder.string() + ": is no folder; --lexicon takes a folder with CSV files");
  const std::vector<ColumnRule> rules = column_rules();
  const std::vector<DataFile> files = data_files(folder, ".csv");
  if (files.empty())
    throw DataError(folder.string() +
                    ": has no file whose name ends in .csv; --lexicon takes a folder with CSV "
                    "files, --rules one with TOML files");
  std::vector<std::string> names;
  for (const auto& [path, bytes] : files) {
    digest.add(path.filename().string());
    digest.add(bytes);
    CsvTable& base = base_of(tables, path.string(), path.stem().string());
    check_text(bytes, path.string());
    check_header(bytes, path.string(), base.columns);
    merge(base, read_csv(bytes, path.string()), KeyOf(base, rules));
    names.push_back(base.name);
  }
  // When all are there: rows name those of other files.
  for (const CsvTable& table : tables) {
    if (std::find(names.begin(), names.end(), table.name) == names.end()) continue;
    check_table(table, true, tables, rules);
    if (holds_identifiers(table)) check_identifiers(table, tables);
  }
}

}  // namespace attache
