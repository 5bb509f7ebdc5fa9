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

/// "; it is a norm: attache principles --norm disarmament" where `given` is no value of the filter
/// but one of another vocabulary, or a document. Where it is like none of `candidates`, which are
/// the filter's own, the nearest of another vocabulary. Else empty.
std::string taken_elsewhere(SQLite::Database& database, const FilterInfo& filter,
                            const std::string& given, std::span<const std::string> candidates);

}  // namespace attache
