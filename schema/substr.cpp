// SPDX-License-Identifier: MIT
#include "schema/substr.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>

#include "schema/characters.h"

namespace attache {
namespace {

/// More than a value of SQLite can hold, and small enough to be added to.
constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();

std::int64_t number_of(sqlite3_value* value) {
  return std::clamp<std::int64_t>(sqlite3_value_int64(value), -most, most);
}

/// What SQLite takes for the size where none is given: that of the longest value.
std::int64_t longest(sqlite3_context* context) {
  return sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1);
}

/// What is cut out: units (characters or bytes) before it, and in it.
struct Cut {
  std::int64_t before = 0;
  std::int64_t size = 0;
};

/// SQLite's rules: from 1; a negative start counts from the end, a negative size leads backwards.
Cut cut_of(std::int64_t start, std::int64_t size, std::int64_t units) {
  const bool backwards = size < 0;
  if (backwards) size = -size;
  if (start < 0) {
    start += units;
    if (start < 0) {
      size = std::max<std::int64_t>(size + start, 0);
      start = 0;
    }
  } else if (start > 0) {
    --start;
  } else if (size > 0) {
    --size;
  }
  if (backwards) {
    start -= size;
    if (start < 0) {
      size += start;
      start = 0;
    }
  }
  return {start, size};
}

std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (bytes == nullptr) return {};
  const std::string_view text(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
  return text.substr(0, text.find('\0'));  // where SQLite stops counting
}

void cut_text(sqlite3_context* context, std::string_view text, std::int64_t start,
              std::int64_t size) {
  const auto units = start < 0 ? static_cast<std::int64_t>(characters_in(text)) : 0;
  const Cut cut = cut_of(start, size, units);
  text.remove_prefix(bytes_of_characters(text, static_cast<std::uint64_t>(cut.before)));
  const std::size_t bytes = bytes_of_characters(text, static_cast<std::uint64_t>(cut.size));
  sqlite3_result_text64(context, text.data(), bytes, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void cut_blob(sqlite3_context* context, sqlite3_value* value, std::int64_t start,
              std::int64_t size) {
  const std::int64_t bytes = sqlite3_value_bytes(value);
  const auto* blob = static_cast<const char*>(sqlite3_value_blob(value));
  if (blob == nullptr) return;
  const Cut cut = cut_of(start, size, bytes);
  const std::int64_t from = std::min(cut.before, bytes);
  sqlite3_result_blob64(context, blob + from,
                        static_cast<sqlite3_uint64>(std::min(cut.size, bytes - from)),
                        SQLITE_TRANSIENT);
}

void substr(sqlite3_context* context, int count, sqlite3_value** values) {
  for (int i = 0; i < count; ++i)
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) return;  // the result is NULL, too
  const std::int64_t start = number_of(values[1]);
  const std::int64_t size = count == 3 ? number_of(values[2]) : longest(context);
  if (sqlite3_value_type(values[0]) == SQLITE_BLOB) cut_blob(context, values[0], start, size);
  else cut_text(context, text_of(values[0]), start, size);
}

}  // namespace

void register_substr(SQLite::Database& database) {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  for (const char* name : {"substr", "substring"})
    for (const int values : {2, 3})
      database.check(sqlite3_create_function_v2(database.getHandle(), name, values, flags, nullptr,
                                                &substr, nullptr, nullptr, nullptr));
}

}  // namespace attache
