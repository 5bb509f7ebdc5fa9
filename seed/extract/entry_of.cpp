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
      entry.place = table.place(row);
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

/// The line of a table's row that has this key and name; empty where none has.
std::string place_in(const Analysis& a, const NameColumns& names, std::string_view key,
                     std::string_view name) {
  std::string place;
  for (const CsvTable& table : a.lexicon.tables) {
    if (table.name != names.table) continue;
    const std::size_t keys = table.column(names.key), texts = table.column(names.name);
    for (const CsvRow& row : table.rows)
      if (row.cells[keys] == key && row.cells[texts] == name) place = table.place(row);
  }
  return place;
}

/// Calls visit(name, words) for the names in the sentence of a citation.
template <typename Visit>
void each_name(const Analysis& a, const Citation& citation, Visit visit) {
  if (citation.sentence >= a.sentences.size()) return;
  const Sentence& sentence = a.sentences[citation.sentence];
  for (const NameMatch& match : a.names.matches)
    if (match.first >= sentence.first && match.last <= sentence.last)
      visit(a.name(match), a.span({match.first, match.last}));
}

void add_once(std::vector<LexiconEntry>& entries, LexiconEntry entry) {
  if (entry.place.empty()) return;
  const bool known = std::any_of(entries.begin(), entries.end(),
                                 [&](const LexiconEntry& e) { return e.place == entry.place; });
  if (!known) entries.push_back(std::move(entry));
}

}  // namespace

std::vector<LexiconEntry> office_entries(const Analysis& a, std::string_view office,
                                         const Citation& citation) {
  std::vector<LexiconEntry> entries;
  const std::string words = ' ' + fold_phrase(office) + ' ';
  if (office.empty()) return entries;
  each_name(a, citation, [&](const Name& name, Span span) {
    const bool named = name.kind == NameKind::office &&
                       words.find(' ' + fold_phrase(slice(a.text, span)) + ' ') != words.npos;
    if (named)
      add_once(entries, found(a, entry_kind::office, a.lexicon.offices[name.entry].office, span,
                              office_names));
  });
  return entries;
}

std::vector<LexiconEntry> country_entries(const Analysis& a, std::string_view iso3,
                                          const Citation& citation) {
  std::vector<LexiconEntry> entries;
  if (iso3.empty()) return entries;
  each_name(a, citation, [&](const Name& name, Span span) {
    const bool of_state = name.kind == NameKind::country || name.kind == NameKind::adjective ||
                          name.kind == NameKind::demonym || name.kind == NameKind::government;
    if (of_state && entries.empty() && a.lexicon.countries[name.entry].iso3 == iso3)
      add_once(entries, found(a, entry_kind::country, iso3, span, country_names));
  });
  return entries;
}

std::vector<LexiconEntry> theme_entries(const Analysis& a, std::string_view theme,
                                        const Citation& citation) {
  std::vector<LexiconEntry> entries;
  if (theme.empty() || citation.sentence >= a.sentences.size()) return entries;
  const Sentence& sentence = a.sentences[citation.sentence];
  const auto where = a.pattern_text();
  std::vector<PatternMatch> matches;
  for (auto t = sentence.first; t < sentence.last; ++t) {
    if (a.tokens[t].begin < citation.span.begin || a.tokens[t].end > citation.span.end) continue;
    matches.clear();
    a.rules.theme_patterns.match(where, t, sentence.last, matches);
    for (const PatternMatch& match : matches) {
      const ThemeWording& wording = a.lexicon.theme_wordings[match.payload];
      if (a.lexicon.themes[wording.theme] == theme)
        add_once(entries, {std::string(entry_kind::theme), std::string(theme), wording.pattern,
                           place_in(a, theme_names, theme, wording.pattern)});
    }
  }
  return entries;
}

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
        entry.place = table.place(row);
  }
  return entry;
}

}  // namespace attache
