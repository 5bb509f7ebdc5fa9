// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace attache {

class KnowledgeBase;

/// Documents that are from now on known by something else, with all their versions.
struct MovedDocument {
  std::string known_by;  ///< by what all versions were known
  std::string to;        ///< by what they are known now
  std::string path;      ///< as it is given now
};

/// Changes by what documents are known, all at once: one may take what another leaves. Slugs, rows
/// and decisions stay. Inside a batch it is part of it, else a transaction of its own. Throws
/// KnowledgeBaseError, also where something that stays is known by the same.
void move_documents(KnowledgeBase& base, const std::vector<MovedDocument>& moved);

}  // namespace attache
