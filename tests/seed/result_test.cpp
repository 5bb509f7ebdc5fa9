// SPDX-License-Identifier: MIT
#include "seed/result_record.h"

#include <random>

#include "schema/spans.h"
#include "tests/catch.h"

using namespace attache;

namespace {

/// What extract writes of a record with one founder; "É" makes bytes and characters differ.
const std::string result =
    R"({"id":"a","path":null,"document":"a","title":"a","title_from":"file",)"
    R"("country":"GEO","country_from":"manifest","date":null,"date_from":null,"language":null,)"
    R"("language_from":null,"source":null,"source_from":null,"slug":"a","media_type":"text/plain","bytes":37,)"
    R"("sha256":"0000000000000000000000000000000000000000000000000000000000000000",)"
    R"("engine_version":"1","lexicon_version":"2","spans":"text","organizations":[{"name":"GUAM",)"
    R"("acronym":null,"role":"founder","body":"guam","kind":null,"role_country":"GEO","note":null,)"
    R"("confidence":0.91,"citations":[{"start":32,"end":36,"start_char":31,"end_char":35,)"
    R"("quote":"GUAM","sentence":1,"rule":"x","confidence":0.91,"statement":{"start":10,"end":36,)"
    R"("start_char":9,"end_char":35,"quote":"are a founding member GUAM"}}]}],"leaders":[],)"
    R"("principles":[],"priorities":[],"metadata_entries":[["k","v"],["k",""]],)"
    R"("sentences":[[0,6,0],[7,37,0]],"text":"\u00c9tat. We are a founding member GUAM."})";

std::string with(std::string line, const std::string& from, const std::string& to) {
  const std::size_t at = line.find(from);
  REQUIRE(at != std::string::npos);
  return line.replace(at, from.size(), to);
}

void require_sound(const DocumentRecord& document) {
  std::uint32_t last = 0;
  for (const SentenceRecord& sentence : document.sentences) {
    REQUIRE(sentence.start >= last);
    REQUIRE(cut(document.text, sentence.start, sentence.end));
    last = sentence.end;
  }
  for (const OrganizationRecord& row : document.organizations) {
    REQUIRE_FALSE(row.citations.empty());
    for (const CitationRecord& citation : row.citations) {
      REQUIRE(citation.sentence < document.sentences.size());
      REQUIRE(cut(document.text, citation.start, citation.end));
      REQUIRE(citation.start < citation.end);
    }
  }
}

}  // namespace

TEST_CASE("a result is read as it was written") {
  const ResultRecord record = read_result(result);
  const DocumentRecord& d = record.document;
  CHECK(record.id == "a");
  CHECK(d.text.size() == 37);
  CHECK(d.metadata == std::vector<MetadataRecord>{{"k", "v"}, {"k", ""}});
  REQUIRE(d.organizations.size() == 1);
  const OrganizationRecord& row = d.organizations[0];
  CHECK(row.confidence == 91);
  CHECK(row.citations[0].start == 32);
  CHECK_FALSE(row.citations[0].source_start);
  CHECK(row.citations[0].statement_start == 10u);
  require_sound(d);
}

TEST_CASE("offsets of a file that is not the text are turned by characters") {
  std::string shifted = with(result, R"("spans":"text")", R"("spans":"source")");
  shifted = with(shifted, R"("bytes":37)", R"("bytes":500)");
  shifted = with(shifted, R"({"start":32,"end":36,)", R"({"start":400,"end":408,)");
  const DocumentRecord document = read_result(shifted).document;
  const CitationRecord& citation = document.organizations[0].citations[0];
  CHECK(citation.start == 32);
  CHECK(citation.end == 36);
  CHECK(citation.source_start == 400u);
  CHECK(citation.source_end == 408u);
  CHECK_THROWS_AS(read_result(with(shifted, R"("bytes":500)", R"("bytes":407)")), ResultError);
}

TEST_CASE("a failure keeps its reason") {
  const ResultRecord record =
      read_result(R"({"id":"x","path":null,"error":{"code":"no-text","reason":"is empty"}})");
  CHECK(record.failure == "is empty");
  CHECK_THROWS_AS(read_result(R"({"id":"x","error":{"code":"no-text"}})"), ResultError);
}

TEST_CASE("whatever is changed in a result, it is refused or sound") {
  std::mt19937 random(7);
  const std::string pool = "0123456789{}[]\",:-eu\\ntrfalse \xC3\x89";
  std::size_t refused = 0;
  for (int run = 0; run < 20'000; ++run) {
    std::string changed = result;
    for (int change = 0; change < 1 + run % 3; ++change) {
      const std::size_t at = random() % changed.size();
      switch (random() % 3) {
        case 0: changed[at] = pool[random() % pool.size()]; break;
        case 1: changed.erase(at, 1 + random() % 4); break;
        default: changed.insert(at, 1, pool[random() % pool.size()]);
      }
    }
    try {
      require_sound(read_result(changed).document);
    } catch (const ResultError&) {
      ++refused;
    }
  }
  CHECK(refused > 10'000);
}

TEST_CASE("what a stranger nests is not followed") {
  CHECK_THROWS_AS(read_result(std::string(1'000'000, '[')), ResultError);
  std::string deep = R"({"organizations":)" + std::string(100'000, '[');
  CHECK_THROWS_AS(read_result(deep), ResultError);
  CHECK_THROWS_AS(read_result(R"({"other":)" + std::string(100'000, '[')), ResultError);
}
