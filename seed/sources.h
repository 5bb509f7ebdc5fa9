// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "seed/engine.h"
#include "seed/read/document_table.h"
#include "seed/read/manifest.h"
#include "seed/read/name_pattern.h"
#include "seed/read/walk.h"
#include "seed/source.h"

namespace attache {

class Corpora;

/// What the user says of documents: in options, in a manifest, by their names; the first that says
/// something counts.
class Descriptions {
 public:
  /// Countries of `options` are codes; those of the manifest are codes or names.
  /// Throws ReadError with the manifest's line where it names a country that the engine does not
  /// know.
  Descriptions(const Engine& engine, Metadata options, std::optional<Manifest> manifest,
               std::optional<NamePattern> pattern, std::string slug = {});

  /// Sets what is given of a document, whose path is as the user wrote it. What its name says and
  /// is no country or no date stays out, with a remark.
  void describe(SeedSource& source, const std::string& path) const;

  /// The same for a row of the table at `path`: what the row says goes behind the options and
  /// before what is said of the table. A country that is not known stays as the document's own,
  /// with a remark. Moves text and metadata out of the row.
  void describe_row(SeedSource& source, const std::string& path, TableDocument row) const;

  /// Gives the source the slug of the options, where they have one; `part` tells an entry of an
  /// archive or a row from the others.
  void name(SeedSource& source, const std::string& part) const;

 private:
  void complete_from_path(SeedSource& source, const std::string& path) const;
  Metadata from_name(SeedSource& source, const std::string& path) const;

  const Engine& engine_;
  Metadata options_;
  std::optional<Manifest> manifest_;
  std::optional<NamePattern> pattern_;
  std::string slug_;
};

/// The documents of files, folders, patterns, archives and "-", as walk() finds them. What can't be
/// read comes as a source with an error. The rows of tables are documents where there are
/// `corpora`. `descriptions` and `corpora` must live as long as the result.
SeedSources walk_sources(std::vector<std::string> paths, const WalkOptions& options,
                         const Descriptions& descriptions, const Corpora* corpora = nullptr);

/// The documents that a manifest names, in its order, for walk_sources. Relative paths start from
/// its folder.
std::vector<std::string> paths_of(const Manifest& manifest, const std::string& manifest_path);

/// A file's name without folder and ending, underscores as spaces.
std::string stem_of(const std::string& path);

}  // namespace attache
