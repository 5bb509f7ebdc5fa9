// SPDX-License-Identifier: MIT
// A disk without room for what a log brings into its file.
#include <sys/resource.h>

#include <csignal>

#include "schema/location.h"
#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
namespace fs = std::filesystem;

namespace {

/// While it lives no file of this process grows beyond a size, as on a full disk.
class LargestFile {
 public:
  explicit LargestFile(std::uintmax_t bytes) : ignored_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{static_cast<rlim_t>(bytes), before_.rlim_max};
    REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
  }
  ~LargestFile() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, ignored_);
  }
  LargestFile(const LargestFile&) = delete;
  LargestFile& operator=(const LargestFile&) = delete;

 private:
  rlimit before_{};
  void (*ignored_)(int);
};

std::size_t documents_in(const fs::path& file) {
  return KnowledgeBase::open(file).documents().size();
}

/// A document that needs many new pages.
DocumentRecord long_document(const std::string& slug) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "We want peace in the year " + std::to_string(i) + ". ";
  return test::DocumentMaker(slug, "KEN", "2001", text).record;
}

}  // namespace

TEST_CASE("Where the file has no room for its log, nothing of it is copied") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { test::filled(file); }
  const auto documents = documents_in(file);
  {
    auto base = KnowledgeBase::open_for_writing(file);
    base.put(long_document("long"));
    const LargestFile full(fs::file_size(file));
    try {
      base.close();
      FAIL("the log was copied");
    } catch (const KnowledgeBaseError& error) {
      CHECK(error.kind() == KnowledgeBaseError::Kind::full);
      CHECK(std::string(error.what()).find("kept in kb.db-wal") != std::string::npos);
    }
    const KnowledgeBase closed = std::move(base);  // closed without room, too
  }
  CHECK(fs::file_size(beside(file, "-wal")) > 0);
  fs::copy_file(file, folder / "alone.db");
  CHECK(documents_in(folder / "alone.db") == documents);
  CHECK(documents_in(file) == documents + 1);
  { KnowledgeBase::open_for_writing(file); }
  CHECK_FALSE(fs::exists(beside(file, "-wal")));
  CHECK(documents_in(file) == documents + 1);
}
