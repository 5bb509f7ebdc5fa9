// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "schema/prepared.h"

namespace attache {

/// Applies what people decided to rows that were just made. Opens no transaction. Everything here
/// throws SQLite::Exception.
class ReviewApplier {
 public:
  explicit ReviewApplier(SQLite::Database& database);

  /// Each decision on a row of the document that says what was judged. Others stay as they are:
  /// `review list` tells them.
  void apply(std::int64_t document_id);
  /// The decisions on a document follow its new slug.
  void rename(const std::string& slug, const std::string& to);

 private:
  SQLite::Database& database_;
  Prepared any_;
};

}  // namespace attache
