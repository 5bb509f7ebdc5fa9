// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schema/annotated.h"

namespace attache {

class KnowledgeBase;

/// A code of a codebook, with those below it.
struct Code {
  std::string guid, name, colour, description;
  bool codable = true;  ///< false: it only holds others together
  std::vector<Code> below;
};

/// The vocabularies as codes: norms, themes, roles and offices, each below the table that has them.
/// Names are unlike each other, since some programs know codes by name.
class Codebook {
 public:
  /// Throws KnowledgeBaseError.
  explicit Codebook(const KnowledgeBase& base);

  const std::vector<Code>& codes() const { return codes_; }
  /// The GUID of the code that the row is of: its norm, theme, role or kind of office. A value that
  /// the vocabulary lacks becomes a code.
  std::string code_of(const AnnotatedRow& row);

  /// <Codes> of both formats of REFI-QDA, indented by two blanks.
  std::string xml() const;

 private:
  void add(Code& above, const std::string& table, const std::string& slug, std::string name,
           std::string description);

  std::vector<Code> codes_;
  std::map<std::string, std::size_t> names_;  ///< how many codes want each
  std::map<std::string, std::string> guids_;  ///< of table and slug
};

}  // namespace attache
