// SPDX-License-Identifier: MIT
#include "cli/name_counts.h"

#include "seed/text/counted.h"

namespace attache {

void NameCounts::add(const SeedSource& source, const std::string& country) {
  ++documents_;
  if (source.name_fits) ++fitting_;
  if (country.empty()) ++without_country_;
}

void NameCounts::tell(const Session& session) const {
  if (pattern_.empty() || documents_ == 0) return;
  const std::string pattern = "--name-pattern '" + pattern_ + "' fits ";
  const std::string names = counted(documents_, "document");
  if (fitting_ == 0)
    session.complain(pattern + "the name of none of " + names + ", and says nothing of them");
  else if (fitting_ < documents_)
    session.note(pattern + "the names of " + std::to_string(fitting_) + " of " + names);
  if (without_country_ > 0)
    session.note("without a country: " + std::to_string(without_country_) + " of " + names);
}

}  // namespace attache
