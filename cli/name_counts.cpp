// SPDX-License-Identifier: MIT
#include "cli/name_counts.h"

#include "seed/text/counted.h"

namespace attache {

void NameCounts::add(const SeedSource& source, const std::string& country) {
  ++documents_;
  if (source.name_fits) ++fitting_;
  if (source.in_manifest) ++in_manifest_;
  if (country.empty()) ++without_country_;
}

void NameCounts::tell(const Session& session) const {
  if (documents_ == 0) return;
  if (!manifest_.empty()) tell_manifest(session);
  if (!pattern_.empty()) tell_pattern(session);
}

/// A library of a colleague's, for one, names other folders.
void NameCounts::tell_manifest(const Session& session) const {
  const std::string name = manifest_ == "-" ? "standard input" : manifest_;
  const std::string all = counted(documents_, "document");
  if (in_manifest_ == 0)
    session.complain(name + ": has a row for none of " + all + ", and says nothing of them");
  else if (in_manifest_ < documents_)
    session.note(name + ": has rows for " + std::to_string(in_manifest_) + " of " + all);
}

void NameCounts::tell_pattern(const Session& session) const {
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
