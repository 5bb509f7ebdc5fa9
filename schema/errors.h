// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>

#include "schema/knowledge_base.h"

namespace attache {

/// The KnowledgeBaseError of an SQLite result code: one line that names the file and says what to
/// do. `code` is a primary or extended result code; `detail` is SQLite's own message.
KnowledgeBaseError error_of(const std::filesystem::path& file, int code, const std::string& detail);

/// Runs `work` and turns SQLite's exceptions into KnowledgeBaseError.
template <typename Work>
auto guarded(const std::filesystem::path& file, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw error_of(
        file,
        error.getExtendedErrorCode() > 0 ? error.getExtendedErrorCode() : error.getErrorCode(),
        error.what());
  }
}

}  // namespace attache
