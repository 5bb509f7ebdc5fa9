// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "schema/tables.h"

namespace SQLite {
class Database;
}

namespace attache {

/// What was probably meant by `given`.
struct Meant {
  std::vector<std::string> values;  ///< the likeliest first; empty where nothing is known
  bool among_some = false;          ///< there was something to choose from
};

/// By the nearest spellings of `candidates`.
Meant meant_by(const std::string& given, std::span<const std::string> candidates);

/// The same for a filter's value; where nothing is spelled like it, by what it means.
Meant meant_of(SQLite::Database& database, const FilterInfo& filter, const std::string& given,
               std::span<const std::string> candidates);

/// What to do about `given`, which is none of `valid`: what was probably meant, all that there are
/// where they are few, and the command that lists them. Begins with "; ", or is empty.
std::string advice(const Meant& meant, std::span<const std::string> valid,
                   const std::string& lister);
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
