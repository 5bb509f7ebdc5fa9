// SPDX-License-Identifier: MIT
// How the file of a knowledge base is found, made and opened, and what is refused.
#include <SQLiteCpp/Database.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "schema/errors.h"
#include "schema/location.h"
#include "schema/migrate.h"
#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using Kind = KnowledgeBaseError::Kind;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

/// The kind of error that opening gives in either way; the same for both.
Kind refused(const fs::path& file) {
  std::optional<Kind> kinds[2];
  for (const bool writing : {false, true}) {
    try {
      writing ? KnowledgeBase::open_for_writing(file) : KnowledgeBase::open(file);
    } catch (const KnowledgeBaseError& error) {
      kinds[writing] = error.kind();
    }
  }
  REQUIRE(kinds[0]);
  REQUIRE(kinds[0] == kinds[1]);
  return *kinds[0];
}

std::optional<Kind> refused_writing(const fs::path& file) {
  try {
    KnowledgeBase::open_for_writing(file);
  } catch (const KnowledgeBaseError& error) {
    return error.kind();
  }
  return std::nullopt;
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

/// Runs `change` on the file in a process that dies before it can tidy up: its log or journal
/// stays.
template <typename Change>
void killed_in(const Change& change) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      change();
    } catch (...) {}
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
}

/// Leaves a write-ahead log that holds a change.
void leave_log(const fs::path& file, const std::string& sql = "CREATE TABLE t(x)") {
  killed_in([&] {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.execAndGet("PRAGMA journal_mode = WAL");
    database.exec(sql);
    ::_exit(0);  // the connection is not closed
  });
  REQUIRE(fs::file_size(beside(file, "-wal")) > 0);
}

/// Leaves a journal of a change that was half-written.
void leave_journal(const fs::path& file) {
  killed_in([&] {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;");
    database.exec("UPDATE documents SET title = 'changed'; CREATE TABLE t(x);");
    database.exec(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
        "INSERT INTO t SELECT randomblob(500) FROM n");
    ::_exit(0);
  });
  REQUIRE(fs::file_size(beside(file, "-journal")) > 512);
}

std::size_t documents_in(const fs::path& file) {
  return KnowledgeBase::open(file).documents().size();
}

}  // namespace

TEST_CASE("What is no regular file is refused before it is opened, in reading and in writing") {
  test::TemporaryFolder folder;
  CHECK(refused(folder.path()) == Kind::foreign);
  CHECK(refused(folder.path() / "") == Kind::foreign);
  CHECK(refused("/dev/null") == Kind::foreign);
  CHECK(refused("/dev/zero") == Kind::foreign);
  const auto pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(refused(pipe) == Kind::foreign);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  (folder / "socket").string().copy(name.sun_path, sizeof name.sun_path - 1);
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0);
  CHECK(refused(folder / "socket") == Kind::foreign);
  ::close(socket);
  CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("A file that can't be read is never taken for an empty one") {
  // It is regular and says that it has no bytes, but reading its beginning fails.
  CHECK(refused("/proc/self/mem") == Kind::unreadable);
}

TEST_CASE("A path that leads nowhere is refused") {
  test::TemporaryFolder folder;
  write(folder / "file", "x");
  CHECK(refused(folder / "file" / "kb.db") == Kind::unreadable);
  fs::create_symlink("two", folder / "one");
  fs::create_symlink("one", folder / "two");
  CHECK(refused(folder / "one") == Kind::unreadable);
  CHECK(refused(folder / std::string(300, 'x')) == Kind::unreadable);
}

TEST_CASE("A symbolic link is followed, and all files lie beside its target") {
  test::TemporaryFolder folder;
  fs::create_directory(folder / "real");
  fs::create_symlink("real/kb.db", folder / "link.db");
  fs::create_symlink("link.db", folder / "again.db");
  {
    auto base = KnowledgeBase::open_for_writing(folder / "again.db");
    base.begin_batch();
    base.put(test::baku());
    CHECK(files_in(folder.path()) == 3);
    base.end_batch();
  }
  CHECK(fs::is_symlink(folder / "again.db"));
  CHECK(files_in(folder / "real") == 1);
  CHECK(documents_in(folder / "again.db") == 1);
}

TEST_CASE("A file without bytes is filled in its place") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  write(file, "");
  fs::create_hard_link(file, folder / "other");
  { KnowledgeBase::open_for_writing(file); }
  CHECK(fs::equivalent(file, folder / "other"));
  CHECK(read_header(folder / "other").version == newest_version());
}

TEST_CASE("A new file does not start beside the log of a file that is gone") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { test::filled(file); }
  const std::string suffix = GENERATE("-wal", "-journal");
  suffix == "-wal" ? leave_log(file) : leave_journal(file);
  const auto log = beside(file, suffix.c_str());
  const std::string left = bytes_of(log);
  SECTION("deleted") { fs::remove(file); }
  SECTION("emptied") { fs::resize_file(file, 0); }
  CHECK(refused(file) == Kind::stray_log);
  CHECK(bytes_of(log) == left);
  fs::rename(log, folder / "away");
  CHECK(refused_writing(file) == std::nullopt);
  CHECK(documents_in(file) == 0);
}

TEST_CASE("Another's file under a name that SQLite uses is neither written over nor deleted") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  const bool there = GENERATE(false, true);
  if (there) test::filled(file);
  const auto beside_it = beside(file, GENERATE("-wal", "-journal", "-shm"));
  const std::string text = GENERATE("Notes of a day.\n", "x", "\xd9\xd5X", "\x37\x7fX");
  write(beside_it, text);
  CHECK(refused_writing(file) == Kind::stray_log);
  CHECK_THROWS_AS(KnowledgeBase::open(file), KnowledgeBaseError);
  CHECK(bytes_of(beside_it) == text);
  fs::remove(beside_it);
  CHECK(refused_writing(file) == std::nullopt);
}

TEST_CASE("What is no file under a name of SQLite's is told to be moved away") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  if (GENERATE(false, true)) test::filled(file);
  fs::create_directory(beside(file, GENERATE("-wal", "-journal", "-shm")));
  try {
    KnowledgeBase::open_for_writing(file);
    FAIL("it was opened");
  } catch (const KnowledgeBaseError& error) {
    CHECK(std::string(error.what()).find("is a folder, where SQLite") != std::string::npos);
    CHECK(std::string(error.what()).find("move it away") != std::string::npos);
  }
}

TEST_CASE("A log or journal that was cut off in its head is SQLite's") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { test::filled(file); }
  const auto [suffix, head] = GENERATE(table<const char*, std::string>({{"-journal", "\xd9\xd5"},
                                                                        {"-journal", "\xd9"},
                                                                        {"-wal", "\x37\x7f"},
                                                                        {"-wal", "\x37\x7f\x06"}}));
  write(beside(file, suffix), head);
  CHECK(refused_writing(file) == std::nullopt);
  write(beside(file, suffix), std::string(600, '\0'));
  CHECK(refused_writing(file) == std::nullopt);
}

TEST_CASE("A log is not applied to a file that took the place of its own") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  const auto other = folder / "other.db";
  { test::filled(file); }
  { test::filled(other); }
  {
    auto base = KnowledgeBase::open_for_writing(other);
    for (int i = 0; i < 3; ++i) {
      auto document = test::baku();
      document.title = "Changed " + std::to_string(i);
      base.put(document);
    }
  }
  SECTION("settled, beside a write-ahead log") { leave_log(file); }
  SECTION("in log mode, beside a write-ahead log") {
    leave_log(file);
    SQLite::Database database(other.string(), SQLite::OPEN_READWRITE);
    database.execAndGet("PRAGMA journal_mode = WAL");
  }
  SECTION("beside a journal") { leave_journal(file); }
  SECTION("beside the journal of a file that was being made") {
    const auto fresh = folder / "fresh.db";
    write(fresh, "");
    killed_in([&] {
      SQLite::Database database(fresh.string(), SQLite::OPEN_READWRITE);
      database.exec(
          "PRAGMA cache_size = 1; BEGIN; CREATE TABLE t(x); INSERT INTO t VALUES "
          "(zeroblob(100000)); UPDATE t SET x = zeroblob(200000)");
      ::_exit(0);
    });
    fs::rename(beside(fresh, "-journal"), beside(file, "-journal"));
  }
  fs::copy_file(other, file, fs::copy_options::overwrite_existing);
  const std::string before = bytes_of(file);
  CHECK(refused(file) == Kind::stray_log);
  CHECK(bytes_of(file) == before);
}

TEST_CASE("A log of the file's own is applied, also by a query") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { test::filled(file); }
  const std::size_t documents = documents_in(file);
  SECTION("a change that was committed") {
    leave_log(file, "UPDATE documents SET title = 'changed'");
    CHECK(KnowledgeBase::open(file).documents().front().title == "changed");
    CHECK(refused_writing(file) == std::nullopt);
  }
  SECTION("a change that was not") {
    leave_journal(file);
    CHECK(KnowledgeBase::open(file).documents().front().title != "changed");
    CHECK_FALSE(fs::exists(beside(file, "-journal")));
  }
  CHECK(documents_in(file) == documents);
}

TEST_CASE("What lies beside a knowledge base is no link to elsewhere, and no pipe") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { test::filled(file); }
  const char* suffix = GENERATE("-wal", "-journal", "-shm");
  SECTION("a link") { fs::create_symlink("elsewhere", beside(file, suffix)); }
  SECTION("a pipe") { REQUIRE(::mkfifo(beside(file, suffix).c_str(), 0600) == 0); }
  CHECK(refused(file) == Kind::foreign);
  CHECK_FALSE(fs::exists(folder / "elsewhere"));
}

TEST_CASE("A wait for another writer is as long as patience has it") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { test::filled(file); }
  auto first = KnowledgeBase::open_for_writing(file);
  first.begin_batch();
  int asked = 0;
  auto second =
      KnowledgeBase::open_for_writing(file, [&](std::chrono::milliseconds) { return ++asked < 4; });
  asked = 0;
  auto changed = test::baku();
  changed.title = "Changed";
  try {
    second.put(changed);
    FAIL("two writers");
  } catch (const KnowledgeBaseError& error) {
    CHECK(error.kind() == Kind::busy);
  }
  CHECK(asked == 4);
}

TEST_CASE("a file that can't be brought to the disk is told as that, with what the system said") {
  const auto said = [](int code, const char* detail) {
    return std::string(attache::error_of("kb.db", code, detail).what());
  };
  CHECK(said(SQLITE_IOERR_FSYNC, "disk I/O error").find("no space left, or the disk fails") !=
        std::string::npos);
  CHECK(said(SQLITE_IOERR_FSYNC, "No space left on device").find("No space left on device") !=
        std::string::npos);
  for (const int lock : {SQLITE_IOERR_LOCK, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_CHECKRESERVEDLOCK})
    CHECK(said(lock, "Input/output error").find("can't be shared with other programs (Input") !=
          std::string::npos);
  CHECK(said(SQLITE_IOERR_WRITE, "disk I/O error").find("(disk I/O error)") != std::string::npos);
}

TEST_CASE("A file that another one takes the place of while it is written is told as that") {
  test::TemporaryFolder folder;
  { const auto base = test::filled(folder / "kb.db"); }
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  fs::copy_file(folder / "kb.db", folder / "other.db");
  const std::string other = bytes_of(folder / "other.db");
  fs::rename(folder / "other.db", folder / "kb.db");
  try {
    base.put(test::DocumentMaker("new", "KEN", "2001", "We want peace.").record);
    base.close();
    FAIL("it was stored in a file that is gone");
  } catch (const KnowledgeBaseError& error) {
    CHECK(error.kind() == Kind::missing);
    CHECK(std::string(error.what()).find("replaced, moved or removed") != std::string::npos);
  }
  CHECK(bytes_of(folder / "kb.db") == other);
}
