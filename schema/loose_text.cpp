// SPDX-License-Identifier: MIT
#include "schema/loose_text.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>
#include <utf8proc.h>

#include <algorithm>

#include "schema/fold.h"

namespace attache {
namespace {

constexpr char between = '\x1f';  ///< the two forms of wanted_text()

enum class Sign { other, space, dash, apostrophe };

Sign sign_of(utf8proc_int32_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x2028 || c == 0x2029)
    return Sign::space;
  if (c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC ||
      c == 0x2032)
    return Sign::apostrophe;
  if (c == '-' || c == 0x2212 || c == 0xAD) return Sign::dash;
  return c > 0x7F && utf8proc_category(c) == UTF8PROC_CATEGORY_PD ? Sign::dash : Sign::other;
}

/// The folded text with spaces between words; a dash is one, or nothing where `joined`.
std::string spaced(std::string_view folded, bool joined) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < folded.size();) {
    utf8proc_int32_t c = 0;
    const auto size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(folded.data()) + at,
                         static_cast<utf8proc_ssize_t>(folded.size() - at), &c);
    const std::size_t bytes = size > 0 ? static_cast<std::size_t>(size) : 1;
    const Sign sign = size > 0 ? sign_of(c) : Sign::other;
    if (sign == Sign::space || (sign == Sign::dash && !joined)) space = true;
    if (sign == Sign::other) {
      if (space && !out.empty()) out += ' ';
      space = false;
      out += folded.substr(at, bytes);
    }
    at += bytes;
  }
  return out;
}

bool has_dash(std::string_view folded) {
  for (const char c : folded)
    if (c == '-' || (static_cast<unsigned char>(c) & 0x80) != 0) return true;
  return false;
}

std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void loose_function(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  const std::string text = loose(text_of(values[0]));
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void has_text_function(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  const std::string folded = fold(text_of(values[0]));
  const std::string_view wanted = text_of(values[1]);
  const auto middle = std::min(wanted.find(between), wanted.size());
  const auto has = [&](std::string_view words, bool joined) {
    return spaced(folded, joined).find(words) != std::string::npos;
  };
  const bool found =
      has(wanted.substr(0, middle), false) ||
      (middle < wanted.size() && has_dash(folded) && has(wanted.substr(middle + 1), true)) ||
      (middle < wanted.size() && has(wanted.substr(middle + 1), false));
  sqlite3_result_int(context, found ? 1 : 0);
}

void same_text_function(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string folded = fold(text_of(values[0]));
  const std::string_view wanted = text_of(values[1]);
  const auto middle = std::min(wanted.find(between), wanted.size());
  bool same = false;
  for (const bool joined : {false, true}) {
    const std::string form = spaced(folded, joined);
    same = same || form == wanted.substr(0, middle) ||
           (middle < wanted.size() && form == wanted.substr(middle + 1));
  }
  sqlite3_result_int(context, same ? 1 : 0);
}

}  // namespace

std::string loose(std::string_view text) { return spaced(fold(text), false); }

std::string wanted_text(std::string_view words) {
  const std::string folded = fold(words);
  return spaced(folded, false) + between + spaced(folded, true);
}

void register_loose_text(SQLite::Database& database) {
  database.createFunction("loose", 1, true, nullptr, &loose_function, nullptr, nullptr, nullptr);
  database.createFunction("same_text", 2, true, nullptr, &same_text_function, nullptr, nullptr,
                          nullptr);
  database.createFunction("has_text", 2, true, nullptr, &has_text_function, nullptr, nullptr,
                          nullptr);
}

}  // namespace attache
