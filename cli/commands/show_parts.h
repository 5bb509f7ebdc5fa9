// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/reference.h"
#include "schema/select.h"

namespace attache {

// What `show` prints for people and as JSON is made of.

/// The piece of a document's text. Throws KnowledgeBaseError where the offsets are damaged.
std::string_view piece_of(std::string_view text, std::int64_t start, std::int64_t end);

/// The number that a column holds, where it holds one.
std::optional<std::int64_t> number_in(const std::string& value);

/// Whether a column holds whole numbers.
bool is_whole(ColumnType type);

Cell cell_of(const Field& field);

}  // namespace attache
