// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "seed/read/document_table.h"
#include "seed/read/walk.h"
#include "seed/source.h"

namespace attache {

class Descriptions;

/// A row by its number in the table and a digest of its text.
struct NumberedRow {
  std::uint64_t number = 0;
  std::string digest;  ///< empty where the row can't be read
};

/// Enough of a text's digest to tell it from the others of a table.
inline std::string row_digest(const std::string& sha256) { return sha256.substr(0, 15); }

/// Tables whose rows are documents: which columns hold what, and how they are read.
struct CorpusOptions {
  TableColumns columns;
  ReadOptions read;
  bool records = false;  ///< all that is met is a stream of records, see read_records
  bool paths = true;     ///< a record may name a file
  bool filter = false;   ///< a stream without records is no failure
};

/// Makes documents of the rows of tables that a walk comes upon.
class Corpora {
 public:
  /// `named` are the paths that the user gave: what is named is a table also where its name does
  /// not say so, if its beginning shows the column with the text.
  Corpora(CorpusOptions options, std::vector<std::string> named, const Descriptions& descriptions)
      : options_(std::move(options)), named_(std::move(named)), descriptions_(descriptions) {}

  /// Whether a walk's item is a table. Standard input always is.
  bool is_table(const WalkItem& item) const;
  /// Hands over its rows, a row that can't be read as a source with an error, which names the line.
  /// Returns false where `push` did.
  bool expand(WalkItem item, const std::function<bool(SeedSource)>& push) const;
  /// The same for what comes through standard input, as it comes.
  bool expand_standard_input(const std::function<bool(SeedSource)>& push) const;
  /// All rows of a table whose rows have no ids; nothing where they have, or it can't be read to
  /// its end. Throws ReadStopped.
  std::optional<std::vector<NumberedRow>> numbered_rows(const std::string& path) const;

 private:
  /// How often a text has come, by its digest.
  using Met = std::unordered_map<std::string, std::uint64_t>;

  bool rows(const ByteSource& bytes, const std::string& path,
            const std::function<bool(SeedSource)>& push) const;
  void each_row(const ByteSource& bytes, const std::string& path,
                const std::function<bool(TableDocument)>& sink) const;
  SeedSource source_of(TableDocument row, const std::string& path, Met& met) const;
  bool push_nothing(const std::string& path, const std::function<bool(SeedSource)>& push) const;
  SeedSource source_of_record(TableDocument row, const std::string& path) const;

  CorpusOptions options_;
  std::vector<std::string> named_;
  const Descriptions& descriptions_;
};

/// The first bytes of a file, as many as a table's header or first object takes; empty where it
/// can't be read, or is no regular file.
std::string head_of(const std::string& path);

}  // namespace attache
