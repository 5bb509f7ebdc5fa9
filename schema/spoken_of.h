// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmake/embedded_file.h"
#include "schema/vocabularies.h"

namespace SQLite {
class Database;
}

namespace attache {

/// seed/lexicon/norm_wordings.csv and theme_words.csv: what is read as a norm or a theme in texts.
std::span<const EmbeddedFile> embedded_wordings();

/// Up to two norms or themes that `given` speaks of in other words than their names ("torture",
/// "non-interference"): by the words that they are read by in texts, and by their definitions. The
/// likeliest first; none of other vocabularies.
std::vector<std::string> spoken_of(SQLite::Database& database, const VocabularyInfo& vocabulary,
                                   std::string_view given);

/// The first norm or theme, of other vocabularies than `own`, whose name has the whole word
/// `given`, as "a theme: attache priorities --theme environment-and-climate". Empty where there is
/// none.
std::string named_elsewhere(SQLite::Database& database, const VocabularyInfo* own,
                            std::string_view given);

}  // namespace attache
