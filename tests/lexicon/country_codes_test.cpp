// SPDX-License-Identifier: MIT
#include "seed/lexicon/country_codes.h"

#include "seed/embedded.h"
#include "seed/lexicon/lexicon.h"
#include "tests/catch.h"

using namespace attache;

namespace {

std::string code(std::string_view name) {
  static const Lexicon lexicon = load_lexicon(embedded_lexicon());
  return lexicon.country_code(name);
}

}  // namespace

TEST_CASE(
    "letters with points or strokes between them are no codes, but those that are written so") {
  for (const char* none :
       {"n/a", "N.A.", "i.e.", "e.g.", "a.m.", "c/o", "U/K", "n-a", "b.c.", "i/o"})
    CHECK(code(none).empty());
  CHECK(code("U.K.") == "GBR");
  CHECK(code("u.s.") == "USA");
  CHECK(code("U.S.A.") == "USA");
  CHECK(code("U.A.E.") == "ARE");
  CHECK(code("na") == "NAM");
  CHECK(code("NAM") == "NAM");
}

TEST_CASE("a state is known by its words in another order and shortened") {
  CHECK(code("Egypt, Arab Rep.") == "EGY");
  CHECK(code("Congo, Dem. Rep.") == "COD");
  CHECK(code("Congo, Rep.") == "COG");
  CHECK(code("Yemen, Rep.") == "YEM");
  CHECK(code("Iran, Islamic Rep.") == "IRN");
  CHECK(code("Korea, Dem. People's Rep.") == "PRK");
  CHECK(code("Venezuela, RB") == "VEN");
  CHECK(code("Hong Kong SAR, China") == "HKG");
  CHECK(code("Tanzania, United Rep. of") == "TZA");
  CHECK(code("St. Lucia") == "LCA");
  CHECK(code("Central African Rep.") == "CAF");
  CHECK(code("Rep. of Narnia").empty());
}

TEST_CASE("two names of one state are its name, of two none") {
  CHECK(code("T\u00fcrkiye (Turkey)") == "TUR");
  CHECK(code("United Arab Emirates (UAE)") == "ARE");
  CHECK(code("France (FRA)") == "FRA");
  CHECK(code("Burma/Myanmar") == "MMR");
  CHECK(code("France (DEU)").empty());
  CHECK(code("France/Germany").empty());
}

TEST_CASE("a code that a state had is its code today, that of another state is not") {
  CHECK(code("BUR") == "MMR");
  CHECK(code("ZAR") == "COD");
  CHECK(code("tmp") == "TLS");
  CHECK(code("HVO") == "BFA");
  CHECK(code("RHO") == "ZWE");
  CHECK(code("ROM") == "ROU");
  CHECK(code("BU") == "MMR");
  CHECK(code("SUN") == "SUN");
  CHECK(code("YUG") == "YUG");
  CHECK(code("DDR") == "DDR");
}
