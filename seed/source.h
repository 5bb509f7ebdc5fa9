// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "seed/provenance.h"
#include "seed/read/read.h"

namespace attache {

/// Of a document that a record brought: by what it is known again in what becomes of it.
struct RecordMark {
  std::string where;  ///< "FILE:LINE", for messages; empty: the document is of no record
  std::string id;     ///< as the record has it, or empty
  std::string path;   ///< of the file that it names, as it names it, or empty
  std::string code;   ///< why it failed already, see record_error
};

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
  bool slug_made = false;   ///< of a table's name and the row, for want of one that is asked for
  std::string
      stem;  ///< the file's name without folder and ending, as a title for want of a better one
  bool decoded = false;  ///< the bytes are UTF-8, whatever encoding the files are read in
  Encoding encoding = Encoding::unicode;  ///< where they were decoded: that of the file
  bool whole = false;  ///< `given.own` is all that there is: what is stored besides is out of date
  bool name_fits = false;    ///< the name pattern fits its name
  bool in_manifest = false;  ///< the manifest has a row for its path
  Provenance from;         ///< of what is given
  RecordMark record = {};  ///< where it is a record's
  Metadata given;  ///< goes before what the file says of itself; country a code, date ISO 8601
};

/// Pushes the documents, until the push returns false. With more than one job it runs on a thread
/// of its own.
using SeedSources = std::function<void(const std::function<bool(SeedSource)>& push)>;

/// An error of the source as it is told: with the record's place in front, where it is one's.
std::string told_error(const SeedSource& source, const std::string& error);

/// How a source is read: as `options` say, but for what is decoded already.
ReadOptions options_for(const SeedSource& source, const ReadOptions& options);

/// Fills what is empty in `metadata` from `other`.
void complete(Metadata& metadata, const Metadata& other);

}  // namespace attache
