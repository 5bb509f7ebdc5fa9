// SPDX-License-Identifier: MIT
#include "seed/syntax/train/score.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <string_view>

namespace attache {

namespace {

constexpr std::array<std::string_view, 4> core_relations = {"nsubj", "csubj", "obj", "iobj"};

std::string_view before(std::string_view name, char mark) {
  return name.substr(0, name.find(mark));
}

bool is_core(std::string_view label) {
  return std::find(core_relations.begin(), core_relations.end(), before(label, ':')) !=
         core_relations.end();
}

void count(const GoldWord& gold, const TreeNode& given, const Model& model, TreebankScore& score) {
  const std::string_view label = model.labels[given.label];
  const bool head = given.head == gold.head;
  const bool same_kind = before(label, ':') == before(gold.label, ':');
  if (before(model.tags[given.tag], '/') == before(gold.tag, '/')) ++score.tags;
  if (head) ++score.heads;
  if (head && label == gold.label) ++score.labels;
  if (is_core(gold.label)) ++score.core_wanted;
  if (is_core(label)) ++score.core_given;
  if (is_core(gold.label) && head && same_kind) ++score.core_right;
}

}  // namespace

TreebankScore score(const Model& model, const std::vector<GoldSentence>& sentences,
                    const ParserOptions& options) {
  TreebankScore result;
  Parser parser(model, options);
  std::vector<std::string_view> forms;
  for (const auto& sentence : sentences) {
    forms.clear();
    for (const auto& word : sentence) forms.push_back(word.form);
    const auto start = std::clock();
    const auto& tree = parser.parse(forms);
    result.seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    result.words += sentence.size();
    for (std::size_t i = 0; i < sentence.size(); ++i) count(sentence[i], tree[i], model, result);
  }
  return result;
}

}  // namespace attache
