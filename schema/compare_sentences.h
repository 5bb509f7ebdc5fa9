// SPDX-License-Identifier: MIT
#pragma once

#include "schema/compare.h"

namespace SQLite {
class Database;
}

namespace attache {

/// compare() of sentences, which are the same where they are word for word. Each text is read
/// once, and is kept while they are compared. Throws SelectionError, SQLite::Exception.
Comparison compare_sentences(SQLite::Database& database, const CompareQuestion& question,
                             const ComparedSink& sink);

}  // namespace attache
