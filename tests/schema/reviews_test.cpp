// SPDX-License-Identifier: MIT
#include "schema/reviews.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <cmath>

#include "schema/repair.h"
#include "schema/review_samples.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"

using namespace attache;
using test::by;
using test::damage;
using test::Lines;
using test::problems;
using test::rows;

namespace {

const std::string coe = "aze-2005/organizations/council-of-europe";
const std::string nato = "aze-2005/organizations/nato";

/// A knowledge base with the two documents, open for writing.
KnowledgeBase writable(const std::filesystem::path& file) {
  test::filled(file);
  return KnowledgeBase::open_for_writing(file);
}

std::string decide(KnowledgeBase& base, const std::string& reference, const std::string& decision,
                   const Lines& sets = {}) {
  ReviewChanges changes(base);
  const std::string objection = changes.decide(reference, decision, sets, "because", "ana");
  changes.commit();
  return objection;
}

std::string undo(KnowledgeBase& base, const std::string& reference) {
  ReviewChanges changes(base);
  const std::string objection = changes.undo(reference);
  changes.commit();
  return objection;
}

/// "ref decision status", a line each.
Lines standing(const KnowledgeBase& base) {
  Lines lines;
  for (const ReviewState& state : reviews(base))
    lines.push_back(state.review.reference() + " " + state.review.decision + " " +
                    std::string(name_of(state.status)));
  return lines;
}

Lines roles(const KnowledgeBase& base) {
  return rows(base, "organizations", by("document", {"aze-2005"}, {"name", "role", "review"}));
}

const Lines as_extracted{"Council of Europe|member|-", "NATO|partner|-",
                         "Centre for Naïve Policy|mention|-"};

}  // namespace

TEST_CASE("A rejected row is left out, unless it is asked for") {
  test::TemporaryFolder folder;
  auto base = writable(folder / "kb.db");
  REQUIRE(decide(base, nato, "rejected").empty());
  CHECK(roles(base) == Lines{"Council of Europe|member|-", "Centre for Naïve Policy|mention|-"});
  CHECK(rows(base, "organizations", by("rejected", {"1"})) == Lines{nato});
  CHECK(rows(base, "organizations", by("with-rejected", {"1"})).size() == 4);
  CHECK(rows(base, "organizations", by("reviewed", {"1"})).empty());
  CHECK(rows(base, "organizations", by("unreviewed", {"1"})).size() == 3);
  CHECK(rows(base, "documents", by("document", {"aze-2005"}, {"organizations"})) == Lines{"2"});
  Selection evidence;
  evidence.evidence = true;
  evidence.columns = {"ref"};
  CHECK(rows(base, "organizations", evidence).size() == 3);
  evidence.filters = {{"rejected", {"1"}}};
  CHECK(rows(base, "organizations", evidence) == Lines{nato, nato});
  CHECK(problems(base).empty());
  REQUIRE(undo(base, nato).empty());
  CHECK(roles(base) == as_extracted);
  CHECK(problems(base).empty());
}

TEST_CASE("An amended row says what it was given, and is found by it") {
  test::TemporaryFolder folder;
  auto base = writable(folder / "kb.db");
  REQUIRE(decide(base, nato, "amended", {"role=member", "body=Conseil de l'Europe"}).empty());
  CHECK(roles(base) == Lines{"Council of Europe|member|-", "Council of Europe|member|amended",
                             "Centre for Naïve Policy|mention|-"});
  CHECK(rows(base, "organizations", by("role", {"member"})) == Lines{coe, nato});
  CHECK(rows(base, "organizations", by("name", {"CoE"})).size() == 2);
  CHECK(rows(base, "organizations", by("reviewed", {"1"}, {"original"})) ==
        Lines{R"(["body=nato","role=partner","role_country=AZE","name=NATO","acronym=NATO",)"
              R"("kind=alliance"])"});
  REQUIRE(undo(base, nato).empty());
  CHECK(roles(base) == as_extracted);
  CHECK(rows(base, "organizations", by("name", {"NATO"})).size() == 2);
  CHECK(problems(base).empty());
}

TEST_CASE("An amended name is found by --name, and a new decision takes the place of the old") {
  test::TemporaryFolder folder;
  auto base = writable(folder / "kb.db");
  const std::string leader = "aze-2005/leaders/ilham-aliyev";
  REQUIRE(decide(base, leader, "amended", {"name=Heydar Aliyev"}).empty());
  CHECK(rows(base, "leaders", by("name", {"heydar"})) == Lines{leader});
  REQUIRE(decide(base, leader, "amended", {"office=Premier"}).empty());
  CHECK(rows(base, "leaders", by("reviewed", {"1"}, {"name", "office"})) ==
        Lines{"Heydar Aliyev|Premier"});
  CHECK(decide(base, leader, "accepted").starts_with("was amended "));
  REQUIRE(undo(base, leader).empty());
  REQUIRE(decide(base, leader, "accepted").empty());
  CHECK(rows(base, "leaders", by("reviewed", {"1"}, {"name", "review"})) ==
        Lines{"Ilham Aliyev|accepted"});
  CHECK(problems(base).empty());
}

TEST_CASE("What can't be amended is refused with what can") {
  test::TemporaryFolder folder;
  auto base = writable(folder / "kb.db");
  const auto refusal = [&](const std::string& set) {
    try {
      decide(base, nato, "amended", {set});
    } catch (const SelectionError& error) {
      return std::string(error.what());
    }
    return std::string("taken");
  };
  CHECK(refusal("role=membr").starts_with("no role 'membr'; did you mean member?"));
  CHECK(refusal("roel=member") ==
        "organizations have no column 'roel' that can be amended; did you mean role?");
  CHECK(refusal("name=") == "name can't be empty");
  CHECK(refusal("role") == "'role' is not COLUMN=VALUE");
  CHECK(decide(base, "aze-2005/organizations/none", "accepted") == "names no row");
  CHECK(decide(base, "aze-2005", "accepted") == "names no row");
  CHECK(reviews(base).empty());
}

TEST_CASE("Decisions outlast new extraction, and are told where the row is another") {
  test::TemporaryFolder folder;
  auto base = writable(folder / "kb.db");
  REQUIRE(decide(base, nato, "rejected").empty());
  REQUIRE(decide(base, coe, "amended", {"role=observer"}).empty());
  DocumentRecord document = test::baku();
  base.put(document, true);
  const Lines applied{coe + " amended applied", nato + " rejected applied"};
  CHECK(standing(base) == applied);
  CHECK(roles(base) ==
        Lines{"Council of Europe|observer|amended", "Centre for Naïve Policy|mention|-"});

  SECTION("another role") {
    document.organizations[1].role = "member";
    base.put(document, true);
    CHECK(standing(base) == Lines{coe + " amended applied", nato + " rejected changed"});
    CHECK(reviews(base)[1].difference == "role was 'partner' and is 'member' now");
    CHECK(roles(base).size() == 3);
  }
  SECTION("other words") {
    document.organizations[1].citations.pop_back();
    base.put(document, true);
    CHECK(reviews(base)[1].difference == "it cites other words now");
    CHECK(roles(base).size() == 3);
  }
  SECTION("the row is gone, and comes back") {
    document.organizations.erase(document.organizations.begin());
    base.put(document, true);
    CHECK(standing(base) == Lines{coe + " amended orphaned", nato + " rejected applied"});
    base.put(test::baku(), true);
    CHECK(standing(base) == applied);
  }
  SECTION("the document is removed, and comes back") {
    base.remove({base.documents().front()});
    CHECK(standing(base) == Lines{coe + " amended orphaned", nato + " rejected orphaned"});
    base.put(test::baku());
    CHECK(standing(base) == applied);
  }
  SECTION("what it was amended to is what is extracted now") {
    document.organizations[0].role = "observer";
    base.put(document, true);
    CHECK(standing(base) == applied);
  }
  SECTION("the document gets another slug") {
    document.slug = "baku";
    base.put(document, true);
    CHECK(standing(base) == Lines{"baku/organizations/council-of-europe amended applied",
                                  "baku/organizations/nato rejected applied"});
  }
  CHECK(problems(base).empty());
}

TEST_CASE("A check finds changed decisions, and no repair loses one") {
  test::TemporaryFolder folder;
  {
    auto base = writable(folder / "kb.db");
    REQUIRE(decide(base, nato, "rejected").empty());
  }
  damage(folder / "kb.db", "UPDATE reviews SET why = 'x'");
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  CHECK(problems(base) == Lines{"reviews: has not the rows that were stored"});
  forget_extracted(base);
  base.put(test::baku(), true);
  base.put(test::abidjan(), true);
  CHECK(standing(base) == Lines{nato + " rejected applied"});
  CHECK(roles(base).size() == 2);
  base.rebuild_index();
  CHECK(problems(base).empty());
}

TEST_CASE("A decision without a row of decisions is found") {
  test::TemporaryFolder folder;
  test::filled(folder / "kb.db");
  damage(folder / "kb.db", "UPDATE organizations SET review = 'rejected' WHERE body = 'nato'");
  const auto base = KnowledgeBase::open(folder / "kb.db");
  const Lines found = problems(base);
  CHECK(std::find(found.begin(), found.end(),
                  "aze-2005: has organizations with a decision that nobody made") != found.end());
}

TEST_CASE("No decision is kept on rows that another hand has changed") {
  test::TemporaryFolder folder;
  test::filled(folder / "kb.db");
  damage(folder / "kb.db", "UPDATE organizations SET role = 'chair' WHERE body = 'nato'");
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  ReviewChanges changes(base);
  CHECK_THROWS_AS(changes.decide(nato, "accepted", {}, "", "ana"), KnowledgeBaseError);
}

TEST_CASE("A colleague's decisions are taken where the row is the same") {
  using Conflict = ReviewChanges::Conflict;
  using What = ReviewChanges::Taken::What;
  test::TemporaryFolder folder;
  std::vector<Review> theirs;
  {
    auto base = writable(folder / "theirs.db");
    decide(base, nato, "rejected");
    decide(base, coe, "amended", {"role=observer"});
    for (const ReviewState& state : reviews(base)) theirs.push_back(state.review);
  }
  auto base = KnowledgeBase::open_for_writing(folder / "ours.db");
  base.put_vocabulary(test::vocabulary(), "first");
  DocumentRecord document = test::baku();
  document.slug = "speech";
  base.put(document);
  const auto take = [&](Review review, Conflict conflict) {
    ReviewChanges changes(base);
    const auto taken = changes.take(std::move(review), conflict);
    changes.commit();
    return taken;
  };
  REQUIRE(decide(base, "speech/organizations/nato", "accepted").empty());
  CHECK(take(theirs[0], Conflict::tell).what == What::added);  // under the slug that it has here
  CHECK(take(theirs[0], Conflict::tell).what == What::known);
  CHECK(take(theirs[1], Conflict::tell).words.starts_with("was rejected by ana at "));
  CHECK(take(theirs[1], Conflict::ours).what == What::kept);
  CHECK(take(theirs[1], Conflict::theirs).what == What::added);
  CHECK(standing(base) == Lines{"speech/organizations/council-of-europe amended applied",
                                "speech/organizations/nato rejected applied"});
  Review other = theirs[1];
  other.sha256 = "another";
  CHECK(take(other, Conflict::tell).words == "there is no such document here");
  other.document = "speech";
  CHECK(take(other, Conflict::tell).words == "the document here is another version of it");
  other = theirs[1];
  other.quotes = {"other words"};
  other.decision = "accepted";
  CHECK(take(other, Conflict::theirs).words ==
        "is not the row that was judged: it cites other words now");
  CHECK(standing(base)[1] == "speech/organizations/nato rejected applied");
  CHECK(problems(base).empty());
}

TEST_CASE("A sample is drawn once, and its precision told from what was decided") {
  test::TemporaryFolder folder;
  auto base = writable(folder / "kb.db");
  const Sample sample{"first", "organizations", {}, 7};
  draw_sample(base, sample, {}, 3);
  const auto drawn = sampled_rows(base, "first");
  REQUIRE(drawn.size() == 3);
  draw_sample(base, sample, {}, 3);
  CHECK(sampled_rows(base, "first")[0].reference == drawn[0].reference);
  CHECK_THROWS_AS(draw_sample(base, sample, {}, 2), SelectionError);
  CHECK_THROWS_AS(sampled_rows(base, "frist"), SelectionError);
  decide(base, drawn[0].reference, "accepted");
  decide(base, drawn[1].reference, "rejected");
  const auto counts = sample_counts(base);
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].population == 4);
  CHECK(counts[0].rows == 3);
  CHECK(counts[0].accepted == 1);
  CHECK(counts[0].rejected == 1);
  CHECK(counts[0].decided() == 2);
  CHECK(problems(base).empty());
}

TEST_CASE("Wilson's interval") {
  // Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
  const Interval first = wilson(81, 263);
  CHECK(std::abs(first.low - 0.2553) < 0.0001);
  CHECK(std::abs(first.high - 0.3662) < 0.0001);
  const Interval none = wilson(0, 20);
  CHECK(none.low == 0);
  CHECK(std::abs(none.high - 0.1611) < 0.0001);
}
