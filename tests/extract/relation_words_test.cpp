// SPDX-License-Identifier: MIT
#include "seed/extract/relation_words.h"

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

/// Whether the one sentence may tell a relation to the body that tokens [first, last) name.
bool may_tell(std::string_view sentence, std::uint32_t first, std::uint32_t last) {
  const Analysis analysis(sentence, {"KEN", "2005"}, test::knowledge());
  std::vector<BodyMention> mentions(1);
  mentions.front().range = {first, last};
  const StateWords states(analysis, mentions);
  return RelationWords(analysis, states).in(0);
}

}  // namespace

TEST_CASE("a sentence is parsed for relations only where its words could tell one") {
  CHECK(may_tell("Kenya joined the United Nations.", 3, 5));
  CHECK(may_tell("Kenya took part in NATO exercises.", 4, 5));
  CHECK(may_tell("The NATO-wide debate of member-states goes on.", 1, 2));
}

TEST_CASE("a body's own words and units without their companions tell no relation") {
  CHECK_FALSE(may_tell("The United Nations deserves thanks.", 1, 3));
  CHECK_FALSE(may_tell("We have read what NATO says.", 4, 5));
  CHECK_FALSE(may_tell("Peace matters to NATO.", 3, 4));
}
