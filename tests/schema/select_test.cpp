// SPDX-License-Identifier: MIT
#include "schema/select.h"

#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using test::by;
using test::rows;
using Lines = std::vector<std::string>;

TEST_CASE(
    "Every table answers on an empty knowledge base, with every column, sort key and filter") {
  test::TemporaryFolder folder;
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  for (const TableInfo& table : tables()) {
    for (const bool evidence : {false, !table.evidence_view.empty()}) {
      Selection selection;
      selection.evidence = evidence;
      for (const ColumnInfo& column : table.columns)
        if (!evidence || column.name != "citations") selection.columns.push_back(column.name);
      for (const std::string& column : Lines(selection.columns)) {
        selection.sort = column;
        REQUIRE(rows(base, std::string(table.name), selection).empty());
      }
      REQUIRE(rows(base, std::string(table.name), by("match", {"x"})).empty());
      REQUIRE(count(base, table, selection) == 0);
      selection.text = "x";
      REQUIRE(count(base, table, selection) == 0);
    }
    for (const FilterInfo& filter : table.filters) {
      INFO(filter.flag);
      const std::string value = filter.kind == FilterKind::share ? "0.5" : "2005";
      if (filter.vocabulary.empty())
        REQUIRE_NOTHROW(count(base, table, by(std::string(filter.flag), {value})));
      else
        REQUIRE_THROWS_AS(count(base, table, by(std::string(filter.flag), {"2005"})),
                          SelectionError);
    }
  }
}

TEST_CASE("Default columns, in the order of seeding") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  REQUIRE(rows(base, "organizations", {}) ==
          Lines{"Council of Europe|CoE|regional|member|AZE|-|1|aze-2005",
                "NATO|NATO|alliance|partner|AZE|-|2|aze-2005",
                "Centre for Naïve Policy|CNP|unknown|mention|-|a note|1|aze-2005",
                "NATO|NATO|alliance|mention|-|-|1|civ-1994"});
  REQUIRE(rows(base, "documents", {}) == Lines{"Speech aze-2005|AZE|2005-09-17|1|1|3|1|aze-2005",
                                               "Speech civ-1994|CIV|1994|1|1|1|1|civ-1994"});
  REQUIRE(rows(base, "priorities", {}) ==
          Lines{"safe pipelines|energy-and-resources|Azerbaijan|1|aze-2005",
                "security|security|-|1|civ-1994"});
  REQUIRE(rows(base, "leaders", {}) == Lines{"Ilham Aliyev|President|AZE|1|aze-2005",
                                             "José Díaz|Prime Minister|CIV|1|civ-1994"});
}

TEST_CASE("Filters") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  struct Case {
    const char* table;
    const char* filter;
    std::vector<std::string> values;
    Lines refs;
  };
  const std::string coe = "aze-2005/organizations/council-of-europe",
                    nato = "aze-2005/organizations/nato",
                    cnp = "aze-2005/organizations/centre-for-naive-policy",
                    nato2 = "civ-1994/organizations/nato";
  const std::string aliyev = "aze-2005/leaders/ilham-aliyev", diaz = "civ-1994/leaders/jose-diaz";
  const Case cases[] = {
      {"organizations", "country", {"AZE"}, {coe, nato, cnp}},
      {"organizations", "country", {"aze"}, {coe, nato, cnp}},
      {"organizations", "country", {"az"}, {coe, nato, cnp}},
      {"organizations", "country", {"azerbaijan"}, {coe, nato, cnp}},
      {"organizations", "country", {"Cote d'Ivoire"}, {nato2}},
      {"organizations", "country", {"CIV", "AZE"}, {coe, nato, cnp, nato2}},
      {"organizations", "document", {"civ-1994"}, {nato2}},
      {"organizations", "document", {"civ-1994.txt"}, {nato2}},
      {"organizations", "since", {"2005"}, {coe, nato, cnp}},
      {"organizations", "since", {"2005-09-17"}, {coe, nato, cnp}},
      {"organizations", "since", {"2005-09-18"}, {}},
      {"organizations", "since", {"1994-06"}, {coe, nato, cnp, nato2}},
      {"organizations", "until", {"2005"}, {coe, nato, cnp, nato2}},
      {"organizations", "until", {"2005-09"}, {coe, nato, cnp, nato2}},
      {"organizations", "until", {"2005-08"}, {nato2}},
      {"organizations", "until", {"1994-06-01"}, {nato2}},
      {"organizations", "until", {"1993"}, {}},
      {"organizations", "name", {"nato"}, {nato, nato2}},
      {"organizations", "name", {"north atlantic treaty organization"}, {nato, nato2}},
      {"organizations", "name", {"Atlantic Alliance"}, {nato, nato2}},
      {"organizations", "name", {"COUNCIL of Europe"}, {coe}},
      {"organizations", "name", {"centre for naive policy"}, {cnp}},
      {"organizations", "name", {"cnp", "CoE"}, {coe, cnp}},
      {"organizations", "name", {"Warsaw Pact"}, {}},
      {"organizations", "role", {"member"}, {coe}},
      {"organizations", "role", {"Member", "partner"}, {coe, nato}},
      {"organizations", "kind", {"unknown"}, {cnp}},
      {"organizations", "kind", {"regional organization"}, {coe}},
      {"organizations", "match", {"works"}, {nato}},
      {"organizations", "match", {"peace-keeping"}, {nato2}},
      {"organizations", "match", {"naive"}, {cnp}},
      {"organizations", "match", {"\"member of\" OR works"}, {coe, nato}},
      {"organizations", "match", {"nato -works"}, {nato2}},
      {"organizations", "match", {"nat*"}, {nato, nato2}},
      {"principles", "norm", {"sovereignty"}, {"civ-1994/principles/sovereignty"}},
      {"principles",
       "norm",
       {"Territorial Integrity"},
       {"aze-2005/principles/territorial-integrity"}},
      {"principles", "instrument", {"un-charter"}, {"aze-2005/principles/territorial-integrity"}},
      {"principles",
       "instrument",
       {"bandung"},
       {"aze-2005/principles/territorial-integrity", "civ-1994/principles/sovereignty"}},
      {"principles",
       "instrument",
       {"charter of the"},
       {"aze-2005/principles/territorial-integrity"}},
      {"principles", "match", {"respect"}, {"civ-1994/principles/sovereignty"}},
      {"priorities", "theme", {"security"}, {"civ-1994/priorities/security"}},
      {"priorities", "theme", {"energy and resources"}, {"aze-2005/priorities/safe-pipelines"}},
      {"priorities", "actor", {"NATO"}, {}},
      {"organizations", "role-country", {"Azerbaijan"}, {coe, nato}},
      {"organizations", "role-country", {"all"}, {coe, nato, cnp, nato2}},
      {"organizations", "role-country", {"CIV"}, {}},
      {"priorities",
       "match",
       {"aim"},
       {"aze-2005/priorities/safe-pipelines", "civ-1994/priorities/security"}},
      {"leaders", "name", {"ALIYEV"}, {aliyev}},
      {"leaders", "name", {"jose diaz"}, {diaz}},
      {"leaders", "office", {"prime"}, {diaz}},
      {"leaders", "match", {"agreed"}, {diaz}},
      {"documents", "title", {"SPEECH AZE"}, {"aze-2005"}},
      {"documents", "country", {"Azerbaijan"}, {"aze-2005"}},
      {"documents", "match", {"pipelines"}, {"aze-2005"}},
      {"documents", "until", {"2000"}, {"civ-1994"}},
  };
  for (const Case& c : cases) {
    INFO(c.table << " --" << c.filter << " " << c.values.front());
    REQUIRE(rows(base, c.table, by(c.filter, c.values)) == c.refs);
    REQUIRE(count(base, *find_table(c.table), by(c.filter, c.values)) == c.refs.size());
  }
}

TEST_CASE("Different filters mean and") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection = by("name", {"NATO"});
  selection.filters.push_back({"role", {"mention"}});
  selection.filters.push_back({"country", {"CIV", "AZE"}});
  REQUIRE(rows(base, "organizations", selection) == Lines{"civ-1994/organizations/nato"});
}

TEST_CASE("TEXT is looked for in the row's own words, folded") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  const std::pair<const char*, const char*> cases[] = {{"organizations", "NAIVE pol"},
                                                       {"leaders", "jose"},
                                                       {"priorities", "PIPE"},
                                                       {"principles", "integrity"},
                                                       {"documents", "speech civ"}};
  for (const auto& [table, text] : cases) {
    INFO(table);
    Selection selection;
    selection.text = text;
    REQUIRE(count(base, *find_table(table), selection) == 1);
  }
  Selection wild;
  wild.text = "%";
  REQUIRE(count(base, *find_table("organizations"), wild) == 0);
}

TEST_CASE("Values outside a closed vocabulary are refused with the nearest ones") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  const std::vector<std::vector<std::string>> cases = {
      {"organizations", "role", "membre",
       "no role 'membre'; did you mean member? There are candidate, chair, contributor, "
       "former-member, founder, host, member, mention, observer, partner; see 'attache vocabulary "
       "roles'"},
      {"organizations", "country", "Azerbaijn",
       "no country 'Azerbaijn'; did you mean Azerbaijan? There are AZE, CIV; see 'attache "
       "vocabulary countries'"},
      {"organizations", "document", "aze-2006",
       "no document 'aze-2006'; did you mean aze-2005? There are aze-2005, civ-1994; see 'attache "
       "documents'"},
      {"organizations", "kind", "xxxxxxxxxxxx",
       "no kind 'xxxxxxxxxxxx'; there are alliance, regional, unknown; see 'attache vocabulary "
       "kinds'"},
      {"principles", "norm", "territorial-integrty",
       "no norm 'territorial-integrty'; did you mean territorial-integrity? There are sovereignty, "
       "territorial-integrity; see 'attache vocabulary norms'"},
      {"principles", "instrument", "bandunk",
       "no instrument 'bandunk'; did you mean bandung? There are bandung, un-charter; see 'attache "
       "vocabulary instruments'"},
      {"priorities", "theme", "securty",
       "no theme 'securty'; did you mean security? There are energy-and-resources, security; see "
       "'attache vocabulary themes'"},
      {"priorities", "theme", "sovereignty",
       "no theme 'sovereignty'; it is a norm: attache principles --norm sovereignty; there are "
       "energy-and-resources, security; see 'attache vocabulary themes'"},
      {"organizations", "kind", "Atlantic alliance",
       "no kind 'Atlantic alliance'; it is a body: attache organizations --name nato; there are "
       "alliance, regional, unknown; see 'attache vocabulary kinds'"},
      {"organizations", "since", "20x5",
       "--since: '20x5' is not a date; write it as 2005, 2005-09 or 2005-09-17"},
      {"organizations", "until", "2005-13",
       "--until: '2005-13' is not a date; write it as 2005, 2005-09 or 2005-09-17"},
      {"organizations", "match", "&", "--match: '&' names no word to be found; add one"},
      {"documents", "theme", "security",
       "documents have no filter '--theme'; see 'attache documents --help'"},
      {"leaders", "offce", "x",
       "leaders have no filter '--offce'; did you mean --office? See 'attache leaders --help'"},
      {"organizations", "since", "1995-02-30", "--since: '1995-02-30' is no day of the calendar"},
  };
  for (const auto& c : cases) {
    INFO(c[1]);
    REQUIRE_THROWS_WITH(rows(base, c[0], by(c[1], {c[2]})), c[3]);
  }
}

TEST_CASE("Sorting folds case and diacritics, puts empty cells last, and limits") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection;
  selection.columns = {"name", "document"};
  selection.sort = "name";
  REQUIRE(rows(base, "organizations", selection) == Lines{"Centre for Naïve Policy|aze-2005",
                                                          "Council of Europe|aze-2005",
                                                          "NATO|aze-2005", "NATO|civ-1994"});
  selection.reverse = true;
  REQUIRE(rows(base, "organizations", selection) == Lines{"NATO|civ-1994", "NATO|aze-2005",
                                                          "Council of Europe|aze-2005",
                                                          "Centre for Naïve Policy|aze-2005"});
  selection.sort = "note";
  REQUIRE(rows(base, "organizations", selection).front() == "Centre for Naïve Policy|aze-2005");
  selection.reverse = false;
  REQUIRE(rows(base, "organizations", selection).front() == "Centre for Naïve Policy|aze-2005");
  selection.sort.clear();
  selection.limit = 1;
  selection.offset = 1;
  REQUIRE(rows(base, "organizations", selection) == Lines{"NATO|aze-2005"});
  selection.limit.reset();
  REQUIRE(rows(base, "organizations", selection).size() == 3);
  selection.limit = 0;
  REQUIRE(rows(base, "organizations", selection).empty());
  selection.limit = UINT64_MAX;
  selection.offset = UINT64_MAX;
  REQUIRE(rows(base, "organizations", selection).empty());
  REQUIRE(count(base, *find_table("organizations"), selection) == 4);
}

TEST_CASE("Evidence is one row for each citation, and its quote is the text at the span") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  const std::string text = test::baku().text;
  for (const TableInfo& table : tables()) {
    if (table.evidence_view.empty()) continue;
    Selection selection = by("country", {"AZE"}, {"start", "end", "quote"});
    selection.evidence = true;
    std::uint64_t rows_given = select(base, table, selection, [&](std::span<const Cell> cells) {
      const auto start = static_cast<std::size_t>(std::get<std::int64_t>(cells[0]));
      const auto end = static_cast<std::size_t>(std::get<std::int64_t>(cells[1]));
      REQUIRE(std::get<std::string_view>(cells[2]) == text.substr(start, end - start));
      return true;
    });
    REQUIRE(rows_given == (table.name == "organizations" ? 4 : 1));
  }
  Selection selection;
  selection.evidence = true;
  REQUIRE(rows(base, "leaders", selection) ==
          Lines{"Ilham Aliyev|President|AZE|aze-2005|4|140|152|Ilham Aliyev",
                "José Díaz|Prime Minister|CIV|civ-1994|3|86|97|José Díaz"});
}

TEST_CASE("With --match, evidence is the citations in the matching sentences") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection = by("match", {"works"}, {"ref", "quote", "rule"});
  selection.evidence = true;
  REQUIRE(rows(base, "organizations", selection) ==
          Lines{"aze-2005/organizations/nato|NATO|rule/of-NAT",
                "aze-2005/organizations/nato|works with|rule/of-wor"});
}

TEST_CASE("Columns: chosen, unknown, typed") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection;
  selection.columns = {"norm", "instruments"};
  REQUIRE(
      rows(base, "principles", selection) ==
      Lines{
          R"x(territorial-integrity|["Charter of the United Nations, Article 2(4)","Final Communique of Bandung, principle 2"])x",
          R"x(sovereignty|["Final Communique of Bandung"])x"});
  REQUIRE(columns_of(*find_table("principles"), selection)[1].type == ColumnType::list);
  selection.columns = {"nmae"};
  REQUIRE_THROWS_WITH(rows(base, "organizations", selection),
                      "organizations have no column 'nmae'; did you mean name? See 'attache "
                      "organizations --help'");
  selection.columns.clear();
  selection.sort = "nmae";
  REQUIRE_THROWS_AS(rows(base, "organizations", selection), SelectionError);
  Selection evidence;
  evidence.evidence = true;
  REQUIRE_THROWS_AS(rows(base, "documents", evidence), SelectionError);
  evidence.columns = {"citations"};
  REQUIRE_THROWS_AS(rows(base, "organizations", evidence), SelectionError);
}

TEST_CASE("The receiver stops the rows") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  REQUIRE(select(base, *find_table("organizations"), {},
                 [](std::span<const Cell>) { return false; }) == 1);
}
