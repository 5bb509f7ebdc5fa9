// SPDX-License-Identifier: MIT
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <string>

namespace attache::reader {

struct FreeArchive {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, FreeArchive>;

/// libarchive's own words for the last error, or `otherwise`.
inline std::string archive_reason(archive* handle, const char* otherwise) {
  const char* words = archive_error_string(handle);
  return words ? words : otherwise;
}

}  // namespace attache::reader
