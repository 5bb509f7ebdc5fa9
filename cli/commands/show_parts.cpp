// SPDX-License-Identifier: MIT
#include "cli/commands/show_parts.h"

#include <charconv>

#include "schema/errors.h"
#include "schema/spans.h"

namespace attache {

std::string_view piece_of(std::string_view text, std::int64_t start, std::int64_t end) {
  if (const auto words = cut(text, start, end)) return *words;
  throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                           "the document has no bytes " + std::to_string(start) + " to " +
                               std::to_string(end) + " to show; run 'attache check --repair'");
}

std::optional<std::int64_t> number_in(const std::string& value) {
  std::int64_t number = 0;
  const auto end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

bool is_whole(ColumnType type) {
  return type == ColumnType::integer || type == ColumnType::boolean;
}

Cell cell_of(const Field& field) {
  if (!field.value) return {};
  const auto number = is_whole(field.column.type) ? number_in(*field.value) : std::nullopt;
  return number ? Cell(*number) : Cell(std::string_view(*field.value));
}

}  // namespace attache
