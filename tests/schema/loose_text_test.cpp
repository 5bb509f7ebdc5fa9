// SPDX-License-Identifier: MIT
#include "schema/loose_text.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/fold.h"
#include "tests/catch.h"

namespace {

bool asked(const std::string& function, const std::string& text, const std::string& words) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  attache::register_fold(database);
  SQLite::Statement row(database, "SELECT " + function + "(?, ?)");
  row.bind(1, text);
  row.bind(2, attache::wanted_text(words));
  row.executeStep();
  return row.getColumn(0).getInt() != 0;
}

}  // namespace

TEST_CASE("Dashes are spaces, and apostrophes nothing") {
  using attache::loose;
  CHECK(loose("Self-determination of the Peoples\u2019") == "self determination of the peoples");
  CHECK(loose(" Asia\u2013Pacific\n  region ") == "asia pacific region");
  CHECK(loose("Côte d'Ivoire") == "cote divoire");
  CHECK(loose("") == "");
  CHECK(loose("- ' -").empty());
}

TEST_CASE("A text has words however they are parted") {
  const char* const forms[] = {"peace-keeping", "peace keeping", "peacekeeping",
                               "Peace\u2010keeping", "peace\nkeeping"};
  for (const char* text : {"a peace-keeping force", "a peace\u2011keeping force"})
    for (const char* words : forms) {
      INFO(text << " / " << words);
      CHECK(asked("has_text", text, words));
    }
  CHECK(asked("has_text", "a peacekeeping force", "peace-keeping"));
  CHECK_FALSE(asked("has_text", "a peacekeeping force", "peace keeping"));
  CHECK(asked("has_text", "the peoples\u2019 rights", "peoples' rights"));
  CHECK_FALSE(asked("has_text", "in a town", "nato"));
  CHECK_FALSE(asked("has_text", "", "peace"));
}

TEST_CASE("Words are the whole text, or not") {
  CHECK(
      asked("same_text", "Asia-Pacific Economic Cooperation", "asia pacific economic cooperation"));
  CHECK(asked("same_text", "Asia-Pacific Economic Cooperation",
              "Asia-Pacific Economic Co-operation"));
  CHECK_FALSE(asked("same_text", "Asia-Pacific Economic Cooperation", "asia pacific"));
}
