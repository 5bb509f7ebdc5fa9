// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include "seed/lexicon/csv_reader.h"
#include "seed/rules/toml_reader.h"
#include "seed/text/fold.h"
#include "seed/text/unicode.h"
#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

const CsvTable& table(std::string_view name) {
  const auto& tables = test::knowledge().lexicon.tables;
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const CsvTable& t) { return t.name == name; });
  REQUIRE(found != tables.end());
  return *found;
}

std::set<std::string> column(std::string_view name, std::string_view wanted) {
  std::set<std::string> values;
  const auto& from = table(name);
  const auto at = from.column(wanted);
  for (const auto& row : from.rows) values.insert(row.cells[at]);
  return values;
}

/// Every cell of a column is empty or a value of another table's column.
void check_known(std::string_view name, std::string_view wanted,
                 const std::set<std::string>& known) {
  for (const auto& value : column(name, wanted)) {
    CAPTURE(name, wanted, value);
    CHECK((value.empty() || known.contains(value)));
  }
}

/// What went wrong, or "" where nothing did.
template <typename Action>
std::string failure(Action action) {
  try {
    action();
  } catch (const DataError& error) {
    return error.what();
  }
  return "";
}

/// The part where the message has it, else the whole message.
std::string told(const std::string& message, const std::string& part) {
  return message.find(part) != std::string::npos ? part : "'" + message + "'";
}

std::string csv_failure(std::string_view text) {
  return failure([&] { read_csv(text, "a.csv"); });
}

std::string toml_failure(std::string_view text) {
  return failure([&] { read_rule_file(text, "organizations.toml", Table::organizations); });
}

/// The built-in lexicon with one table's text replaced.
std::string lexicon_failure(std::string_view file, std::string_view bytes) {
  std::vector<EmbeddedFile> files(embedded_lexicon().begin(), embedded_lexicon().end());
  for (auto& f : files) {
    if (f.name == file) f.bytes = bytes;
  }
  return failure([&] { load_lexicon(files); });
}

std::string rules_failure(std::string_view bytes) {
  auto lexicon = load_lexicon(embedded_lexicon());
  const std::vector<EmbeddedFile> files{{"organizations.toml", bytes}};
  return failure([&] { load_rules(files, {}, lexicon); });
}

const std::string cue_begin =
    "[[cue]]\nid = \"organizations.x\"\nexample = \"a [[b]]\"\nmotivation = \"for a test\"\n";

}  // namespace

TEST_CASE("the lexicon's files are UTF-8 with one line feed a line and no stray spaces") {
  for (const auto& file : embedded_lexicon()) {
    CAPTURE(file.name);
    CHECK(file.bytes.ends_with('\n'));
    CHECK(file.bytes.find('\r') == std::string_view::npos);
    CHECK(file.bytes.find(" \n") == std::string_view::npos);
    CHECK(file.bytes.find("\n\n") == std::string_view::npos);
    bool valid = true;
    for (std::size_t i = 0; i < file.bytes.size();) {
      const auto point = decode(file.bytes, i);
      valid = valid && !(point.value == 0xFFFD && point.bytes == 1);
      i += point.bytes;
    }
    CHECK(valid);
  }
}

TEST_CASE("the loader reads every file") {
  for (const auto& file : embedded_lexicon()) {
    // Read by the knowledge base alone: what norms rest on, and codes of others; by `crosscheck`:
    // memberships.
    if (file.name == "memberships.csv" || file.name == "instruments.csv" ||
        file.name == "norm_instruments.csv" || file.name == "body_kinds.csv" ||
        file.name == "identifier_schemes.csv" || file.name == "identifiers.csv" ||
        file.name == "crosswalks.csv")
      continue;
    std::vector<EmbeddedFile> files;
    for (const auto& other : embedded_lexicon()) {
      if (other.name != file.name) files.push_back(other);
    }
    CAPTURE(file.name);
    CHECK(told(failure([&] { load_lexicon(files); }),
               "the lexicon lacks " + std::string(file.name)) ==
          "the lexicon lacks " + std::string(file.name));
  }
}

TEST_CASE("a country is given by either code or any name, however they are written") {
  const Lexicon& lexicon = test::knowledge().lexicon;
  for (const auto& [given, code] : std::map<std::string, std::string>{{"FR", "FRA"},
                                                                      {"fr", "FRA"},
                                                                      {"gb", "GBR"},
                                                                      {"TR", "TUR"},
                                                                      {"XK", "XKX"},
                                                                      {"hm", "HMD"},
                                                                      {"uk", "GBR"},
                                                                      {"U.K.", "GBR"},
                                                                      {"us", "USA"},
                                                                      {"u.s.a.", "USA"},
                                                                      {"ussr", "SUN"},
                                                                      {"russia", "RUS"},
                                                                      {"burma", "MMR"},
                                                                      {"zaire", "COD"},
                                                                      {"ivory coast", "CIV"},
                                                                      {"cote d'ivoire", "CIV"},
                                                                      {"Guinea Bissau", "GNB"},
                                                                      {"türkiye", "TUR"},
                                                                      {"holland", "NLD"},
                                                                      {"vatican", "VAT"},
                                                                      {"SOUTH KOREA", "KOR"},
                                                                      {"ai", "AIA"}})
    CHECK(lexicon.country_code(given) == code);
  for (const char* none : {"Frankreich", "", "..", "xx", "paris"})
    CHECK(lexicon.country_code(none).empty());
}

TEST_CASE("no row stands twice and no key is empty") {
  for (const auto& read : test::knowledge().lexicon.tables) {
    std::set<std::vector<std::string>> seen;
    for (const auto& row : read.rows) {
      CAPTURE(read.name, row.line, row.cells.front());
      CHECK(seen.insert(row.cells).second);
      CHECK_FALSE(row.cells.front().empty());
    }
  }
}

TEST_CASE("the lists of words and of names stand in order") {
  for (const char* name : {"bodies", "countries", "offices", "honorifics", "persons", "given_names",
                           "not_names", "person_things"}) {
    const auto& read = table(name);
    for (std::size_t i = 1; i < read.rows.size(); ++i) {
      CAPTURE(name, read.rows[i].line);
      CHECK(read.rows[i - 1].cells.front() <= read.rows[i].cells.front());
    }
  }
}

TEST_CASE("every slug and code that a table names is known") {
  const auto bodies = column("bodies", "slug");
  const auto countries = column("countries", "iso3");
  check_known("body_aliases", "slug", bodies);
  check_known("body_ambiguities", "slug", bodies);
  check_known("bodies", "parent", bodies);
  check_known("country_names", "iso3", countries);
  check_known("persons", "country", countries);
  check_known("person_aliases", "name", column("persons", "name"));
  check_known("norm_wordings", "norm", column("norms", "slug"));
  check_known("theme_words", "theme", column("themes", "slug"));
  check_known("memberships", "body", bodies);
  check_known("memberships", "country", countries);
  check_known("bodies", "kind", column("body_kinds", "slug"));
}

TEST_CASE("a name that two bodies share has readings to choose by") {
  std::map<std::pair<std::string, std::string>, std::set<std::string>> owners;
  const auto take = [&](std::string_view name, std::string_view slug_column,
                        std::string_view text_column) {
    const auto& read = table(name);
    const auto slug = read.column(slug_column), text = read.column(text_column);
    for (const auto& row : read.rows) {
      const auto& words = row.cells[text];
      // Acronyms differ by their capitals, names do not.
      const bool acronym = words.find(' ') == std::string::npos;
      if (!words.empty())
        owners[{fold_phrase(words), acronym ? words : ""}].insert(row.cells[slug]);
    }
  };
  take("bodies", "slug", "name");
  take("bodies", "slug", "acronym");
  take("body_aliases", "slug", "alias");
  for (const auto& [name, slugs] : owners) {
    CAPTURE(name.first, slugs);
    CHECK((slugs.size() == 1 || test::knowledge().lexicon.ambiguities.contains(name.first)));
  }
}

TEST_CASE("the readings of an ambiguous name end with one that always holds") {
  for (const auto& [name, readings] : test::knowledge().lexicon.ambiguities) {
    CAPTURE(name);
    CHECK(readings.back().condition == Reading::Condition::otherwise);
    for (std::size_t i = 0; i + 1 < readings.size(); ++i)
      CHECK(readings[i].condition != Reading::Condition::otherwise);
  }
}

TEST_CASE("single surnames in the lexicon are no words, states or given names alone") {
  const auto& lexicon = test::knowledge().lexicon;
  for (const auto& alias : column("person_aliases", "alias")) {
    if (alias.find(' ') != std::string::npos) continue;
    CAPTURE(alias);
    const auto word = lexicon.vocabulary.find(fold_word(alias));
    CHECK_FALSE(any(lexicon.vocabulary.classes(word),
                    WordClass::noun | WordClass::adjective | WordClass::verb_base));
    CHECK_FALSE(lexicon.has(word, WordFact::not_name));
    CHECK(lexicon.country_code(alias).empty());
  }
}

TEST_CASE("CSV errors name file and line") {
  CHECK(csv_failure("a,b\n1,2\n").empty());
  CHECK(told(csv_failure("a,b\n1,2\n3\n"), "a.csv:3: has 1 field where the header has 2") ==
        "a.csv:3: has 1 field where the header has 2");
  CHECK(told(csv_failure("a,b\n1,\"2\nx,y\n"), "a.csv:") == "a.csv:");
  CHECK(told(csv_failure(""), "a.csv:1: is empty") == "a.csv:1: is empty");
  CHECK(told(failure([] { (void)read_csv("a,b\n", "a.csv").column("c"); }),
             "a.csv:1: lacks the column 'c'") == "a.csv:1: lacks the column 'c'");
}

TEST_CASE("a quoted field may hold commas, quotes and line ends") {
  const auto read = read_csv("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\nz,w\n", "a.csv");
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0].cells == std::vector<std::string>{"x, \"y\"", "two\nlines"});
  CHECK(read.rows[1].line == 4);
}

TEST_CASE("rules errors name file, line and what is known") {
  CHECK(toml_failure(cue_begin + "effect = \"member\"\npatterns = [\"a\"]\n").empty());
  CHECK(told(toml_failure(cue_begin + "effect = \"member\"\npattern = [\"a\"]\n"),
             "organizations.toml:6: no key 'pattern'") == "organizations.toml:6: no key 'pattern'");
  CHECK(told(toml_failure(cue_begin + "effect = \"membership\"\npatterns = [\"a\"]\n"),
             "organizations.toml:5: effect 'membership' is none of") ==
        "organizations.toml:5: effect 'membership' is none of");
  CHECK(told(toml_failure(cue_begin + "effect = \"member\"\npatterns = \"a\"\n"),
             "organizations.toml:6: patterns must be a list") ==
        "organizations.toml:6: patterns must be a list");
  CHECK(told(toml_failure(cue_begin + "effect = 3\npatterns = [\"a\"]\n"),
             "organizations.toml:5: effect must be a string") ==
        "organizations.toml:5: effect must be a string");
  CHECK(told(toml_failure(cue_begin + "effect = \"member\"\n"),
             "organizations.x has no patterns") == "organizations.x has no patterns");
  CHECK(told(toml_failure("[cue]\nid = \"x\"\n"), "[[cue]]") == "[[cue]]");
  CHECK(told(toml_failure("[[rule]]\nid = \"x\"\n"), "no key 'rule'") == "no key 'rule'");
  CHECK(told(toml_failure("[[cue\n"), "organizations.toml:1: is not TOML") ==
        "organizations.toml:1: is not TOML");
  CHECK(told(toml_failure("[[cue]]\nid = \"organizations.x\"\n"),
             "a cue needs id, effect, patterns, example and motivation") ==
        "a cue needs id, effect, patterns, example and motivation");
}

TEST_CASE("a pattern that can't be read and an id that is taken are refused with their line") {
  CHECK(told(rules_failure(cue_begin + "effect = \"member\"\npatterns = [\"member of (the\"]\n"),
             "organizations.toml:1: ") == "organizations.toml:1: ");
  CHECK(told(rules_failure(cue_begin + "effect = \"member\"\npatterns = [\"member <nothing>\"]\n"),
             "nothing") == "nothing");
  const auto twice = cue_begin + "effect = \"member\"\npatterns = [\"member of\"]\n";
  CHECK(told(rules_failure(twice + twice), "the id 'organizations.x' is taken already") ==
        "the id 'organizations.x' is taken already");
}

TEST_CASE("the lexicon refuses what it does not know, with the line") {
  CHECK(told(lexicon_failure("body_aliases.csv", "slug,alias,case\nno-such-body,X,exact\n"),
             "body_aliases.csv:2: no body 'no-such-body'") ==
        "body_aliases.csv:2: no body 'no-such-body'");
  CHECK(told(lexicon_failure("words.csv", "word,classes\nhouse,nown\n"),
             "words.csv:2: no word class 'nown'") == "words.csv:2: no word class 'nown'");
  CHECK(told(lexicon_failure("offices.csv", "office,level,scope\nking,royal,before\n"),
             "offices.csv:2: scope must be") == "offices.csv:2: scope must be");
  CHECK(told(lexicon_failure("norms.csv", "slug\nsovereignty\n"), "norm_wordings.csv:") ==
        "norm_wordings.csv:");
}
