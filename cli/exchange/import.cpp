// SPDX-License-Identifier: MIT
#include "cli/exchange/import.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "cli/commands/review.h"
#include "cli/error.h"
#include "cli/exchange/reviewed.h"
#include "cli/interrupt.h"
#include "cli/writing.h"
#include "schema/amendments.h"
#include "schema/annotated.h"
#include "schema/characters.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/review_rows.h"
#include "schema/spans.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

using Conflict = ReviewChanges::Conflict;
using Taken = ReviewChanges::Taken;

struct Tally {
  std::map<std::string, std::uint64_t> taken;  ///< by decision
  std::uint64_t known = 0, kept = 0, refused = 0, dropped = 0, moved = 0;
  std::map<std::string, std::uint64_t> added;  ///< annotations of no row, by label
};

/// A document here with the rows that it has now.
struct Here {
  AnnotatedDocument document;
  ExportedDocument exported;  ///< as it would be handed out now
};

/// The documents here by digest.
using Digests = std::multimap<std::string, std::string>;

Digests digests_of(const KnowledgeBase& base) {
  Digests digests;
  for (const StoredDocument& stored : base.documents()) digests.emplace(stored.sha256, stored.slug);
  return digests;
}

/// The slug here of a document that was handed out: the one of that slug and digest, else the only
/// one of that digest. Else empty, and `why` says why.
std::string slug_here(const Digests& digests, const ExportedDocument& document, std::string& why) {
  const auto [first, last] = digests.equal_range(document.sha256);
  for (auto same = first; same != last; ++same)
    if (same->second == document.document) return same->second;
  if (std::distance(first, last) == 1) return first->second;
  const bool other_version = std::any_of(digests.begin(), digests.end(), [&](const auto& one) {
    return one.second == document.document;
  });
  why = first != last   ? "several documents here have the same bytes"
        : other_version ? "the document here is another version of it"
                        : "there is no such document here";
  return {};
}

std::optional<Here> find_here(const KnowledgeBase& base, const Digests& digests,
                              const ExportedDocument& document, Ends ends, std::string& why) {
  const std::string slug = slug_here(digests, document, why);
  std::optional<Here> here;
  if (slug.empty()) return here;
  read_annotated(base, {{"document", {slug}}}, {}, [&](const AnnotatedDocument& found) {
    here = Here{found, exported(found, CharacterCounts(found.text), ends)};
    return false;
  });
  return here;
}

/// Takes the decisions of one reviewed document over.
class Taking {
 public:
  Taking(const KnowledgeBase& base, ReviewChanges& changes, const AnnotationImport& import,
         const Session& session, Tally& tally)
      : base_(base),
        digests_(digests_of(base)),
        changes_(changes),
        import_(import),
        session_(session),
        tally_(tally) {}

  void take(const ReviewedDocument& reviewed, const Reviewed& all) {
    const Judgements judgements = judge(reviewed, all.carries);
    tally_.dropped += judgements.dropped;
    tally_.moved += judgements.moved;
    for (const auto& [label, number] : judgements.added) tally_.added[label] += number;
    std::string why;
    const auto here = find_here(base_, digests_, reviewed.exported, all.ends, why);
    by_ = !import_.by.empty()    ? import_.by
          : !reviewed.by.empty() ? reviewed.by
                                 : reviewer({}, session_);
    at_ = reviewed.at;
    sha256_ = reviewed.exported.sha256;
    if (!here) {
      tally_.refused += judgements.rows.size();
      session_.complain(reviewed.exported.document + ": " + why);
      return;
    }
    for (const Judgement& judgement : judgements.rows) count(judgement, taken(judgement, *here));
  }

 private:
  void count(const Judgement& judgement, const Taken& taken) {
    switch (taken.what) {
      case Taken::What::added: ++tally_.taken[judgement.decision]; break;
      case Taken::What::known: ++tally_.known; break;
      case Taken::What::kept: ++tally_.kept; break;
      case Taken::What::refused:
        ++tally_.refused;
        session_.complain(judgement.row->ref + ": " + taken.words);
        break;
    }
  }

  Taken taken(const Judgement& judgement, const Here& here) {
    if (!judgement.objection.empty()) return {Taken::What::refused, judgement.objection};
    const ExportedRow& row = *judgement.row;
    const std::string reference =
        here.document.document + row.ref.substr(std::min(row.ref.find('/'), row.ref.size()));
    const auto& rows = here.exported.rows;
    const auto now = std::find_if(rows.begin(), rows.end(),
                                  [&](const ExportedRow& one) { return one.ref == reference; });
    if (now == rows.end()) return of_missing(judgement, reference);
    const bool same = now->said == row.said && now->review == row.review;
    if (same && !row.review.empty()) return again(judgement, reference);
    if (now->places != row.places)
      return {Taken::What::refused, "is not the row that was judged: it cites other words now"};
    const auto full = std::find_if(here.document.rows.begin(), here.document.rows.end(),
                                   [&](const AnnotatedRow& one) { return one.ref == reference; });
    std::set<std::string> quotes;
    for (const AnnotatedPlace& place : full->places)
      if (const auto quote = cut(here.document.text, place.start, place.end))
        quotes.emplace(*quote);
    return put(judgement, reference, {quotes.begin(), quotes.end()});
  }

  /// A row that had a decision when it was handed out, and has the same still: who looked at it
  /// knew of that, so that a new one takes its place.
  Taken again(const Judgement& judgement, const std::string& reference) {
    if (judgement.decision == "accepted") return {Taken::What::known, {}};
    try {
      const std::string objection =
          changes_.decide(reference, judgement.decision, judgement.sets, judgement.why, by_, at_);
      return {objection.empty() ? Taken::What::added : Taken::What::refused, objection};
    } catch (const SelectionError& error) {
      return {Taken::What::refused, error.what()};
    }
  }

  /// A row that is left out here may have been rejected meanwhile.
  Taken of_missing(const Judgement& judgement, const std::string& reference) {
    const auto decided = review_of(base_, reference);
    if (!decided || decided->review.decision != "rejected")
      return {Taken::What::refused, "the document here has no such row"};
    return put(judgement, reference, decided->review.quotes);
  }

  Taken put(const Judgement& judgement, const std::string& reference,
            std::vector<std::string> quotes) {
    const ExportedRow& row = *judgement.row;
    std::vector<ColumnValue> amended;
    try {
      amended = guarded(base_.file(), base_.connection(),
                        [&] { return amendments(base_.connection(), row.table, judgement.sets); });
    } catch (const SelectionError& error) {
      return {Taken::What::refused, error.what()};
    }
    Review review;
    review.table = row.table;
    review.document = reference.substr(0, reference.find('/'));
    review.key = reference.substr(review.document.size() + review.table.size() + 2);
    review.sha256 = sha256_;
    review.quotes = std::move(quotes);
    for (const ColumnValue& said : row.said)
      if (is_judged(row.table, said.column) || value_of(amended, said.column) != nullptr)
        review.original.push_back(said);
    review.decision = judgement.decision;
    review.amended = std::move(amended);
    review.why = judgement.why;
    review.reviewer = by_;
    review.decided_at = at_;
    return changes_.take(std::move(review), import_.conflict);
  }

  static bool is_judged(const std::string& table, const std::string& column) {
    const auto& says = find_judged(table)->says;
    return std::find(says.begin(), says.end(), column) != says.end();
  }

  const KnowledgeBase& base_;
  const Digests digests_;
  ReviewChanges& changes_;
  const AnnotationImport& import_;
  const Session& session_;
  Tally& tally_;
  std::string by_, at_, sha256_;
};

std::string listed(const std::map<std::string, std::uint64_t>& numbers) {
  std::string words;
  for (const auto& [what, number] : numbers)
    words += (words.empty() ? "" : ", ") + std::to_string(number) + " " + what;
  return words;
}

std::uint64_t sum(const std::map<std::string, std::uint64_t>& numbers) {
  std::uint64_t all = 0;
  for (const auto& [what, number] : numbers) all += number;
  return all;
}

void tell(const Session& session, const Reviewed& reviewed, const Tally& tally) {
  std::string words = counted(sum(tally.taken), "decision") + " taken over";
  if (!tally.taken.empty()) words += " (" + listed(tally.taken) + ")";
  if (tally.known > 0) words += ", " + std::to_string(tally.known) + " known already";
  if (tally.kept > 0) words += ", " + std::to_string(tally.kept) + " kept as they were here";
  if (tally.refused > 0) words += ", " + std::to_string(tally.refused) + " not taken over";
  session.note(words);
  if (!tally.added.empty())
    session.note(counted(sum(tally.added), "new annotation") + " left out, since rows are made " +
                 "from the text alone: " + listed(tally.added));
  if (tally.dropped > 0)
    session.note(counted(tally.dropped, "deleted annotation") +
                 " left out, whose rows have others");
  if (tally.moved > 0)
    session.note(counted(tally.moved, "moved annotation") + "; rows keep their places");
  if (reviewed.untouched > 0)
    session.note(counted(reviewed.untouched, "document") + " left out, which nobody went through");
}

}  // namespace

int run_annotation_import(const AnnotationImport& import, Session& session) {
  const Reviewed reviewed =
      import.format == "brat" ? read_brat(import.path) : read_label_studio(import.path);
  KnowledgeBase::open(session.database(), session.patience);
  const InterruptGuard guard;
  KnowledgeBase base = open_for_writing(session, guard);
  Tally tally;
  {
    ReviewChanges changes(base);
    Taking taking(base, changes, import, session, tally);
    for (const ReviewedDocument& document : reviewed.documents) {
      if (guard.requested()) throw Interrupted("interrupted; nothing was taken over");
      taking.take(document, reviewed);
    }
    changes.commit();
  }
  close(base, session);
  tell(session, reviewed, tally);
  return tally.refused == 0 ? 0 : 1;
}

}  // namespace attache
