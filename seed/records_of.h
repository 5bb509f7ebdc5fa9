// SPDX-License-Identifier: MIT
#pragma once

#include "schema/records.h"
#include "seed/extract/rows.h"
#include "seed/read/read.h"

namespace attache {

/// What the knowledge base stores of a document that was read and extracted: all but its text and
/// description.
DocumentRecord record_of(const Document& document, DocumentRows rows);

}  // namespace attache
