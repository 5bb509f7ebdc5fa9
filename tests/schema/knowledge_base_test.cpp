// SPDX-License-Identifier: MIT
#include "schema/knowledge_base.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sys/stat.h>

#include "schema/migrate.h"
#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using test::rows;
using Lines = std::vector<std::string>;

namespace {

int number(const KnowledgeBase& base, const std::string& sql) {
  return base.connection().execAndGet(sql).getInt();
}

/// Everything that stands in the facts, the sentences and the index.
int everything(const KnowledgeBase& base) {
  return number(base,
                "SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM document_texts) + "
                "(SELECT count(*) FROM sentences) "
                "+ (SELECT count(*) FROM citations) + (SELECT count(*) FROM principles) + (SELECT "
                "count(*) FROM priorities) "
                "+ (SELECT count(*) FROM organizations) + (SELECT count(*) FROM leaders)");
}

/// How many sentences the index finds for a word.
int found(const KnowledgeBase& base, const std::string& word) {
  SQLite::Statement statement(base.connection(),
                              "SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH ?");
  statement.bind(1, word);
  statement.executeStep();
  return statement.getColumn(0).getInt();
}

void require_sound(const KnowledgeBase& base) {
  REQUIRE(base.connection().execAndGet("PRAGMA integrity_check").getString() == "ok");
  REQUIRE(number(base, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
}

/// The index agrees with the text word for word.
void require_index(KnowledgeBase& base) {
  REQUIRE_NOTHROW(base.connection().exec(
      "INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('integrity-check', 1)"));
}

}  // namespace

TEST_CASE("A document is added, then unchanged, then replaced") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  REQUIRE(base.put(test::baku()) == Stored::added);
  REQUIRE(base.put(test::baku()) == Stored::unchanged);
  REQUIRE(base.put(test::abidjan()) == Stored::added);
  const int before = everything(base);
  auto changed = test::baku();
  SECTION("other metadata") { changed.title = "Another title"; }
  SECTION("another lexicon") { changed.lexicon_version = "second"; }
  SECTION("another engine") { changed.engine_version = "2"; }
  SECTION("other bytes") { changed.sha256 = "other"; }
  REQUIRE(base.put(changed) == Stored::replaced);
  REQUIRE(everything(base) == before);
  REQUIRE(base.documents().size() == 2);
  REQUIRE(base.documents()[0].slug == "aze-2005");
  REQUIRE(found(base, "pipelines") == 1);
  require_sound(base);
  require_index(base);
}

TEST_CASE("A changed text replaces sentences, rows and index entries") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  const bool batch = GENERATE(false, true);
  base.put(test::baku());
  base.put(test::abidjan());
  test::DocumentMaker other("aze-2005", "AZE", "2005-09-17", "Entirely different words. Of NATO.");
  other.record.organizations = {
      {"nato", "NATO", "NATO", "alliance", "mention", "", "", {other.cite("NATO")}}};
  if (batch) base.begin_batch();
  REQUIRE(base.put(other.record) == Stored::replaced);
  if (batch) REQUIRE(base.put(test::baku()) == Stored::replaced);
  if (batch) REQUIRE(base.put(other.record) == Stored::replaced);
  base.end_batch();
  REQUIRE(found(base, "pipelines") == 0);
  REQUIRE(found(base, "entirely") == 1);
  REQUIRE(found(base, "nato") == 2);
  REQUIRE(number(base, "SELECT count(*) FROM leaders") == 1);
  REQUIRE(number(base, "SELECT sentence_count FROM documents WHERE slug = 'aze-2005'") == 2);
  require_sound(base);
  require_index(base);
}

TEST_CASE("A document that can't be stored leaves everything as it was") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  const bool batch = GENERATE(false, true);
  base.put(test::baku());
  auto broken = test::baku();
  broken.sha256 = "other";
  broken.text = "Shorter text.";
  broken.sentences = {{0, 13, 0}};
  broken.principles.clear();
  broken.organizations = {
      {"nato", "", "", "", "", "", "", {{0, 0, 3, {}, {}, "rule/new", {}, {}}}}};  // a name is
                                                                                   // required
  broken.priorities = {{"text", "", "", {{0, 0, 3, {}, {}, "rule/new", {}, {}}}}};
  if (batch) base.begin_batch();
  if (batch) base.put(test::abidjan());
  const int before = everything(base);
  REQUIRE_THROWS_AS(base.put(broken), KnowledgeBaseError);
  REQUIRE(everything(base) == before);
  auto mended = test::DocumentMaker("third", "", "", "Third text.").record;
  mended.priorities = {{"text", "", "", {{0, 0, 5, {}, {}, "rule/new", {}, {}}}}};
  REQUIRE(base.put(mended) == Stored::added);
  base.end_batch();
  REQUIRE(found(base, "pipelines") == 1);
  REQUIRE(found(base, "third") == 1);
  REQUIRE(found(base, "peace") == (batch ? 1 : 0));
  require_sound(base);
  require_index(base);
}

TEST_CASE("A batch that is not ended is undone") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  {
    auto base = KnowledgeBase::open_for_writing(file);
    base.put(test::baku());
    base.begin_batch();
    base.put(test::abidjan());
  }
  const auto base = KnowledgeBase::open(file);
  REQUIRE(number(base, "SELECT count(*) FROM documents") == 1);
  REQUIRE(found(base, "peace") == 0);
}

TEST_CASE("Removal takes a document with all that hangs on it") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  base.put(test::abidjan());
  const int one = everything(base);
  base.put(test::baku());
  REQUIRE(base.remove({base.documents()[1]}) == 1);
  REQUIRE(everything(base) == one);
  REQUIRE(found(base, "pipelines") == 0);
  REQUIRE(found(base, "peace") == 1);
  REQUIRE(number(base, "PRAGMA foreign_keys") == 1);
  REQUIRE(base.would_be("aze-2005.txt", "x", "first") == Stored::added);
  require_sound(base);
  require_index(base);
}

TEST_CASE("What put would do is told without the text") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  const auto document = test::baku();
  REQUIRE(base.would_be(document.path, document.sha256, "first") == Stored::added);
  base.put(document);
  REQUIRE(base.would_be(document.path, document.sha256, "first") == Stored::unchanged);
  REQUIRE(base.would_be(document.path, document.sha256, "first", "2") == Stored::replaced);
  REQUIRE(base.would_be(document.path, "other", "first") == Stored::replaced);
  REQUIRE(base.would_be(document.path, document.sha256, "second") == Stored::replaced);
}

TEST_CASE("Slugs are unique; without a path, the wanted slug tells a document") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  auto document = test::baku();
  base.put(document);
  document.path = "elsewhere.txt";
  REQUIRE(base.put(document) == Stored::added);
  document.path.clear();
  REQUIRE(base.put(document) == Stored::added);
  REQUIRE(base.put(document) == Stored::unchanged);
  document.sha256 = "other";
  REQUIRE(base.put(document) == Stored::replaced);
  Lines slugs;
  for (const auto& stored : base.documents()) slugs.push_back(stored.slug);
  REQUIRE(slugs == Lines{"aze-2005", "aze-2005-2", "aze-2005-3"});
  REQUIRE(base.text_of(base.documents()[2].document_id) == document.text);
}

TEST_CASE("Sentences and quotes are the bytes of the text") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  const auto document = test::baku();
  SQLite::Statement statement(
      base.connection(),
      "SELECT ordinal, text FROM sentence_texts WHERE document_id = 1 ORDER BY ordinal");
  for (const SentenceRecord& sentence : document.sentences) {
    REQUIRE(statement.executeStep());
    REQUIRE(statement.getColumn(1).getString() ==
            document.text.substr(sentence.start, sentence.end - sentence.start));
  }
  REQUIRE_FALSE(statement.executeStep());
}

TEST_CASE("Natural keys are unique within a document and table") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  test::DocumentMaker d("one", "", "", "A text.");
  d.record.principles = {{"sovereignty", "a", "", {}},
                         {"sovereignty", "b", "", {}},
                         {"", "Sovereignty", "", {}},
                         {"", "the sovereignty of all", "", {}}};
  base.put(d.record);
  Selection all;
  all.columns = {"ref"};
  REQUIRE(rows(base, "principles", all) ==
          Lines{"one/principles/sovereignty", "one/principles/sovereignty-2",
                "one/principles/sovereignty-3", "one/principles/the-sovereignty-of-all"});
}

TEST_CASE("The vocabulary is replaced when its version differs, and facts stay readable") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  base.put_vocabulary(test::vocabulary(), "first");
  base.put(test::baku());
  auto other = test::vocabulary();
  other[1].rows = {{"un", "United Nations", "UN", "universal"}};
  base.put_vocabulary(other, "first");
  REQUIRE(number(base, "SELECT count(*) FROM bodies") == 2);
  base.put_vocabulary(other, "second");
  REQUIRE(number(base, "SELECT count(*) FROM bodies") == 1);
  REQUIRE(number(base, "SELECT since FROM countries WHERE iso3 = 'AZE'") == 1991);
  REQUIRE(rows(base, "organizations", test::by("role", {"member"}, {"name", "body"})) ==
          Lines{"Council of Europe|council-of-europe"});
  other[1].columns[0] = "unheard";
  REQUIRE_THROWS_WITH(base.put_vocabulary(other, "third"),
                      "vocabulary: table bodies has no column unheard");
  REQUIRE(number(base, "SELECT count(*) FROM bodies") == 1);
}

TEST_CASE("After writing there is one file, in no log mode") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { const auto base = test::filled(file); }
  {
    auto base = KnowledgeBase::open_for_writing(file);
    REQUIRE(base.connection().execAndGet("PRAGMA journal_mode").getString() == "wal");
    auto changed = test::baku();
    changed.title = "Changed";
    base.put(changed);
    const auto reader = KnowledgeBase::open(file);
    REQUIRE(number(reader, "SELECT count(*) FROM documents WHERE title = 'Changed'") == 1);
  }
  { auto base = KnowledgeBase::open_for_writing(file); }
  REQUIRE_FALSE(read_header(file).write_ahead);
  REQUIRE(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("A file in log mode without a log is read under SQLite's locks, and nothing is left") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { const auto base = test::filled(file); }
  {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.execAndGet("PRAGMA journal_mode = WAL");
  }
  {
    const auto base = KnowledgeBase::open(file);
    REQUIRE(rows(base, "leaders", {}).size() == 2);
  }
  REQUIRE(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("Paths with characters that mean something in a URI are opened") {
  test::TemporaryFolder folder;
  const auto file = folder / "50% of #1? é.db";
  const auto base = test::filled(file);
  REQUIRE(rows(base, "leaders", {}).size() == 2);
}

TEST_CASE("A second writer is told to wait, a query-only base refuses to write") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  auto reading = test::filled(file);
  REQUIRE_THROWS_AS(reading.put(test::baku()), KnowledgeBaseError);
  auto first = KnowledgeBase::open_for_writing(file);
  auto second = KnowledgeBase::open_for_writing(file);
  second.connection().setBusyTimeout(0);
  first.begin_batch();
  auto changed = test::baku();
  changed.title = "Changed";
  try {
    second.put(changed);
    FAIL("two writers");
  } catch (const KnowledgeBaseError& error) {
    REQUIRE(error.kind() == KnowledgeBaseError::Kind::busy);
  }
}
