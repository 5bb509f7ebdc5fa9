// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_map>

#include "seed/extract/bodies.h"
#include "seed/extract/role_labels.h"
#include "seed/extract/roles.h"
#include "seed/extract/tables.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// Of a body that is only named.
constexpr auto mention_role = effect::mention;

class Rows {
 public:
  Rows(const Analysis& analysis, const std::vector<BodyMention>& mentions)
      : a_(analysis), mentions_(mentions) {}

  std::vector<OrganizationRow> run(const std::vector<Role>& roles) {
    row_of_.assign(mentions_.size(), 0);
    strongest_.assign(mentions_.size(), nullptr);
    cited_at_.assign(mentions_.size(), 0);
    for (const auto& role : roles) {
      auto& best = strongest_[role.mention];
      if (best == nullptr || goes_before(role.role, is_own(role), best->role, is_own(*best)))
        best = &role;
    }
    for (std::size_t m = 0; m < mentions_.size(); ++m) row_of_[m] = row_for(mentions_[m]);
    own_.assign(rows_.size(), false);
    for (std::size_t m = 0; m < mentions_.size(); ++m) cite(m);
    for (const auto& role : roles) take(role);
    for (const auto& role : roles) state(role);
    for (auto& row : rows_) row.confidence = confidence_of(row);
    return std::move(rows_);
  }

 private:
  std::size_t row_for(const BodyMention& mention) {
    const auto next = rows_.size();
    const auto row = mention.body != no_body
                         ? row_of_body_.try_emplace(mention.body, next).first->second
                         : row_of_name_.try_emplace(mention.unknown_name, next).first->second;
    if (row == next) rows_.push_back(mention.body != no_body ? known(mention) : unknown(mention));
    else if (rows_[row].note.empty()) rows_[row].note = mention.note;
    return row;
  }

  /// A name in doubt is kept as the document writes it.
  OrganizationRow known(const BodyMention& mention) const {
    const auto& body = a_.lexicon.bodies[mention.body];
    OrganizationRow row;
    row.body = body.slug;
    row.name = mention.note.empty() ? current_name(mention) : a_.wording(mention.range);
    row.acronym = mention.note.empty() ? body.acronym : "";
    row.kind = body.kind;
    row.role = mention_role;
    row.note = mention.note;
    return row;
  }

  /// The name as the text writes it, where it writes a name of its time: "Organization of the
  /// Islamic Conference". An acronym or a short form gives the lexicon's name.
  std::string current_name(const BodyMention& mention) const {
    const auto& body = a_.lexicon.bodies[mention.body];
    return former_name(mention) ? a_.wording(mention.range) : body.name;
  }

  /// The mention is a full name under which the body is listed beside its present one.
  bool former_name(const BodyMention& mention) const {
    if (mention.back_reference || mention.rule != "lexicon" || mention.range.size() < 4)
      return false;
    const auto& body = a_.lexicon.bodies[mention.body];
    const auto written = fold_phrase(slice(a_.text, a_.span(mention.range)));
    const auto& listed = body.folded_name;
    if (written == listed || written.ends_with(listed) || listed.ends_with(written)) return false;
    return same_first_letters(written, listed);
  }

  /// Both open with the same word: "organization of the islamic conference" and "... cooperation".
  static bool same_first_letters(std::string_view a, std::string_view b) {
    return a.substr(0, a.find(' ')) == b.substr(0, b.find(' '));
  }

  static OrganizationRow unknown(const BodyMention& mention) {
    OrganizationRow row;
    row.name = mention.unknown_name;
    row.acronym = mention.acronym;
    row.kind = "unknown";
    row.role = mention_role;
    return row;
  }

  /// A citation carries the id of the strongest role's cue that fired on it, else how the body was
  /// found.
  void cite(std::size_t m) {
    const auto* role = strongest_[m];
    const auto rule = role != nullptr ? role->rule : "organizations." + mentions_[m].rule;
    auto& citations = rows_[row_of_[m]].citations;
    cited_at_[m] = citations.size();
    citations.push_back(a_.cite(mentions_[m].range, rule));
    citations.back().confidence =
        a_.lexicon.confidences.of("organizations." + mentions_[m].rule, Confidences::organizations);
  }

  /// Where the role is the row's, its words are kept with the citation of the body that it is said
  /// of, and the citation is as sure as they are.
  void state(const Role& role) {
    auto& row = rows_[row_of_[role.mention]];
    auto& citation = row.citations[cited_at_[role.mention]];
    if (row.role != role.role || row.country != role.country || role.statement.empty() ||
        length(citation.statement) != 0)
      return;
    citation.statement = a_.span(role.statement);
    citation.confidence = a_.lexicon.confidences.of(role.rule, Confidences::roles);
  }

  /// Of a row that states a role: what names the body speaks for the name, not for the role.
  static std::uint8_t confidence_of(const OrganizationRow& row) {
    std::uint8_t best = 0;
    for (const auto& citation : row.citations) {
      if (row.role == mention_role || length(citation.statement) != 0)
        best = std::max(best, citation.confidence);
    }
    return best;
  }

  void take(const Role& role) {
    auto& row = rows_[row_of_[role.mention]];
    const bool ended = role.role == effect::former_member && row.role == effect::member;
    const bool own = is_own(role);
    if (!ended && !goes_before(role.role, own, row.role, own_[row_of_[role.mention]])) return;
    row.role = role.role;
    row.country = role.country;
    own_[row_of_[role.mention]] = own;
  }

  /// Said of the document's own state, or, where several speak, of the speaker's.
  bool is_own(const Role& role) const {
    return role.country == a_.own_state(role.cue.first) &&
           (a_.turns.empty() || !role.country.empty());
  }

  /// The stronger role, and that of the own state before any of another.
  static bool goes_before(std::string_view role, bool own, std::string_view other,
                          bool others_own) {
    const bool stated = other != mention_role;
    if (stated && own != others_own) return own;
    return role_rank(role) < role_rank(other);
  }

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  std::unordered_map<std::uint32_t, std::size_t> row_of_body_;
  std::unordered_map<std::string, std::size_t> row_of_name_;
  std::vector<OrganizationRow> rows_;
  std::vector<const Role*> strongest_;  ///< by mention: the first of its strongest roles
  std::vector<std::size_t> row_of_;
  std::vector<bool> own_;              ///< by row: its role is said of the own state
  std::vector<std::size_t> cited_at_;  ///< by mention: which of its row's citations it is
};

}  // namespace

std::vector<OrganizationRow> find_organizations(const Analysis& analysis) {
  const auto mentions = find_bodies(analysis);
  auto roles = find_roles(analysis, mentions);
  read_labels(analysis, mentions, roles);
  return Rows(analysis, mentions).run(std::move(roles));
}

}  // namespace attache
