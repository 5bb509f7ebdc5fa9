// SPDX-License-Identifier: MIT
#include "seed/read/table_row.h"

#include <algorithm>
#include <array>

#include "seed/read/metadata_keys.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

constexpr std::size_t longest_id = 200;  ///< in bytes; it is part of the document's path

struct Choice {
  MetadataRole role;
  const std::optional<std::string>& name;
};

std::array<Choice, 6> choices(const TableColumns& columns) {
  return {{{MetadataRole::id, columns.id},
           {MetadataRole::title, columns.title},
           {MetadataRole::country, columns.country},
           {MetadataRole::date, columns.date},
           {MetadataRole::language, columns.language},
           {MetadataRole::source, columns.source}}};
}

std::optional<std::size_t> place_of(const Choice& choice, const std::vector<std::string>& names) {
  if (!choice.name) return usually(choice.role, names);
  return choice.name->empty() ? std::nullopt : place_of_column(*choice.name, names);
}

/// At most so many bytes, at a character's border.
std::string cut_id(std::string id) {
  if (id.size() <= longest_id) return id;
  std::size_t end = longest_id;
  while (end > 0 && (static_cast<unsigned char>(id[end]) & 0xC0U) == 0x80) --end;
  id.resize(end);
  return id;
}

void say(TableDocument& row, MetadataRole role, const MetadataEntry& field) {
  if (role == MetadataRole::id) row.id = cut_id(on_one_line(field.value));
  if (role == MetadataRole::country) row.country_key = field.key;
  add_said(row.said, role, field.key, field.value);
  if (role == MetadataRole::date && row.said.date.empty())
    row.remark = "'" + field.value.substr(0, 40) + "' in '" + field.key +
                 "' is no date that can be told; kept as it stands";
}

}  // namespace

void describe_row(TableDocument& row, std::vector<MetadataEntry> fields,
                  const TableColumns& columns) {
  std::vector<std::string> names;
  for (const MetadataEntry& field : fields) names.push_back(field.key);
  std::vector<std::optional<MetadataRole>> roles(fields.size());
  for (const Choice& choice : choices(columns))
    if (const auto place = place_of(choice, names)) roles[*place] = choice.role;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (roles[i]) say(row, *roles[i], fields[i]);
    else row.said.own.push_back(std::move(fields[i]));
  }
}

std::optional<std::size_t> place_of_column(const std::string& name,
                                           const std::vector<std::string>& header) {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found != header.end()) return static_cast<std::size_t>(found - header.begin());
  const auto alike = [lower = ascii::lower_case(name)](const std::string& column) {
    return ascii::lower_case(column) == lower;
  };
  const auto first = std::find_if(header.begin(), header.end(), alike);
  if (first == header.end() || std::count_if(header.begin(), header.end(), alike) > 1)
    return std::nullopt;
  return static_cast<std::size_t>(first - header.begin());
}

std::size_t column_named(const std::string& name, const std::vector<std::string>& header) {
  if (const auto place = place_of_column(name, header)) return *place;
  std::string list;
  for (const std::string& column : header) list += (list.empty() ? "" : ", ") + column;
  throw NoTable("no column '" + name + "'; the columns are " + list);
}

void check_columns(const TableColumns& columns, const std::vector<std::string>& header) {
  for (const Choice& choice : choices(columns))
    if (choice.name && !choice.name->empty()) column_named(*choice.name, header);
}

}  // namespace attache
