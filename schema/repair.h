// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "schema/knowledge_base.h"

namespace attache {

/// Makes SQLite's indexes anew from their tables: what check() told of kind `file` may be no more
/// than that. Throws KnowledgeBaseError.
void rebuild_indexes(const std::filesystem::path& file, Patience patience = {});

/// Brings the definitions back to those of the migrations, in one transaction: what is missing or
/// altered is made anew, and views, indexes and triggers of others go. Tables of others stay.
/// Rows of a table that is made anew are gone until the documents are extracted again. Throws
/// KnowledgeBaseError (damaged) where it is the table of the documents or their texts, which
/// nothing here can give back.
void restore_definitions(const std::filesystem::path& file, Patience patience = {});

/// Makes the full-text index anew, with our configuration and without entries: rebuild_index() or a
/// refresh fills it. On the file, since one whose index FTS5 refuses can't be opened for writing.
/// Throws KnowledgeBaseError.
void empty_index(const std::filesystem::path& file, Patience patience = {});

/// Gives documents back what was stored of them besides their texts (see DescriptionCopies). One
/// transaction. `base` must be open for writing. Throws KnowledgeBaseError.
void restore_descriptions(KnowledgeBase& base);

/// Has the next put_vocabulary() fill the vocabulary anew. `base` must be open for writing. Throws
/// KnowledgeBaseError.
void forget_vocabulary(KnowledgeBase& base);

/// Removes all that was extracted, however damaged it is, so that a refresh makes it anew;
/// documents count as not extracted until then, and are given back what was stored of them. Texts
/// stay; those of no document go. One transaction. `base` must be open for writing, with nothing
/// stored through it yet. Throws KnowledgeBaseError.
void forget_extracted(KnowledgeBase& base);

}  // namespace attache
