// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "schema/annotated.h"
#include "schema/characters.h"

namespace attache {

/// A place in code points.
using CharacterSpan = std::pair<std::int64_t, std::int64_t>;

/// What a row said when it was handed out to be judged elsewhere. It travels with the annotations,
/// so that what comes back tells what a person changed from what changed here meanwhile.
struct ExportedRow {
  std::string table, ref;
  std::string review;             ///< the decision that was applied then, or empty
  std::vector<ColumnValue> said;  ///< all columns that can be amended
  std::vector<CharacterSpan> places;
};
struct ExportedDocument {
  std::string document, sha256;
  std::vector<ExportedRow> rows;
  std::string file;         ///< of its files, without ending, where that is not the slug
  std::string text_sha256;  ///< of the text as it was written beside them; empty where it was not
};

/// Where the ends of a place are: as stored, or without the white space and line ends around it,
/// for formats that cannot show those.
enum class Ends { stored, visible };

/// The document as it is handed out. Rows and places of which nothing is visible are left out then.
ExportedDocument exported(const AnnotatedDocument& document, const CharacterCounts& characters,
                          Ends ends = Ends::stored);

/// As JSON on one line.
std::string json_text(const ExportedDocument& document);
/// Throws nlohmann::json::exception where it is not what json_text() makes: tables and columns are
/// ours, and a reference is of its table.
ExportedDocument exported_in(const nlohmann::json& json);

}  // namespace attache
