// SPDX-License-Identifier: MIT
#pragma once

#include "seed/lexicon/lexicon.h"

namespace attache {

/// Fills the indexes of a lexicon from its tables. Throws DataError with file and line.
void index_tables(Lexicon& lexicon);

}  // namespace attache
