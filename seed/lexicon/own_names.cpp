// SPDX-License-Identifier: MIT
#include "seed/lexicon/own_names.h"

#include "seed/text/fold.h"

namespace attache {
namespace {

/// "the UN" and "UN" are one name.
std::string name_key(std::string_view name) {
  std::string key = fold_phrase(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

}  // namespace

OwnNames::OwnNames(std::span<const CsvTable> tables) {
  add(tables, "bodies", "name");
  add(tables, "bodies", "acronym");
  add(tables, "body_aliases", "alias");
  if (table_named(tables, "body_ambiguities").own_file.empty()) return;
  each_row(tables, "body_ambiguities", {"alias"}, [&](const TableRow& row) {
    if (row.own()) read_.insert(name_key(row[0]));
  });
}

void OwnNames::add(std::span<const CsvTable> tables, std::string_view table,
                   std::string_view column) {
  if (table_named(tables, table).own_file.empty()) return;
  each_row(tables, table, {"slug", column}, [&](const TableRow& row) {
    if (row.own() && !row[1].empty()) slugs_[name_key(row[1])].emplace(row[0]);
  });
}

bool OwnNames::hides(const TableRow& row, std::string_view name, std::string_view slug) const {
  if (slugs_.empty() || row.own()) return false;
  const auto own = slugs_.find(name_key(name));
  return own != slugs_.end() && !own->second.contains(slug);
}

bool OwnNames::hides_reading(const TableRow& row, std::string_view alias) const {
  if ((slugs_.empty() && read_.empty()) || row.own()) return false;
  const std::string key = name_key(alias);
  return slugs_.contains(key) || read_.contains(key);
}

}  // namespace attache
