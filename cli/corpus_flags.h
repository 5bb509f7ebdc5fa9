// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

#include "seed/read/document_table.h"

namespace attache {

/// The options that say how tables of documents are read.
struct CorpusFlags {
  std::string text;  ///< empty: tables are no documents
  std::optional<std::string> id, title, country, date, language, source;
};

/// Adds --text-column, --id-column, --title-column, --country-column, --date-column,
/// --language-column, --source-column.
void add_corpus_flags(CLI::App& app, CorpusFlags& flags);

TableColumns columns_of(const CorpusFlags& flags);

/// Throws UsageError where a table is named and no column is, with the columns that it has, or
/// where columns are named and none that holds the text.
void check_corpus_usage(const CorpusFlags& flags, const std::vector<std::string>& paths);

}  // namespace attache
