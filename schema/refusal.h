// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "schema/tables.h"

namespace SQLite {
class Database;
}

namespace attache {

/// What to do about `given`, which is none of `valid`: what was probably meant (one of
/// `candidates`), all that there are where they are few, and the command that lists them. Begins
/// with "; ", or is empty.
std::string advice(const std::string& given, std::span<const std::string> candidates,
                   std::span<const std::string> valid, const std::string& lister);

/// The command that lists what a filter takes; empty where none does.
std::string lister_of(const FilterInfo& filter);

/// The same for a filter's value. Where it is one of another vocabulary, or a document, that comes
/// first ("; it is a norm: attache principles --norm disarmament"); where nothing is spelled like
/// it, so does the nearest of another vocabulary, and what it means goes for what was meant.
std::string advice_for(SQLite::Database& database, const FilterInfo& filter,
                       const std::string& given, std::span<const std::string> candidates,
                       std::span<const std::string> valid);

}  // namespace attache
