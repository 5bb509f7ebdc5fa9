// SPDX-License-Identifier: MIT
#include "cli/output/tree.h"

#include <algorithm>

#include "cli/output/escape.h"
#include "cli/output/terminal.h"

namespace attache {

namespace {

constexpr std::size_t step = 3;

/// Room for a relation and a word.
constexpr std::size_t least_words = 24;

/// How deep places are drawn: on a narrow screen less, so that there is room for the words.
std::size_t deepest_in(std::size_t width) {
  constexpr std::size_t deepest = 20;
  if (width == 0) return deepest;
  return std::clamp((std::max(width, least_words) - least_words) / step, std::size_t{1}, deepest);
}

/// Where a word is drawn.
struct Place {
  std::size_t word;
  std::size_t depth;
  bool last;  ///< among its head's dependents
};

using Children = std::vector<std::vector<std::size_t>>;

Children children_of(const ParsedSentence& sentence) {
  Children children(sentence.size() + 1);  // the last list is the root's place
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const auto head = sentence[i].head;
    children[head < 0 ? sentence.size() : static_cast<std::size_t>(head)].push_back(i);
  }
  return children;
}

std::string indent(const std::vector<bool>& open, const Place& place) {
  std::string text;
  for (std::size_t level = 1; level < std::min(place.depth, open.size() - 1); ++level) {
    text += open[level] ? "|  " : "   ";
  }
  return place.depth == 0 ? text : text + (place.last ? "`- " : "|- ");
}

}  // namespace

std::vector<std::string> drawn_tree(const ParsedSentence& sentence, std::size_t width) {
  const std::size_t deepest = deepest_in(width);
  const auto children = children_of(sentence);
  std::vector<std::string> lines;
  std::vector<bool> open(deepest + 1);  // for each level: whether more dependents follow below
  std::vector<Place> waiting;
  const auto add = [&](const std::vector<std::size_t>& words, std::size_t depth) {
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      waiting.push_back({*word, depth, word == words.rbegin()});
    }
  };
  add(children.back(), 0);
  while (!waiting.empty()) {
    const auto place = waiting.back();
    waiting.pop_back();
    open[std::min(place.depth, deepest)] = !place.last;
    const auto& word = sentence[place.word];
    const std::string words = printable(word.relation + " " + word.form + " " + word.tag);
    const std::string before = indent(open, place);
    for (const std::string& line :
         wrap_hanging(words, width == 0 ? 0 : width - std::min(width - 1, before.size()), step))
      lines.push_back(before + line);
    add(children[place.word], place.depth + 1);
  }
  return lines;
}

}  // namespace attache
