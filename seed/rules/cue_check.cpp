// SPDX-License-Identifier: MIT
#include "seed/rules/cue_check.h"

#include <algorithm>
#include <array>

#include "seed/lexicon/table_rows.h"

namespace attache {
namespace {

[[noreturn]] void fail(const Cue& cue, const std::string& what) {
  throw DataError(cue.file, cue.line, what);
}

/// "priorities.sets-its-sights"
bool is_cue_id(std::string_view id, std::string_view table) {
  const std::string begin = std::string(table) + '.';
  if (!id.starts_with(begin) || id.size() == begin.size()) return false;
  return std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

void check_braces(const Cue& cue) {
  for (const std::string& pattern : cue.patterns) {
    const bool braces = pattern.find('{') != std::string::npos;
    if (cue.side == Side::capture && !braces)
      fail(cue, "the pattern '" + pattern +
                    "' marks no object; with side = \"capture\" it stands between { and }");
    // Leaders' patterns mark offices wherever their holders stand.
    if (cue.side != Side::capture && braces && cue.table != Table::leaders)
      fail(cue, "the pattern '" + pattern + "' has braces, which go with side = \"capture\"");
  }
}

void check_example(const Cue& cue) {
  const std::size_t open = cue.example.find("[["), close = cue.example.find("]]");
  const bool marked = open != std::string::npos && close != std::string::npos && open + 2 < close;
  if (!marked && takes_object(cue.effect))
    fail(cue, "the example of '" + cue.id + "' marks no object; put [[ and ]] around it");
}

void check_kind(const Cue& cue, const Lexicon& lexicon) {
  if (cue.kind.empty() || is_body_kind(lexicon.tables, cue.kind)) return;
  fail(cue, "kind '" + cue.kind + "' is none of " + body_kinds_of(lexicon.tables));
}

void check_places(const Cue& cue, const Lexicon& lexicon) {
  for (const AimPlace& place : cue.places) {
    if (place.kind != AimPlace::Kind::oblique) continue;
    const WordId word = lexicon.vocabulary.find(place.word);
    if (!any(lexicon.vocabulary.classes(word), WordClass::preposition))
      fail(cue, "place '" + place.word +
                    "' is none of infinitive, object, subject, predicate, clause, and no "
                    "preposition");
  }
}

}  // namespace

bool takes_object(std::string_view effect) {
  static constexpr std::array<std::string_view, 5> without{
      effect::blocks, effect::titles, effect::agent, effect::speaker, effect::speaks};
  return std::find(without.begin(), without.end(), effect) == without.end();
}

void check_cue(const Cue& cue, const Lexicon& lexicon) {
  if (!is_cue_id(cue.id, name_of(cue.table)))
    fail(cue, "id '" + cue.id + "' must be '" + std::string(name_of(cue.table)) +
                  ".' and lower-case letters, digits and hyphens");
  check_braces(cue);
  check_example(cue);
  check_kind(cue, lexicon);
  check_places(cue, lexicon);
}

}  // namespace attache
