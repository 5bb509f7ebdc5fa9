// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>

namespace attache {

/// Binding of the values that records hold. Text is not copied: it must live until the statement is
/// reset.
inline void bind(SQLite::Statement& statement, int index, const std::string& value) {
  value.empty() ? statement.bind(index) : statement.bindNoCopy(index, value);
}

template <typename Integer>
requires std::is_integral_v<Integer>
void bind(SQLite::Statement& statement, int index, Integer value) {
  statement.bind(index, static_cast<std::int64_t>(value));
}

template <typename Integer>
void bind(SQLite::Statement& statement, int index, const std::optional<Integer>& value) {
  value ? statement.bind(index, static_cast<std::int64_t>(*value)) : statement.bind(index);
}

/// Runs a statement that gives no rows, with the values bound in order; empty text is NULL.
template <typename... Values>
void run(SQLite::Statement& statement, const Values&... values) {
  statement.tryReset();  // what it failed with before was told then
  int index = 0;
  (bind(statement, ++index, values), ...);
  statement.exec();
  statement.reset();
}

}  // namespace attache
