// SPDX-License-Identifier: MIT
#include "seed/extract/entry_of.h"

#include <algorithm>
#include <span>

#include "seed/lexicon/name_columns.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// "the UN" is found by "UN", "International Court of Justice" by itself in a longer quote only
/// where nothing fits better.
bool is_named(const std::string& words, const std::string& alias) {
  return !alias.empty() && (words == alias || words == "the " + alias);
}

/// Rows that were laid over others come later and are preferred.
void look(LexiconEntry& entry, const Analysis& a, const NameColumns& names,
          const std::string& words) {
  for (const CsvTable& table : a.lexicon.tables) {
    if (table.name != names.table) continue;
    const std::size_t key = table.column(names.key);
    const std::size_t name = table.column(names.name);
    for (const CsvRow& row : table.rows) {
      if (row.cells[key] != entry.slug || !is_named(words, fold_phrase(row.cells[name]))) continue;
      entry.alias = row.cells[name];
      entry.place = table.file + ":" + std::to_string(row.line);
    }
  }
}

LexiconEntry found(const Analysis& a, std::string_view kind, std::string_view slug, Span span,
                   std::span<const NameColumns> tables) {
  LexiconEntry entry{std::string(kind), std::string(slug), {}, {}};
  const std::string words = fold_phrase(slice(a.text, span));
  for (const NameColumns& names : tables)
    if (entry.alias.empty()) look(entry, a, names, words);
  return entry;
}

}  // namespace

LexiconEntry body_entry(const Analysis& a, std::string_view slug, Span words) {
  if (slug.empty()) return {};
  return found(a, "body", slug, words, body_names);
}

LexiconEntry person_entry(const Analysis& a, std::string_view name, Span words) {
  const auto& persons = a.lexicon.persons;
  if (std::none_of(persons.begin(), persons.end(), [&](const Person& p) { return p.name == name; }))
    return {};
  return found(a, "person", name, words, person_names);
}

LexiconEntry norm_entry(const Analysis& a, std::string_view slug, const Citation& citation) {
  if (slug.empty()) return {};
  LexiconEntry entry{"norm", std::string(slug), {}, {}};
  const Span words = citation.span;
  auto hit_at = std::partition_point(a.hits.begin(), a.hits.end(), [&](const CueHit& hit) {
    return hit.sentence < citation.sentence;
  });
  for (; hit_at != a.hits.end() && hit_at->sentence == citation.sentence; ++hit_at) {
    const CueHit& hit = *hit_at;
    const auto& owner = a.owner(hit);
    if (owner.kind != PatternOwner::Kind::norm || hit.match.first >= hit.match.last) continue;
    const NormWording& wording = a.lexicon.norm_wordings[owner.index];
    const Span at = a.span({hit.match.first, hit.match.last});
    if (a.lexicon.norms[wording.norm] == slug && at.begin < words.end && words.begin < at.end)
      entry.alias = wording.pattern;
    if (at == words && !entry.alias.empty()) break;
  }
  for (const CsvTable& table : a.lexicon.tables) {
    if (table.name != norm_names.table || entry.alias.empty()) continue;
    const std::size_t norm = table.column(norm_names.key);
    const std::size_t wording = table.column(norm_names.name);
    for (const CsvRow& row : table.rows)
      if (row.cells[norm] == slug && row.cells[wording] == entry.alias)
        entry.place = table.file + ":" + std::to_string(row.line);
  }
  return entry;
}

}  // namespace attache
