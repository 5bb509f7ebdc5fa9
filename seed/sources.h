// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "seed/engine.h"
#include "seed/read/manifest.h"
#include "seed/read/name_pattern.h"
#include "seed/read/walk.h"
#include "seed/source.h"

namespace attache {

/// What the user says of documents: in options, in a manifest, by their names; the first that says
/// something counts.
class Descriptions {
 public:
  /// Countries of `options` are codes; those of the manifest are codes or names.
  /// Throws ReadError with the manifest's line where it names a country that the engine does not
  /// know.
  Descriptions(const Engine& engine, Metadata options, std::optional<Manifest> manifest,
               std::optional<NamePattern> pattern);

  /// Sets what is given of a document, whose path is as the user wrote it. What its name says and
  /// is no country or no date stays out, with a remark.
  void describe(SeedSource& source, const std::string& path) const;

 private:
  Metadata from_name(SeedSource& source, const std::string& path) const;

  const Engine& engine_;
  Metadata options_;
  std::optional<Manifest> manifest_;
  std::optional<NamePattern> pattern_;
};

/// The documents of files, folders, patterns, archives and "-", as walk() finds them. What can't be
/// read comes as a source with an error. `descriptions` must live as long as the result.
SeedSources walk_sources(std::vector<std::string> paths, const WalkOptions& options,
                         const Descriptions& descriptions);

/// The documents that a manifest names, in its order, for walk_sources. Relative paths start from
/// its folder.
std::vector<std::string> paths_of(const Manifest& manifest, const std::string& manifest_path);

/// A path as it is stored: absolute, without . and .. before an archive's `!`, where a name is the
/// archive's own.
std::string stored_path(const std::string& path);

}  // namespace attache
