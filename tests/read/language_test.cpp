// SPDX-License-Identifier: MIT
#include "seed/read/language.h"

#include "tests/catch.h"

using namespace attache;

TEST_CASE("a language is its tag, however it is written") {
  for (const char* english : {"en", "EN", "eng", "English", " english ", "ENGLISH"})
    CHECK(language_tag(english) == "en");
  CHECK(language_tag("fra") == "fr");
  CHECK(language_tag("Deutsch") == "de");
  CHECK(language_tag("en_gb") == "en-GB");
  CHECK(language_tag("EN-us") == "en-US");
  CHECK(language_tag("zh-hant-tw") == "zh-Hant-TW");
  CHECK(language_tag("Klingon") == "Klingon");
  CHECK(language_tag("").empty());
}
