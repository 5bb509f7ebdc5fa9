// SPDX-License-Identifier: MIT
#pragma once

#include "seed/engine.h"
#include "seed/provenance.h"
#include "seed/source.h"

namespace attache {

/// What is known of a document besides its text, and from where: what the user says goes before
/// what the file says of itself, that before its text, and its own name and creation date stand in
/// where nothing else does.
class Description {
 public:
  /// All but what only the extractor finds.
  Description(const SeedSource& source, const Document& document, const Engine& engine);

  /// Adds what the text showed, and the creation date where there is no other.
  void add(const TextOrigin& origin);

  const Metadata& metadata() const { return metadata_; }
  const Provenance& from() const { return from_; }
  /// What the extractor is to know of the document.
  DocumentContext context() const;

 private:
  void take_title(const SeedSource& source, const Document& document);

  Metadata metadata_;
  Provenance from_;
  std::string created_;
};

/// What a document is to be called; the knowledge base makes it a slug.
std::string wanted_slug(const SeedSource& source, const Description& description);

}  // namespace attache
