// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace attache {

/// Throws KnowledgeBaseError (stray_log) where a log or journal lies beside `file` that was not
/// written for it, or a file of such a name that is none of SQLite's: SQLite would apply it, or
/// throw it away, and either loses what somebody stored.
/// Such logs are left where a file was deleted or replaced after a run was killed. What can't be
/// told is let pass: a log that never touches page 1, or one of a file with the same number of
/// changes. Nothing is changed. `file` is as locate() gives it, and not open in this process.
void require_own_logs(const std::filesystem::path& file);

/// Whether `file`, as locate() gives it, has a write-ahead log that holds something.
bool has_log(const std::filesystem::path& file);

}  // namespace attache
