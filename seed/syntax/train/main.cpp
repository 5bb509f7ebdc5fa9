// SPDX-License-Identifier: MIT
// Trains the tagger and parser from CoNLL-U files, or scores a model on them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "seed/syntax/train/score.h"
#include "seed/syntax/train/trainer.h"

namespace attache {

namespace {

struct Arguments {
  std::vector<std::string> files;
  std::string model;
  std::string clusters;
  TrainingOptions training;
  ParserOptions parser;
};

std::vector<GoldSentence> read_all(const std::vector<std::string>& files) {
  std::vector<GoldSentence> all;
  for (const auto& file : files) {
    auto sentences = read_conllu(file);
    std::move(sentences.begin(), sentences.end(), std::back_inserter(all));
  }
  return all;
}

/// A header; then a word, its coarse and its fine class a line, with tabs between.
Clusters read_clusters(const std::string& file) {
  Clusters clusters;
  if (file.empty()) return clusters;
  std::ifstream stream(file);
  std::string word;
  if (!std::getline(stream, word)) throw std::runtime_error(file + ": cannot be read");
  ClusterPair pair;
  while (stream >> word >> pair.coarse >> pair.fine) clusters[word] = pair;
  if (!stream.eof()) throw std::runtime_error(file + ": not a word and two numbers behind " + word);
  return clusters;
}

void write(const std::string& file, const std::vector<std::byte>& bytes) {
  std::ofstream stream(file, std::ios::binary);
  stream.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush()) throw std::runtime_error(file + ": cannot be written");
}

std::vector<std::byte> read_bytes(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error(file + ": cannot be read");
  const std::string text((std::istreambuf_iterator<char>(stream)), {});
  const auto raw = std::as_bytes(std::span(text));
  return {raw.begin(), raw.end()};
}

void print(const std::string& name, const TreebankScore& score) {
  const auto share = [&](std::size_t part) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(1, score.words));
  };
  std::printf("%s: %zu words, tags %.4f, UAS %.4f, LAS %.4f, core F %.4f, %.0f words/s\n",
              name.c_str(), score.words, share(score.tags), share(score.heads), share(score.labels),
              score.core_f(), static_cast<double>(score.words) / std::max(1e-9, score.seconds));
}

void run_training(const Arguments& arguments) {
  const auto clusters = read_clusters(arguments.clusters);
  write(arguments.model,
        model_bytes(train(read_all(arguments.files), clusters, arguments.training)));
}

void run_scoring(const Arguments& arguments) {
  const auto bytes = read_bytes(arguments.model);
  const auto model = load_model(bytes);
  for (const auto& file : arguments.files) {
    print(file, score(model, read_conllu(file), arguments.parser));
  }
}

void add_training(CLI::App& app, Arguments& arguments) {
  auto& options = arguments.training;
  auto* train = app.add_subcommand("train", "Make a model from CoNLL-U files");
  train->add_option("-o,--output", arguments.model, "File of the model")->required();
  train->add_option("--clusters", arguments.clusters, "Words and the numbers of their classes");
  train->add_option("--tag-rows", options.tag_rows, "Rows of the tagger's table");
  train->add_option("--action-rows", options.action_rows, "Rows of the parser's table");
  train->add_option("--label-rows", options.label_rows, "Rows of the relations' table");
  train->add_option("--tag-rounds", options.tag_rounds, "Rounds over the treebank for tags");
  train->add_option("--rounds", options.parse_rounds, "Rounds over the treebank for trees");
  train->add_option("--voters", options.voters, "Taggers and parsers that are added up in one")
      ->check(CLI::PositiveNumber);
  train->add_option("--folds", options.folds, "Taggers for the tags that the parser learns from")
      ->check(CLI::Range(2, 100));
  train->add_option("--beam", options.beam, "Readings that are kept at once")
      ->check(CLI::PositiveNumber);
  train->add_option("--seed", options.seed, "Of the order of sentences");
  train->add_option("FILES", arguments.files, "CoNLL-U files")->required();
  train->callback([&] { run_training(arguments); });
}

void add_scoring(CLI::App& app, Arguments& arguments) {
  auto* score = app.add_subcommand("score", "Compare a model's parses with CoNLL-U files");
  score->add_option("--beam", arguments.parser.width, "Readings that are kept at once")
      ->check(CLI::PositiveNumber);
  score->add_option("--margin", arguments.parser.margin, "How far a reading may be behind the best")
      ->check(CLI::NonNegativeNumber);
  score->add_option("MODEL", arguments.model, "File of the model")->required();
  score->add_option("FILES", arguments.files, "CoNLL-U files")->required();
  score->callback([&] { run_scoring(arguments); });
}

int run(int argc, char** argv) {
  CLI::App app("Trains attache's tagger and parser, or scores a model.");
  app.require_subcommand(1);
  Arguments arguments;
  add_training(app, arguments);
  add_scoring(app, arguments);
  CLI11_PARSE(app, argc, argv);
  return 0;
}

}  // namespace

}  // namespace attache

int main(int argc, char** argv) {
  try {
    return attache::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "attache-train-parser: %s\n", error.what());
    return 1;
  }
}
