// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/error.h"
#include "cli/interrupt.h"
#include "cli/session.h"
#include "schema/knowledge_base.h"

namespace attache {

/// Waits as the session does, until a signal comes.
Patience patience_of(const Session& session, const InterruptGuard& guard);

/// Opens the session's knowledge base for writing. Throws Interrupted where a signal ended the wait
/// for another program, and KnowledgeBaseError.
KnowledgeBase open_for_writing(const Session& session, const InterruptGuard& guard);

/// What was stored shall lie in the one file, or the run has failed: KnowledgeBaseError. Another
/// program that still reads from the log is told.
void close(KnowledgeBase& base, const Session& session);

/// The end of a run that failed: where the new rows could not be brought into the one file, the
/// error says that, too.
KnowledgeBaseError closed(KnowledgeBase& base, const KnowledgeBaseError& error);

/// Runs `work`. Where it gave up waiting for another program since a signal came, the interruption
/// is what is told.
template <typename Work>
auto unless_interrupted(const InterruptGuard& guard, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const KnowledgeBaseError& error) {
    if (!guard.requested() || error.kind() != KnowledgeBaseError::Kind::busy) throw;
    throw Interrupted(std::string("interrupted while waiting: ") + error.what());
  }
}

}  // namespace attache
