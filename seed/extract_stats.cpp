// SPDX-License-Identifier: MIT
#include "seed/extract_stats.h"

namespace attache {
namespace {

template <class Row>
void count_rules(const std::vector<Row>& table, std::map<std::string, std::uint64_t>& rules) {
  for (const Row& row : table) {
    for (const Citation& citation : row.citations) ++rules[citation.rule];
  }
}

}  // namespace

ExtractStats stats_of(const DocumentRows& rows, std::uint64_t bytes, bool by_rule) {
  ExtractStats stats;
  stats.documents = 1;
  stats.bytes = bytes;
  stats.sentences = rows.sentences.size();
  stats.tokens = rows.tokens;
  stats.mentions = rows.mentions;
  stats.principles = rows.principles.size();
  stats.priorities = rows.priorities.size();
  stats.organizations = rows.organizations.size();
  stats.leaders = rows.leaders.size();
  if (!by_rule) return stats;
  count_rules(rows.principles, stats.citations_by_rule);
  count_rules(rows.priorities, stats.citations_by_rule);
  count_rules(rows.organizations, stats.citations_by_rule);
  count_rules(rows.leaders, stats.citations_by_rule);
  return stats;
}

void note_kept(ExtractStats& stats, const Document& document, const std::string& name) {
  if (document.kept.in_part()) stats.partly_kept.push_back({name, document.kept.percent()});
}

ExtractStats& operator+=(ExtractStats& total, const ExtractStats& part) {
  total.documents += part.documents;
  total.bytes += part.bytes;
  total.sentences += part.sentences;
  total.tokens += part.tokens;
  total.mentions += part.mentions;
  total.principles += part.principles;
  total.priorities += part.priorities;
  total.organizations += part.organizations;
  total.leaders += part.leaders;
  for (const auto& [rule, citations] : part.citations_by_rule)
    total.citations_by_rule[rule] += citations;
  total.partly_kept.insert(total.partly_kept.end(), part.partly_kept.begin(),
                           part.partly_kept.end());
  return total;
}

}  // namespace attache
