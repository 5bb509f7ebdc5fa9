// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "seed/text/tokens.h"

namespace attache {

/// Classes of a token: those of the vocabulary, else what its ending suggests
/// ("-tion" a noun, "-ing" a participle or gerund, "-ly" an adverb).
WordClass classes_of(std::string_view text, const Token& token, const Vocabulary& vocabulary);

/// Regular inflections of a verb or noun base, base included: "aim" gives aim, aims, aimed, aiming.
/// Doubled consonants come in both spellings, as the base alone does not tell the stress.
std::vector<std::string> inflections(std::string_view base);

/// The three verb forms of a base, for marking their classes.
struct VerbForms {
  std::string s;
  std::vector<std::string> ed;
  std::vector<std::string> ing;
};
VerbForms verb_forms(std::string_view base);

}  // namespace attache
