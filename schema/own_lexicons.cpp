// SPDX-License-Identifier: MIT
#include "schema/own_lexicons.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/errors.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

std::uint64_t documents_with(const KnowledgeBase& base, std::string_view mark,
                             const std::string& version) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement count(base.connection(),
                            "SELECT count(*) FROM documents WHERE instr(lexicon_version, ?) > 0 "
                            "AND lexicon_version <> ?");
    count.bind(1, std::string(mark));
    count.bind(2, version);
    count.executeStep();
    return static_cast<std::uint64_t>(count.getColumn(0).getInt64());
  });
}

}  // namespace

std::uint64_t read_with_other_lexicon(const KnowledgeBase& base, const std::string& version) {
  return documents_with(base, with_own_lexicon, version);
}

std::string refresh_command(const KnowledgeBase& base) {
  std::string command = "attache seed --refresh";
  if (documents_with(base, with_own_lexicon, {}) > 0) command += " --lexicon DIR";
  if (documents_with(base, with_own_rules, {}) > 0) command += " --rules DIR";
  return command;
}

}  // namespace attache
