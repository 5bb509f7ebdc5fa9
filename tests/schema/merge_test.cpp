// SPDX-License-Identifier: MIT
#include "schema/merge.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <random>

#include "schema/catalog.h"
#include "schema/content_digest.h"
#include "schema/id_runs.h"
#include "schema/index_form.h"
#include "schema/merge_names.h"
#include "schema/reviews.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"

using namespace attache;
using attache::test::DocumentMaker;
using attache::test::problems;

namespace {

namespace fs = std::filesystem;

DocumentRecord speech(const std::string& folder, const std::string& text) {
  DocumentMaker d("speech", "AZE", "2005", text);
  d.record.path = "/" + folder + "/speech.txt";
  return d.record;
}

KnowledgeBase made(const fs::path& file, const std::vector<DocumentRecord>& documents) {
  KnowledgeBase base = KnowledgeBase::open_for_writing(file);
  base.put_vocabulary(test::vocabulary(), "first");
  for (const DocumentRecord& document : documents) base.put(document);
  base.close();
  return KnowledgeBase::open(file);
}

/// All files into one; gives what came of it.
Merged merged(const fs::path& into, const std::vector<fs::path>& files, bool mixed = false) {
  const MergePlan plan = plan_merge(into, files, mixed, {});
  REQUIRE(plan.conflicts.empty());
  KnowledgeBase base = KnowledgeBase::open_for_writing(into);
  Merged all;
  for (const MergedFile& file : plan.files) {
    const Merged one = merge_file(base, file, {});
    all.added += one.added;
    all.known += one.known;
    all.decisions += one.decisions;
    all.conflicts.insert(all.conflicts.end(), one.conflicts.begin(), one.conflicts.end());
  }
  base.close();
  return all;
}

std::string digest(const fs::path& file) { return content_of(KnowledgeBase::open(file)).digest; }

std::vector<std::string> slugs(const fs::path& file) {
  std::vector<std::string> all;
  for (const StoredDocument& document : KnowledgeBase::open(file).documents())
    all.push_back(document.slug + " " + document.identity);
  return all;
}

std::string wanted(const std::string& slug, const std::string& path,
                   const std::unordered_set<std::string>& others = {}) {
  MergedDocument document;
  document.slug = slug;
  document.identity = path;
  return wanted_name(document, others);
}

/// A text whose words fill pages of the index: one stands in many sentences, one many times in one,
/// and there are many of one beginning.
std::string long_text(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i)
    text += "Peace and security need word" + std::to_string(i) + " and nation" +
            std::to_string(i % 7) + ". ";
  for (int i = 0; i < 9000; ++i) text += "peace ";
  return text + "now.";
}

}  // namespace

TEST_CASE("a plan is not carried out on what was changed since it was made", "[merge]") {
  const test::TemporaryFolder folder;
  const fs::path into = folder / "all.db", part = folder / "part.db";
  made(into, {});
  made(part, {speech("a", "We joined the United Nations.")});
  const MergePlan plan = plan_merge(into, {part}, false, {});
  SECTION("by one of the same name") {
    KnowledgeBase base = KnowledgeBase::open_for_writing(into);
    base.put(speech("b", "We joined NATO."));
    CHECK_THROWS_AS(merge_file(base, plan.files[0], {}), PlanOutdated);
    base.close();
    CHECK(slugs(into) == std::vector<std::string>{"speech /b/speech.txt"});
    CHECK(merged(into, {part}).added == 1);
    CHECK(slugs(into).size() == 2);
  }
  SECTION("by the same one") {
    KnowledgeBase base = KnowledgeBase::open_for_writing(into);
    base.put(speech("a", "We joined the United Nations."));
    CHECK_THROWS_AS(merge_file(base, plan.files[0], {}), PlanOutdated);
    base.close();
    CHECK(merged(into, {part}).known == 1);
  }
}

TEST_CASE("Ids that follow each other are one run") {
  IdRuns ids(100);
  for (const std::int64_t old : {3, 4, 5, 9, 20, 21}) ids.add(old);
  CHECK(ids.find(3) == 100);
  CHECK(ids.find(21) == 105);
  CHECK(ids.find(9) == 103);
  for (const std::int64_t old : {2, 6, 8, 10, 22, -1}) CHECK_FALSE(ids.find(old).has_value());
  CHECK(ids.next() == 106);
  CHECK(ids.size() == 6);
  ids.add_run(22, 3);
  ids.add_run(30, 2);
  ids.add_run(40, 0);
  CHECK(ids.find(24) == 108);
  CHECK(ids.find(31) == 110);
  CHECK_FALSE(ids.find(25).has_value());
  CHECK_FALSE(ids.find(40).has_value());
  CHECK(ids.next() == 111);
}

TEST_CASE("A name is told from one with a number behind it") {
  CHECK(wanted("speech", "/a/speech.txt") == "speech");
  CHECK(wanted("speech-2", "/a/speech.txt") == "speech");
  CHECK(wanted("speech-2", "/a/speech-2.txt") == "speech-2");
  CHECK(wanted("speech-2-3", "/a/Speech 2.txt") == "speech-2");
  CHECK(wanted("ken-1995", "/a/KEN_1995.txt", {"ken"}) == "ken-1995");
  CHECK(wanted("ken-1995-2", "/a/KEN_1995.txt") == "ken-1995");
  CHECK(wanted("table-7", "/a/table.csv!7") == "table-7");
  CHECK(wanted("table-7-2", "/a/table.csv!7") == "table-7");
  // A version's label is no number that tells it from others.
  MergedDocument version;
  version.slug = "speech-2";
  version.identity = "version:2:/a/speech.txt";
  version.version_of = "/in/speech.txt";
  CHECK(wanted_name(version, {"speech"}) == "speech-2");
  CHECK(wanted("inner-2", "/a/speeches.zip!b/inner.txt") == "inner");
  // What no path tells: a number counts from a name that is there.
  CHECK(wanted("talk-2", "", {"talk", "talk-2"}) == "talk");
  CHECK(wanted("talk-2", "", {"talk-2"}) == "talk-2");
  CHECK(wanted("talk-1", "", {"talk"}) == "talk-1");
  CHECK(wanted("talk-02", "", {"talk"}) == "talk-02");
}

TEST_CASE("Paths stand as folders are walked") {
  CHECK(comes_before("/a/b/c.txt", "/a/b-2/c.txt"));
  CHECK_FALSE(comes_before("/a/b-2/c.txt", "/a/b/c.txt"));
  CHECK(comes_before("/a/b/c.txt", "/a/b.txt"));
  CHECK_FALSE(comes_before("/a.zip!x", "/a.zip!b"));
  CHECK_FALSE(comes_before("/a.zip!b", "/a.zip!x"));
}

TEST_CASE("Numbers of an index are SQLite's") {
  for (const std::uint64_t number :
       {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, std::uint64_t{16383},
        std::uint64_t{16384}, (std::uint64_t{1} << 56) - 1, std::uint64_t{1} << 56,
        ~std::uint64_t{0}}) {
    std::string bytes;
    add_index_number(bytes, number);
    std::size_t at = 0;
    CHECK(index_number(bytes, at) == number);
    CHECK(at == bytes.size());
    bytes.pop_back();
    at = 0;
    CHECK_FALSE(index_number(bytes, at).has_value());
  }
}

TEST_CASE("Parts that are merged are what all of them seeded at once are") {
  test::TemporaryFolder folder;
  const std::vector<DocumentRecord> all{test::baku(), speech("a", "We want peace. So be it."),
                                        speech("b", "We need NATO. We want peace."),
                                        test::abidjan(), speech("c", long_text(3000))};
  { made(folder / "whole.db", all); }
  { made(folder / "1.db", {all[0], all[1]}); }
  { made(folder / "2.db", {all[2], all[3]}); }
  { made(folder / "3.db", {all[4]}); }
  const Merged came =
      merged(folder / "all.db", {folder / "1.db", folder / "2.db", folder / "3.db"});
  CHECK(came.added == 5);
  CHECK(digest(folder / "all.db") == digest(folder / "whole.db"));
  CHECK(slugs(folder / "all.db") == slugs(folder / "whole.db"));
  const KnowledgeBase one = KnowledgeBase::open(folder / "whole.db");
  const KnowledgeBase other = KnowledgeBase::open(folder / "all.db");
  CHECK(problems(other).empty());
  // All tables that there are, so that a new one is not forgotten.
  for (const StoredTable& table : stored_tables(one)) {
    const std::string count = "SELECT count(*) FROM \"" + table.name + "\"";
    INFO(table.name);
    CHECK(other.connection().execAndGet(count).getInt() ==
          one.connection().execAndGet(count).getInt());
  }
  for (const char* words : {"peace", "word2999", "nation3", "territorial", "naive", "secur*"}) {
    const auto found = [&](const KnowledgeBase& base) {
      SQLite::Statement rows(base.connection(),
                             "SELECT d.slug || '/' || s.ordinal FROM sentences_fts AS f JOIN "
                             "sentences AS s ON s.sentence_id = f.rowid JOIN documents AS d USING "
                             "(document_id) WHERE sentences_fts MATCH ? ORDER BY 1");
      rows.bind(1, words);
      std::vector<std::string> all_found;
      while (rows.executeStep()) all_found.push_back(rows.getColumn(0).getString());
      return all_found;
    };
    INFO(words);
    CHECK_FALSE(found(one).empty());
    CHECK(found(one) == found(other));
  }
}

TEST_CASE("What was merged can be seeded into, removed from and merged again") {
  test::TemporaryFolder folder;
  { made(folder / "1.db", {speech("a", long_text(500)), test::baku()}); }
  { made(folder / "2.db", {speech("b", "We want peace. So be it.")}); }
  merged(folder / "all.db", {folder / "1.db", folder / "2.db"});
  {
    KnowledgeBase base = KnowledgeBase::open_for_writing(folder / "all.db");
    base.put(speech("b", "We want peace, and bread. So be it."));
    base.put(test::abidjan());
    base.remove({base.documents().front()});
    base.close();
  }
  CHECK(problems(KnowledgeBase::open(folder / "all.db")).empty());
  { made(folder / "3.db", {speech("c", long_text(40))}); }
  merged(folder / "again.db", {folder / "all.db", folder / "3.db"});
  merged(folder / "all.db", {folder / "3.db"});
  CHECK(problems(KnowledgeBase::open(folder / "again.db")).empty());
  CHECK(problems(KnowledgeBase::open(folder / "all.db")).empty());
}

TEST_CASE("Words that a shard has forgotten stay forgotten") {
  test::TemporaryFolder folder;
  {
    KnowledgeBase base = KnowledgeBase::open_for_writing(folder / "1.db");
    base.put_vocabulary(test::vocabulary(), "first");
    for (int i = 0; i < 30; ++i)  // each a segment of its own, and then a replacement
      base.put(speech("f" + std::to_string(i), "Number " + std::to_string(i) + " wants bread."));
    for (int i = 0; i < 30; i += 2)
      base.put(speech("f" + std::to_string(i), "Number " + std::to_string(i) + " wants roses."));
    base.remove({base.documents().back()});
    base.put(speech("f40", "Number 40 wants bread."));
    base.close();
  }
  { made(folder / "2.db", {test::baku()}); }
  merged(folder / "all.db", {folder / "2.db", folder / "1.db"});
  const KnowledgeBase base = KnowledgeBase::open(folder / "all.db");
  CHECK(problems(base).empty());
  const auto count = [&](const char* word) {
    SQLite::Statement row(base.connection(),
                          "SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH ?");
    row.bind(1, word);
    row.executeStep();
    return row.getColumn(0).getInt();
  };
  CHECK(count("roses") == 15);
  CHECK(count("bread") == 15);
}

TEST_CASE("A merge that was cut off names the rest as it would have") {
  test::TemporaryFolder folder;
  // Taken in turns, so that each input has some of the names.
  std::vector<DocumentRecord> turns[3], all;
  for (int i = 0; i < 12; ++i) {
    all.push_back(speech("f" + std::to_string(10 + i), "Speech " + std::to_string(i) + "."));
    turns[i % 3].push_back(all.back());
  }
  { made(folder / "whole.db", all); }
  std::vector<fs::path> files;
  for (int i = 0; i < 3; ++i) {
    files.push_back(folder / ("turn" + std::to_string(i) + ".db"));
    made(files.back(), turns[i]);
  }
  const std::string expected = digest(folder / "whole.db");
  for (std::size_t done = 0; done < 3; ++done) {
    const fs::path into = folder / ("all" + std::to_string(done) + ".db");
    {
      const MergePlan plan = plan_merge(into, files, false, {});
      KnowledgeBase base = KnowledgeBase::open_for_writing(into);
      for (std::size_t i = 0; i < done; ++i) merge_file(base, plan.files[i], {});
      base.close();
    }
    merged(into, files);
    INFO(done);
    CHECK(digest(into) == expected);
  }
}

TEST_CASE("A document that two inputs have is stored once, and another one is a conflict") {
  test::TemporaryFolder folder;
  { made(folder / "1.db", {test::baku(), speech("a", "We want peace.")}); }
  { made(folder / "2.db", {speech("a", "We want peace."), test::abidjan()}); }
  { made(folder / "3.db", {speech("a", "We want war.")}); }
  const Merged came = merged(folder / "all.db", {folder / "1.db", folder / "2.db"});
  CHECK(came.added == 3);
  CHECK(came.known == 1);
  // Rows of what is there are left out with it.
  { made(folder / "5.db", {test::baku(), speech("b", "We need bread."), test::abidjan()}); }
  const Merged more = merged(folder / "all.db", {folder / "5.db"});
  CHECK(more.added == 1);
  CHECK(more.known == 2);
  CHECK(problems(KnowledgeBase::open(folder / "all.db")).empty());
  const MergePlan plan =
      plan_merge(folder / "all.db", {folder / "2.db", folder / "3.db"}, false, {});
  REQUIRE(plan.conflicts.size() == 1);
  CHECK(plan.conflicts[0].find("3.db: speech (/a/speech.txt) has another text") !=
        std::string::npos);
  DocumentRecord described = speech("a", "We want peace.");
  described.metadata = {{"series", "x"}};
  { made(folder / "4.db", {described}); }
  CHECK(plan_merge(folder / "all.db", {folder / "4.db"}, false, {}).conflicts.size() == 1);
}

TEST_CASE(
    "Documents without a path are known by what names them: a slug, a source or their content") {
  test::TemporaryFolder folder;
  DocumentRecord one = speech("a", "We want peace."), other = speech("a", "We want bread.");
  one.path.clear();
  other.path.clear();
  one.identity = "sha256:one";
  other.identity = "sha256:other";
  { made(folder / "1.db", {one}); }
  { made(folder / "2.db", {one, other}); }
  const Merged came = merged(folder / "all.db", {folder / "1.db", folder / "2.db"});
  CHECK(came.added == 2);
  CHECK(came.known == 1);
  CHECK(slugs(folder / "all.db") ==
        std::vector<std::string>{"speech sha256:one", "speech-2 sha256:other"});
}

TEST_CASE("Other engines and lexicons are refused unless they are taken as they are") {
  test::TemporaryFolder folder;
  DocumentRecord older = speech("a", "We want peace.");
  older.lexicon_version = "second";
  { made(folder / "1.db", {test::baku()}); }
  { made(folder / "2.db", {older}); }
  CHECK_THROWS_AS(plan_merge(folder / "all.db", {folder / "1.db", folder / "2.db"}, false, {}),
                  KnowledgeBaseError);
  CHECK(merged(folder / "all.db", {folder / "1.db", folder / "2.db"}, true).added == 2);
  CHECK(problems(KnowledgeBase::open(folder / "all.db")).empty());
}

TEST_CASE("Decisions come along, and two of one row are told") {
  test::TemporaryFolder folder;
  for (const char* name : {"1.db", "2.db", "3.db"}) made(folder / name, {test::baku()});
  const auto decide = [&](const char* name, const char* reference, const char* decision) {
    KnowledgeBase base = KnowledgeBase::open_for_writing(folder / name);
    {
      ReviewChanges changes(base);
      CHECK(changes.decide(reference, decision, {}, "", "ana").empty());
      changes.commit();
    }
    base.close();
  };
  decide("1.db", "aze-2005/organizations/nato", "rejected");
  decide("2.db", "aze-2005/leaders/ilham-aliyev", "accepted");
  decide("3.db", "aze-2005/organizations/nato", "accepted");
  const Merged came =
      merged(folder / "all.db", {folder / "1.db", folder / "2.db", folder / "3.db"});
  CHECK(came.decisions == 2);
  REQUIRE(came.conflicts.size() == 1);
  CHECK(came.conflicts[0].find("3.db: aze-2005/organizations/nato was accepted") !=
        std::string::npos);
  const KnowledgeBase base = KnowledgeBase::open(folder / "all.db");
  CHECK(problems(base).empty());
  CHECK(reviews(base).size() == 2);
  for (const ReviewState& state : reviews(base)) CHECK(state.status == ReviewStatus::applied);
}

TEST_CASE("An index that was spoilt is refused or read, never more") {
  test::TemporaryFolder folder;
  { made(folder / "good.db", {test::baku(), speech("a", long_text(300))}); }
  std::mt19937 random(7);
  int refused = 0;
  for (int round = 0; round < 80; ++round) {
    const fs::path file = folder / "spoilt.db", into = folder / "into.db";
    fs::copy_file(folder / "good.db", file, fs::copy_options::overwrite_existing);
    fs::remove(into);
    {
      SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
      SQLite::Statement pages(database,
                              "SELECT id, block FROM sentences_fts_data ORDER BY random()");
      REQUIRE(pages.executeStep());
      std::string block = pages.getColumn(1).getString();
      const std::int64_t id = pages.getColumn(0).getInt64();
      pages.reset();
      if (block.empty()) continue;
      for (int i = 0; i < 1 + round % 4; ++i)
        block[random() % block.size()] = static_cast<char>(random());
      if (round % 5 == 0) block.resize(random() % block.size());
      SQLite::Statement change(database, "UPDATE sentences_fts_data SET block = ? WHERE id = ?");
      change.bind(1, block.data(), static_cast<int>(block.size()));
      change.bind(2, id);
      change.exec();
    }
    try {
      merged(into, {file});
    } catch (const KnowledgeBaseError& error) {
      CHECK(std::string(error.what()).find("spoilt.db") != std::string::npos);
      CHECK(KnowledgeBase::open(into).documents().empty());
      ++refused;
    }
  }
  CHECK(refused > 10);
}
