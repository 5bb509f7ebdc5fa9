// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "seed/embedded.h"
#include "seed/extract/analysis.h"
#include "seed/extract/extract.h"
#include "seed/lexicon/lexicon.h"
#include "seed/rules/rules.h"
#include "seed/syntax/grammar.h"

namespace attache::test {

/// The lexicon and the rules that the program carries.
struct Carried {
  Lexicon lexicon = load_lexicon(embedded_lexicon());
  Rules rules = load_rules(embedded_rules(), {}, lexicon);
  Frames frames = load_frames(embedded_frames(), {}, lexicon);
  Grammar grammar{std::as_bytes(std::span(embedded_syntax().front().bytes))};
};

/// Loaded once a test program.
inline const Carried& carried() {
  static const Carried loaded;
  return loaded;
}
inline Knowledge knowledge() { 
  return {carried().lexicon, carried().rules, carried().frames, carried().grammar};
 }

inline DocumentRows rows_of(std::string_view text,
                            const DocumentContext& context = {"AZE", "2004"}) {
  return extract(text, context, knowledge());
}

inline std::string_view quote(std::string_view text, const Citation& citation) {
  return slice(text, citation.span);
}

/// The row of that body, or nullptr.
inline const OrganizationRow* body_row(const DocumentRows& rows, std::string_view slug) {
  const auto found = std::find_if(rows.organizations.begin(), rows.organizations.end(),
                                  [&](const auto& row) { return row.body == slug; });
  return found == rows.organizations.end() ? nullptr : &*found;
}

/// The role of that body's row, or "" where there is no such row.
inline std::string role(const DocumentRows& rows, std::string_view slug) {
  const auto* row = body_row(rows, slug);
  return row == nullptr ? "" : row->role;
}

inline const LeaderRow* leader_row(const DocumentRows& rows, std::string_view name) {
  const auto found = std::find_if(rows.leaders.begin(), rows.leaders.end(),
                                  [&](const auto& row) { return row.name == name; });
  return found == rows.leaders.end() ? nullptr : &*found;
}

inline bool has_norm(const DocumentRows& rows, std::string_view slug) {
  return std::any_of(rows.principles.begin(), rows.principles.end(),
                     [&](const auto& row) { return row.norm == slug; });
}

}  // namespace attache::test
