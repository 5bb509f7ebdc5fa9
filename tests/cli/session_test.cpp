// SPDX-License-Identifier: MIT
#include "cli/session.h"
#include "cli/error.h"
#include "tests/catch.h"
#include "tests/cli/in_process.h"

using attache::resolve_database;
using in_process::environment_of;

TEST_CASE("the knowledge base is where the option, then ATTACHE_DB, then the data folder says") {
  const auto all =
      environment_of({{"ATTACHE_DB", "/env.db"}, {"XDG_DATA_HOME", "/data"}, {"HOME", "/home/me"}});
  CHECK(resolve_database("here.db", all) == "here.db");
  CHECK(resolve_database("", all) == "/env.db");
  CHECK(resolve_database("", environment_of({{"XDG_DATA_HOME", "/data"}, {"HOME", "/home/me"}})) ==
        "/data/attache/attache.db");
  CHECK(resolve_database("", environment_of({{"HOME", "/home/me"}})) ==
        "/home/me/.local/share/attache/attache.db");
}

TEST_CASE("empty variables and a relative data folder count as unset") {
  CHECK(resolve_database(
            "", environment_of({{"ATTACHE_DB", ""}, {"XDG_DATA_HOME", "data"}, {"HOME", "/h"}})) ==
        "/h/.local/share/attache/attache.db");
}

TEST_CASE("without a home there must be an option") {
  CHECK_THROWS_AS(resolve_database("", environment_of({})), attache::UsageError);
}

TEST_CASE("colour is for terminals, unless asked for or forbidden") {
  struct Case {
    bool terminal;
    std::map<std::string, std::string> variables;
    attache::ColourChoice choice;
    bool coloured;
  };
  using attache::ColourChoice;
  const Case cases[] = {
      {true, {{"TERM", "xterm"}}, ColourChoice::automatic, true},
      {false, {{"TERM", "xterm"}}, ColourChoice::automatic, false},
      {true, {{"TERM", "dumb"}}, ColourChoice::automatic, false},
      {true, {{"NO_COLOR", "1"}}, ColourChoice::automatic, false},
      {true, {{"NO_COLOR", ""}}, ColourChoice::automatic, true},
      {true, {{"NO_COLOR", "1"}}, ColourChoice::always, true},
      {false, {}, ColourChoice::always, true},
      {true, {}, ColourChoice::never, false},
  };
  for (const Case& c : cases) {
    INFO(&c - cases);
    std::istringstream in;
    std::ostringstream out;
    attache::Sink sink(out);
    const attache::Streams streams{in, out, out, false, c.terminal, false, 80};
    const attache::Environment environment = environment_of(c.variables);
    attache::Session session{streams, environment, sink, "", c.choice, false};
    CHECK(session.coloured() == c.coloured);
  }
}

TEST_CASE("COLUMNS goes before the terminal's width where it is a number") {
  std::istringstream in;
  std::ostringstream out;
  attache::Sink sink(out);
  const attache::Streams terminal{in, out, out, false, true, false, 80};
  const attache::Streams pipe{in, out, out, false, false, false, 80};
  const auto width = [&](const attache::Streams& streams, const std::string& columns) {
    const attache::Environment environment = environment_of({{"COLUMNS", columns}});
    return attache::Session{streams, environment, sink, "", attache::ColourChoice::never, false}
        .width();
  };
  CHECK(width(terminal, "") == 80);
  CHECK(width(terminal, "60") == 60);
  CHECK(width(terminal, "60x") == 80);
  CHECK(width(terminal, "0") == 80);
  CHECK(width(pipe, "") == 0);
  CHECK(width(pipe, "60") == 60);
}

TEST_CASE("messages are no wider than the terminal that standard error is, and a line elsewhere") {
  std::istringstream in;
  std::ostringstream out;
  const attache::Streams pipe{in, out, out, false, true, false, 20, 20};
  const attache::Streams terminal{in, out, out, false, true, true, 20, 20};
  const std::string words = "attache: no document '\u4e2d\u6587\u540d\u79f0 a'; did you mean b?";
  const attache::Environment none = environment_of({});
  CHECK(attache::fitted(pipe, none, words) == words);
  CHECK(attache::fitted(terminal, none, words) ==
        "attache: no document\n  '\u4e2d\u6587\u540d\u79f0 a'; did\n  you mean b?");
  CHECK(attache::fitted(terminal, environment_of({{"COLUMNS", "100"}}), words) == words);
  CHECK(attache::fitted(terminal, none, "") == "");
}
