// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/session.h"
#include "schema/reviews.h"

namespace attache {

/// Annotations that people went through in another program, to be taken over as decisions.
struct AnnotationImport {
  std::string format;  ///< brat or label-studio
  std::string path;
  std::string by;  ///< who decided; empty: as the file says, else as the environment does
  ReviewChanges::Conflict conflict = ReviewChanges::Conflict::tell;
};

/// Returns the exit code: 1 where a decision was not taken over. Throws UsageError, ReadError,
/// Interrupted, KnowledgeBaseError.
int run_annotation_import(const AnnotationImport& import, Session& session);

}  // namespace attache
