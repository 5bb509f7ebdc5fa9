// SPDX-License-Identifier: MIT
// What libpqxx 6 (Debian 12) and 7 (Ubuntu 24.04, Debian 13) do differently, in one place.
#pragma once

#include <pqxx/pqxx>

#include <string>
#include <vector>

#if PQXX_VERSION_MAJOR < 7
#include <pqxx/tablewriter>
#endif

namespace attache {

/// Texts that end with NUL, or nullptr for NULL.
using CopiedRow = std::vector<const char*>;

/// COPY into a table of the search path. An error of the server's may come as late as complete().
class CopyStream {
 public:
  CopyStream(pqxx::transaction_base& transaction, const std::string& table,
             const std::vector<std::string>& columns)
      : CopyStream(transaction, transaction.quote_name(table), columns, quoted) {}

#if PQXX_VERSION_MAJOR >= 7
  void row(const CopiedRow& cells) { stream_.write_row(cells); }
#else
  void row(const CopiedRow& cells) {
    line_.clear();
    for (const char* const& cell : cells) {
      if (&cell != &cells.front()) line_ += '\t';
      if (cell == nullptr) line_ += "\\N";
      else add(cell);
    }
    stream_.write_raw_line(line_);
  }
#endif
  void complete() { stream_.complete(); }

 private:
  struct Quoted {};
  static constexpr Quoted quoted{};
#if PQXX_VERSION_MAJOR >= 7
  CopyStream(pqxx::transaction_base& transaction, const std::string& table,
             const std::vector<std::string>& columns, Quoted)
      : stream_(pqxx::stream_to::raw_table(transaction, table, list_of(transaction, columns))) {}

  static std::string list_of(pqxx::transaction_base& transaction,
                             const std::vector<std::string>& columns) {
    std::string list;
    for (const std::string& column : columns)
      list += (list.empty() ? "" : ", ") + transaction.quote_name(column);
    return list;
  }

  pqxx::stream_to stream_;
#else
  CopyStream(pqxx::transaction_base& transaction, const std::string& table,
             const std::vector<std::string>& columns, Quoted)
      : names_(quoted_names(transaction, columns)),
        stream_(transaction, table, names_.begin(), names_.end()) {}

  static std::vector<std::string> quoted_names(pqxx::transaction_base& transaction,
                                               const std::vector<std::string>& columns) {
    std::vector<std::string> names;
    for (const std::string& column : columns) names.push_back(transaction.quote_name(column));
    return names;
  }

  /// https://www.postgresql.org/docs/15/sql-copy.html, "Text Format".
  void add(const char* cell) {
    for (; *cell != '\0'; ++cell) switch (*cell) {
        case '\\': line_ += "\\\\"; break;
        case '\n': line_ += "\\n"; break;
        case '\r': line_ += "\\r"; break;
        case '\t': line_ += "\\t"; break;
        default: line_ += *cell;
      }
  }

  std::vector<std::string> names_;
  std::string line_;
  pqxx::tablewriter stream_;
#endif
};

/// Runs a prepared statement with as many texts, or NULL, as it has places.
inline pqxx::result run_prepared(pqxx::transaction_base& transaction, const std::string& name,
                                 const std::vector<const char*>& values) {
  if (values.empty()) return transaction.exec_prepared(name);
#if PQXX_VERSION_MAJOR >= 7
  pqxx::params parameters;
  for (const char* value : values) parameters.append(value);
  return transaction.exec_prepared(name, parameters);
#else
  return transaction.exec_prepared(
      name, pqxx::prepare::make_dynamic_params(values.begin(), values.end()));
#endif
}

}  // namespace attache
