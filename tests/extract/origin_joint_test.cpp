// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

/// The state of a text that speaks as one, under a title.
std::string country_under(const std::string& title) {
  DocumentContext context;
  context.title = title;
  return test::rows_of(
             "My country, Norway, is small. We are proud of it. Norway reaffirms its aims.",
             context)
      .origin.country;
}

std::string date_of(const std::string& head, const std::string& foot = {}) {
  std::string prose;
  for (int i = 0; i < 60; ++i)
    prose += "The talks of 4 May 1999 in the capital were held in a good spirit by both sides.\n";
  return test::rows_of(head + "\n\n" + prose + "\n" + foot + "\n", {}).origin.date;
}

}  // namespace

TEST_CASE("a joint paper is no single state's, whatever its text says") {
  for (const char* title :
       {"Norway-Kenya Joint Leaders\u2019 Statement",
        "Joint Statement by President Berg and President Otieno",
        "Norway\u2013Chile Joint Statement", "U.S.-Chile Joint Statement",
        "Kenya/Norway: joint communique", "Declaration of Kenya and Norway",
        "Trilateral Leaders' Statement: A New Era",
        "Communiqu\u00e9 conjoint France-S\u00e9n\u00e9gal", "China-Africa Joint Declaration",
        "Declaraci\u00f3n conjunta de los presidentes", "Meeting in Oslo: Joint Press Release",
        "Statement by Norway and the Republic of Chile"}) {
    CAPTURE(title);
    CHECK(country_under(title).empty());
  }
  for (const char* title :
       {"Statement by the Minister", "Remarks on the Joint Statement with Kenya",
        "Statement by Norway on Kenya and Chile", "Speech to the Joint Session", ""}) {
    CAPTURE(title);
    CHECK(country_under(title) == "NOR");
  }
}

TEST_CASE("what metadata give to several states is nobody's") {
  DocumentContext context;
  context.of_several = true;
  CHECK(test::rows_of("My country, Fiji, is small.", context).origin.country.empty());
}

TEST_CASE("a day in words keeps its tens, and figures their ending") {
  const auto done = [](const std::string& day) {
    return date_of("A TREATY", "DONE at Oslo, " + day);
  };
  CHECK(done("this twenty ninth day of April, 1994.") == "1994-04-29");
  CHECK(done("the twenty- Fourth day of November two thousand and six.") == "2006-11-24");
  CHECK(done("this thirty first day of May, 1989.") == "1989-05-31");
  CHECK(done("this 22 nd day of May 2004.") == "2004-05-22");
  CHECK(done("this Third (3rd) day of May 2004.") == "2004-05-03");
  CHECK(done("this 3rd (third) day of May 2004.") == "2004-05-03");
  CHECK(done("this sixth day of June, one thousand eight hundred and forty-six.") == "1846-06-06");
  CHECK(done("the fifteenth of June, in the year of our Lord one thousand eight hundred and forty "
             "six.") == "1846-06-15");
}

TEST_CASE("written days of other languages") {
  CHECK(date_of("ACORDO", "Feito em Lisboa, aos 3 dias do m\u00eas de maio de 1999.") ==
        "1999-05-03");
  CHECK(date_of("ACCORD",
                "Fait \u00e0 Gen\u00e8ve, le vingt-neuf avril mil neuf cent "
                "quatre-vingt-quatorze.") == "1994-04-29");
}

TEST_CASE("a day of what a line only names is not the document's") {
  CHECK(date_of("A TREATY",
                "an agreement between Chile and\nPeru (signed on 23 March 1982).\n"
                "DONE at ---- day of----- two thousand and four in two copies.")
            .empty());
  CHECK(date_of("Speech delivered at Oslo University\non the occasion of the visit of 3 May 2003\n"
                "21 September 2011") == "2011-09-21");
  CHECK(date_of("Adopted at the meeting of 3 May 2003") == "2003-05-03");
}
