// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <string>
#include <vector>

#include "schema/check.h"
#include "schema/knowledge_base.h"
#include "tests/catch.h"

namespace attache::test {

using Lines = std::vector<std::string>;

/// What a check says of the knowledge base, a line each: "where: what".
inline Lines problems(const KnowledgeBase& base) {
  Lines lines;
  const auto found = check(
      base, [&](const Problem& problem) { lines.push_back(problem.where + ": " + problem.what); });
  REQUIRE(found == lines.size());
  return lines;
}

/// Another program's hand: no foreign keys, nothing guarded.
inline void damage(const std::filesystem::path& file, const std::string& sql) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  database.exec(sql);
}

}  // namespace attache::test
