// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>

#include "schema/select.h"

namespace attache {

/// A query that was ended since it took longer than it was given.
class OutOfTime : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Receives the columns of a query, typed by its first row, before that row.
using ColumnSink = std::function<void(std::span<const ColumnInfo>)>;

/// Runs one statement in SQL that only reads: nothing is written, attached or loaded, and of
/// pragmas those alone are heeded that tell of tables. Integers, reals and texts keep their type;
/// blobs are given as hexadecimal digits. Columns of one name are told apart by a number. `seconds`
/// is of processor time. Gives how many rows were handed over. Throws SelectionError where the
/// statement is not one that can be run, OutOfTime, and KnowledgeBaseError.
std::uint64_t ask(const KnowledgeBase& base, const std::string& sql, unsigned seconds,
                  const ColumnSink& columns, const RowSink& sink);

}  // namespace attache
