// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

#include "schema/knowledge_base.h"
#include "seed/prune.h"
#include "seed/seeder.h"
#include "seed/sources.h"
#include "tests/catch.h"
#include "tests/read/temporary.h"

using namespace attache;

namespace {

const Engine& engine() {
  static const Engine loaded = Engine::load();
  return loaded;
}

SeedSummary seed_paths(KnowledgeBase& base, const std::vector<std::string>& paths,
                       const Descriptions& descriptions, unsigned jobs = 2) {
  SeedOptions options;
  options.jobs = jobs;
  options.batch = true;
  return seed(base, engine(), walk_sources(paths, {}, descriptions), options,
              [](const SeedEvent&) { return true; });
}

/// The first source that a path gives, described.
SeedSource described(const Descriptions& descriptions, const std::string& path) {
  SeedSource source;
  descriptions.describe(source, path);
  return source;
}

}  // namespace

TEST_CASE("of what is said of a document options come first, then the manifest, then its name") {
  const Manifest manifest =
      Manifest::parse("path,title,country,date\nAZE_60_2005.txt,From the manifest,France,\n", "-");
  const NamePattern pattern = NamePattern::parse("{country}_{title}_{date}");
  const Descriptions descriptions(engine(), {"", "", "", "", "an option"}, manifest, pattern);
  const SeedSource source = described(descriptions, "AZE_60_2005.txt");
  CHECK(source.given.title == "From the manifest");
  CHECK(source.given.country == "FRA");
  CHECK(source.given.date == "2005");
  CHECK(source.given.source == "an option");
  CHECK(source.remark.empty());
  const SeedSource other = described(descriptions, "GEO_61_2006.txt");
  CHECK(other.given.title == "61");
  CHECK(other.given.country == "GEO");
}

TEST_CASE("a document's own words about itself count last") {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "FRA_2001.md", "---\ntitle: Its own\ncountry: Georgia\ndate: 1999\n---\nText.\n");
  KnowledgeBase base = KnowledgeBase::open_for_writing(folder.path("kb.db"));
  const Descriptions named(engine(), {}, std::nullopt, NamePattern::parse("{country}_{date}"));
  CHECK(seed_paths(base, {path}, named).added == 1);
  const StoredDocument stored = base.documents().front();
  CHECK(stored.title == "Its own");
  CHECK(stored.country == "FRA");
  CHECK(stored.date == "2001");
  CHECK(stored.slug == "fra-2001");
}

TEST_CASE("what a name says and can't be stays open, with a remark") {
  const Descriptions descriptions(engine(), {}, std::nullopt,
                                  NamePattern::parse("{country}_{date}"));
  CHECK(described(descriptions, "Atlantis_2001.txt").remark ==
        "'Atlantis' in file names is no country known here; left open");
  const SeedSource undated = described(descriptions, "FRA_spring.txt");
  CHECK(undated.given.country == "FRA");
  CHECK(undated.given.date.empty());
  CHECK(undated.remark.find("'spring'") == 0);
}

TEST_CASE("files are told apart by path, and known again by content") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "My country joined NATO.");
  folder.write("in/b.txt", "My country joined NATO.");
  KnowledgeBase base = KnowledgeBase::open_for_writing(folder.path("kb.db"));
  const Descriptions nothing(engine(), {}, std::nullopt, std::nullopt);
  CHECK(seed_paths(base, {folder.path("in")}, nothing).added == 2);
  CHECK(seed_paths(base, {folder.path("in")}, nothing).unchanged == 2);
  CHECK(seed_paths(base, {folder.path("in/./a.txt"), folder.path("in/../in/a.txt")}, nothing)
            .unchanged == 2);
  folder.write("in/b.txt", "My country joined GUAM.");
  const SeedSummary summary = seed_paths(base, {folder.path("in")}, nothing);
  CHECK(summary.unchanged == 1);
  CHECK(summary.replaced == 1);
  CHECK(base.documents().size() == 2);
}

TEST_CASE("gone documents are removed below the paths, but not where something could not be read") {
  const TemporaryFolder folder;
  for (const char* name : {"in/a.txt", "in/b.txt", "in-other/c.txt", "closed/d.txt"})
    folder.write(name, "Text.");
  KnowledgeBase base = KnowledgeBase::open_for_writing(folder.path("kb.db"));
  const Descriptions nothing(engine(), {}, std::nullopt, std::nullopt);
  seed_paths(base, {folder.path("in"), folder.path("in-other"), folder.path("closed")}, nothing);
  for (const char* name : {"in/b.txt", "in-other/c.txt", "closed/d.txt"})
    std::filesystem::remove(folder.path(name));
  CHECK(prune(base, {folder.path("closed")}, {{}, {folder.path("closed")}}).removed == 0);
  CHECK(prune(base, {folder.path("in")}, {{folder.path("in/a.txt")}, {}}).removed == 1);
  CHECK(base.documents().size() == 3);
  CHECK(prune(base, {folder.path("in*/*.txt")}, {{folder.path("in/a.txt")}, {}}).removed == 1);
  std::set<std::string> left;
  for (const StoredDocument& document : base.documents()) left.insert(document.slug);
  CHECK(left == std::set<std::string>{"a", "d"});
}

TEST_CASE("a refresh keeps places in a file whose text is another, as long as the file is there") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.md", "# Title\n\nMy country *joined* NATO.\n");
  KnowledgeBase base = KnowledgeBase::open_for_writing(folder.path("kb.db"));
  const Descriptions nothing(engine(), {}, std::nullopt, std::nullopt);
  seed_paths(base, {path}, nothing);
  const auto place = [&] {
    return base.connection().execAndGet("SELECT max(source_start_byte) FROM citations").getInt();
  };
  const int before = place();
  CHECK(before > 0);
  SeedOptions forced;
  forced.force = true;
  const auto keep_on = [](const SeedEvent&) { return true; };
  CHECK(refresh(base, engine(), {}, keep_on).unchanged == 1);
  CHECK(refresh(base, engine(), forced, keep_on).replaced == 1);
  CHECK(place() == before);
  std::filesystem::remove(path);
  CHECK(refresh(base, engine(), forced, keep_on).replaced == 1);
  CHECK(base.documents().size() == 1);
}

TEST_CASE("an observer stops the run, and what was stored before stays") {
  const TemporaryFolder folder;
  for (int i = 0; i < 50; ++i) folder.write("in/" + std::to_string(100 + i) + ".txt", "Text.");
  KnowledgeBase base = KnowledgeBase::open_for_writing(folder.path("kb.db"));
  const Descriptions nothing(engine(), {}, std::nullopt, std::nullopt);
  SeedOptions options;
  options.jobs = 2;
  options.batch = true;
  int told = 0;
  const SeedSummary summary = seed(base, engine(), walk_sources({folder.path("in")}, {}, nothing),
                                   options, [&](const SeedEvent&) { return ++told < 7; });
  CHECK_FALSE(summary.whole);
  CHECK(summary.added == 7);
  CHECK(base.documents().size() == 7);
}
