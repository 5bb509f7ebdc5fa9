// SPDX-License-Identifier: MIT
// Places in characters: of random texts, through the stored columns, and as SQL cuts by them.
#include "schema/characters.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <random>

#include "schema/substr.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"

using namespace attache;

namespace {

using Random = std::mt19937;

/// One and more bytes a character, line ends, marks beside their letters, emoji of several.
const std::vector<std::string> pieces{"a",
                                      "B",
                                      " ",
                                      "\r\n",
                                      "\n",
                                      "\u00E9",
                                      "\u2013",
                                      "e\u0301",
                                      "\U0001D49C",
                                      "\U0001F468\u200D\U0001F469",
                                      "\u4E2D",
                                      "\uFB01",
                                      "\u202E",
                                      "\U0001F1F0\U0001F1EA",
                                      "a sentence of plain words"};

std::string text_of(Random& random, std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i)
    text += pieces[random() % (random() % 3 == 0 ? pieces.size() : 4)];
  return text;
}

/// Where each character begins, and the end.
std::vector<std::size_t> starts_of(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  starts.push_back(text.size());
  return starts;
}

}  // namespace

TEST_CASE("Bytes and characters are turned into each other wherever they are") {
  Random random(11);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts each time
  for (int round = 0; round < 200; ++round) {
    const std::string text = text_of(random, random() % 700);
    const std::vector<std::size_t> starts = starts_of(text);
    const CharacterCounts counts(text);
    REQUIRE(characters_in(text) == starts.size() - 1);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      REQUIRE(counts.before(starts[i]) == static_cast<std::int64_t>(i));
      REQUIRE(bytes_of_characters(text, i) == starts[i]);
    }
    CHECK(counts.before(text.size() + 9) == counts.before(text.size()));
    CHECK(bytes_of_characters(text, starts.size() + 9) == text.size());
  }
}

TEST_CASE("Stored places in characters cut the words that the bytes cut") {
  Random random(12);  // NOLINT(cert-msc32-c,cert-msc51-cpp)
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  {
    KnowledgeBase base = KnowledgeBase::open_for_writing(file);
    for (int number = 0; number < 20; ++number) {
      DocumentRecord record;
      record.slug = record.title = record.path = "d" + std::to_string(number);
      record.sha256 = "digest";
      record.text = text_of(random, 400);
      const std::vector<std::size_t> starts = starts_of(record.text);
      const auto at = [&](std::size_t i) { return static_cast<std::uint32_t>(starts[i]); };
      for (std::size_t i = 0; i + 41 < starts.size(); i += 41)
        record.sentences.push_back({at(i), at(i + 40), 0});
      OrganizationRecord row{"", "name", "", "", "member", "", "", {}};
      for (std::uint32_t s = 0; s < record.sentences.size(); ++s) {
        const std::size_t first = s * 41 + random() % 20, last = first + 1 + random() % 19;
        row.citations.push_back({s, at(first), at(last), {}, {}, "r", at(first), at(last + 1)});
      }
      record.organizations = {row};
      base.put(record);
    }
    CHECK(test::problems(base).empty());
  }
  SQLite::Database database(file.string());
  for (const char* query : {"SELECT start_byte, end_byte, text, document_id FROM sentence_texts",
                            "SELECT start, \"end\", quote, document_id FROM organization_citations",
                            "SELECT statement_start, statement_end, statement, document_id FROM "
                            "organization_citations"}) {
    SQLite::Statement rows(database, query), text(database,
                                                  "SELECT CAST(text AS BLOB) FROM document_texts "
                                                  "WHERE document_id = ?");
    int found = 0;
    for (; rows.executeStep(); ++found) {
      text.reset();
      text.bind(1, rows.getColumn(3).getInt64());
      REQUIRE(text.executeStep());
      const auto start = static_cast<std::size_t>(rows.getColumn(0).getInt64());
      const auto end = static_cast<std::size_t>(rows.getColumn(1).getInt64());
      REQUIRE(rows.getColumn(2).getString() ==
              text.getColumn(0).getString().substr(start, end - start));
    }
    CHECK(found > 100);
  }
}

TEST_CASE("A check finds places in characters that are not those in bytes") {
  for (const auto& [sql, expected] :
       {std::pair<const char*, const char*>{
            "UPDATE sentences SET end_char = end_char - 1 WHERE sentence_id = 6",
            "aze-2005: sentence 5 has another place in characters than in bytes"},
        {"UPDATE citations SET start_char = NULL WHERE citation_id = 1",
         "aze-2005: citation 1 has another place in characters than in bytes"},
        {"UPDATE citations SET statement_end_char = 3 WHERE citation_id = 4",
         "aze-2005: citation 4 has another place in characters than in bytes"}}) {
    test::TemporaryFolder folder;
    { const auto base = test::filled(folder / "kb.db"); }
    test::damage(folder / "kb.db", sql);
    CHECK(test::problems(KnowledgeBase::open(folder / "kb.db")) == test::Lines{expected});
  }
}

TEST_CASE("substr() gives what SQLite's own gives") {
  Random random(13);  // NOLINT(cert-msc32-c,cert-msc51-cpp)
  SQLite::Database theirs(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Database ours(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  register_substr(ours);
  const auto both = [&](const std::string& call, const std::string& text, std::int64_t start,
                        std::int64_t size) {
    const auto ask = [&](SQLite::Database& database) {
      SQLite::Statement row(database, "SELECT typeof(" + call + "), hex(" + call + ")");
      row.bind(1, text);
      row.bind(2, start);
      if (call.find("?3") != std::string::npos) row.bind(3, size);
      row.executeStep();
      return row.getColumn(0).getString() + row.getColumn(1).getString();
    };
    INFO(call << " " << start << " " << size << " of " << text);
    REQUIRE(ask(ours) == ask(theirs));
  };
  const auto number = [&](std::size_t most) {
    const std::int64_t far[] = {0, 1, -1, INT32_MAX, INT32_MIN + 1};
    if (random() % 8 == 0) return far[random() % 5];
    return static_cast<std::int64_t>(random() % (2 * most + 5)) - static_cast<std::int64_t>(most);
  };
  for (int round = 0; round < 3000; ++round) {
    const std::string text = text_of(random, random() % 40);
    for (const char* call :
         {"substr(?1, ?2, ?3)", "substr(?1, ?2)", "substring(CAST(?1 AS BLOB), ?2, ?3)",
          "substr(CAST(?1 AS BLOB), ?2)", "substr(?1 || char(0) || ?1, ?2, ?3)",
          "substr(?2, ?3 % 7)", "substr(NULL, ?2, ?3)", "substr(?1, NULL, ?3)"})
      both(call, text, number(text.size()), number(text.size()));
  }
}
