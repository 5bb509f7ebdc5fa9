// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "seed/rules/rules.h"

namespace attache {

/// One rules file as it stands: its cues and its named sets of phrases.
struct RuleFile {
  std::vector<Cue> cues;
  PatternSet::Sets sets;
};

/// Reads TOML. `file` is named in messages. An unknown key, a wrong type or a value outside its
/// list is a DataError with the line and the nearest known word.
RuleFile read_rule_file(std::string_view text, const std::string& file, Table table);

}  // namespace attache
