// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"
#include "schema/document_metadata.h"
#include "schema/passages.h"
#include "schema/reference.h"

namespace attache {

/// What `show` prints for people: no line is wider than the screen.
class Sheet {
 public:
  explicit Sheet(Session& session)
      : session_(session), colour_(session.coloured()), width_(session.width()) {}

  /// A line for each column that has something, with its name before it, or above it where the
  /// screen has no room for both.
  void fields(const std::vector<Field>& fields);
  /// What the document says of itself, below its columns. Keys are a stranger's words of any
  /// length; a value of several lines keeps them.
  void metadata(const std::vector<MetadataRecord>& entries);
  /// Each passage once, below what stands in it. Throws KnowledgeBaseError where it lies outside
  /// the text.
  void passages(const std::vector<Passage>& passages, std::string_view text);
  /// References of the rows that cite a sentence.
  void rows(const std::vector<std::string>& references);

 private:
  void value_lines(const std::string& words, std::string_view value);
  /// `words` broken into lines behind `margin`, and those behind the first behind as many spaces.
  void lines(const std::string& margin, const std::string& words);
  /// `words` broken into lines, those behind the first indented.
  void hanging(const std::string& words);

  Session& session_;
  bool colour_;
  std::size_t width_;  ///< 0: no limit
};

}  // namespace attache
