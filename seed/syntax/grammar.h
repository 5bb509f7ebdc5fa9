// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "seed/syntax/model.h"
#include "system/huge_pages.h"

namespace attache {

/// Relations of Universal Dependencies, as far as what reads trees tells them apart; subtypes that
/// are not listed stand under their relation ("obl:unmarked" is obl).
enum class Relation : std::uint8_t {
  other,
  root,
  nsubj,
  nsubj_pass,
  csubj,
  obj,
  iobj,
  obl,
  obl_agent,
  nmod,
  nmod_poss,
  amod,
  advmod,
  appos,
  acl,
  acl_relcl,
  advcl,
  ccomp,
  xcomp,
  conj,
  cc,
  case_mark,
  mark,
  cop,
  aux,
  aux_pass,
  det,
  nummod,
  compound,
  compound_prt,
  flat,
  fixed,
  parataxis,
  punct,
  expl,
  vocative,
  last = vocative
};

/// Universal part of speech.
enum class PartOfSpeech : std::uint8_t {
  other,
  noun,
  proper,
  pronoun,
  verb,
  auxiliary,
  adjective,
  adverb,
  adposition,
  determiner,
  numeral,
  particle,
  coordinator,
  subordinator,
  punctuation,
};

/// Form of a verb or an auxiliary, by its Penn tag.
enum class VerbForm : std::uint8_t { none, base, present, past, participle, gerund, modal };

/// A model, and what the names of its tags and labels say.
class Grammar {
 public:
  /// Of the bytes of a model file, which it copies: parsing reads rows all over them, and in huge
  /// pages it waits less for them. Throws ModelError, std::bad_alloc.
  explicit Grammar(std::span<const std::byte> bytes);

  const Model& model() const { return model_; }
  Relation relation(LabelId label) const { return relations_[label]; }
  PartOfSpeech part(TagId tag) const { return parts_[tag]; }
  VerbForm verb_form(TagId tag) const { return forms_[tag]; }
  bool plural(TagId tag) const { return plurals_[tag]; }  ///< of a noun

 private:
  HugePageCopy bytes_;
  Model model_;  ///< over them
  std::vector<Relation> relations_;
  std::vector<PartOfSpeech> parts_;
  std::vector<VerbForm> forms_;
  std::vector<bool> plurals_;
};

/// Of a verb in the active or the passive voice.
constexpr bool is_subject(Relation relation) {
  return relation == Relation::nsubj || relation == Relation::nsubj_pass;
}

/// "obl:agent"; "dep" for what the list does not tell apart.
std::string_view name_of(Relation relation);

/// As Universal Dependencies name it: "nsubj:pass".
Relation relation_of(std::string_view name);

}  // namespace attache
