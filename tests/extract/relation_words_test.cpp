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
  return RelationWords(analysis, mentions, states).in(0);
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

TEST_CASE("a sentence in which nobody could have a relation is not parsed for one") {
  CHECK(may_tell("We are members of NATO.", 4, 5));
  CHECK(may_tell("The Government that joined NATO has fallen.", 4, 5));
  CHECK(may_tell("It's a member of NATO.", 5, 6));
  CHECK(may_tell("Nobody joined NATO.", 2, 3));  // a cue's role may have to be kept out
  CHECK_FALSE(may_tell("Peace returns to NATO.", 3, 4));
  CHECK_FALSE(may_tell("The talks with NATO go on.", 3, 4));
}

TEST_CASE("a body on the side of the unit where it cannot stand tells no relation") {
  CHECK(may_tell("Japan is a NATO country.", 3, 4));
  CHECK(may_tell("NATO, whose country we are, helps.", 0, 1));
  CHECK_FALSE(may_tell("Our country thanks NATO.", 3, 4));
  CHECK(may_tell("Kenya belongs to NATO.", 3, 4));
  CHECK_FALSE(may_tell("NATO tells us what belongs to Kenya.", 0, 1));
  CHECK(may_tell("NATO, to which Kenya belongs, helps.", 0, 1));
  CHECK(may_tell("To the following Kenya belongs: NATO.", 6, 7));
}
