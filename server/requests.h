// SPDX-License-Identifier: MIT
#pragma once

namespace attache {

/// Answers requests that come over a socket until its other end is gone. A request begins with what
/// is asked:
///     connect ADDRESS                 ->  ok
///     publish FILE SECONDS            ->  ok ADDED REPLACED REMOVED UNCHANGED TABLES
///     open                            ->  ok                  (one moment of what is published)
///     ask STATEMENT VALUE...          ->  rows CELL... (any number of times), then ok
///     scan STATEMENT                  ->  the same, a part at a time
/// What fails is answered by `failed KIND WORDS`. False where a message is none.
bool answer_requests(int socket);

}  // namespace attache
