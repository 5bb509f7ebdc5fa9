// SPDX-License-Identifier: MIT
#include "cli/exchange/guid.h"
#include "cli/exchange/lines.h"
#include "cli/exchange/reviewed.h"
#include "tests/catch.h"

namespace {

/// The pieces with bars between them.
std::string pieces(const std::string& text) {
  std::string out;
  for (const attache::ByteSpan& piece :
       attache::pieces_on_lines(text, {0, static_cast<std::int64_t>(text.size())}))
    out += (out.empty() ? "" : "|") +
           text.substr(static_cast<std::size_t>(piece.start),
                       static_cast<std::size_t>(piece.end - piece.start));
  return out;
}

bool all(std::string_view) { return true; }

attache::ReviewedDocument reviewed(std::vector<attache::Mark> marks) {
  const attache::ExportedRow row{
      "organizations", "a/organizations/nato", "", {{"role", "member"}}, {{0, 4}, {9, 13}}};
  return {{"a", "digest", {row}, "", ""}, std::move(marks), "", ""};
}

attache::Mark mark(attache::CharacterSpan span, const std::string& role,
                   const std::string& ref = "a/organizations/nato") {
  return {"Organization", "organizations", ref, span, {{"role", role}}, ""};
}

}  // namespace

TEST_CASE("a span is parted at what any program takes for the end of a line or field") {
  CHECK(pieces("one") == "one");
  CHECK(pieces("  one two  ") == "one two");
  CHECK(pieces("one \r\n  two\rthree\n\nfour") == "one|two|three|four");
  CHECK(pieces("a\tb\vc\fd\x01"
               "e") == "a|b|c|d|e");
  CHECK(pieces("a\xC2\x85"
               "b\xE2\x80\xA8"
               "c\xE2\x80\xA9"
               "d") == "a|b|c|d");
  CHECK(pieces("\xF0\x9F\x98\x80 \xC3\xA9") == "\xF0\x9F\x98\x80 \xC3\xA9");
  CHECK(pieces(" \n ").empty());
  CHECK(pieces("a\xFF"
               "b") == "a\xFF"
                       "b");
}

TEST_CASE("plain line ends move no character") {
  CHECK(attache::with_plain_line_ends("a\r\nb\rc\n\r\n\r") == "a \nb\nc\n \n\n");
  CHECK(attache::with_plain_line_ends("\r\r\n") == "\n \n");
  CHECK(attache::with_plain_line_ends("").empty());
}

TEST_CASE("GUIDs are UUIDs of version 5 in the namespace of URLs") {
  // What Python's uuid.uuid5(uuid.NAMESPACE_URL, "attache:user:attache") gives.
  CHECK(attache::stable_guid("user:attache") == "9ca7fc60-d1d2-5b1b-86ae-d2cee9596d63");
  CHECK(attache::stable_guid("a") != attache::stable_guid("b"));
}

TEST_CASE("what was done to annotations decides on their row") {
  const auto decided = [](std::vector<attache::Mark> marks) {
    const attache::ReviewedDocument document = reviewed(std::move(marks));
    const attache::Judgements out = attache::judge(document, all);
    REQUIRE(out.rows.size() == 1);
    std::string words = out.rows[0].decision;
    for (const std::string& set : out.rows[0].sets) words += " " + set;
    return words + " +" + std::to_string(out.added.size()) + " -" + std::to_string(out.dropped) +
           " >" + std::to_string(out.moved);
  };
  CHECK(decided({mark({0, 4}, "member"), mark({9, 13}, "member")}) == "accepted +0 -0 >0");
  CHECK(decided({}) == "rejected +0 -0 >0");
  CHECK(decided({mark({0, 4}, "member")}) == "accepted +0 -1 >0");
  CHECK(decided({mark({0, 4}, "founder"), mark({9, 13}, "member")}) ==
        "amended role=founder +0 -0 >0");
  CHECK(decided({mark({0, 4}, ""), mark({9, 13}, "member")}) == "amended role= +0 -0 >0");
  CHECK(decided({mark({0, 4}, "host"), mark({9, 13}, "chair")}) == " +0 -0 >0");
  CHECK(decided({mark({0, 3}, "member"), mark({9, 13}, "member")}) == "accepted +0 -0 >1");
  // Without its reference a mark is known by its place; elsewhere it is new.
  CHECK(decided({mark({0, 4}, "member", ""), mark({20, 24}, "member", "")}) ==
        "accepted +1 -1 >0");
  CHECK(decided({{"Leader", "leaders", "a/organizations/nato", {0, 4}, {}, ""}}) ==
        "rejected +1 -0 >0");
}
