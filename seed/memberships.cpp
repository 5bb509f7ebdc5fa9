// SPDX-License-Identifier: MIT
#include "seed/memberships.h"

#include <algorithm>
#include <array>

#include "seed/embedded.h"
#include "seed/lexicon/csv_reader.h"
#include "seed/lexicon/data_files.h"
#include "seed/lexicon/lexicon.h"
#include "seed/lexicon/table_rows.h"
#include "seed/lexicon/user_text.h"
#include "seed/read/date.h"
#include "seed/rules/effects.h"

namespace attache {
namespace {

constexpr std::string_view file_name = "memberships.csv";
using Rows = std::vector<const Membership*>;

/// -1, 0 or 1, as far as both are known.
int compared(std::string_view a, std::string_view b) {
  const std::size_t known = std::min(a.size(), b.size());
  const int order = a.substr(0, known).compare(b.substr(0, known));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

bool in_force(const Membership& row, const std::string& date) {
  return compared(row.since, date) <= 0 && (row.until.empty() || compared(date, row.until) <= 0);
}

/// "member since 1992", "member from 1949 to 1969".
std::string words_of(const Membership& row) {
  return row.role +
         (row.until.empty() ? " since " + row.since : " from " + row.since + " to " + row.until);
}

MembershipFinding found(Verdict verdict, const Rows& rows) {
  MembershipFinding finding{verdict, {}, {}};
  for (const Membership* row : rows)
    finding.fact += (finding.fact.empty() ? "" : ", ") + words_of(*row);
  if (!rows.empty()) finding.source = rows.front()->source;
  return finding;
}

Rows with_role(const Rows& rows, std::string_view role) {
  Rows some;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(some),
               [&](const Membership* row) { return row->role == role; });
  return some;
}

const Membership* at(const Rows& rows, const std::string& date) {
  for (const Membership* row : rows)
    if (in_force(*row, date)) return row;
  return nullptr;
}

CsvTable built_in() {
  for (const EmbeddedFile& file : embedded_lexicon())
    if (file.name == file_name) return read_csv(file.bytes, std::string(file_name));
  throw DataError("the lexicon lacks " + std::string(file_name));
}

/// The rows that a user lays over the built-in ones; none where the folder has no such file.
CsvTable laid_over(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    throw DataError(folder.string() + ": is no folder; --lexicon takes a folder with CSV files");
  const std::filesystem::path path = folder / file_name;
  if (!std::filesystem::exists(path, error)) return {};
  const std::string bytes = data_file(path);
  check_text(bytes, path.string());
  check_header(bytes, path.string(), built_in().columns);
  return read_csv(bytes, path.string());
}

constexpr std::string_view complete = "complete";

/// What a row may say that a state is, or, of no state, that the list of members is complete.
constexpr std::array<std::string_view, 10> said_roles{effect::member,        effect::founder,
                                                      effect::chair,         effect::host,
                                                      effect::partner,       effect::contributor,
                                                      effect::former_member, effect::candidate,
                                                      effect::observer,      complete};

std::set<std::string_view> column_of(const Lexicon& lexicon, std::string_view table,
                                     std::string_view column) {
  const CsvTable& read = table_named(lexicon.tables, table);
  const std::size_t at = read.column(column);
  std::set<std::string_view> values;
  for (const CsvRow& row : read.rows) values.insert(row.cells[at]);
  return values;
}

template <typename Visit>
void each(const CsvTable& table, const Visit& visit) {
  if (table.columns.empty()) return;
  std::array<std::size_t, 6> place{};
  std::size_t i = 0;
  for (const char* name : {"body", "country", "role", "since", "until", "source"})
    place[i++] = table.column(name);
  for (const CsvRow& row : table.rows) {
    const auto cell = [&](std::size_t column) { return row.cells[place[column]]; };
    if (cell(0).empty() || cell(2).empty() || cell(3).empty())
      throw DataError(table.file, row.line, "body, role and since must be given");
    visit(row.line, cell(0), cell(1), Membership{cell(2), cell(3), cell(4), cell(5)});
  }
}

void check_rows(const CsvTable& own, const Lexicon& lexicon) {
  const auto bodies = column_of(lexicon, "bodies", "slug");
  const auto countries = column_of(lexicon, "countries", "iso3");
  each(own, [&](std::size_t line, const std::string& body, const std::string& country,
                const Membership& row) {
    const auto require = [&](bool good, const std::string& what) {
      if (!good) throw DataError(own.file, line, what);
    };
    const bool all = row.role == complete;
    require(bodies.contains(body),
            "no body '" + body + "'; 'attache vocabulary bodies' lists their slugs");
    require(std::find(said_roles.begin(), said_roles.end(), row.role) != said_roles.end(),
            "no role '" + row.role + "'; a role of 'attache vocabulary roles', or complete");
    require(!all || country.empty(), "complete is said of the list of members, of no country");
    require(all || countries.contains(country),
            "no country '" + country + "'; 'attache vocabulary countries' lists their codes");
    require(!all || !row.until.empty(), "until must be given where the list is complete");
    for (const std::string& date : {row.since, row.until})
      require(date.empty() || is_iso_date(date),
              "'" + date + "' is not a date; write it as 2005, 2005-09 or 2005-09-17");
    require(row.until.empty() || compared(row.since, row.until) <= 0,
            "since " + row.since + " is later than until " + row.until);
  });
}

}  // namespace

void check_memberships(const std::filesystem::path& overlay) {
  const CsvTable own = laid_over(overlay);
  if (!own.columns.empty()) check_rows(own, load_lexicon(embedded_lexicon(), overlay));
}

std::string_view name_of(Verdict verdict) {
  constexpr std::array<std::string_view, 3> names{"agrees", "contradicts", "unknown"};
  return names[static_cast<std::size_t>(verdict)];
}

/// Rows of a user's for a state and body stand for the built-in ones.
Memberships Memberships::load(const std::filesystem::path& overlay) {
  Memberships all;
  const auto add = [&](std::size_t, const std::string& body, const std::string& country,
                       Membership row) {
    if (row.role == complete) {
      all.complete_[body] = std::move(row);
      return;
    }
    all.countries_.insert(country);
    all.rows_[{body, country}].push_back(std::move(row));
  };
  each(built_in(), add);
  if (!overlay.empty()) {
    const CsvTable own = laid_over(overlay);
    check_rows(own, load_lexicon(embedded_lexicon(), overlay));
    each(own,
         [&](std::size_t, const std::string& body, const std::string& country, const Membership&) {
           all.rows_.erase({body, country});
         });
    each(own, add);
  }
  for (const auto& [key, rows] : all.rows_)
    for (const Membership& row : rows) {
      std::string& founded = all.founded_[key.first];
      if (row.role == "member" && (founded.empty() || row.since < founded)) founded = row.since;
    }
  return all;
}

MembershipFinding Memberships::compare(const StatedRole& stated) const {
  Rows rows;
  if (const auto known = rows_.find({stated.body, stated.country}); known != rows_.end())
    for (const Membership& row : known->second) rows.push_back(&row);
  if (stated.role == "member") return of_member(stated, rows);
  if (stated.role == "founder") return of_founder(stated, rows);
  if (stated.role == "former-member") return of_former(stated, rows);
  return of_other(stated, rows);
}

MembershipFinding Memberships::never(const StatedRole& stated) const {
  const auto known = complete_.find(stated.body);
  if (known == complete_.end()) return {};
  const Membership& all = known->second;
  const bool covered = stated.date.empty() || in_force(all, stated.date);
  return {covered ? Verdict::contradicts : Verdict::unknown,
          "no member in the list from " + all.since + " to " + all.until, all.source};
}

MembershipFinding Memberships::of_member(const StatedRole& stated, const Rows& rows) const {
  const Rows members = with_role(rows, "member");
  if (members.empty()) return never(stated);
  // Without a date, a time outside the membership can't be told from one inside.
  if (stated.date.empty()) return found(Verdict::unknown, members);
  return found(at(members, stated.date) != nullptr ? Verdict::agrees : Verdict::contradicts,
               members);
}

MembershipFinding Memberships::of_founder(const StatedRole& stated, const Rows& rows) const {
  const Rows members = with_role(rows, "member");
  if (members.empty()) return never(stated);
  const auto founded = founded_.find(stated.body);
  const bool first = std::any_of(members.begin(), members.end(), [&](const Membership* row) {
    return compared(row->since, founded->second) == 0;
  });
  MembershipFinding finding = found(first ? Verdict::agrees : Verdict::contradicts, members);
  finding.fact += "; first members in " + founded->second;
  return finding;
}

MembershipFinding Memberships::of_former(const StatedRole& stated, const Rows& rows) const {
  const Rows members = with_role(rows, "member");
  if (members.empty()) return never(stated);
  if (stated.date.empty()) return found(Verdict::unknown, members);
  const bool left = std::any_of(members.begin(), members.end(), [&](const Membership* row) {
    return !row->until.empty() && compared(row->until, stated.date) <= 0;
  });
  return found(left ? Verdict::agrees : Verdict::contradicts, members);
}

/// Candidates, observers and partners are no members; chairs are. Who chairs, houses or pays is not
/// known.
MembershipFinding Memberships::of_other(const StatedRole& stated, const Rows& rows) const {
  const Rows same = with_role(rows, stated.role);
  if (!stated.date.empty() && at(same, stated.date) != nullptr) return found(Verdict::agrees, same);
  const Rows members = with_role(rows, "member");
  const bool outside = stated.role == "candidate" || stated.role == "observer";
  if (members.empty())
    return stated.role == "chair" ? never(stated) : found(Verdict::unknown, same);
  if (stated.date.empty()) return found(Verdict::unknown, members);
  const Membership* now = at(members, stated.date);
  if (stated.role == "chair")
    return found(now == nullptr ? Verdict::contradicts : Verdict::unknown, members);
  if (!outside) return found(Verdict::unknown, members);
  // In the year of accession a state was both.
  if (now != nullptr)
    return found(compared(now->since, stated.date) == 0 ? Verdict::unknown : Verdict::contradicts,
                 members);
  const bool later = std::any_of(members.begin(), members.end(), [&](const Membership* row) {
    return compared(row->since, stated.date) > 0;
  });
  return found(later && stated.role == "candidate" ? Verdict::agrees : Verdict::unknown, members);
}

}  // namespace attache
