// SPDX-License-Identifier: MIT
// attache-norm-features [GOLD.json...]: one line for each place of the gold's texts where a norm is
// named, and for each in the examples of the rules' cues: text, norm, 1 where the annotators (the
// example) say that it is upheld, weight, and what is known of the place; between tabs.
// `script/train-norms` learns from them.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "seed/embedded.h"
#include "seed/extract/norm_features.h"
#include "seed/extract/origin.h"

using namespace attache;

namespace {

struct Labelled {
  std::string id, text;
  DocumentContext context;
  std::set<std::string> upheld;  ///< slugs
  std::string only;              ///< the one norm that the annotation speaks of; empty: of all
};

class Features {
 public:
  explicit Features(const Knowledge& knowledge) : knowledge_(knowledge) {}

  void write(const Labelled& labelled) const {
    Analysis analysis(labelled.text, labelled.context, knowledge_);
    learn_origin(analysis);
    NormContext context(analysis);
    const NormFeatures features(analysis, context);
    for (std::size_t begin = 0; begin < analysis.hits.size();) {
      auto end = begin;
      while (end < analysis.hits.size() &&
             analysis.hits[end].sentence == analysis.hits[begin].sentence)
        ++end;
      context.enter(begin, end);
      for (auto i = begin; i < end; ++i) {
        const auto& match = analysis.hits[i].match;
        const TokenRange words{match.first, match.last};
        if (analysis.owner(analysis.hits[i]).kind != PatternOwner::Kind::norm ||
            context.in_name(words) || context.keeping_out(words) != nullptr)
          continue;
        write(labelled, analysis, i, features);
      }
      begin = end;
    }
  }

 private:
  static void write(const Labelled& labelled, const Analysis& analysis, std::size_t hit,
                    const NormFeatures& features) {
    const auto& wording = analysis.lexicon.norm_wordings[analysis.owner(analysis.hits[hit]).index];
    const auto& slug = analysis.lexicon.norms[wording.norm];
    if (!labelled.only.empty() && labelled.only != slug) return;
    std::set<std::string> known;
    features.of(hit, [&](std::string_view f) { known.emplace(f); });
    std::cout << labelled.id << '\t' << slug << '\t' << (labelled.upheld.contains(slug) ? 1 : 0);
    for (const auto& feature : known) std::cout << '\t' << feature;
    std::cout << '\n';
  }

  const Knowledge& knowledge_;
};

std::string text_of(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : value.is_null() ? "" : value.dump();
}

void write_gold(const std::string& file, const Features& features) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + ": cannot be read");
  for (const auto& passage : nlohmann::json::parse(in)) {
    Labelled labelled{text_of(passage.at("id")), text_of(passage.at("text")), {}, {}, {}};
    labelled.context.country = text_of(passage.value("country", nlohmann::json()));
    labelled.context.date = text_of(passage.value("year", nlohmann::json()));
    for (const auto& norm : passage.at("principles"))
      labelled.upheld.insert(norm.at("slug").get<std::string>());
    features.write(labelled);
  }
}

/// The rules' examples: what is named between the marks is upheld.
void write_cues(const Rules& rules, const Lexicon& lexicon, const Features& features) {
  for (const auto& cue : rules.cues) {
    if (cue.table != Table::principles || cue.effect == "blocks") continue;
    Labelled labelled{"example " + cue.id, {}, {"AZE", "2004"}, {}, {}};
    for (std::size_t at = 0; at < cue.example.size(); ++at) {
      const auto two = std::string_view(cue.example).substr(at, 2);
      if (two == "[[" || two == "]]") ++at;
      else labelled.text += cue.example[at];
    }
    labelled.upheld.insert(lexicon.norms.begin(), lexicon.norms.end());
    if (cue.example.find("[[") != std::string::npos) features.write(labelled);
  }
}

void write_examples(const std::string& file, const Features& features) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + ": cannot be read");
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const auto first = line.find('\t'), second = line.find('\t', first + 1);
    if (second == std::string::npos)
      throw std::runtime_error(file + ':' + std::to_string(number) + ": no norm, 1 or 0, sentence");
    Labelled labelled{"example " + std::to_string(number),
                      line.substr(second + 1),
                      {},
                      {},
                      line.substr(0, first)};
    if (line.at(first + 1) == '1') labelled.upheld.insert(labelled.only);
    features.write(labelled);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  Lexicon lexicon = load_lexicon(embedded_lexicon());
  const Rules rules = load_rules(embedded_rules(), {}, lexicon);
  const Frames frames = load_frames(embedded_frames(), {}, lexicon);
  const Grammar grammar{std::as_bytes(std::span(embedded_syntax().front().bytes))};
  const Knowledge knowledge{lexicon, rules, frames, grammar};
  const Features features(knowledge);
  if (argc < 2) throw std::runtime_error("no file of examples given");
  write_cues(rules, lexicon, features);
  write_examples(argv[1], features);
  for (int i = 2; i < argc; ++i) write_gold(argv[i], features);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "attache-norm-features: " << error.what() << '\n';
  return 1;
}
