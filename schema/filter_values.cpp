// SPDX-License-Identifier: MIT
#include "schema/filter_values.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "schema/fold.h"
#include "schema/fts_query.h"
#include "schema/loose_text.h"
#include "schema/nearest.h"
#include "schema/refusal.h"
#include "schema/slug.h"
#include "schema/value_lists.h"

namespace attache {
namespace {

struct Spelling {
  std::string value, text;
};

std::vector<Spelling> read(SQLite::Statement& statement) {
  std::vector<Spelling> spellings;
  while (statement.executeStep())
    if (!statement.getColumn(1).isNull())
      spellings.push_back({statement.getColumn(0).getString(), statement.getColumn(1).getString()});
  return spellings;
}

/// The vocabulary as a table of value and spelling.
std::string vocabulary(const FilterInfo& filter) {
  return "WITH spellings(value, spelling) AS (" + std::string(filter.vocabulary) +
         ") SELECT value, spelling FROM spellings";
}

void add_once(std::vector<std::string>& values, const std::string& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

template <typename Matches>
std::vector<std::string> values_where(const std::vector<Spelling>& spellings,
                                      const Matches& matches) {
  std::vector<std::string> values;
  for (const Spelling& spelling : spellings)
    if (matches(spelling)) add_once(values, spelling.value);
  return values;
}

[[noreturn]] void refuse(SQLite::Database& database, const FilterInfo& filter,
                         const std::string& given, const std::vector<Spelling>& spellings) {
  std::vector<std::string> values;
  std::vector<std::string> candidates;
  for (const Spelling& spelling : spellings) {
    add_once(values, spelling.value);
    // A name that its slug only writes in another way is not offered beside it.
    if (spelling.text == spelling.value || reference_slug(spelling.text) != spelling.value)
      add_once(candidates, spelling.text);
  }
  throw SelectionError("no " + std::string(filter.flag) + " '" + given + "'" +
                       taken_elsewhere(database, filter, given) +
                       advice(given, candidates, values, lister_of(filter)));
}

/// Of a vocabulary of slugs, names or whole paths.
std::vector<std::string> spelled_exactly(SQLite::Database& database, const FilterInfo& filter,
                                         const std::string& spelling) {
  SQLite::Statement exact(
      database,
      vocabulary(filter) + " WHERE spelling = ?");  // indexed where the vocabulary is long
  exact.bindNoCopy(1, spelling);
  return values_where(read(exact), [](const Spelling&) { return true; });
}

/// Case and accents aside.
std::vector<std::string> spelled_so(const FilterInfo& filter,
                                    const std::vector<Spelling>& spellings,
                                    const std::string& given) {
  const std::string folded = fold(given);
  auto values = values_where(spellings, [&](const Spelling& s) { return fold(s.text) == folded; });
  if (values.empty() && filter.kind == FilterKind::part && !folded.empty())
    values = values_where(spellings, [&](const Spelling& s) {
      return fold(s.text).find(folded) != std::string::npos;
    });
  if (values.empty() && filter.otherwise != nullptr) {
    if (std::string value = filter.otherwise(given); !value.empty()) values = {std::move(value)};
  }
  return values;
}

std::vector<std::string> closed_values(SQLite::Database& database, const FilterInfo& filter,
                                       const std::string& given) {
  if (auto exactly = spelled_exactly(database, filter, given); !exactly.empty()) return exactly;
  SQLite::Statement all(database, vocabulary(filter));
  const auto spellings = read(all);
  auto values = spelled_so(filter, spellings, given);
  if (values.empty()) refuse(database, filter, given, spellings);
  return values;
}

/// SQLite takes no longer pattern; no path is as long.
constexpr std::size_t longest_pattern = 20'000;

/// A pattern as the filter's fragment takes it.
std::vector<std::string> pattern_values(SQLite::Database& database, const std::string& given,
                                        const std::string& whole) {
  SQLite::Statement any(database,
                        "SELECT 1 FROM documents WHERE slug GLOB ?1 OR path GLOB ?1 OR path GLOB "
                        "?2 LIMIT 1");
  any.bindNoCopy(1, given);
  any.bindNoCopy(2, whole);
  if (!any.executeStep())
    throw SelectionError("no document '" + given +
                         "': no slug and no path is like it; 'attache documents' lists them");
  return {given + '\x1f' + whole};
}

/// Slug or path as it stands, then as a path from the folder that the user is in, then a pattern.
std::vector<std::string> document_values(SQLite::Database& database, const FilterInfo& filter,
                                         const std::string& given) {
  if (auto exactly = spelled_exactly(database, filter, given); !exactly.empty()) return exactly;
  std::error_code error;
  const std::string whole = std::filesystem::absolute(given, error).lexically_normal().string();
  if (!error && !given.empty())
    if (auto exactly = spelled_exactly(database, filter, whole); !exactly.empty()) return exactly;
  if (given.find_first_of("*?[") != std::string::npos && given.size() < longest_pattern)
    return pattern_values(database, given, whole.size() < longest_pattern ? whole : given);
  return closed_values(database, filter, given);
}

/// Whether `text` follows `pattern`, where 0 stands for any digit.
bool follows(const std::string& text, std::string_view pattern) {
  return std::equal(
      text.begin(), text.end(), pattern.begin(),
      pattern.begin() + static_cast<std::ptrdiff_t>(std::min(text.size(), pattern.size())),
      [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

std::string date_value(const FilterInfo& filter, const std::string& given) {
  const bool known_length = given.size() == 4 || given.size() == 7 || given.size() == 10;
  const auto in = [&](std::size_t at, int least, int most) {
    if (given.size() <= at) return true;
    const int number = std::stoi(given.substr(at, 2));
    return number >= least && number <= most;
  };
  if (!known_length || !follows(given, "0000-00-00") || !in(5, 1, 12) || !in(8, 1, 31))
    throw SelectionError(std::string(filter.flag) + " '" + given +
                         "' is not a date; write it as 2005, 2005-09 or 2005-09-17");
  return given;
}

std::string share_value(const FilterInfo& filter, const std::string& given) {
  double share = 0;
  const char* const end = given.data() + given.size();
  const auto read = std::from_chars(given.data(), end, share);
  if (read.ec != std::errc() || read.ptr != end || !(share >= 0 && share <= 1))
    throw SelectionError(std::string(filter.flag) + " '" + given +
                         "' is not a number from 0 to 1; write it as 0.8");
  return given;
}

std::string search_value(const FilterInfo& filter, const std::string& given) {
  const auto query = fts_query(given);
  if (!query)
    throw SelectionError(std::string(filter.flag) + " '" + given +
                         "' names no word to be found; add one");
  return *query;
}

/// Length of the key in KEY=VALUE, and the stored keys that it stands for: the longest that is one,
/// since a key may hold an equals sign itself.
struct Entry {
  std::size_t length = 0;
  std::vector<std::string> keys;
};

Entry entry_in(const std::string& given, const std::vector<std::string>& stored) {
  for (std::size_t at = given.rfind('='); at != std::string::npos && at > 0;
       at = given.rfind('=', at - 1)) {
    Entry entry{at, {}};
    const std::string wanted = fold(given.substr(0, at));
    for (const std::string& key : stored)
      if (fold(key) == wanted) entry.keys.push_back(key);
    if (!entry.keys.empty()) return entry;
  }
  return {};
}

/// Keys are compared as values are, case and accents aside.
std::vector<std::string> entry_values(SQLite::Database& database, const FilterInfo& filter,
                                      const std::string& given) {
  const std::string flag(filter.flag);
  if (given.find('=') == std::string::npos || given.front() == '=')
    throw SelectionError(flag + " '" + given + "' is not KEY=VALUE");
  SQLite::Statement rows(database, vocabulary(filter));
  std::vector<std::string> stored;
  for (Spelling& spelling : read(rows)) stored.push_back(std::move(spelling.value));
  const Entry entry = entry_in(given, stored);
  if (entry.keys.empty()) {
    const std::string key = given.substr(0, given.find('='));
    throw SelectionError("no document has the key '" + key + "'" +
                         advice(key, stored, stored, lister_of(filter)));
  }
  std::vector<std::string> values;
  for (const std::string& key : entry.keys)
    values.push_back(key + '\x1f' + fold(given.substr(entry.length + 1)));
  return values;
}

bool has_row(SQLite::Database& database, const std::string& sql, const std::string& value) {
  SQLite::Statement rows(database, sql);
  rows.bind(1, value);
  return rows.executeStep();
}

/// KEY=a,b is KEY=a or KEY=b, unless a document says "a,b".
std::vector<std::string> entries_in(SQLite::Database& database, const std::string& given) {
  const std::size_t equals = given.find('=');
  if (equals == std::string::npos) return {given};
  std::vector<std::string> entries =
      listed_values(given.substr(equals + 1), [&](const std::string& text) {
        return has_row(database, "SELECT 1 FROM document_metadata WHERE fold(value) = ? LIMIT 1",
                       fold(text));
      });
  for (std::string& entry : entries) entry = given.substr(0, equals + 1) + entry;
  return entries;
}

std::vector<std::string> bound_values_of_one(SQLite::Database& database, const FilterInfo& filter,
                                             const std::string& value) {
  switch (filter.kind) {
    case FilterKind::closed:
    case FilterKind::part: return closed_values(database, filter, value);
    case FilterKind::date: return {date_value(filter, value)};
    case FilterKind::share: return {share_value(filter, value)};
    case FilterKind::search: return {search_value(filter, value)};
    case FilterKind::entry: return entry_values(database, filter, value);
    case FilterKind::flag: return {"1"};
    case FilterKind::wording: return {wanted_text(value)};
    case FilterKind::of_document: return document_values(database, filter, value);
    case FilterKind::folded: break;
  }
  return {fold(value)};
}

}  // namespace

std::vector<std::vector<std::string>> alternatives_of(const FilterInfo& filter,
                                                      const std::vector<std::string>& values) {
  if (filter.kind != FilterKind::entry) return {values};
  std::vector<std::pair<std::string, std::vector<std::string>>> by_key;
  for (const std::string& value : values) {
    const std::string key = fold(value.substr(0, value.find('=')));
    auto group = std::find_if(by_key.begin(), by_key.end(),
                              [&](const auto& entry) { return entry.first == key; });
    if (group == by_key.end()) group = by_key.insert(by_key.end(), {key, {}});
    group->second.push_back(value);
  }
  std::vector<std::vector<std::string>> groups;
  for (auto& entry : by_key) groups.push_back(std::move(entry.second));
  return groups;
}

std::vector<std::string> values_in(SQLite::Database& database, const FilterInfo& filter,
                                   const std::string& given) {
  if (given.find(',') == std::string::npos) return {given};
  switch (filter.kind) {
    case FilterKind::closed:
    case FilterKind::part:
    case FilterKind::of_document: {
      SQLite::Statement all(database, vocabulary(filter));
      const auto spellings = read(all);
      return listed_values(given, [&](const std::string& text) {
        return !spelled_so(filter, spellings, text).empty();
      });
    }
    case FilterKind::wording:
      return listed_values(given, [&](const std::string& text) {
        return has_row(database,
                       "WITH known(words) AS (" + std::string(filter.known) +
                           ") SELECT 1 FROM known WHERE has_text(words, ?) LIMIT 1",
                       wanted_text(text));
      });
    case FilterKind::entry: return entries_in(database, given);
    case FilterKind::date:
    case FilterKind::share:
    case FilterKind::search:
    case FilterKind::flag:
    case FilterKind::folded: break;
  }
  return {given};
}

std::vector<std::string> bound_values(SQLite::Database& database, const FilterInfo& filter,
                                      const std::string& given) {
  std::vector<std::string> bound;
  for (const std::string& value : values_in(database, filter, given))
    for (const std::string& one : bound_values_of_one(database, filter, value))
      add_once(bound, one);
  return bound;
}

}  // namespace attache
