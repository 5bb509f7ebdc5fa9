// SPDX-License-Identifier: MIT
#include "schema/turned_names.h"
#include "schema/value_key.h"

#include "schema/nearest.h"
#include "tests/catch.h"

using namespace attache;

using Lines = std::vector<std::string>;

TEST_CASE("values are the same however they are written") {
  for (const char* one :
       {"self-determination", "Self_Determination", "self determination", "SELFDETERMINATION",
        "self\u2010determination", "self \u2014 determination"})
    CHECK(value_key(one) == "selfdetermination");
  for (const char* one : {"Côte d\u2019Ivoire", "Cote d'Ivoire", "CÔTE D\u2018IVOIRE",
                          "cote d\u02BCivoire", "cote divoire"})
    CHECK(value_key(one) == "cotedivoire");
  CHECK(value_key("São Tomé & Príncipe") == "saotomeprincipe");
  CHECK(value_key("-- ") == "");
  CHECK(value_key("мир и безопасность") == "мирибезопасность");
}

TEST_CASE("names are turned about that registers turned about") {
  CHECK(turned_names("Korea, Republic of") == Lines{"Republic of Korea"});
  CHECK(turned_names("Bolivia (Plurinational State of)") ==
        Lines{"Plurinational State of Bolivia"});
  CHECK(turned_names("Congo, the Democratic Republic of the") ==
        Lines{"the Democratic Republic of the Congo", "Democratic Republic of the Congo"});
  CHECK(turned_names("The Gambia") == Lines{"Gambia"});
  CHECK(turned_names("Kenya").empty());
  CHECK(turned_names("Kenya,").empty());
  CHECK(turned_names(")Kenya(").empty());
}

TEST_CASE("the words of a title that tell it from others, and their initials") {
  CHECK(telling_words("Treaty on the Non-Proliferation of Nuclear Weapons") ==
        Lines{"treaty", "non", "proliferation", "nuclear", "weapons"});
  CHECK(initials("Universal Declaration of Human Rights") == "udhr");
}

TEST_CASE("a word of a name that is mistyped is nearest where no whole name is") {
  const Lines names{"Charter of the United Nations", "Paris Agreement", "security"};
  CHECK(nearest("UN Chartr", names) == Lines{"Charter of the United Nations"});
  CHECK(nearest("Pariss", names) == Lines{"Paris Agreement"});
  CHECK(nearest("securty", names) == Lines{"security"});
  CHECK(nearest("zebra", names).empty());
}
