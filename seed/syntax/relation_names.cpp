// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "seed/syntax/grammar.h"

namespace attache {
namespace {

/// In the order of the enumeration; its first is what none of these names.
constexpr std::array<std::string_view, static_cast<std::size_t>(Relation::last)> relations{
    "root",         "nsubj", "nsubj:pass", "csubj",     "obj",    "iobj",   "obl",
    "obl:agent",    "nmod",  "nmod:poss",  "amod",      "advmod", "appos",  "acl",
    "acl:relcl",    "advcl", "ccomp",      "xcomp",     "conj",   "cc",     "case",
    "mark",         "cop",   "aux",        "aux:pass",  "det",    "nummod", "compound",
    "compound:prt", "flat",  "fixed",      "parataxis", "punct",  "expl",   "vocative"};

}  // namespace

std::string_view name_of(Relation relation) {
  return relation == Relation::other ? std::string_view("dep")
                                     : relations[static_cast<std::size_t>(relation) - 1];
}

Relation relation_of(std::string_view name) {
  const auto listed = [](std::string_view wanted) {
    const auto at = std::find(relations.begin(), relations.end(), wanted);
    return at == relations.end() ? Relation::other
                                 : static_cast<Relation>(at - relations.begin() + 1);
  };
  const auto own = listed(name);
  return own != Relation::other ? own : listed(name.substr(0, name.find(':')));
}

}  // namespace attache
