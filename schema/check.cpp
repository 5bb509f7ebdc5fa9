// SPDX-License-Identifier: MIT
#include "schema/check.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <system_error>

#include "schema/copy_check.h"
#include "schema/definitions.h"
#include "schema/errors.h"
#include "schema/failed_reads.h"
#include "schema/hardening.h"
#include "schema/knowledge_base.h"
#include "schema/text_check.h"

namespace attache {
namespace {

using Kind = Problem::Kind;
using Report = std::function<void(const Problem&)>;

constexpr std::size_t reported_of_a_kind = 100;

/// Where SQLite reports what is wrong in one of its own tables.
constexpr std::string_view index_name = "sentences_fts";

/// The text of the view `problems` as the migrations have it: the one in the file may be another's.
std::string problems_query(const std::vector<Definition>& ours) {
  for (const Definition& definition : ours)
    if (definition.name == "problems")
      return definition.sql.substr(definition.sql.find(" AS\n") + 4);
  throw std::logic_error("the migrations make no view 'problems'");
}

/// Whether the rows can be asked for: every table is there, and is ours.
bool tables_are_ours(const std::vector<Deviation>& found) {
  return std::none_of(found.begin(), found.end(), [](const Deviation& d) {
    return d.ours.type == "table" || d.theirs.type == "table";
  });
}

class Check {
 public:
  Check(SQLite::Database& database, const Report& report) : database_(database), report_(report) {}

  std::uint64_t run() {
    std::vector<Deviation> definitions;
    bool known = false;
    part([&] { definitions = deviations(database_), known = true; });
    const bool ours = known && tables_are_ours(definitions);
    part([&] { structure(ours); });
    for (const Deviation& deviation : definitions)
      tell({"definitions", words_of(deviation), Kind::definition});
    if (!ours) return found_;
    part([&] { references(); });
    part([&] { rows(); });
    part([&] { check_copies(database_, [&](const Problem& p) { tell(p); }); });
    part([&] { check_texts(database_, [&](const Problem& p) { tell(p); }); });
    return found_;
  }

 private:
  /// Damage that ends one part is told, and the others go on.
  template <typename Work>
  void part(Work&& work) {
    try {
      work();
    } catch (const SQLite::Exception& error) {
      if (!is_damage(error)) throw;
      tell({"file", error.what(), Kind::file});
    }
  }

  void tell(const Problem& problem) {
    if (++told_[{problem.kind, problem.where}] > reported_of_a_kind) return;
    ++found_;
    report_(problem);
  }

  /// What another's table asks of its rows (CHECK) is nothing of ours, and may take for ever.
  void structure(bool ours) {
    database_.exec(std::string("PRAGMA ignore_check_constraints = ") + (ours ? "OFF" : "ON"));
    SQLite::Statement lines(
        database_,
        "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
    while (lines.executeStep()) {
      const std::string what = lines.getColumn(0).getString();
      const bool index = what.find(index_name) != std::string::npos &&
                         what.find("inverted index") != std::string::npos;
      tell({index ? std::string(index_name) : "file", what, index ? Kind::index : Kind::file});
    }
  }

  void references() {
    SQLite::Statement lines(
        database_,
        "SELECT \"table\" || ' ' || ifnull(rowid, ''), 'names a row of ' || \"parent\" || ' that "
        "is not there' FROM pragma_foreign_key_check");
    list(lines);
  }

  void rows() {
    SQLite::Statement lines(database_, problems_query(expected_definitions()));
    list(lines);
  }

  void list(SQLite::Statement& lines) {
    for (std::size_t i = 0; i < reported_of_a_kind && lines.executeStep(); ++i) {
      const std::string where = lines.getColumn(0).getString();
      tell({where, lines.getColumn(1).getString(), where == index_name ? Kind::index : Kind::rows});
    }
  }

  SQLite::Database& database_;
  const Report& report_;
  std::map<std::pair<Kind, std::string>, std::size_t> told_;
  std::uint64_t found_ = 0;
};

}  // namespace

std::uint64_t check(const KnowledgeBase& base, const std::function<void(const Problem&)>& report) {
  return guarded(base.file(), base.connection(), [&] {
    limit_time(base.connection(), check_seconds);
    const std::uint64_t found = Check(base.connection(), report).run();
    // SQLite goes on where a page can't be read, and lists it with the rest.
    if (failed_read() != 0)
      throw error_of(base.file(), SQLITE_IOERR_READ,
                     std::generic_category().message(failed_read()));
    return found;
  });
}

Extent extent(const KnowledgeBase& base) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement row(
        base.connection(),
        "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM sentences), "
        "(SELECT count(*) FROM citations)");
    row.executeStep();
    const auto number = [&](int column) {
      return static_cast<std::uint64_t>(row.getColumn(column).getInt64());
    };
    return Extent{number(0), number(1), number(2)};
  });
}

}  // namespace attache
