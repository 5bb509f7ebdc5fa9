// SPDX-License-Identifier: MIT
#include "schema/fold.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "schema/loose_text.h"

namespace attache {
namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

void fold_function(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
  if (bytes == nullptr) return sqlite3_result_null(context);
  const std::string folded =
      fold({bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
  sqlite3_result_text64(context, folded.data(), folded.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Small letters that Unicode does not take apart, and what is typed for them.
struct Letter {
  std::string_view letter, plain;
};
constexpr std::array letters{Letter{"\u00E6", "ae"}, Letter{"\u00F0", "d"}, Letter{"\u00F8", "o"},
                             Letter{"\u00FE", "th"}, Letter{"\u0111", "d"}, Letter{"\u0127", "h"},
                             Letter{"\u0131", "i"},  Letter{"\u0142", "l"}, Letter{"\u014B", "n"},
                             Letter{"\u0153", "oe"}, Letter{"\u0167", "t"}};

std::string with_plain_letters(std::string_view folded) {
  std::string plain;
  plain.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = folded.substr(at);
    const auto* found = (rest.front() & 0x80) == 0
                            ? letters.end()
                            : std::find_if(letters.begin(), letters.end(), [&](const Letter& one) {
                                return rest.starts_with(one.letter);
                              });
    if (found != letters.end()) plain += found->plain;
    else plain += rest.front();
    at += found != letters.end() ? found->letter.size() : 1;
  }
  return plain;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  constexpr auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  utf8proc_uint8_t* result = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &result, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (size < 0) return std::string(text);
  const std::string_view folded(reinterpret_cast<const char*>(result),
                                static_cast<std::size_t>(size));
  return is_ascii(folded) ? std::string(folded) : with_plain_letters(folded);
}

void register_fold(SQLite::Database& database) {
  database.createFunction("fold", 1, true, nullptr, &fold_function, nullptr, nullptr, nullptr);
  register_loose_text(database);
}

}  // namespace attache
