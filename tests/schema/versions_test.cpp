// SPDX-License-Identifier: MIT
// By what a document is known again, and which version of its file it is.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/diff.h"
#include "schema/digest.h"
#include "schema/document_values.h"
#include "schema/knowledge_base.h"
#include "tests/catch.h"
#include "tests/schema/fixture.h"
#include "tests/schema/older.h"

using namespace attache;
using attache::test::Lines;

namespace {

DocumentRecord piped(const std::string& slug, const std::string& sha256) {
  DocumentRecord record = test::baku();
  record.slug = slug;
  record.path.clear();
  record.sha256 = sha256;
  return record;
}

/// The copies of descriptions as programs before schema 16 wrote them.
void shorten_copies(const std::filesystem::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  std::vector<std::pair<std::int64_t, std::string>> copies;
  SQLite::Statement rows(database,
                         "SELECT document_id, json_remove(json_set(description, '$[7]', path), "
                         "'$[23]', '$[22]', '$[21]', '$[20]', '$[19]') FROM document_digests "
                         "JOIN documents USING (document_id)");
  while (rows.executeStep())
    copies.emplace_back(rows.getColumn(0).getInt64(), rows.getColumn(1).getString());
  for (const auto& [id, copy] : copies) {
    SQLite::Statement write(database,
                            "UPDATE document_digests SET description = ?2, description_digest = ?3 "
                            "WHERE document_id = ?1");
    write.bind(1, id);
    write.bind(2, copy);
    write.bind(3, sha256_of(copy));
    write.exec();
  }
}

DocumentRecord version(const std::string& date, const std::string& slug) {
  DocumentRecord record = test::baku();
  record.date = date;
  record.slug = slug;
  record.sha256 = date;
  record.version_of = "aze-2005.txt";
  record.identity = "version:" + date + ":" + record.version_of;
  return record;
}

}  // namespace

TEST_CASE("What came through a pipe before schema 16 is known by its digest, or else its slug") {
  test::TemporaryFolder folder;
  const auto now = folder / "now.db", file = folder / "old.db";
  {
    auto base = KnowledgeBase::open_for_writing(now);
    base.put(test::baku());
    base.put(piped("one", "a"));
    base.put(piped("two", "a"));
  }
  test::make_older(now, file, 15);
  shorten_copies(file);
  auto base = KnowledgeBase::open_for_writing(file);
  Lines identities;
  for (const StoredDocument& document : base.documents())
    identities.push_back(document.path + "|" + document.identity);
  CHECK(identities == Lines{"aze-2005.txt|aze-2005.txt", "|sha256:a", "|slug:two"});
  CHECK(test::problems(base).empty());
}

TEST_CASE("A path names the newest version, by date and not by seeding") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  base.put(test::baku());
  base.put(version("2010", "aze-2005-2010"));
  base.put(version("2008", "aze-2005-2008"));
  CHECK(base.documents().size() == 3);
  CHECK(documents_meant(base, "aze-2005.txt") == Lines{"aze-2005-2010"});
  CHECK(documents_meant(base, "aze-2005") == Lines{"aze-2005"});
  CHECK(version_before(base, "aze-2005-2010") == "aze-2005-2008");
  CHECK(version_before(base, "aze-2005-2008") == "aze-2005");
  CHECK(version_before(base, "aze-2005").empty());
  base.put(version("2008", "aze-2005-2008"));
  CHECK(base.documents().size() == 3);
  CHECK(test::problems(base).empty());
}
