// SPDX-License-Identifier: MIT
#include "schema/server_base.h"

#include <SQLiteCpp/Statement.h>

#include <vector>

#include "schema/definitions.h"
#include "schema/fold.h"
#include "schema/folding_tokenizer.h"
#include "schema/hardening.h"
#include "schema/server_index_module.h"
#include "schema/server_table_module.h"
#include "schema/substr.h"

namespace attache {
namespace {

/// What a check asks alone; it looks into tables of the file's own index.
constexpr const char* of_checks = "problems";

/// The views again, in `temp`, where the names that they use mean the tables there.
void make_views(SQLite::Database& database) {
  std::vector<std::string> views;
  SQLite::Statement rows(database,
                         "SELECT sql FROM main.sqlite_schema WHERE type = 'view' AND name <> ?1 "
                         "ORDER BY rowid");
  rows.bind(1, of_checks);
  constexpr std::string_view begin = "CREATE VIEW ";
  while (rows.executeStep())
    views.push_back("CREATE TEMP VIEW " + rows.getColumn(0).getString().substr(begin.size()));
  for (const std::string& view : views) database.exec(view);
}

}  // namespace

ServerBase::ServerBase(const std::string& address) {
  auto made = made_anew();
  store_ = std::make_unique<ServerStore>(address, *made);
  index_ = std::make_unique<ServerIndex>(*store_);
  database_ = std::move(made);
  harden(*database_);
  limit_time(*database_, query_seconds);
  database_->exec("PRAGMA temp_store = MEMORY");
  register_fold(*database_);
  register_folding_tokenizer(*database_);
  register_substr(*database_);
  register_server_tables(*database_, *store_);
  register_server_index(*database_, *index_);
  make_views(*database_);
  database_->exec("PRAGMA query_only = ON");
}

ServerBase::~ServerBase() = default;

}  // namespace attache
