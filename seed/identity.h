// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "schema/version_names.h"
#include "seed/source.h"

namespace attache {

/// A path as it is stored to be known again: as path_text() of real_path(); behind an archive's `!`
/// a name is the archive's own.
std::string stored_path(const std::string& path);

/// Whether what stands at `path` (or the archive that a path with `!` begins with) can't be known
/// again by it: standard input "-", an open descriptor as process substitution gives it, a named
/// pipe, a device.
bool is_piped(const std::string& path);

/// Sets name, path, identity and, of what came through a pipe, what tells its parts apart. `path`
/// is as the user would name it, with `!` before an archive's entry or a table's row.
void identify(SeedSource& source, const std::string& path);

/// By what a document that came through a pipe is known again, where no slug was given: by where it
/// is from, if the user said so, or else by the digest of its bytes.
std::string piped_identity(const SeedSource& source, const std::string& sha256);

/// The slug that is wanted for it, where neither its slug nor its title is known.
std::string piped_slug(const SeedSource& source, std::string_view sha256);

/// By what a record's document is known again: the file that it names, else its id or, for want of
/// one, the digest of its text. `path` is as path_of_text() gives it.
std::string record_identity(const std::string& path, const std::string& id,
                            const std::string& sha256);

/// The identity that a given slug makes.
std::string slug_identity(const std::string& slug);

}  // namespace attache
