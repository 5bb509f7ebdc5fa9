// SPDX-License-Identifier: MIT
#include "cli/writing.h"

namespace attache {

Patience patience_of(const Session& session, const InterruptGuard& guard) {
  return [&session, &guard](std::chrono::milliseconds waited) {
    return !guard.requested() && session.patience(waited);
  };
}

KnowledgeBase open_for_writing(const Session& session, const InterruptGuard& guard) {
  return unless_interrupted(guard, [&] {
    return KnowledgeBase::open_for_writing(session.database(), patience_of(session, guard));
  });
}

void close(KnowledgeBase& base, const Session& session) {
  if (base.close() == Settled::log_in_use)
    session.note(base.file().string() +
                 " is in use by another program: copy it with its -wal file, or when that one is "
                 "done");
}

KnowledgeBaseError closed(KnowledgeBase& base, const KnowledgeBaseError& error) {
  try {
    base.close();
    return error;
  } catch (const KnowledgeBaseError& kept) {
    return {error.kind(), std::string(error.what()) + "; " + kept.what()};
  }
}

}  // namespace attache
