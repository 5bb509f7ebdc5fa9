// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "seed/provenance.h"
#include "seed/read/read.h"

namespace attache {

/// A document on its way in.
struct SeedSource {
  std::string name;      ///< for messages: the path as the user gave it
  std::string path;      ///< as the user gave it; empty for what comes through a pipe
  std::string identity;  ///< what makes it the same document next time: the path, absolute; empty
                         ///< where only its bytes can tell
  bool piped = false;    ///< there is no path by which it could be found again
  std::string part;      ///< of what comes through a pipe: "!" and the entry or row; else empty
  std::uint64_t bytes = 0;  ///< of the file, where that is known before it is read
  /// Hands over the bytes, once, on any thread. Throws ReadError.
  std::function<std::string()> load;
  std::string error;        ///< not empty: it failed already, and this is why
  bool blank = false;       ///< it failed because there is nothing in it
  std::string remark;       ///< what of its description could not be used, or empty
  std::string slug;         ///< wanted slug, or empty: made of file name or title
  bool slug_given = false;  ///< by the user, in an option
  std::string
      stem;  ///< the file's name without folder and ending, as a title for want of a better one
  bool decoded = false;  ///< the bytes are UTF-8, whatever encoding the files are read in
  Encoding encoding = Encoding::unicode;  ///< where they were decoded: that of the file
  bool whole = false;  ///< `given.own` is all that there is: what is stored besides is out of date
  bool name_fits = false;  ///< the name pattern fits its name
  Provenance from;         ///< of what is given
  Metadata given;  ///< goes before what the file says of itself; country a code, date ISO 8601
};

/// Pushes the documents, until the push returns false. With more than one job it runs on a thread
/// of its own.
using SeedSources = std::function<void(const std::function<bool(SeedSource)>& push)>;

/// How a source is read: as `options` say, but for what is decoded already.
ReadOptions options_for(const SeedSource& source, const ReadOptions& options);

/// Fills what is empty in `metadata` from `other`.
void complete(Metadata& metadata, const Metadata& other);

}  // namespace attache
