// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/engine.h"
#include "seed/seed_run.h"

namespace attache {

class KnowledgeBase;

/// Reads, extracts and stores each document, in the order of the sources.
/// A document that is stored with the same bytes, by the same engine and lexicon and with what is
/// given of it, is neither read nor extracted. One that can't be read is told to the observer and
/// the rest goes on. Throws KnowledgeBaseError; what was stored before stays.
SeedSummary seed(KnowledgeBase& base, const Engine& engine, const SeedSources& sources,
                 const SeedOptions& options, const SeedObserver& observer);

/// Extracts the stored documents anew from their stored texts: those that another engine or lexicon
/// extracted, or all of them with `force`. Their files are read only where the text is not the file
/// itself and spans lead back into it; where such a file is gone or has changed, the citations keep
/// their places in the text alone. Throws KnowledgeBaseError; what was stored before stays.
SeedSummary refresh(KnowledgeBase& base, const Engine& engine, const SeedOptions& options,
                    const SeedObserver& observer);

/// The documents that the binary carries.
std::vector<SeedSource> bundled_documents();

}  // namespace attache
