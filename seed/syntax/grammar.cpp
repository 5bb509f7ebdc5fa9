// SPDX-License-Identifier: MIT
#include "seed/syntax/grammar.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attache {
namespace {

template <typename Value>
using Named = std::pair<std::string_view, Value>;

/// In the order of the enumeration; its first is what none of these names.
constexpr std::array<std::string_view, static_cast<std::size_t>(Relation::last)> relations{
    "root",         "nsubj", "nsubj:pass", "csubj",     "obj",    "iobj",   "obl",
    "obl:agent",    "nmod",  "nmod:poss",  "amod",      "advmod", "appos",  "acl",
    "acl:relcl",    "advcl", "ccomp",      "xcomp",     "conj",   "cc",     "case",
    "mark",         "cop",   "aux",        "aux:pass",  "det",    "nummod", "compound",
    "compound:prt", "flat",  "fixed",      "parataxis", "punct",  "expl",   "vocative"};

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

Relation relation_of(std::string_view name) {
  const auto listed = [](std::string_view wanted) {
    const auto at = std::find(relations.begin(), relations.end(), wanted);
    return at == relations.end() ? Relation::other
                                 : static_cast<Relation>(at - relations.begin() + 1);
  };
  const auto own = listed(name);
  return own != Relation::other ? own : listed(name.substr(0, name.find(':')));
}

Grammar::Grammar(std::span<const std::byte> bytes) : model_(load_model(bytes)) {
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
