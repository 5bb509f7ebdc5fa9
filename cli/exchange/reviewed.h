// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exchange/exported.h"

namespace attache {

/// An annotation as it came back.
struct Mark {
  std::string label;  ///< its kind, as it is written there
  std::string table;  ///< of that kind; empty where we have none such
  std::string ref;    ///< of the row that it is of; empty where it does not say
  CharacterSpan span;
  std::vector<ColumnValue> values;  ///< what it says; a column that is not there is empty
  std::string note;                 ///< what its reviewer wrote to it
};

/// One document that one person went through.
struct ReviewedDocument {
  ExportedDocument exported;
  std::vector<Mark> marks;
  std::string by, at;  ///< who and when (UTC, ISO 8601); empty where it is not told
};

/// What a file or folder holds.
struct Reviewed {
  std::vector<ReviewedDocument> documents;
  std::uint64_t untouched = 0;                         ///< documents that nobody went through
  Ends ends = Ends::stored;                            ///< of the places that were handed out
  bool (*carries)(std::string_view column) = nullptr;  ///< whether annotations have the column
};

// Both throw ReadError, one line with the file, where it is not what export wrote or the program
// makes of that.

/// A folder of `export --to brat` or one .ann file in it.
Reviewed read_brat(const std::string& path);
/// The JSON that Label Studio exports.
Reviewed read_label_studio(const std::string& path);

/// What a person decided on a row by what they did with its annotations.
struct Judgement {
  const ExportedRow* row = nullptr;
  std::string decision;           ///< accepted, rejected or amended; empty: it cannot be told
  std::vector<std::string> sets;  ///< COLUMN=VALUE, where amended
  std::string why;
  std::string objection;  ///< why it cannot be told
};
struct Judgements {
  std::vector<Judgement> rows;
  std::map<std::string, std::uint64_t> added;  ///< annotations of no row, by label
  std::uint64_t dropped = 0;  ///< places that are gone while others of their row stay
  std::uint64_t moved = 0;    ///< annotations that cover other words now
};

/// Unchanged annotations accept their row, changed values amend it, and where all are gone it is
/// rejected.
Judgements judge(const ReviewedDocument& document, bool (*carries)(std::string_view column));

}  // namespace attache
