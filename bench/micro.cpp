// SPDX-License-Identifier: MIT
// Micro-benchmarks of the engine's stages on the bundled document, repeated to about a speech's
// length.
#include <benchmark/benchmark.h>

#include <string>

#include "seed/embedded.h"
#include "seed/extract/analysis.h"
#include "seed/extract/extract.h"
#include "seed/lexicon/lexicon.h"
#include "seed/rules/rules.h"
#include "seed/syntax/grammar.h"

namespace {

using namespace attache;

struct Engine {
  Lexicon lexicon = load_lexicon(embedded_lexicon());
  Rules rules = load_rules(embedded_rules(), {}, lexicon);
  Frames frames = load_frames(embedded_frames(), {}, lexicon);
  Grammar grammar{std::as_bytes(std::span(embedded_syntax().front().bytes))};
  std::string text;

  Knowledge knowledge() const { return {lexicon, rules, frames, grammar}; }

  Engine() {
    for (const auto& file : embedded_documents()) {
      if (file.name.ends_with(".txt")) {
        for (int i = 0; i < 5; ++i) text += std::string(file.bytes) + "\n\n";
      }
    }
  }
};

const Engine& engine() {
  static const Engine loaded;
  return loaded;
}

void bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(engine().text.size()));
}

void tokens(benchmark::State& state) {
  std::vector<Token> out;
  for (auto _ : state) tokenize(engine().text, engine().lexicon.vocabulary, out);
  bytes(state);
}
BENCHMARK(tokens);

void sentences(benchmark::State& state) {
  std::vector<Token> out;
  tokenize(engine().text, engine().lexicon.vocabulary, out);
  std::vector<Sentence> cut;
  for (auto _ : state)
    segment(engine().text, out, engine().lexicon.vocabulary, engine().lexicon.sentence_rules, cut);
  bytes(state);
}
BENCHMARK(sentences);

void names(benchmark::State& state) {
  std::vector<Token> out;
  tokenize(engine().text, engine().lexicon.vocabulary, out);
  NamesInText found;
  for (auto _ : state) find_names(out, engine().lexicon.names, found);
  bytes(state);
}
BENCHMARK(names);

void analysis(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        Analysis(engine().text, {"AZE", "2004"}, engine().knowledge()).hits.size());
  bytes(state);
}
BENCHMARK(analysis);

void whole(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(extract(engine().text, {"AZE", "2004"}, engine().knowledge()));
  bytes(state);
}
BENCHMARK(whole);

void load(benchmark::State& state) {
  for (auto _ : state) {
    auto lexicon = load_lexicon(embedded_lexicon());
    benchmark::DoNotOptimize(load_rules(embedded_rules(), {}, lexicon).cues.size());
  }
}
BENCHMARK(load);

}  // namespace

BENCHMARK_MAIN();
