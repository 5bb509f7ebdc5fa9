// SPDX-License-Identifier: MIT
#include "seed/extract/explain.h"

#include <algorithm>
#include <optional>

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

class Explainer {
 public:
  explicit Explainer(Analysis& analysis) : a_(analysis) { a_.trace = &trace_; }

  Explanation run() {
    Explanation out;
    for (const auto& sentence : a_.sentences)
      out.sentences.push_back({sentence.span, sentence.paragraph});
    take_rows(out.rows);
    out.findings = findings(out.rows);
    return out;
  }

 private:
  void take_rows(std::vector<ExplainedRow>& rows) {
    for (const auto& row : find_organizations(a_))
      add(rows, {"organizations", row.name, joined(row.role, row.country), {}}, row.citations,
          [&](const Citation& c) { return body_entry(a_, row.body, c.span); });
    for (const auto& row : find_leaders(a_))
      add(rows, {"leaders", row.name, joined(row.office, row.country), {}}, row.citations,
          [&](const Citation& c) { return person_entry(a_, row.name, c.span); });
    for (const auto& row : find_principles(a_))
      add(rows, {"principles", row.wording, row.norm, {}}, row.citations,
          [&](const Citation& c) { return norm_entry(a_, row.norm, c.span); });
    for (const auto& row : find_priorities(a_))
      add(rows, {"priorities", row.wording, joined(row.actor, row.theme), {}}, row.citations,
          [](const Citation&) { return LexiconEntry(); });
  }

  template <class EntryOf>
  void add(std::vector<ExplainedRow>& rows, ExplainedRow row,
           const std::vector<Citation>& citations, const EntryOf& entry) const {
    for (const Citation& c : citations) row.citations.push_back({c, place_of(c.rule), entry(c)});
    rows.push_back(std::move(row));
  }

  std::string place_of(const std::string& rule) const {
    const auto found = std::find_if(a_.rules.cues.begin(), a_.rules.cues.end(),
                                    [&](const Cue& cue) { return cue.id == rule; });
    return found == a_.rules.cues.end() ? std::string()
                                        : found->file + ":" + std::to_string(found->line);
  }

  /// Every cue and norm's wording that fired, once, and what the extractors said of anything else.
  std::vector<Finding> findings(const std::vector<ExplainedRow>& rows) const {
    std::vector<Finding> found;
    for (const CueHit& hit : a_.hits) {
      const TokenRange range{hit.match.first, hit.match.last};
      if (range.empty() || a_.owner(hit).kind == PatternOwner::Kind::theme) continue;
      keep(found, {hit.sentence, a_.span(range), rule_of(hit), outcome_of(hit, range, rows)});
    }
    for (const TraceLine& line : trace_)
      if (!is_told(found, line))
        keep(found, {line.sentence, a_.span(line.range), line.rule, line.outcome});
    std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
      return a.span.begin < b.span.begin;
    });
    return found;
  }

  static void keep(std::vector<Finding>& found, Finding finding) {
    const auto same = [&](const Finding& f) {
      return f.span == finding.span && f.rule == finding.rule && f.outcome == finding.outcome;
    };
    if (std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(finding));
  }

  /// A norm's refusal is traced under its slug.
  bool is_told(const std::vector<Finding>& found, const TraceLine& line) const {
    return std::any_of(found.begin(), found.end(), [&](const Finding& f) {
      return f.sentence == line.sentence && f.outcome == line.outcome &&
             (f.rule == line.rule || f.rule == "norm " + line.rule);
    });
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

  std::string outcome_of(const CueHit& hit, TokenRange range,
                         const std::vector<ExplainedRow>& rows) const {
    const NormWording* wording = norm(hit);
    const std::string rule = wording != nullptr ? a_.lexicon.norms[wording->norm] : a_.cue(hit)->id;
    const std::string made = rows_by(hit, range, rows);
    if (!made.empty()) return made;
    for (const TraceLine& line : trace_)
      if (line.sentence == hit.sentence && line.rule == rule &&
          line.range.first < range.last + reach && range.first < line.range.last + reach)
        return line.outcome;
    if (wording != nullptr) return "named, not upheld";
    const std::string& effect = a_.cue(hit)->effect;
    return effect == "blocks" ? "keeps out what it covers"
                              : "finds nothing to take, or another cue took it";
  }

  /// The rows that the hit made in its sentence: those that name the cue, or that cite the norm's
  /// words.
  std::string rows_by(const CueHit& hit, TokenRange range,
                      const std::vector<ExplainedRow>& rows) const {
    const NormWording* wording = norm(hit);
    const Span words = a_.span(range);
    std::string names;
    for (const ExplainedRow& row : rows) {
      const bool cited =
          std::any_of(row.citations.begin(), row.citations.end(), [&](const ExplainedCitation& c) {
            if (c.citation.sentence != hit.sentence) return false;
            if (wording == nullptr) return c.citation.rule == a_.cue(hit)->id;
            return row.table == "principles" && row.what == a_.lexicon.norms[wording->norm] &&
                   c.citation.span.begin < words.end && words.begin < c.citation.span.end;
          });
      if (cited) names += (names.empty() ? "" : "; ") + row.table + ": " + row.name;
    }
    return names;
  }

  /// Tokens between a cue and the object that the extractor speaks of.
  static constexpr std::uint32_t reach = 40;

  Analysis& a_;
  Trace trace_;
};

}  // namespace

Explanation explain(std::string_view text, const DocumentContext& context, const Lexicon& lexicon,
                    const Rules& rules) {
  Analysis analysis(text, context, lexicon, rules);
  learn_origin(analysis);
  return Explainer(analysis).run();
}

}  // namespace attache
