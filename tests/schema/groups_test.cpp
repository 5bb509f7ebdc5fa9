// SPDX-License-Identifier: MIT
// What is given of rows that are the same in some columns.
#include <cmath>

#include "schema/select.h"
#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using Lines = std::vector<std::string>;

namespace {

/// The rows of a selection, as test::rows gives them but all columns, and shares as they are.
Lines given(const KnowledgeBase& base, const std::string& table, const Selection& selection) {
  Lines lines;
  select(base, *find_table(table), selection, [&](std::span<const Cell> cells) {
    std::string line;
    for (const Cell& cell : cells) {
      const auto* share = std::get_if<double>(&cell);
      line += (line.empty() ? "" : "|") +
              (share != nullptr ? std::to_string(std::lround(*share * 10'000)) + "e-4"
                                : test::text_of(cell));
    }
    lines.push_back(line);
    return true;
  });
  return lines;
}

Selection grouped(Grouping how, const Lines& columns, bool shares = false) {
  Selection selection;
  selection.groups = {how, columns, shares};
  return selection;
}

Selection counted(const Lines& columns) { return grouped(Grouping::counted, columns); }

Lines names_of(const std::vector<ColumnInfo>& columns) {
  Lines names;
  for (const ColumnInfo& column : columns) names.push_back(column.name);
  return names;
}

}  // namespace

TEST_CASE(
    "Every column of every table can be counted by, told once and looked for first and last") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  for (const TableInfo& table : tables()) {
    for (const bool evidence : {false, !table.evidence_view.empty()}) {
      Selection all;
      all.evidence = evidence;
      all.columns = {"all"};
      Lines names = names_of(columns_of(table, all));
      names.insert(names.end(), {"year", "decade"});
      for (const std::string& name : names) {
        INFO(table.name << " " << name << (evidence ? " --evidence" : ""));
        for (const Grouping how :
             {Grouping::counted, Grouping::distinct, Grouping::first, Grouping::last}) {
          Selection selection = grouped(how, {name}, how == Grouping::counted);
          selection.evidence = evidence;
          REQUIRE(given(base, std::string(table.name), selection).size() ==
                  count(base, table, selection));
        }
      }
    }
  }
}

TEST_CASE("Groups are counted, the largest first and then by key") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection = counted({"name"});
  CHECK(given(base, "organizations", selection) ==
        Lines{"NATO|2|2", "Centre for Naïve Policy|1|1", "Council of Europe|1|1"});
  selection.reverse = true;
  selection.limit = 2;
  CHECK(given(base, "organizations", selection) ==
        Lines{"Council of Europe|1|1", "Centre for Naïve Policy|1|1"});
  selection = counted({"name"});
  selection.sort = "name";
  selection.offset = 2;
  CHECK(given(base, "organizations", selection) == Lines{"NATO|2|2"});
  CHECK(given(base, "organizations", counted({"decade", "year", "country"})) ==
        Lines{"2000s|2005|AZE|3|1", "1990s|1994|CIV|1|1"});
  CHECK(given(base, "organizations", counted({"body", "body"})) ==
        Lines{"nato|2|2", "council-of-europe|1|1", "-|1|1"});
}

TEST_CASE("With evidence citations and their sentences are counted") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection = counted({"name"});
  selection.evidence = true;
  CHECK(given(base, "organizations", selection) ==
        Lines{"NATO|3|2|2", "Centre for Naïve Policy|1|1|1", "Council of Europe|1|1|1"});
  selection.groups = {Grouping::counted, {"quote"}, false};
  selection.limit = 1;
  CHECK(given(base, "organizations", selection) == Lines{"NATO|2|2|2"});
}

TEST_CASE("Each item of a list is a value") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection = counted({"instruments"});
  selection.sort = "instruments";
  CHECK(columns_of(*find_table("principles"), selection).front().type == ColumnType::text);
  CHECK(given(base, "principles", selection) ==
        Lines{"Charter of the United Nations, Article 2(4)|1|1", "Final Communique of Bandung|1|1",
              "Final Communique of Bandung, principle 2|1|1"});
}

TEST_CASE("A share is of the documents that pass the filters of documents, and are of the group") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection = grouped(Grouping::counted, {"role"}, true);
  CHECK(names_of(columns_of(*find_table("organizations"), selection)) ==
        Lines{"role", "rows", "documents", "of_documents", "share_of_documents"});
  // Two documents, one of which has a member.
  selection.filters = {{"role", {"member"}}};
  CHECK(given(base, "organizations", selection) == Lines{"member|1|1|2|5000e-4"});
  // The filter of rows narrows what is counted, the filter of documents what it is a share of.
  selection.filters.push_back({"country", {"AZE"}});
  CHECK(given(base, "organizations", selection) == Lines{"member|1|1|1|10000e-4"});
  // Of a decade's documents, not of all.
  selection.filters = {{"role", {"member"}}};
  selection.groups.columns = {"role", "decade"};
  CHECK(given(base, "organizations", selection) == Lines{"member|2000s|1|1|1|10000e-4"});
  // Documents themselves are shares of all documents.
  selection = grouped(Grouping::counted, {"country"}, true);
  CHECK(given(base, "documents", selection) == Lines{"AZE|1|1|2|5000e-4", "CIV|1|1|2|5000e-4"});
}

TEST_CASE("Sentences have a share of their own") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection = grouped(Grouping::counted, {"name"}, true);
  selection.evidence = true;
  selection.limit = 1;
  selection.columns = {"name", "sentences", "of_sentences", "share_of_sentences"};
  CHECK(given(base, "organizations", selection) == Lines{"NATO|2|10|2000e-4"});
}

TEST_CASE("Values are told once, in order, and what is missing is none") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  CHECK(given(base, "organizations", grouped(Grouping::distinct, {"body"})) ==
        Lines{"council-of-europe", "nato"});
  CHECK(given(base, "organizations", grouped(Grouping::distinct, {"country", "body"})) ==
        Lines{"AZE|council-of-europe", "AZE|nato", "AZE|-", "CIV|nato"});
}

TEST_CASE("The first and the last row of each group, by the date of the document") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Selection selection = grouped(Grouping::first, {"body"});
  selection.columns = {"body", "role", "date"};
  // A row without a body is in no group.
  CHECK(given(base, "organizations", selection) ==
        Lines{"nato|mention|1994", "council-of-europe|member|2005-09-17"});
  selection.groups.how = Grouping::last;
  CHECK(given(base, "organizations", selection) ==
        Lines{"council-of-europe|member|2005-09-17", "nato|partner|2005-09-17"});
  // The filters choose the rows of which one is the last.
  selection.filters = {{"role", {"mention"}}};
  CHECK(given(base, "organizations", selection) == Lines{"nato|mention|1994"});
  selection.columns = {};
  CHECK(names_of(columns_of(*find_table("organizations"), selection)) ==
        Lines{"body", "date", "name", "acronym", "kind", "role", "role_country", "note",
              "citations", "document"});
  selection = grouped(Grouping::first, {"name"});
  selection.evidence = true;
  selection.columns = {"name", "quote"};
  selection.sort = "name";
  CHECK(given(base, "organizations", selection) ==
        Lines{"Centre for Naïve Policy|Centre for Naïve Policy",
              "Council of Europe|Council of Europe", "NATO|NATO"});
}

TEST_CASE("A column that a group has not is refused, and it is said where it is") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  const auto message = [&](const std::string& table, const Selection& selection) {
    try {
      count(base, *find_table(table), selection);
      given(base, table, selection);
    } catch (const SelectionError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(message("principles", counted({"theme"})) ==
        "principles have no column 'theme'; it is a column of priorities");
  CHECK(message("principles", counted({"quote"})) ==
        "principles have no column 'quote'; it comes with --evidence");
  CHECK(message("principles", counted({"nrom"})) ==
        "principles have no column 'nrom'; did you mean norm? See 'attache principles --help'");
  Selection selection = counted({"norm"});
  selection.sort = "document";
  CHECK(message("principles", selection) ==
        "principles counted by norm have no column 'document'; did you mean documents? There are "
        "norm, rows, documents");
  selection.sort = "wording";
  CHECK(message("principles", selection) ==
        "principles counted by norm have no column 'wording'; there are norm, rows, documents");
  selection.sort = "share_of_documents";
  CHECK(message("principles", selection) ==
        "principles counted by norm have no column 'share_of_documents'; it comes with --share");
}
