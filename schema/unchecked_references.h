// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

namespace attache {

/// While it lives, SQLite does not look up what each new row refers to, nor who refers to each
/// removed one: for those that write and remove documents whole. It must begin and end outside a
/// transaction. Throws SQLite::Exception.
class UncheckedReferences {
 public:
  explicit UncheckedReferences(SQLite::Database& database) : database_(database) {
    database_.exec("PRAGMA foreign_keys = OFF");
  }
  ~UncheckedReferences() { database_.tryExec("PRAGMA foreign_keys = ON"); }
  UncheckedReferences(const UncheckedReferences&) = delete;
  UncheckedReferences& operator=(const UncheckedReferences&) = delete;

 private:
  SQLite::Database& database_;
};

}  // namespace attache
