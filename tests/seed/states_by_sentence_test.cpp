// SPDX-License-Identifier: MIT
#include "seed/states_by_sentence.h"

#include "seed/engine.h"
#include "tests/catch.h"

using namespace attache;

namespace {

using Counts = std::vector<StateCount>;

std::vector<SentenceRecord> sentences_of(const DocumentRows& rows) {
  std::vector<SentenceRecord> sentences;
  for (const SentenceRow& row : rows.sentences)
    sentences.push_back({row.span.begin, row.span.end, row.paragraph});
  return sentences;
}

const Engine& engine() {
  static const Engine built_in = Engine::load();
  return built_in;
}

/// As it is counted while a document is extracted.
Counts while_extracted(const std::string& text) {
  const auto [rows, may_name_states] = engine().extract_with_states(text, {});
  return engine().count_states(text, sentences_of(rows), may_name_states);
}

/// As every sentence is read.
Counts sentence_by_sentence(const std::string& text) {
  const StateNames names;
  const auto sentences = sentences_of(engine().extract(text, {}));
  return state_counts(states_by_sentence(names, text, sentences));
}

}  // namespace

TEST_CASE("States are counted by sentences, and what stands before one belongs to it") {
  const std::string text = "Kenya met Uganda, and Kenya was glad. Uganda left.\n\n* Fiji stayed.\n";
  CHECK(sentence_by_sentence(text) == Counts{{"FJI", 1, 2}, {"KEN", 1, 0}, {"UGA", 2, 0}});
  CHECK(state_counts({}).empty());
}

TEST_CASE("No sentence that names a state is left out while a document is extracted") {
  const StateNames names;
  for (const char* before : {"We thank ", "1. ", "See note 4.\n\n- ", "Papua New\n\n", "North\n"}) {
    std::string text;
    for (const std::string& iso3 : names.all())
      for (const std::string& name : names.of(iso3))
        text +=
            before + name + "1, and its friends.2 The end of " + name + "\u2019s war [3] came.\n";
    CHECK(while_extracted(text) == sentence_by_sentence(text));
    CHECK(sentence_by_sentence(text).size() > 200);
  }
}

TEST_CASE("Texts without sentences or states have none") {
  for (const char* text : {"", "\n\n", "We uphold peace.", "-----\n"}) {
    INFO(text);
    CHECK(while_extracted(text).empty());
  }
}

TEST_CASE("The version of the built-in lexicon and rules is known without them being loaded") {
  CHECK(built_in_lexicon_version() == engine().lexicon_version());
}
