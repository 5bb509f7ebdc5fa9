// SPDX-License-Identifier: MIT
#include "schema/filter_values.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "schema/closed_values.h"
#include "schema/document_values.h"
#include "schema/fold.h"
#include "schema/fts_query.h"
#include "schema/loose_text.h"
#include "schema/refusal.h"
#include "schema/value_key.h"
#include "schema/value_lists.h"
#include "schema/word_spellings.h"

namespace attache {
namespace {

void add_once(std::vector<std::string>& values, const std::string& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

/// Whether `text` follows `pattern`, where 0 stands for any digit.
bool follows(const std::string& text, std::string_view pattern) {
  return std::equal(
      text.begin(), text.end(), pattern.begin(),
      pattern.begin() + static_cast<std::ptrdiff_t>(std::min(text.size(), pattern.size())),
      [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

/// Whether the calendar has such a day, month or year, of which the form is right.
bool is_in_calendar(const std::string& date) {
  const auto number = [&](std::size_t at, std::size_t digits) {
    return date.size() < at + digits ? 1 : std::stoi(date.substr(at, digits));
  };
  return std::chrono::year_month_day(std::chrono::year(number(0, 4)),
                                     std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                     std::chrono::day(static_cast<unsigned>(number(8, 2))))
      .ok();
}

std::string date_value(const std::string& given) {
  const bool known_length = given.size() == 4 || given.size() == 7 || given.size() == 10;
  const bool formed = known_length && follows(given, "0000-00-00");
  if (formed && given.size() == 10 && !is_in_calendar(given))
    throw SelectionError("'" + given + "' is no day of the calendar");
  if (!formed || !is_in_calendar(given))
    throw SelectionError("'" + given + "' is not a date; write it as 2005, 2005-09 or 2005-09-17");
  return given;
}

std::string share_value(const std::string& given) {
  double share = 0;
  const char* const end = given.data() + given.size();
  const auto read = std::from_chars(given.data(), end, share);
  if (read.ec != std::errc() || read.ptr != end || !(share >= 0 && share <= 1))
    throw SelectionError("'" + given + "' is not a number from 0 to 1; write it as 0.8");
  return given;
}

std::string search_value(const std::string& given) {
  const auto query = fts_query(given);
  if (!query) throw SelectionError("'" + given + "' names no word to be found; add one");
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
    const std::string wanted = value_key(given.substr(0, at));
    for (const std::string& key : stored)
      if (value_key(key) == wanted) entry.keys.push_back(key);
    if (!entry.keys.empty()) return entry;
  }
  return {};
}

/// Keys are compared as slugs are, values as other texts: case and accents aside.
std::vector<std::string> entry_values(SQLite::Database& database, const FilterInfo& filter,
                                      const std::string& given) {
  if (given.find('=') == std::string::npos || given.front() == '=')
    throw SelectionError("'" + given + "' is not KEY=VALUE");
  std::vector<std::string> stored;
  const Spellings spellings(database, filter);
  for (const Spelling& spelling : spellings.all()) stored.push_back(spelling.value);
  const Entry entry = entry_in(given, stored);
  if (entry.keys.empty()) {
    const std::string key = given.substr(0, given.find('='));
    throw SelectionError("no document has the key '" + key + "'" +
                         advice(key, stored, stored, lister_of(filter)));
  }
  std::vector<std::string> values;
  for (const std::string& key : entry.keys)
    values.push_back(key + '\x1f' + loose(given.substr(entry.length + 1)));
  return values;
}

bool has_row(SQLite::Database& database, const std::string& sql, const std::string& value) {
  SQLite::Statement rows(database, sql);
  rows.bind(1, value);
  return rows.executeStep();
}

/// KEY=a,b is KEY=a or KEY=b, unless a document says "a,b" or none says either ("Olsen, Pete").
std::vector<std::string> entries_in(SQLite::Database& database, const std::string& given) {
  const std::size_t equals = given.find('=');
  if (equals == std::string::npos) return {given};
  const auto is_said = [&](const std::string& text) {
    return has_row(database, "SELECT 1 FROM document_metadata WHERE loose(value) = ? LIMIT 1",
                   loose(text));
  };
  std::vector<std::string> entries = listed_values(given.substr(equals + 1), is_said);
  if (std::none_of(entries.begin(), entries.end(), is_said)) return {given};
  for (std::string& entry : entries) entry = given.substr(0, equals + 1) + entry;
  return entries;
}

/// A wording as it is given, and in other spellings.
std::vector<std::string> wordings_of(const std::string& given) {
  std::vector<std::string> wordings{wanted_text(given)};
  for (const std::string& other : other_spellings(given)) wordings.push_back(wanted_text(other));
  return wordings;
}

std::vector<std::string> bound_values_of_one(SQLite::Database& database, const FilterInfo& filter,
                                             const std::string& value) {
  switch (filter.kind) {
    case FilterKind::closed:
    case FilterKind::part: return closed_values(database, filter, value);
    case FilterKind::date: return {date_value(value)};
    case FilterKind::share: return {share_value(value)};
    case FilterKind::search: return {search_value(value)};
    case FilterKind::entry: return entry_values(database, filter, value);
    case FilterKind::flag: return {"1"};
    case FilterKind::wording: return wordings_of(value);
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
    const std::string key = value_key(value.substr(0, value.find('=')));
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
      Spellings spellings(database, filter);
      return listed_values(given,
                           [&](const std::string& text) { return !spellings.meant(text).empty(); });
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

std::vector<std::string> option_values(SQLite::Database& database, const FilterInfo& filter,
                                       const std::string& given) {
  try {
    return bound_values(database, filter, given);
  } catch (const SelectionError& error) {
    const std::string what = error.what();
    if (!what.starts_with("'")) throw;  // it says what there is none of
    throw SelectionError("--" + std::string(filter.flag) + ": " + what);
  }
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
