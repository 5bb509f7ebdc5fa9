// SPDX-License-Identifier: MIT
#include "seed/text/fold.h"

#include "tests/catch.h"

using namespace attache;

TEST_CASE("words that differ in case, diacritics or hyphens fold to one form") {
  CHECK(fold_word("Co-operation") == "cooperation");
  CHECK(fold_word("coop-\neration") == "cooperation");
  CHECK(fold_word("C\u00f4te") == "cote");
  CHECK(fold_word("\u00d8rsted") == "orsted");
  CHECK(fold_word("\u0130smail") == "ismail");
  CHECK(fold_word("d\u2019Ivoire") == "divoire");
  CHECK(fold_word("H.E.") == "h.e.");
}

TEST_CASE("invalid bytes are dropped, never kept") {
  CHECK(fold_word("a\xFF"
                  "b") == "ab");
}

TEST_CASE("phrases keep word boundaries and lose punctuation") {
  CHECK(fold_phrase("  The U.N., (New\tYork) ") == "the un new york");
  CHECK(fold_phrase("") == "");
}

TEST_CASE("wordings join hyphenated line ends and keep real hyphens") {
  CHECK(fold_space("peace\n and   security ") == "peace and security");
  CHECK(fold_space("coop-\neration") == "cooperation");
  CHECK(fold_space("South-\nSouth") == "South-South");
  CHECK(fold_space("good-neighbourly") == "good-neighbourly");
}

TEST_CASE("slugs are ASCII words joined by hyphens") {
  CHECK(slugify("C\u00f4te d\u2019Ivoire") == "cote-divoire");
  CHECK(slugify("  GUAM (2001) ") == "guam-2001");
  CHECK(slugify("!!!") == "");
}

TEST_CASE("a wording keeps the hyphen at a line's end where it is asked to") {
  const auto keeps = [](std::string_view first, std::string_view second) {
    return first == "self" && second == "determination";
  };
  CHECK(fold_space("self-\ndetermination", keeps) == "self-determination");
  CHECK(fold_space("coop-\neration", keeps) == "cooperation");
  CHECK(fold_space("Organi\u00ad\nzation") == "Organization");
}
