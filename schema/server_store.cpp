// SPDX-License-Identifier: MIT
#include "schema/server_store.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "schema/identifier.h"

namespace attache {
namespace {

/// A table of so few rows is fetched as a whole.
constexpr std::int64_t small_table = 2'000;
/// A key's span doubles so many times: who asks for one row after another gets more at once.
constexpr int most_doublings = 6;
/// A longer range is fetched with all the rest.
constexpr std::int64_t longest_range = 100'000;

struct KnownKey {
  std::string_view table;
  FetchKey key;
};

/// Columns that the server has an index for. Others are looked at here.
constexpr std::array<KnownKey, 36> known_keys = {{
    {"documents", {"document_id", 64}},
    {"documents", {"slug"}},
    {"documents", {"country"}},
    {"documents", {"identity"}},
    {"documents", {"version_of"}},
    {"document_texts", {"document_id", 1}},
    {"document_metadata", {"document_id", 64}},
    {"document_digests", {"document_id", 64}},
    {"sentences", {"sentence_id", 256}},
    {"principles", {"principle_id", 64}},
    {"principles", {"document_id", 16}},
    {"principles", {"norm"}},
    {"principles", {"review"}},
    {"priorities", {"priority_id", 64}},
    {"priorities", {"document_id", 16}},
    {"priorities", {"theme"}},
    {"priorities", {"review"}},
    {"organizations", {"organization_id", 64}},
    {"organizations", {"document_id", 16}},
    {"organizations", {"body"}},
    {"organizations", {"name"}},
    {"organizations", {"role"}},
    {"organizations", {"review"}},
    {"leaders", {"leader_id", 64}},
    {"leaders", {"document_id", 16}},
    {"leaders", {"name"}},
    {"leaders", {"office_type"}},
    {"leaders", {"review"}},
    {"citations", {"citation_id", 64}},
    {"citations", {"principle_id", 64}},
    {"citations", {"priority_id", 64}},
    {"citations", {"organization_id", 64}},
    {"citations", {"leader_id", 64}},
    {"citations", {"sentence_id", 256}},
    {"name_forms", {"folded"}},
    {"norm_instruments", {"norm"}},
}};

std::vector<ServerTable::Column> columns_of(SQLite::Database& definitions,
                                            const std::string& table) {
  SQLite::Statement rows(definitions,
                         "SELECT name, type, pk FROM pragma_table_info(?1, 'main') ORDER BY cid");
  rows.bind(1, table);
  std::vector<ServerTable::Column> columns;
  while (rows.executeStep())
    columns.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString() == "INTEGER",
                       rows.getColumn(2).getInt()});
  return columns;
}

/// Partial indexes give no more than some rows, and those of expressions are of no column.
std::vector<std::vector<int>> indexes_of(SQLite::Database& definitions, const std::string& table) {
  SQLite::Statement rows(
      definitions,
      "SELECT l.seq, i.cid FROM pragma_index_list(?1, 'main') AS l JOIN "
      "pragma_index_info(l.name) AS i WHERE l.partial = 0 AND NOT EXISTS (SELECT 1 FROM "
      "pragma_index_info(l.name) AS e WHERE e.cid < 0) ORDER BY l.seq, i.seqno");
  rows.bind(1, table);
  std::vector<std::vector<int>> indexes;
  for (int last = -1; rows.executeStep();) {
    if (rows.getColumn(0).getInt() != last) indexes.emplace_back();
    last = rows.getColumn(0).getInt();
    indexes.back().push_back(rows.getColumn(1).getInt());
  }
  return indexes;
}

std::string primary_key(const std::vector<ServerTable::Column>& columns) {
  std::string list;
  const auto size = static_cast<int>(columns.size());
  for (int part = 1; part <= size; ++part)
    for (const ServerTable::Column& column : columns)
      if (column.key_part == part) list += (list.empty() ? "" : ", ") + identifier(column.name);
  return list;
}

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

ServerTable::ServerTable(SQLite::Database& definitions, SQLite::Database& store,
                         ServerProcess& server, std::string name, std::int64_t rows)
    : store_(store),
      server_(server),
      name_(std::move(name)),
      columns_(columns_of(definitions, name_)),
      indexes_(indexes_of(definitions, name_)),
      rows_(rows) {
  std::string declared, places;
  const std::string key = primary_key(columns_);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    list_ += (i == 0 ? "" : ", ") + identifier(column.name);
    places += i == 0 ? "?" : ", ?";
    declared +=
        (i == 0 ? "" : ", ") + identifier(column.name) + (column.is_number ? " INTEGER" : " TEXT");
    if (column.is_number && key == identifier(column.name)) number_ = static_cast<int>(i);
  }
  // Rows with a number of their own are in its order, others in that of their key where SQLite
  // keeps them so, else in that of `place`.
  SQLite::Statement sql(definitions, "SELECT sql FROM main.sqlite_schema WHERE name = ?1");
  sql.bind(1, name_);
  const bool by_key = sql.executeStep() && sql.getColumn(0).getString().ends_with("WITHOUT ROWID");
  order_ = by_key || number_ >= 0 ? key : "";
  if (!key.empty()) declared += ", PRIMARY KEY (" + key + ")";
  store_.exec("CREATE TABLE " + identifier(name_) + "(" + declared + ")");
  insert_ =
      prepare(store_, "INSERT OR IGNORE INTO " + identifier(name_) + " VALUES (" + places + ")");
}

const FetchKey* ServerTable::key(int column) const {
  if (column < 0) return nullptr;
  const std::string& name = columns_[static_cast<std::size_t>(column)].name;
  const auto found = std::find_if(known_keys.begin(), known_keys.end(), [&](const KnownKey& known) {
    return known.table == name_ && known.key.column == name;
  });
  return found == known_keys.end() ? nullptr : &found->key;
}

bool ServerTable::is_unique(int column) const {
  const auto parts = std::count_if(columns_.begin(), columns_.end(),
                                   [](const Column& c) { return c.key_part > 0; });
  return columns_[static_cast<std::size_t>(column)].key_part == 1 && parts == 1;
}

int ServerTable::natural_order(std::uint64_t columns) const {
  std::size_t best = 0;
  for (std::size_t i = 0; i < indexes_.size(); ++i) {
    std::uint64_t left = columns;
    if (number_ >= 0) left &= ~(std::uint64_t{1} << number_);
    for (const int column : indexes_[i]) left &= ~(std::uint64_t{1} << column);
    if (left == 0 && (best == 0 || indexes_[i].size() < indexes_[best - 1].size())) best = i + 1;
  }
  return static_cast<int>(best);
}

std::string ServerTable::select(const std::string& where, int natural_order) const {
  std::string order;
  if (natural_order > 0)
    for (const int column : indexes_[static_cast<std::size_t>(natural_order) - 1])
      order += identifier(columns_[static_cast<std::size_t>(column)].name) + ", ";
  return "SELECT " + list_ + ", rowid FROM " + identifier(name_) + where + " ORDER BY " + order +
         (order_.empty() ? "rowid" : order_);
}

void ServerTable::fetch(std::span<const Wanted> wanted) {
  for (const Wanted& one : wanted)
    if (std::holds_alternative<std::monostate>(one.value)) return;  // no row is asked for
  if (whole_) return;
  const bool small = rows_ <= small_table && name_ != "document_texts";
  if (small || (!fetch_equal(wanted, true) && !fetch_equal(wanted, false) && !fetch_range(wanted)))
    fetch_all();
}

bool ServerTable::fetch_equal(std::span<const Wanted> wanted, bool numbers) {
  for (const Wanted& one : wanted) {
    const FetchKey* known = key(one.column);
    if (known == nullptr || one.how != Wanted::How::equal || (known->span > 0) != numbers) continue;
    if (numbers && std::holds_alternative<std::int64_t>(one.value)) {
      fetch_number(one.column, *known, std::get<std::int64_t>(one.value));
      return true;
    }
    if (!numbers && std::holds_alternative<std::string>(one.value)) {
      fetch_text(one.column, std::get<std::string>(one.value));
      return true;
    }
  }
  return false;
}

bool ServerTable::fetch_range(std::span<const Wanted> wanted) {
  std::optional<std::int64_t> first, end;
  for (const Wanted& one : wanted) {
    if (one.column != number_ || number_ < 0) continue;
    const auto* number = std::get_if<std::int64_t>(&one.value);
    if (number == nullptr || *number == INT64_MAX) continue;
    switch (one.how) {
      case Wanted::How::at_least: first = std::max(first.value_or(*number), *number); break;
      case Wanted::How::more: first = std::max(first.value_or(*number + 1), *number + 1); break;
      case Wanted::How::at_most: end = std::min(end.value_or(*number + 1), *number + 1); break;
      case Wanted::How::less: end = std::min(end.value_or(*number), *number); break;
      case Wanted::How::equal: break;
    }
  }
  if (!first || !end) return false;
  if (*first >= *end) return true;
  if (*first < 0 || *end - *first > longest_range) return false;
  fetch_numbers(number_, *first, *end);
  return true;
}

void ServerTable::fetch_number(int column, const FetchKey& known, std::int64_t number) {
  if (number < 0 || number > INT64_MAX / 2) return;  // no id of ours
  Fetched& fetched = fetched_[column];
  const auto after = fetched.numbers.upper_bound(number);
  if (after != fetched.numbers.begin() && std::prev(after)->second > number) return;
  const std::int64_t span = known.span << std::min<std::int64_t>(fetched.times, most_doublings);
  const std::int64_t end =
      after == fetched.numbers.end() ? number + span : std::min(number + span, after->first);
  fetch_numbers(column, number, end);
}

void ServerTable::fetch_numbers(int column, std::int64_t first, std::int64_t end) {
  Fetched& fetched = fetched_[column];
  auto at = fetched.numbers.upper_bound(first);
  if (at != fetched.numbers.begin() && std::prev(at)->second >= end) return;
  index(column);
  ++fetched.times;
  const std::string name = identifier(columns_[static_cast<std::size_t>(column)].name);
  const std::array<std::string, 2> values = {std::to_string(first), std::to_string(end)};
  ask("ask", " WHERE " + name + " >= $1::bigint AND " + name + " < $2::bigint", values);
  if (at != fetched.numbers.begin() && std::prev(at)->second >= first) first = (--at)->first;
  while (at != fetched.numbers.end() && at->first <= end) {
    end = std::max(end, at->second);
    at = fetched.numbers.erase(at);
  }
  fetched.numbers[first] = end;
}

void ServerTable::fetch_text(int column, const std::string& text) {
  Fetched& fetched = fetched_[column];
  if (fetched.texts.contains(text)) return;
  index(column);
  // A text with NUL is nobody's.
  if (text.find('\0') == std::string::npos)
    ask("ask", " WHERE " + identifier(columns_[static_cast<std::size_t>(column)].name) + " = $1",
        std::array<std::string, 1>{text});
  fetched.texts.insert(text);
}

void ServerTable::fetch_all() {
  ask("scan", order_.empty() ? " ORDER BY place" : "", {});
  whole_ = true;
}

/// So that what is fetched by a column is found by it.
void ServerTable::index(int column) {
  Fetched& fetched = fetched_[column];
  if (fetched.indexed || column == number_) return;
  const std::string& name = columns_[static_cast<std::size_t>(column)].name;
  store_.exec("CREATE INDEX " + identifier(name_ + "_by_" + name) + " ON " + identifier(name_) +
              "(" + identifier(name) + ")");
  fetched.indexed = true;
}

void ServerTable::ask(const char* how, const std::string& where,
                      std::span<const std::string> values) {
  MessageFields request;
  request.add(how).add("SELECT " + list_ + " FROM " + identifier(name_) + where);
  for (const std::string& value : values) request.add(value);
  store_.exec("SAVEPOINT fetched");
  try {
    server_.ask(request, [&](FieldReader& cells) { add(cells); });
  } catch (...) {
    store_.tryExec(
        "RELEASE fetched");  // what came is right, and fetched again where it is asked for
    throw;
  }
  store_.exec("RELEASE fetched");
}

void ServerTable::add(FieldReader& cells) {
  sqlite3_stmt* const row = insert_.get();
  for (MessageField cell;;) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!cells.next(cell)) return;
      const int place = static_cast<int>(i) + 1;
      if (!cell) sqlite3_bind_null(row, place);
      else if (columns_[i].is_number) sqlite3_bind_int64(row, place, number_in(*cell));
      else
        sqlite3_bind_text(row, place, cell->data(), static_cast<int>(cell->size()), SQLITE_STATIC);
    }
    step(store_, insert_);
    sqlite3_reset(row);
  }
}

ServerStore::ServerStore(const std::string& address, SQLite::Database& definitions)
    : server_(address), store_("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
  server_.ask(MessageFields().add("open"));
  // Nobody else sees the file, and nothing of it is needed after a crash.
  store_.exec(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA "
      "temp_store = MEMORY");
  std::map<std::string, std::int64_t> rows;
  server_.ask(MessageFields().add("ask").add(
                  "SELECT relname, reltuples::bigint FROM pg_catalog.pg_class WHERE relkind = 'r' "
                  "AND relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = "
                  "current_schema())"),
              [&](FieldReader& cells) {
                for (MessageField name; cells.next(name) && name;)
                  rows[std::string(*name)] = cells.number();
              });
  SQLite::Statement names(
      definitions,
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0 "
      "AND name NOT LIKE 'sentences\\_fts%' ESCAPE '\\' ORDER BY rowid");
  while (names.executeStep()) {
    const std::string name = names.getColumn(0).getString();
    if (rows.contains(name))
      tables_[name] =
          std::make_unique<ServerTable>(definitions, store_, server_, name, rows.at(name));
  }
}

std::vector<std::string> ServerStore::names() const {
  std::vector<std::string> names;
  for (const auto& [name, table] : tables_) names.push_back(name);
  return names;
}

}  // namespace attache
