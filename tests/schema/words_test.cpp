// SPDX-License-Identifier: MIT
#include "schema/fold.h"
#include "schema/nearest.h"
#include "schema/slug.h"
#include "tests/catch.h"

using namespace attache;

TEST_CASE("Folding drops case and diacritics") {
  REQUIRE(fold("NATO") == "nato");
  REQUIRE(fold("Côte d'Ivoire") == "cote d'ivoire");
  REQUIRE(fold("ŁÓDŹ Straße") == "lodz strasse");
  REQUIRE(fold("Đorđe, Ærø, Øresund, œuvre, Þór, ıssız") ==
          "dorde, aero, oresund, oeuvre, thor, issiz");
  REQUIRE(fold("broken \xff byte") == "broken \xff byte");
}

TEST_CASE("Slugs are lower-case ASCII words joined by hyphens") {
  REQUIRE(reference_slug("Côte d'Ivoire, 2005!") == "cote-divoire-2005");
  REQUIRE(reference_slug("  --  ") == "x");
  REQUIRE(reference_slug("外交").starts_with("x-"));
  REQUIRE(reference_slug("外交").size() == 10);
  REQUIRE(reference_slug("外交") == reference_slug("外交"));
  REQUIRE(reference_slug("外交") != reference_slug("речь"));
  REQUIRE(reference_slug(std::string(200, 'a')).size() == slug_limit);
}

TEST_CASE("Long slugs are cut between words") {
  const std::string slug = reference_slug(
      "the establishment of the regional peace and stability in the whole of the region");
  REQUIRE(slug == "the-establishment-of-the-regional-peace-and-stability-in-the");
}

TEST_CASE("A slug that is taken gets a number") {
  std::set<std::string> taken;
  REQUIRE(unique_slug("nato", taken) == "nato");
  REQUIRE(unique_slug("nato", taken) == "nato-2");
  REQUIRE(unique_slug("nato", taken) == "nato-3");
  REQUIRE(unique_slug("nato", taken) == "nato-4");
  REQUIRE(unique_slug("nato", taken) == "nato-5");
}

TEST_CASE("A slug between others is given, and none twice") {
  std::set<std::string> taken = {"nato", "nato-3", "nato-4"};
  REQUIRE(unique_slug("nato", taken) == "nato-2");
  taken.erase("nato-3");
  for (int i = 0; i < 20; ++i) {
    const std::size_t before = taken.size();
    unique_slug("nato", taken);
    REQUIRE(taken.size() == before + 1);
  }
}

TEST_CASE("Thousands of one name are told apart in a few questions each") {
  std::set<std::string> taken;
  std::size_t asked = 0;
  for (int i = 0; i < 4000; ++i) {
    taken.insert(free_slug("index", [&](const std::string& slug) {
      ++asked;
      return taken.count(slug) > 0;
    }));
  }
  REQUIRE(taken.size() == 4000);
  REQUIRE(taken.count("index-4000") == 1);
  REQUIRE(asked < 4000 * 26);
}

TEST_CASE("Edit distance") {
  REQUIRE(edit_distance("", "abc") == 3);
  REQUIRE(edit_distance("membre", "member") == 1);
  REQUIRE(edit_distance("ab", "ba") == 1);
  REQUIRE(edit_distance("nrom", "norms") == 2);
  REQUIRE(edit_distance("abcd", "badc") == 2);
  REQUIRE(edit_distance("chair", "member") == 5);
  REQUIRE(edit_distance("same", "same") == 0);
}

TEST_CASE("What was probably meant") {
  const std::vector<std::string> roles{"founder", "member", "former-member", "observer"};
  REQUIRE(suggestion("membre", roles, roles) == "; did you mean member?");
  REQUIRE(suggestion("memb", roles, roles) == "; did you mean member, former-member?");
  REQUIRE(suggestion("xyzxyzxyz", roles, roles) ==
          "; one of founder, member, former-member, observer");
  REQUIRE(suggestion("xyzxyzxyz", std::vector<std::string>(20, "founder"),
                     std::vector<std::string>(20, "founder"))
              .empty());
}
