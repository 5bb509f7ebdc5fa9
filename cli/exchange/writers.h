// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/export/output_folder.h"
#include "cli/export/staged_file.h"
#include "cli/output/sink.h"
#include "schema/annotated.h"

namespace attache {

class KnowledgeBase;

/// Writes documents with their annotations as one program reads them.
class ExchangeWriter {
 public:
  virtual ~ExchangeWriter() = default;
  virtual void document(const AnnotatedDocument& document) = 0;
  /// What comes behind all documents.
  virtual void end() = 0;
};

/// Files of a folder, each written whole or not at all. Where the folder is not finished, files
/// that were not there before are taken away again, and so is the folder.
class ExchangeFolder {
 public:
  /// Makes the folder where it is missing. Throws OutputError.
  ExchangeFolder(const std::string& path, bool replace, KeptFiles kept)
      : folder_(path, std::move(kept), Missing::made), replace_(replace) {
    folder_.remove_stale_drafts();
  }
  ~ExchangeFolder();
  ExchangeFolder(const ExchangeFolder&) = delete;
  ExchangeFolder& operator=(const ExchangeFolder&) = delete;

  /// The file that says that the folder is whole. One of an earlier export is taken away before
  /// anything else changes, so that a run that is cut off leaves nothing that is taken for whole.
  void set_marker(std::string name);
  /// Throws UsageError where such a file may not be written.
  void refuse_taken(const std::string& name) const;
  /// Throws UsageError, OutputError.
  void write(const std::string& name, std::string_view content);
  /// A file that is written piece by piece and then put in place. Throws UsageError, OutputError.
  StagedFile begin(const std::string& name) const;
  void put_in_place(StagedFile& file);
  /// All is written. Throws OutputError.
  void finish();

 private:
  OutputFolder folder_;
  bool replace_, finished_ = false;
  std::string marker_;  ///< empty once it is gone
  std::vector<std::string> new_;
};

// Everything here throws OutputError where it can't be written. Where a writer is made with a
// knowledge base, its vocabularies are read at once: KnowledgeBaseError.

/// An annotation collection of the W3C's Web Annotation Data Model, as JSON-LD.
std::unique_ptr<ExchangeWriter> web_annotation_writer(Sink& sink);
/// A folder of texts, annotations and configuration for brat, with attache.json for the way back.
std::unique_ptr<ExchangeWriter> brat_writer(const KnowledgeBase& base, ExchangeFolder& folder);
/// tasks.json, whose tasks hold what the way back needs, and config.xml for Label Studio.
std::unique_ptr<ExchangeWriter> label_studio_writer(const KnowledgeBase& base,
                                                    ExchangeFolder& folder);
/// A project of the REFI-QDA standard 1.5, a ZIP archive.
std::unique_ptr<ExchangeWriter> project_writer(const KnowledgeBase& base, Sink& sink);

/// The codebook alone, as REFI-QDA has it (.qdc).
std::string codebook_text(const KnowledgeBase& base);

}  // namespace attache
