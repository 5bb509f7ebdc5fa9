// SPDX-License-Identifier: MIT
#pragma once

namespace attache {

/// Lets SQLite take memory in this process without counting it. The count is kept under one lock,
/// for which threads that read and store side by side wait at every row: a merge of eight files of
/// 513 MB in all takes 7 to 8 s by the clock without it, 9 to 11 s with it. Must be called before
/// the first knowledge base is opened; changes nothing later. Limits of memory (SqlQuery's) do not
/// hold after it.
void leave_memory_uncounted();

}  // namespace attache
