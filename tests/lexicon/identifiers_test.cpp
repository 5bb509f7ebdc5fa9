// SPDX-License-Identifier: MIT
// Codes of others: what is built in holds, and what a user adds is looked through.
#include "seed/lexicon/identifiers.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

const std::vector<CsvTable>& tables() { return test::knowledge().lexicon.tables; }

const CsvTable& table(std::string_view name) {
  const auto found = std::find_if(tables().begin(), tables().end(),
                                  [&](const CsvTable& t) { return t.name == name; });
  REQUIRE(found != tables().end());
  return *found;
}

/// Calls visit(value of each wanted column) for the rows of a table.
template <typename Visit>
void each(std::string_view name, const std::vector<std::string>& wanted, Visit visit) {
  std::vector<std::size_t> at;
  for (const std::string& column : wanted) at.push_back(table(name).column(column));
  for (const CsvRow& row : table(name).rows) {
    std::vector<std::string> cells;
    for (const std::size_t i : at) cells.push_back(row.cells[i]);
    visit(cells);
  }
}

/// What is said of rows that a user adds to a table; "" where nothing is.
std::string added(const std::string& name, const std::string& rows) {
  std::string header;
  for (const std::string& column : table(name).columns)
    header += (header.empty() ? "" : ",") + column;
  const CsvTable extra = read_csv(header + '\n' + rows, name + ".csv");
  std::vector<CsvTable> lexicon = tables();
  for (CsvTable& each : lexicon)
    if (each.name == name) each.rows.insert(each.rows.end(), extra.rows.begin(), extra.rows.end());
  try {
    check_identifiers(extra, lexicon);
  } catch (const DataError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("every built-in code names an entry, in its scheme's form") {
  for (const char* name : {"identifiers", "crosswalks"})
    CHECK_NOTHROW([&] {
      // Rows that share a value need a note, but for one of them.
      CsvTable noted = table(name);
      const std::size_t note = noted.column("note");
      for (CsvRow& row : noted.rows)
        if (row.cells[note].empty()) row.cells[note] = "-";
      check_identifiers(noted, tables());
    }());
}

TEST_CASE("no two entries have one code, but with a note that says why") {
  std::map<std::string, std::vector<std::string>> unnoted;
  each("identifiers", {"kind", "scheme", "value", "note", "key"},
       [&](const std::vector<std::string>& c) {
         if (c[3].empty()) unnoted[c[0] + ' ' + c[1] + ' ' + c[2]].push_back(c[4]);
       });
  for (const auto& [code, holders] : unnoted) {
    INFO(code);
    CHECK(holders.size() == 1);
  }
}

TEST_CASE("every code has a source, and numbers are of their list") {
  each("identifiers", {"scheme", "value", "source"}, [](const std::vector<std::string>& c) {
    INFO(c[0] << ' ' << c[1]);
    CHECK_FALSE(c[2].empty());
    if (c[0] == "cow" || c[0] == "gleditsch-ward") {
      CHECK(std::stoi(c[1]) >= 2);
      CHECK(std::stoi(c[1]) <= 990);
    }
    if (c[0] == "m49") CHECK(c[1].size() == 3);
  });
  each("crosswalks", {"source"},
       [](const std::vector<std::string>& c) { CHECK_FALSE(c[0].empty()); });
}

TEST_CASE("states have the codes that other data name them by") {
  std::map<std::string, std::string> codes;
  each("identifiers", {"kind", "key", "scheme", "value"},
       [&](const std::vector<std::string>& c) { codes[c[0] + ' ' + c[1] + ' ' + c[2]] = c[3]; });
  const std::vector<std::pair<std::string, std::string>> known{
      {"country AZE wikidata", "Q227"},
      {"country AZE m49", "031"},
      {"country AZE cow", "373"},
      {"country DEU cow", "255"},
      {"country DEU gleditsch-ward", "260"},
      {"country DDR wikidata", "Q16957"},
      {"country SUN cow", "365"},
      {"country YUG cow", "345"},
      {"country USA cow", "2"},
      {"country WSM cow", "990"},
      {"body united-nations wikidata", "Q1065"},
      {"body nato wikidata", "Q7184"},
      {"instrument rome-statute wikidata", "Q838958"}};
  for (const auto& [entry, value] : known) {
    INFO(entry);
    CHECK(codes[entry] == value);
  }
  int missing = 0;
  for (const auto& country : test::knowledge().lexicon.countries)
    missing += codes.contains("country " + country.iso3 + " wikidata") ? 0 : 1;
  CHECK(missing <= 8);  // former territories of which no source was found
}

TEST_CASE("every theme is in the crosswalk, and the codes of PLOVER and GDELT are words") {
  std::map<std::string, int> rows;
  each("crosswalks", {"kind", "key"},
       [&](const std::vector<std::string>& c) { ++rows[c[0] + ' ' + c[1]]; });
  for (const std::string& theme : test::knowledge().lexicon.themes) {
    INFO(theme);
    CHECK(rows["theme " + theme] > 0);
  }
}

TEST_CASE("a user's codes are looked through, with file and line") {
  CHECK(added("identifiers", "country,AZE,cow,373,,own\n").empty());
  CHECK(added("identifiers", "body,nato,wikidata,Q1,,own\n").empty());
  CHECK(added("identifiers", "country,AZE,m49,031,,own\nstate,AZE,cow,373,,own\n") ==
        "identifiers.csv:3: no kind 'state'; country or body or instrument or person");
  CHECK(added("identifiers", "country,ZZZ,cow,373,,own\n") ==
        "identifiers.csv:2: the lexicon has no country 'ZZZ'");
  CHECK(added("identifiers", "body,natoo,wikidata,Q1,,own\n") ==
        "identifiers.csv:2: the lexicon has no body 'natoo'");
  CHECK(added("identifiers", "person,Nobody At All,wikidata,Q1,,own\n") ==
        "identifiers.csv:2: the lexicon has no person 'Nobody At All'");
  CHECK(added("identifiers", "country,AZE,cows,373,,own\n") ==
        "identifiers.csv:2: no scheme 'cows'; identifier_schemes.csv has cow, cow-abbreviation, "
        "gdelt, "
        "gleditsch-ward, m49, manifesto, plover, wikidata");
  for (const char* row :
       {"country,AZE,wikidata,227", "country,AZE,wikidata,q227", "country,AZE,wikidata,Q0",
        "country,AZE,m49,31", "country,AZE,cow,1", "country,AZE,cow,1000"}) {
    const std::string told = added("identifiers", std::string(row) + ",,own\n");
    INFO(row);
    CHECK(told.starts_with("identifiers.csv:2: '"));
    CHECK(told.find("is no value of") != std::string::npos);
  }
  CHECK(added("identifiers", "country,AZE,cow,365,,own\n") ==
        "identifiers.csv:2: 365 is RUS's already; where both have it, a note says why");
  CHECK(added("identifiers", "country,AZE,cow,365,as of 1918,own\n").empty());
  CHECK(added("identifiers", "country,AZE,cow," + std::string(100'000, '3') + ",,own\n").size() >
        0);
  CHECK(added("crosswalks", "theme,security,plover,military,close,,,own\n").empty());
  CHECK(added("crosswalks", "theme,security,plover,military,same,,,own\n") ==
        "crosswalks.csv:2: no relation 'same'; close, broader, narrower or related");
  CHECK(added("crosswalks", "theme,safety,plover,military,close,,,own\n") ==
        "crosswalks.csv:2: the lexicon has no theme 'safety'");
  CHECK(added("crosswalks", "theme,security,manifesto,104,close,,,own\n") ==
        "crosswalks.csv:2: '104' is no value of manifesto");
}

TEST_CASE("a folder of one's own adds schemes and codes, and errors name its file") {
  const auto folder = std::filesystem::temp_directory_path() /
                      ("attache-identifiers-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "identifier_schemes.csv")
      << "scheme,name,form,url,licence\nvdem,V-Dem,[0-9]+,,\n";
  const auto told = [&](const std::string& row) -> std::string {
    std::ofstream(folder / "identifiers.csv") << "kind,key,scheme,value,note,source\n"
                                              << row << '\n';
    try {
      load_lexicon(embedded_lexicon(), folder);
    } catch (const DataError& error) {
      return error.what();
    }
    return "";
  };
  CHECK(told("country,KEN,vdem,40,,own").empty());
  CHECK(told("country,KEN,vdem,x,,own") ==
        (folder / "identifiers.csv").string() + ":2: 'x' is no value of vdem");
  std::filesystem::remove_all(folder);
}
