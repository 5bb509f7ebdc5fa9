// SPDX-License-Identifier: MIT
#include "cli/seed_summary.h"

#include "seed/text/counted.h"

namespace attache {

std::string summary_line(const SeedSummary& summary, std::optional<std::uint64_t> removed) {
  const std::uint64_t all = summary.added + summary.unchanged + summary.replaced + summary.failed;
  const ExtractStats& s = summary.stats;
  std::string line = counted(all, "document") + ": " + std::to_string(summary.added) + " added, " +
                     std::to_string(summary.replaced) + " replaced, " +
                     std::to_string(summary.unchanged) + " unchanged, " +
                     std::to_string(summary.failed) + " failed";
  if (removed) line += ", " + std::to_string(*removed) + " removed";
  if (s.documents == 0) return line;
  return line + "; " + counted(s.principles, "principle") + ", " + std::to_string(s.priorities) +
         (s.priorities == 1 ? " priority, " : " priorities, ") +
         counted(s.organizations, "organization") + ", " + counted(s.leaders, "leader");
}

}  // namespace attache
