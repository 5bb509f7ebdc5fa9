// SPDX-License-Identifier: MIT
#include "schema/document_metadata.h"
#include "schema/search.h"
#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using namespace attache::test;
using Lines = std::vector<std::string>;

namespace {

KnowledgeBase described(const std::filesystem::path& file) {
  KnowledgeBase base = KnowledgeBase::open_for_writing(file);
  base.put_vocabulary(vocabulary(), "first");
  DocumentRecord one = baku();
  one.metadata = {{"speaker", "José Díaz"}, {"tags", "energy"}, {"tags", "peace"}, {"a=b", "1"}};
  base.put(one);
  DocumentRecord two = abidjan();
  two.metadata = {{"Speaker", "Brown"}, {"tags", "peace"}};
  base.put(two);
  return base;
}

std::string refusal(const KnowledgeBase& base, const std::string& entry) {
  try {
    rows(base, "documents", by("meta", {entry}));
  } catch (const SelectionError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("What documents say of themselves filters every table") {
  TemporaryFolder folder;
  const KnowledgeBase base = described(folder / "kb.db");
  const auto documents = [&](const Lines& entries) {
    return rows(base, "documents", by("meta", entries, {"document"}));
  };
  CHECK(documents({"speaker=jose diaz"}) == Lines{"aze-2005"});
  CHECK(documents({"TAGS=peace"}) == Lines{"aze-2005", "civ-1994"});
  CHECK(documents({"tags=energy", "tags=peace"}) == Lines{"aze-2005", "civ-1994"});
  CHECK(documents({"tags=peace", "speaker=brown"}) == Lines{"civ-1994"});
  CHECK(documents({"a=b=1"}) == Lines{"aze-2005"});
  CHECK(documents({"tags=war"}).empty());
  Selection evidence = by("meta", {"speaker=Brown"}, {"document", "quote"});
  evidence.evidence = true;
  CHECK(rows(base, "organizations", evidence) == Lines{"civ-1994|NATO"});
  Search search;
  search.words = "nato";
  search.filters = {{"meta", {"tags=peace", "speaker=Brown"}}};
  CHECK(count(base, search) == 1);
}

TEST_CASE("A key that no document has is told with the nearest") {
  TemporaryFolder folder;
  const KnowledgeBase base = described(folder / "kb.db");
  CHECK(refusal(base, "speeker=Brown") ==
        "no document has the key 'speeker'; did you mean Speaker, speaker? There are Speaker, a=b, "
        "speaker, tags; see 'attache vocabulary metadata'");
  CHECK(refusal(base, "x=1") ==
        "no document has the key 'x'; there are Speaker, a=b, speaker, tags; see 'attache "
        "vocabulary metadata'");
  CHECK(refusal(base, "speaker") == "--meta: 'speaker' is not KEY=VALUE");
  CHECK(refusal(base, "=1") == "--meta: '=1' is not KEY=VALUE");
}

TEST_CASE("What a document says of itself is replaced and removed with it") {
  TemporaryFolder folder;
  KnowledgeBase base = described(folder / "kb.db");
  DocumentRecord one = baku();
  one.metadata = {{"speaker", "José Díaz"}, {"tags", "energy"}, {"tags", "peace"}, {"a=b", "1"}};
  CHECK(base.put(one) == Stored::unchanged);
  one.metadata = {{"session", "60"}};
  CHECK(base.put(one) == Stored::replaced);
  CHECK(metadata_of(base, 1) == std::vector<MetadataRecord>{{"session", "60"}});
  CHECK(base.documents()[1].metadata ==
        std::vector<MetadataRecord>{{"Speaker", "Brown"}, {"tags", "peace"}});
  CHECK(base.remove(base.documents()) == 2);
  CHECK(metadata_of(base, 1).empty());
}
