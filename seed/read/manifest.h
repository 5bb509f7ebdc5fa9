// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "seed/read/read.h"

namespace attache {

/// What a manifest says of one document.
struct ManifestRow {
  std::string path;
  Metadata metadata;
  std::size_t line = 0;  ///< of the manifest, counted from 1
};

/// A table of documents, parted by commas, semicolons, tabs or bars, with a header that names at
/// least `path`; of title, country, date, source, language those that it has, under their usual
/// names (metadata_keys.h) and in any order. Further columns are the documents' own. A library that
/// Zotero exported as CSV is one, too: each file of an item is a document that the item describes.
class Manifest {
 public:
  /// `name` is the manifest's path, for messages and as the folder that relative paths may start
  /// from. Throws ReadError as `NAME:LINE: what is wrong`: no header, a doubled column,
  /// a row with another number of fields, an empty or doubled path, a date that is not ISO 8601,
  /// ill-formed CSV or UTF-8.
  static Manifest parse(std::string_view csv, const std::string& name);

  /// The row for a document's path: as written, as seen from the manifest's folder, or by the file
  /// that both lead to, links followed. Null where there is none.
  const ManifestRow* find(const std::string& path) const;
  const std::vector<ManifestRow>& rows() const { return rows_; }
  /// As it was given to parse().
  const std::string& name() const { return name_; }
  /// How many items of a library have no file.
  std::size_t without_file() const { return without_file_; }

 private:
  void add(ManifestRow row, const std::string& name);
  void add_item(const ManifestRow& item, const std::string& attachments);

  std::string name_, folder_;
  std::vector<ManifestRow> rows_;
  std::map<std::string, std::size_t> index_;  ///< normal path to row
  std::map<std::string, std::size_t> files_;  ///< whole path to row
  std::size_t without_file_ = 0;
};

/// Reads a manifest from a file, or from standard input for "-". Throws ReadError, ReadStopped
/// where `give_up` says so.
Manifest read_manifest(const std::string& path, const GiveUp& give_up = nullptr);

}  // namespace attache
