// SPDX-License-Identifier: MIT
#include <set>

#include "seed/frames/frames.h"
#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using attache::test::role;
using attache::test::rows_of;

namespace {

/// Without the brackets that mark the body.
std::string plain(std::string text) {
  for (const std::string_view mark : {"[[", "]]"}) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  }
  return text;
}

std::string marked(const std::string& example) {
  const auto first = example.find("[[") + 2;
  return example.substr(first, example.find("]]") - first);
}

bool same_line(const LexicalUnit& unit, std::string_view id) {
  const auto& units = test::carried().frames.units;
  return std::any_of(units.begin(), units.end(), [&](const LexicalUnit& other) {
    return other.id == id && other.file == unit.file && other.line == unit.line;
  });
}

/// A row of the body that the example marks cites the unit, or one that stands in its line.
bool fires(const LexicalUnit& unit) {
  const auto text = plain(unit.example);
  for (const auto& row : rows_of(text).organizations) {
    for (const auto& citation : row.citations) {
      if (same_line(unit, citation.rule) && slice(text, citation.span) == marked(unit.example))
        return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("every lexical unit gives its role to the body that its example marks") {
  std::set<std::pair<std::string, std::size_t>> seen;
  for (const auto& unit : test::carried().frames.units) {
    if (!seen.emplace(unit.file, unit.line).second) continue;
    CAPTURE(unit.id, unit.line, unit.example);
    CHECK(fires(unit));
  }
}

TEST_CASE("a standing turns a relation into a role, or into none") {
  const auto nato = [](std::string_view text) {
    return role(rows_of(text, {"KEN", "2005"}), "nato");
  };
  CHECK(nato("Kenya joined NATO.") == "member");
  CHECK(nato("Kenya hopes to join NATO.") == "candidate");
  CHECK(nato("Kenya will join NATO.") == "candidate");
  CHECK(nato("Kenya should be admitted to NATO.") == "candidate");
  CHECK(nato("Kenya is no longer a member of NATO.") == "former-member");
  for (const auto text :
       {"It is false that Kenya is a member of NATO.", "We deny that Kenya is a member of NATO.",
        "Rumours that Kenya joined NATO are false.", "Had Kenya joined NATO, all would be well.",
        "Kenya is hardly a member of NATO.", "Kenya's membership in NATO was rejected.",
        "Kenya refused to join NATO.", "If Kenya joined NATO, we would protest.",
        "Kenya opposes India's membership in NATO.", "Should Kenya join NATO, it would gain.",
        "Has Kenya joined NATO?", "Nobody claims that Kenya is a member of NATO.",
        "The allegation that Kenya left NATO is untrue.",
        "Reports that Kenya had joined NATO were unfounded."}) {
    CAPTURE(text);
    CHECK(nato(text) == "mention");
  }
}

TEST_CASE("an end that is only willed leaves the relation, and a wish that ended leaves none") {
  const auto nato = [](std::string_view text) {
    return role(rows_of(text, {"KEN", "2005"}), "nato");
  };
  CHECK(nato("Kenya suspended its membership of NATO.") == "mention");
  CHECK(nato("We call for the Assembly to freeze Chad's membership in NATO.") == "member");
  CHECK(nato("Hungary threatened to suspend its membership of NATO.") == "member");
  CHECK(nato("Iceland suspended its application for NATO membership in 2015.") == "mention");
  CHECK(nato("Norway shelved its application to join NATO.") == "mention");
  CHECK(nato("Ireland's bid for membership of NATO was defeated.") == "mention");
  CHECK(nato("The Maldives is set to return to NATO.") == "candidate");
}

TEST_CASE("passives, clauses and nouns are one relation") {
  for (const auto text :
       {"Ghana was admitted to the African Union.", "The African Union admitted Ghana.",
        "the African Union, to which Ghana was admitted, met.",
        "Ghana, a member of the African Union, agreed.",
        "As a member of the African Union, Ghana agreed.",
        "Ghana, which is a member of the African Union, agreed.",
        "Ghana became a member of the African Union.",
        "Ghana is proud to be a member of the African Union.",
        "Ghana's membership in the African Union is old.",
        "Ghana is one of the members of the African Union.",
        "Ghana agreed as a member of the African Union.",
        "Ghana and other members of the African Union agreed.",
        "The admission of Ghana to the African Union is old.",
        "We welcome Ghana's accession to the African Union."}) {
    CAPTURE(text);
    const auto rows = rows_of(text, {"KEN", "2005"});
    const auto* row = test::body_row(rows, "african-union");
    REQUIRE(row != nullptr);
    CHECK(row->role == "member");
    CHECK(row->country == "GHA");
  }
}

TEST_CASE("the subject of the clause has the role, not the state that stands nearest") {
  const auto holder = [](std::string_view text) {
    const auto rows = rows_of(text, {"KEN", "2005"});
    const auto* row = test::body_row(rows, "unesco");
    return row == nullptr || row->role == "mention" ? std::string() : row->country;
  };
  CHECK(holder("North Korea joined UNESCO.") == "PRK");
  CHECK(holder("South Sudan joined UNESCO.") == "SSD");
  CHECK(holder("Papua New Guinea joined UNESCO.") == "PNG");
  CHECK(holder("Last year the United States joined UNESCO.") == "USA");
  CHECK(holder("In 1992 the Republic of Korea joined UNESCO.") == "KOR");
  CHECK(holder("The Minister said that Chad had joined UNESCO.") == "TCD");
  CHECK(holder("Chad, in talks with Niger, joined UNESCO.") == "TCD");
  CHECK(holder("The neighbours of Niger joined UNESCO.").empty());
  CHECK(holder("Last spring the Democratic People's Republic of Korea was admitted to UNESCO.") ==
        "PRK");
}

TEST_CASE("two names that a hyphen joins are the two sides of a relation") {
  const auto nato = [](std::string_view text) {
    return role(rows_of(text, {"UKR", "2005"}), "nato");
  };
  CHECK(nato("The NATO-Ukraine partnership grows.") == "partner");
  CHECK(nato("We value the Ukraine-NATO dialogue.") == "partner");
  const auto rows = rows_of("UN-Habitat has its seat in Kenya.", {"KEN", "2005"});
  CHECK(test::body_row(rows, "un-habitat") != nullptr);
  CHECK(test::body_row(rows, "united-nations") == nullptr);
}

TEST_CASE("a colon hands a relation on to the bodies that it lists") {
  for (const auto text :
       {"Kenya belongs to the following bodies: (a) the African Union; (b) COMESA; (c) IGAD.",
        "Kenya is a member of the following organizations: 1. African Union 2. COMESA 3. IGAD",
        "Kenya belongs to these bodies:\n\n- the African Union\n- COMESA\n- IGAD\n"}) {
    CAPTURE(text);
    const auto rows = rows_of(text, {"KEN", "2005"});
    for (const auto body : {"african-union", "comesa", "igad"}) CHECK(role(rows, body) == "member");
  }
}

TEST_CASE("what a frame tells of one body, no cue hands to the next clause") {
  const auto rows = rows_of("Under the Ghanaian chairmanship of ECOWAS, the World Bank lent money.",
                            {"KEN", "2005"});
  CHECK(role(rows, "ecowas") == "chair");
  CHECK(role(rows, "world-bank") == "mention");
}

TEST_CASE("people near a mission's place do not serve in it") {
  const auto unmiss = [](std::string_view text) {
    return role(rows_of(text, {"KEN", "2005"}), "unmiss");
  };
  CHECK(unmiss("Soldiers were seen two kilometres north of the UNMISS base.") == "mention");
  CHECK(unmiss("Our soldiers serve in the UNMISS contingent.") == "contributor");
}

TEST_CASE("a file of frames that is wrong is told with its line") {
  Lexicon lexicon = load_lexicon(embedded_lexicon());
  const auto error = [&](std::string_view toml) -> std::string {
    const EmbeddedFile file{"own.toml", toml};
    try {
      load_frames({&file, 1}, {}, lexicon);
    } catch (const DataError& what) {
      return what.what();
    }
    return {};
  };
  CHECK(error("[[frame]]\nasserted = \"member\"\n") == "own.toml:1: a frame needs a name");
  CHECK(error("[words]\nown = 3\n") == "own.toml:2: own must be a list of strings");
  CHECK(error("[words]\nfoe = []\n")
            .starts_with("own.toml:2: no kind of words 'foe'; known are own"));
  CHECK(error("[[frame]]\nname = \"a\"\nunits = [\n  { verb = \"join\" },\n]\n") ==
        "own.toml:4: a unit needs verb, noun or predicate, body and example");
  CHECK(error("x = ").starts_with("own.toml:1: is not TOML"));
}
