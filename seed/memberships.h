// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attache {

/// A state's role in a body for some time. Dates are ISO 8601, as precise as known; an empty
/// `until` means that it goes on.
struct Membership {
  std::string role, since, until, source;
};

/// What a text says, and when.
struct StatedRole {
  std::string body, country, role;
  std::string date;  ///< of the document; empty where unknown
};

enum class Verdict { agrees, contradicts, unknown };
std::string_view name_of(Verdict verdict);

/// A verdict with the fact that it rests on, in words; both empty where none is known.
struct MembershipFinding {
  Verdict verdict = Verdict::unknown;
  std::string fact, source;
};

/// Looks through the rows of DIR/memberships.csv, where there is such a file: each names a body
/// that the lexicon (with DIR laid over it) has, a state by its code, a role, and dates of the
/// calendar. Throws DataError with file and line.
void check_memberships(const std::filesystem::path& overlay);

/// Reference facts: which state had which role in which body, from when to when, and for which time
/// the list of a body's members is complete (`seed/lexicon/memberships.csv`).
class Memberships {
 public:
  /// The built-in table, and below it the rows of DIR/memberships.csv where there is such a file.
  /// Throws DataError, where any file of DIR is none that can be laid over the lexicon, too.
  static Memberships load(const std::filesystem::path& overlay);

  /// Whether any row names the state.
  bool names(const std::string& country) const { return countries_.contains(country); }

  /// Dates are compared as far as both are known: a text of 1992 may be of the day of accession.
  MembershipFinding compare(const StatedRole& stated) const;

 private:
  MembershipFinding of_member(const StatedRole& stated,
                              const std::vector<const Membership*>& rows) const;
  MembershipFinding of_founder(const StatedRole& stated,
                               const std::vector<const Membership*>& rows) const;
  MembershipFinding of_former(const StatedRole& stated,
                              const std::vector<const Membership*>& rows) const;
  MembershipFinding of_other(const StatedRole& stated,
                             const std::vector<const Membership*>& rows) const;
  MembershipFinding never(const StatedRole& stated) const;

  std::map<std::pair<std::string, std::string>, std::vector<Membership>> rows_;
  std::map<std::string, Membership> complete_;  ///< by body
  std::map<std::string, std::string> founded_;  ///< by body: when its first members became so
  std::set<std::string> countries_;
};

}  // namespace attache
