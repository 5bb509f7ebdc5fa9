// SPDX-License-Identifier: MIT
#include "schema/migrate.h"

#include <SQLiteCpp/Database.h>

#include <fstream>
#include <iterator>

#include "schema/embedded.h"
#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using Kind = KnowledgeBaseError::Kind;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

/// The kind of error that `open` gives, and its message.
template <typename Open>
std::pair<Kind, std::string> error_of_opening(const Open& open) {
  try {
    open();
  } catch (const KnowledgeBaseError& error) {
    return {error.kind(), error.what()};
  }
  FAIL("opened");
  return {};
}

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("Migrations are numbered from 1 without gaps") {
  int number = 0;
  for (const EmbeddedFile& file : embedded_migrations())
    REQUIRE(std::stoi(std::string(file.name.substr(0, 4))) == ++number);
  REQUIRE(newest_version() == number);
}

TEST_CASE("A new knowledge base carries the application id and the newest version") {
  test::TemporaryFolder folder;
  const auto file = folder / "deep";
  { const auto base = KnowledgeBase::open_for_writing(file / "folders" / "kb.db"); }
  const FileHeader header = read_header(file / "folders" / "kb.db");
  REQUIRE(header.owner == FileHeader::Owner::attache);
  REQUIRE(header.version == newest_version());
  REQUIRE(files_in(file / "folders") == 1);
}

TEST_CASE("Each migration is one step: a file at any version is brought forward") {
  test::TemporaryFolder folder;
  for (std::size_t version = 1; version < embedded_migrations().size(); ++version) {
    INFO(version);
    const auto file = folder / (std::to_string(version) + ".db");
    {
      SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      for (const EmbeddedFile& migration : embedded_migrations().first(version))
        database.exec(std::string(migration.bytes));
      database.exec("PRAGMA application_id = " + std::to_string(knowledge_base_id));
      database.exec("PRAGMA user_version = " + std::to_string(version));
    }
    const auto [kind, message] = error_of_opening([&] { KnowledgeBase::open(file); });
    REQUIRE(kind == Kind::older);
    { const auto base = KnowledgeBase::open_for_writing(file); }
    REQUIRE(read_header(file).version == newest_version());
    REQUIRE_NOTHROW(KnowledgeBase::open(file));
  }
}

TEST_CASE("An older file that was changed and can't be brought forward is told with what to do") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const EmbeddedFile& migration : embedded_migrations().first(8))
      database.exec(std::string(migration.bytes));
    database.exec("PRAGMA application_id = " + std::to_string(knowledge_base_id) +
                  "; PRAGMA user_version = 8; DROP TABLE document_digests; DROP VIEW problems");
  }
  const auto [kind, message] = error_of_opening([&] { KnowledgeBase::open_for_writing(file); });
  REQUIRE(kind == Kind::damaged);
  REQUIRE(message.find("(no such table: document_digests); seed the documents into a new") !=
          std::string::npos);
  {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec(
        "CREATE TABLE document_digests(document_id INTEGER PRIMARY KEY, text TEXT, rows TEXT)");
  }
  // What is missing besides is made good by a repair, once the file is up to date.
  REQUIRE(error_of_opening([&] {
            KnowledgeBase::open_for_writing(file);
          }).second.find("--repair") != std::string::npos);
  REQUIRE(read_header(file).version == newest_version());
}

TEST_CASE("Where there is no knowledge base, the message says how to make one") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  const std::string expected =
      "no knowledge base at " + file.string() + ": run 'attache seed' to make one";
  REQUIRE(error_of_opening([&] { KnowledgeBase::open(file); }) ==
          std::pair(Kind::missing, expected));
  write(file, "");
  REQUIRE(error_of_opening([&] { KnowledgeBase::open(file); }) ==
          std::pair(Kind::missing, expected));
  REQUIRE_NOTHROW(KnowledgeBase::open_for_writing(file));
}

TEST_CASE("A file of others is refused and not touched") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  SECTION("text") {
    write(file,
          "Dear diary, this is not a database, and it is longer than the header of one would be. "
          "So it goes on.");
  }
  SECTION("a short text") { write(file, "x"); }
  SECTION("another program's SQLite file") {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(
        "PRAGMA journal_mode = WAL; CREATE TABLE t(x); INSERT INTO t VALUES (1); PRAGMA "
        "user_version = 2");
  }
  const std::string before = bytes_of(file);
  for (const bool writing : {false, true}) {
    const auto [kind, message] = error_of_opening(
        [&] { writing ? KnowledgeBase::open_for_writing(file) : KnowledgeBase::open(file); });
    REQUIRE(kind == Kind::foreign);
    REQUIRE(message ==
            file.string() + ": is not a knowledge base of attache; name another file with --db");
    REQUIRE(bytes_of(file) == before);
    REQUIRE(files_in(folder.path()) == 1);
  }
}

TEST_CASE("A folder is not a knowledge base") {
  test::TemporaryFolder folder;
  REQUIRE(error_of_opening([&] { KnowledgeBase::open(folder.path()); }).first == Kind::foreign);
  REQUIRE(error_of_opening([&] { KnowledgeBase::open_for_writing(folder.path()); }).first ==
          Kind::foreign);
}

TEST_CASE("A file of a newer program is refused and not touched") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { const auto base = KnowledgeBase::open_for_writing(file); }
  {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA user_version = 999");
  }
  const std::string before = bytes_of(file);
  for (const bool writing : {false, true}) {
    const auto [kind, message] = error_of_opening(
        [&] { writing ? KnowledgeBase::open_for_writing(file) : KnowledgeBase::open(file); });
    REQUIRE(kind == Kind::newer);
    REQUIRE(message.find("was made by a newer attache (schema 999") != std::string::npos);
    REQUIRE(bytes_of(file) == before);
  }
}

TEST_CASE("Damage is told as damage") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { const auto base = test::filled(file); }
  std::string bytes = bytes_of(file);
  std::fill(bytes.begin() + 4096, bytes.end(), '\x5a');
  write(file, bytes);
  const auto [kind, message] =
      error_of_opening([&] { test::rows(KnowledgeBase::open(file), "organizations", {}); });
  REQUIRE(kind == Kind::damaged);
}
