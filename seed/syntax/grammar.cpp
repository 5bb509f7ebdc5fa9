// SPDX-License-Identifier: MIT
#include "seed/syntax/grammar.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attache {
namespace {

template <typename Value>
using Named = std::pair<std::string_view, Value>;

constexpr std::array<Named<PartOfSpeech>, 14> parts{{
    {"NOUN", PartOfSpeech::noun},
    {"PROPN", PartOfSpeech::proper},
    {"PRON", PartOfSpeech::pronoun},
    {"VERB", PartOfSpeech::verb},
    {"AUX", PartOfSpeech::auxiliary},
    {"ADJ", PartOfSpeech::adjective},
    {"ADV", PartOfSpeech::adverb},
    {"ADP", PartOfSpeech::adposition},
    {"DET", PartOfSpeech::determiner},
    {"NUM", PartOfSpeech::numeral},
    {"PART", PartOfSpeech::particle},
    {"CCONJ", PartOfSpeech::coordinator},
    {"SCONJ", PartOfSpeech::subordinator},
    {"PUNCT", PartOfSpeech::punctuation},
}};

constexpr std::array<Named<VerbForm>, 7> forms{{
    {"VB", VerbForm::base},
    {"VBP", VerbForm::present},
    {"VBZ", VerbForm::present},
    {"VBD", VerbForm::past},
    {"VBN", VerbForm::participle},
    {"VBG", VerbForm::gerund},
    {"MD", VerbForm::modal},
}};

template <typename Value, std::size_t count>
Value value_of(const std::array<Named<Value>, count>& table, std::string_view name, Value none) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Named<Value>& entry) { return entry.first == name; });
  return found == table.end() ? none : found->second;
}

}  // namespace

Grammar::Grammar(std::span<const std::byte> bytes)
    : bytes_(bytes), model_(load_model(bytes_.bytes())) {
  for (const std::string& label : model_.labels) relations_.push_back(relation_of(label));
  for (const std::string_view tag : model_.tags) {
    const auto slash = tag.find('/');
    parts_.push_back(value_of(parts, tag.substr(0, slash), PartOfSpeech::other));
    const auto penn = slash == std::string_view::npos ? std::string_view() : tag.substr(slash + 1);
    plurals_.push_back(penn == "NNS" || penn == "NNPS");
    forms_.push_back(value_of(forms, penn, VerbForm::none));
  }
}

}  // namespace attache
