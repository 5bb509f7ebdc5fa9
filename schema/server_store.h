// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "schema/prepared.h"
#include "schema/server_process.h"

namespace attache {

/// A column of a published table by which some of its rows can be fetched.
struct FetchKey {
  std::string_view column;
  std::int64_t span = 0;  ///< numbers that are fetched together at first; 0 for a text
};

/// What is asked of a column.
struct Wanted {
  enum class How { equal, at_least, more, at_most, less };
  int column;
  How how;
  std::variant<std::monostate, std::int64_t, std::string> value;  ///< nothing: what no row has
};

/// A table of a published knowledge base, and as much of it as was fetched.
class ServerTable {
 public:
  struct Column {
    std::string name;
    bool is_number;
    int key_part;  ///< from 1 in the primary key; 0 outside
  };

  ServerTable(SQLite::Database& definitions, SQLite::Database& store, ServerProcess& server,
              std::string name, std::int64_t rows);

  const std::string& name() const { return name_; }
  const std::vector<Column>& columns() const { return columns_; }
  /// How many rows it has, as the server guesses.
  std::int64_t rows() const { return rows_; }
  /// The column that is the row's number; -1 where none is.
  int number_column() const { return number_; }
  /// Whether rows can be fetched by this column, and whether it holds numbers then.
  const FetchKey* key(int column) const;
  /// Whether no two rows have the same value in this column.
  bool is_unique(int column) const;

  /// Fetches what is missing of the rows that are wanted; more may come. Throws KnowledgeBaseError,
  /// SQLite::Exception.
  void fetch(std::span<const Wanted> wanted);

  /// The order in which a file gives all rows where only these columns are asked for (bits, as
  /// sqlite3_index_info has them): that of an index which has them all; 0 for the rows' own.
  int natural_order(std::uint64_t columns) const;
  /// SQL that gives the store's rows, all columns, behind them the row's number.
  std::string select(const std::string& where, int natural_order) const;

 private:
  /// Numbers of a key column whose rows are here.
  struct Fetched {
    std::map<std::int64_t, std::int64_t> numbers;  ///< first -> one past the last
    std::set<std::string> texts;
    std::int64_t times = 0;
    bool indexed = false;
  };

  bool fetch_equal(std::span<const Wanted> wanted, bool numbers);
  bool fetch_range(std::span<const Wanted> wanted);
  void fetch_number(int column, const FetchKey& key, std::int64_t number);
  void fetch_numbers(int column, std::int64_t first, std::int64_t end);
  void fetch_text(int column, const std::string& text);
  void fetch_all();
  void index(int column);
  void ask(const char* how, const std::string& where, std::span<const std::string> values);
  void add(FieldReader& cells);

  SQLite::Database& store_;
  ServerProcess& server_;
  std::string name_, list_, order_;
  std::vector<Column> columns_;
  std::vector<std::vector<int>> indexes_;  ///< columns of each index of the file
  int number_ = -1;
  std::int64_t rows_;
  bool whole_ = false;
  std::map<int, Fetched> fetched_;
  Prepared insert_;
};

/// A published knowledge base as this run knows it: what was asked for is fetched and kept, in a
/// file of SQLite's own that goes with the run.
class ServerStore {
 public:
  /// `definitions` tells of the tables. Throws KnowledgeBaseError, SQLite::Exception.
  ServerStore(const std::string& address, SQLite::Database& definitions);

  ServerTable& table(const std::string& name) { return *tables_.at(name); }
  std::vector<std::string> names() const;
  SQLite::Database& database() { return store_; }
  ServerProcess& server() { return server_; }

 private:
  ServerProcess server_;
  SQLite::Database store_;
  std::map<std::string, std::unique_ptr<ServerTable>> tables_;
};

}  // namespace attache
