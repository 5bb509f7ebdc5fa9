// SPDX-License-Identifier: MIT
#include "seed/extract/explain.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "seed/extract/analysis.h"
#include "seed/extract/entry_of.h"
#include "seed/extract/origin.h"
#include "seed/extract/tables.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

std::string joined(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + ", " + b;
}

/// Places in a list by sentence: what is compared with each other stands in one sentence, and a
/// document has any number of them.
class BySentence {
 public:
  void add(std::uint32_t sentence, std::size_t place) { places_[sentence].push_back(place); }
  const std::vector<std::size_t>& in(std::uint32_t sentence) const {
    const auto found = places_.find(sentence);
    return found == places_.end() ? none_ : found->second;
  }

 private:
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> places_;
  std::vector<std::size_t> none_;
};

/// Findings, each once.
class Findings {
 public:
  void keep(Finding finding) {
    told_.emplace(finding.sentence, finding.rule, finding.outcome);
    if (kept_.emplace(finding.span.begin, finding.span.end, finding.rule, finding.outcome).second)
      list_.push_back(std::move(finding));
  }

  /// A norm's refusal is traced under its slug.
  bool tells(const TraceLine& line) const {
    return told_.contains({line.sentence, line.rule, line.outcome}) ||
           told_.contains({line.sentence, "norm " + line.rule, line.outcome});
  }

  std::vector<Finding> in_order() {
    std::stable_sort(list_.begin(), list_.end(), [](const Finding& a, const Finding& b) {
      return a.span.begin < b.span.begin;
    });
    return std::move(list_);
  }

 private:
  std::vector<Finding> list_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string, std::string>> kept_;
  std::set<std::tuple<std::uint32_t, std::string, std::string>> told_;
};

class Explainer {
 public:
  explicit Explainer(Analysis& analysis) : a_(analysis) { a_.trace = &trace_; }

  Explanation run() {
    Explanation out;
    for (const auto& sentence : a_.sentences)
      out.sentences.push_back({sentence.span, sentence.paragraph});
    take_rows(out.rows);
    sort_by_sentence(out.rows);
    out.findings = findings();
    return out;
  }

 private:
  void take_rows(std::vector<ExplainedRow>& rows) {
    for (const auto& row : find_organizations(a_))
      add(
          rows,
          {table(Table::organizations),
           row.name,
           joined(row.role, row.country),
           {},
           {row.name, row.acronym, row.body, row.kind, row.role, row.country, row.note}},
          row.citations, [&](const Citation& c) { return body_entry(a_, row.body, c.span); },
          [&](const Citation& c) { return country_entries(a_, row.country, c); });
    for (const auto& row : find_leaders(a_))
      add(
          rows,
          {table(Table::leaders),
           row.name,
           joined(row.office, row.country),
           {},
           {row.name, row.office, row.office_type, row.country, row.body}},
          row.citations, [&](const Citation& c) { return person_entry(a_, row.name, c.span); },
          [&](const Citation& c) { return of_leader(row.office, row.country, c); });
    for (const auto& row : find_principles(a_))
      add(
          rows,
          {table(Table::principles),
           row.wording,
           row.norm,
           {},
           {row.wording, row.norm, row.polarity}},
          row.citations, [&](const Citation& c) { return norm_entry(a_, row.norm, c); },
          [](const Citation&) { return std::vector<LexiconEntry>(); });
    for (const auto& row : find_priorities(a_))
      add(
          rows,
          {table(Table::priorities),
           row.wording,
           joined(row.actor, row.theme),
           {},
           {row.wording, row.theme, row.actor}},
          row.citations, [](const Citation&) { return LexiconEntry(); },
          [&](const Citation& c) { return theme_entries(a_, row.theme, c); });
  }

  static std::string table(Table table) { return std::string(name_of(table)); }

  std::vector<LexiconEntry> of_leader(std::string_view office, std::string_view country,
                                      const Citation& c) const {
    std::vector<LexiconEntry> entries = office_entries(a_, office, c);
    for (LexiconEntry& entry : country_entries(a_, country, c)) entries.push_back(std::move(entry));
    return entries;
  }

  template <class EntryOf, class FurtherOf>
  void add(std::vector<ExplainedRow>& rows, ExplainedRow row,
           const std::vector<Citation>& citations, const EntryOf& entry,
           const FurtherOf& further) const {
    for (const Citation& c : citations)
      row.citations.push_back({c, place_of(c.rule), entry(c), further(c)});
    rows.push_back(std::move(row));
  }

  std::string place_of(const std::string& rule) const {
    const auto found = std::find_if(a_.rules.cues.begin(), a_.rules.cues.end(),
                                    [&](const Cue& cue) { return cue.id == rule; });
    if (found != a_.rules.cues.end()) return found->file + ":" + std::to_string(found->line);
    const auto unit = std::find_if(a_.frames.units.begin(), a_.frames.units.end(),
                                   [&](const LexicalUnit& u) { return u.id == rule; });
    return unit == a_.frames.units.end() ? std::string()
                                         : unit->file + ":" + std::to_string(unit->line);
  }

  void sort_by_sentence(const std::vector<ExplainedRow>& rows) {
    for (std::size_t i = 0; i < trace_.size(); ++i) lines_.add(trace_[i].sentence, i);
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (const ExplainedCitation& c : rows[row].citations) {
        cited_.add(c.citation.sentence, citations_.size());
        citations_.push_back({&rows[row], &c.citation});
      }
  }

  /// Every cue and norm's wording that fired, once, and what the extractors said of anything else.
  std::vector<Finding> findings() const {
    Findings found;
    for (const CueHit& hit : a_.hits) {
      const TokenRange range{hit.match.first, hit.match.last};
      if (range.empty() || a_.owner(hit).kind == PatternOwner::Kind::theme || tells_who(hit))
        continue;
      found.keep({hit.sentence, a_.span(range), rule_of(hit), outcome_of(hit, range)});
    }
    for (const TraceLine& line : trace_)
      if (!found.tells(line))
        found.keep({line.sentence, a_.span(line.range), line.rule, line.outcome});
    return found.in_order();
  }

  /// Words by which an actor is known make no row, and stand nearly everywhere.
  bool tells_who(const CueHit& hit) const {
    const auto* cue = a_.cue(hit);
    return cue != nullptr && (cue->effect == effect::agent || cue->effect == effect::speaker ||
                              cue->effect == effect::speaks);
  }

  const NormWording* norm(const CueHit& hit) const {
    const auto& owner = a_.owner(hit);
    return owner.kind == PatternOwner::Kind::norm ? &a_.lexicon.norm_wordings[owner.index]
                                                  : nullptr;
  }

  std::string rule_of(const CueHit& hit) const {
    const NormWording* wording = norm(hit);
    return wording != nullptr ? "norm " + a_.lexicon.norms[wording->norm] : a_.cue(hit)->id;
  }

  std::string outcome_of(const CueHit& hit, TokenRange range) const {
    const NormWording* wording = norm(hit);
    const std::string rule = wording != nullptr ? a_.lexicon.norms[wording->norm] : a_.cue(hit)->id;
    const std::string made = rows_by(hit, range);
    if (!made.empty()) return made;
    for (const std::size_t place : lines_.in(hit.sentence)) {
      const TraceLine& line = trace_[place];
      if (line.rule == rule && line.range.first < range.last + reach &&
          range.first < line.range.last + reach)
        return line.outcome;
    }
    if (wording != nullptr) return "named, not upheld";
    const std::string& effect = a_.cue(hit)->effect;
    return effect == effect::blocks ? "keeps out what it covers"
                                    : "finds nothing to take, or another cue took it";
  }

  /// The rows that the hit made in its sentence: those that name the cue, or that cite the norm's
  /// words.
  std::string rows_by(const CueHit& hit, TokenRange range) const {
    std::string names;
    const ExplainedRow* last = nullptr;  // a row's citations stand together
    for (const std::size_t place : cited_.in(hit.sentence)) {
      const auto& [row, citation] = citations_[place];
      if (row == last || !makes(hit, a_.span(range), *row, *citation)) continue;
      names += (names.empty() ? "" : "; ") + row->table + ": " + row->name;
      last = row;
    }
    return names;
  }

  bool makes(const CueHit& hit, Span words, const ExplainedRow& row, const Citation& c) const {
    const NormWording* wording = norm(hit);
    if (wording == nullptr) return c.rule == a_.cue(hit)->id;
    return row.table == name_of(Table::principles) && row.what == a_.lexicon.norms[wording->norm] &&
           c.span.begin < words.end && words.begin < c.span.end;
  }

  /// Tokens between a cue and the object that the extractor speaks of.
  static constexpr std::uint32_t reach = 40;

  Analysis& a_;
  Trace trace_;
  std::vector<std::pair<const ExplainedRow*, const Citation*>> citations_;
  BySentence lines_, cited_;  ///< places in trace_, in citations_
};

}  // namespace

Explanation explain(std::string_view text, const DocumentContext& context,
                    const Knowledge& knowledge) {
  Analysis analysis(text, context, knowledge);
  learn_origin(analysis);
  return Explainer(analysis).run();
}

}  // namespace attache
