// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "schema/knowledge_base.h"
#include "schema/review.h"

namespace attache {

/// All decisions with their standing, in the order of their references. Throws KnowledgeBaseError.
std::vector<ReviewState> reviews(const KnowledgeBase& base);

/// Those on the rows of a document, by its slug. Throws KnowledgeBaseError.
std::vector<ReviewState> reviews_of(const KnowledgeBase& base, const std::string& document);

/// The decision on the row of that reference, or nothing. Throws KnowledgeBaseError.
std::optional<ReviewState> review_of(const KnowledgeBase& base, const std::string& reference);

/// Changes decisions, and the rows that they are about, in one transaction that is undone unless
/// commit() ends it. `base` must be open for writing, without a batch, and outlive it. What can't
/// be done is told in words, and nothing of it is done; the rest goes on. Everything here throws
/// KnowledgeBaseError, too: damaged where the rows of a document are not those that were stored.
class ReviewChanges {
 public:
  explicit ReviewChanges(KnowledgeBase& base);
  ~ReviewChanges();
  ReviewChanges(const ReviewChanges&) = delete;
  ReviewChanges& operator=(const ReviewChanges&) = delete;

  /// `decision` on the row of that reference, with COLUMN=VALUE of `sets` where it amends. It takes
  /// the place of an earlier one; but an amended row is not accepted over that, and one that is
  /// amended again keeps what is not set anew; one that says already what it shall say is accepted.
  /// It was decided at that time (UTC, ISO 8601), or now.
  /// Gives what was in the way, or empty. Throws SelectionError where `sets` are not what the table
  /// can hold.
  std::string decide(const std::string& reference, const std::string& decision,
                     const std::vector<std::string>& sets, const std::string& why,
                     const std::string& reviewer, const std::string& decided_at = {});
  /// Takes the decision on that row back, whether or not the row is there. Gives what was in the
  /// way.
  std::string undo(const std::string& reference);

  /// What to do where there is another decision on the same row.
  enum class Conflict { tell, theirs, ours };
  struct Taken {
    enum class What { added, known, kept, refused } what = What::added;
    std::string words;  ///< why it was refused
  };
  /// A decision that was made elsewhere, on the document with the same digest: by its slug, else
  /// the only one that has it.
  Taken take(Review review, Conflict conflict);

  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attache
