// SPDX-License-Identifier: MIT
#include "seed/parsed.h"

#include "seed/lexicon/lexicon.h"
#include "seed/syntax/parser.h"
#include "seed/syntax/words_of.h"
#include "seed/text/segment.h"

namespace attache {

namespace {

ParsedSentence told(const std::vector<CutWord>& words, const Tree& tree, const Model& model) {
  ParsedSentence sentence;
  for (std::size_t i = 0; i < words.size(); ++i) {
    sentence.push_back({std::string(words[i].form), model.tags[tree[i].tag],
                        model.labels[tree[i].label], tree[i].head});
  }
  return sentence;
}

}  // namespace

std::vector<ParsedSentence> parse_text(std::string_view text, const Lexicon& lexicon,
                                       const Model& model) {
  std::vector<Token> tokens;
  tokenize(text, lexicon.vocabulary, tokens);
  drop_page_numbers(tokens, text);
  std::vector<Sentence> sentences;
  segment(text, tokens, lexicon.vocabulary, lexicon.sentence_rules, sentences);
  WordCutter cutter(model.dictionary);
  Parser parser(model);
  std::vector<std::string_view> forms;
  std::vector<ParsedSentence> parsed;
  for (const auto& sentence : sentences) {
    const std::span all(tokens);
    const auto& words =
        cutter.cut(text, all.subspan(sentence.first, sentence.last - sentence.first));
    forms.clear();
    for (const auto& word : words) forms.push_back(word.form);
    parsed.push_back(told(words, parser.parse(forms), model));
  }
  return parsed;
}

}  // namespace attache
