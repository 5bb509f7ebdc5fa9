// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "schema/id_runs.h"
#include "schema/merge_source.h"

namespace attache {

/// Has the full-text index of `to` find the sentences that were copied, by what the index of the
/// source holds of them: no text is cut into words again. Their words are one segment more. To be
/// called in the transaction that copied them, where no statement of this connection has asked the
/// index or written it. Throws KnowledgeBaseError where the source's index is not whole,
/// SQLite::Exception for what is wrong in `to`.
void merge_index(const MergeSource& from, SQLite::Database& to, const IdRuns& sentences);

}  // namespace attache
