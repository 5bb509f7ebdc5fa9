// SPDX-License-Identifier: MIT
#include "schema/digested_parts.h"

#include <algorithm>

#include "schema/digest.h"

namespace attache {
namespace {

DigestedPart whole(std::string_view table, std::vector<std::string_view> columns,
                   std::size_t later) {
  return {table, std::move(columns), later};
}

DigestedPart supplement(std::string_view table, std::vector<std::string_view> columns) {
  const std::size_t all = columns.size();
  return {table, std::move(columns), all, true};
}

void add_cell(Digest& digest, const CopiedRows& rows, const CopiedRows::Cell& cell) {
  digest.number(cell.type);
  if (cell.type == SQLITE_INTEGER) digest.number(cell.number);
  else if (!cell.is_null()) digest.text(rows.text(cell));
}

bool holds_any(const CopiedRows& rows, std::size_t row, std::span<const std::size_t> columns) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](std::size_t column) { return !rows.at(row, column).is_null(); });
}

void add_row(Digest& digest, const CopiedRows& rows, std::size_t row, const DigestedPart& part,
             std::span<const std::size_t> columns) {
  if (part.supplement) digest.number(SQLITE_TEXT).text(part.table);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const CopiedRows::Cell& cell = rows.at(row, columns[i]);
    if (i >= part.later && cell.is_null()) continue;
    if (i >= part.later) digest.number(static_cast<std::int64_t>(i));
    add_cell(digest, rows, cell);
  }
}

}  // namespace

std::span<const DigestedPart> digested_parts() {
  static const std::vector<DigestedPart> parts{
      whole("sentences",
            {"sentence_id", "document_id", "ordinal", "paragraph", "start_byte", "end_byte"}, 6),
      whole("principles", {"principle_id", "key", "norm", "wording", "confidence"}, 4),
      whole("priorities", {"priority_id", "key", "wording", "theme", "actor", "confidence"}, 5),
      whole("organizations",
            {"organization_id", "key", "body", "name", "acronym", "kind", "role", "role_country",
             "note", "confidence"},
            9),
      whole("leaders",
            {"leader_id", "key", "name", "office", "office_country", "body", "confidence"}, 6),
      whole("citations",
            {"citation_id", "principle_id", "priority_id", "organization_id", "leader_id",
             "sentence_id", "start_byte", "end_byte", "source_start_byte", "source_end_byte",
             "rule_id", "statement_start_byte", "statement_end_byte", "confidence"},
            11),
      supplement("principles", {"principle_id", "polarity"}),
      supplement("leaders", {"leader_id", "office_type", "speaker"}),
      supplement("principles", {"principle_id", "review"}),
      supplement("priorities", {"priority_id", "review"}),
      supplement("organizations", {"organization_id", "review"}),
      supplement("leaders", {"leader_id", "review"})};
  return parts;
}

RowsDigest::RowsDigest(const std::vector<CopiedRows>& tables) {
  for (const DigestedPart& part : digested_parts()) {
    const auto table = std::find_if(tables.begin(), tables.end(), [&](const CopiedRows& rows) {
      return rows.table() == part.table;
    });
    Part& added =
        parts_.emplace_back(Part{&part, static_cast<std::size_t>(table - tables.begin()), {}});
    for (const std::string_view column : part.columns)
      added.columns.push_back(table->place(column));
  }
}

std::string RowsDigest::of(const std::vector<CopiedRows>& tables) const {
  Digest digest;
  for (const Part& part : parts_) {
    const CopiedRows& rows = tables[part.table];
    const std::span<const std::size_t> columns = part.columns;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!part.part->supplement || holds_any(rows, i, columns.subspan(1)))
        add_row(digest, rows, i, *part.part, columns);
    if (!part.part->supplement) digest.number(static_cast<std::int64_t>(rows.size()));
  }
  return digest.done();
}

}  // namespace attache
