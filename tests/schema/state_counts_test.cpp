// SPDX-License-Identifier: MIT
#include "schema/state_counts.h"

#include "schema/check.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"

using namespace attache;

namespace {

using Counts = std::vector<StateCount>;

const CountedBy by_this{"1", "a"};

/// A base with one document, of which the states were counted by these versions, or not at all.
KnowledgeBase with_document(const std::filesystem::path& file, std::optional<Counts> states) {
  KnowledgeBase base = KnowledgeBase::open_for_writing(file);
  DocumentRecord document = test::baku();
  document.engine_version = by_this.engine_version;
  document.lexicon_version = by_this.lexicon_version;
  document.states_named = std::move(states);
  base.put(document);
  return base;
}

/// What the documents' states are, and whether a text was read for them.
std::pair<Counts, bool> states_in(const KnowledgeBase& base, const CountedBy& by) {
  Counts all;
  bool read = false;
  states_of_documents(
      base, {}, by,
      [&](const TextOfDocument& text) {
        read = !text.text.empty() && !text.sentences.empty();
        return Counts{{"XXX", 1, 0}};
      },
      [&](const StatesOfDocument& document) {
        CHECK(document.document == "aze-2005");
        all.insert(all.end(), document.states.begin(), document.states.end());
        return true;
      });
  return {all, read};
}

const std::pair<Counts, bool> read_anew{{{"XXX", 1, 0}}, true};

}  // namespace

TEST_CASE("States that were counted are not counted again") {
  test::TemporaryFolder folder;
  const Counts counts{{"ARM", 2, 1}, {"GEO", 1, 0}};
  const auto base = with_document(folder / "kb.db", counts);
  CHECK(states_in(base, by_this) == std::pair(counts, false));
  CHECK(test::problems(base).empty());
  const auto none = with_document(folder / "none.db", Counts{});
  CHECK(states_in(none, by_this) == std::pair(Counts{}, false));
}

TEST_CASE("What another version counted, or nobody, is counted anew") {
  test::TemporaryFolder folder;
  const auto base = with_document(folder / "kb.db", Counts{{"ARM", 2, 1}});
  CHECK(states_in(base, {"2", "a"}) == read_anew);
  CHECK(states_in(base, {"1", "b"}) == read_anew);
  CHECK(states_in(with_document(folder / "none.db", std::nullopt), by_this) == read_anew);
  CHECK(states_in(with_document(folder / "code.db", Counts{{"A\"B", 1, 0}}), by_this) == read_anew);
}

TEST_CASE("A list that another hand wrote is counted anew where it is none") {
  for (const char* list : {"x", "[1]", "{}", "5", "[\"ARM\"]", "[[\"ARM\"]]", "[[\"ARM\",\"1\",0]]",
                           "[[1,1,0]]", "[[]]", "[{\"a\":1}]", ""}) {
    INFO(list);
    test::TemporaryFolder folder;
    { const auto base = with_document(folder / "kb.db", Counts{{"ARM", 2, 1}}); }
    test::damage(folder / "kb.db",
                 std::string("UPDATE documents SET states_named = '") + list + "'");
    CHECK(states_in(KnowledgeBase::open(folder / "kb.db"), by_this) == read_anew);
  }
}
