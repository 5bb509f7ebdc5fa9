// SPDX-License-Identifier: MIT
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace attache {

using Members = std::vector<std::pair<std::string, std::string>>;

/// An archive with these members, in memory: format "zip" or "ustar", filter "none", "gzip", "xz",
/// "zstd", "bzip2", or for ZIP "store".
inline std::string archive_of(const std::string& format, const std::string& filter,
                              const Members& members) {
  std::string bytes(1u << 16, '\0');
  for (const auto& member : members) bytes.resize(bytes.size() + member.second.size() + 4096);
  archive* handle = archive_write_new();
  std::size_t used = 0;
  const bool filtered = filter != "none" && filter != "store";
  bool good =
      archive_write_set_format_by_name(handle, format.c_str()) == ARCHIVE_OK &&
      (!filtered || archive_write_add_filter_by_name(handle, filter.c_str()) == ARCHIVE_OK) &&
      (filter != "store" ||
       archive_write_set_options(handle, "zip:compression=store") == ARCHIVE_OK) &&
      archive_write_set_bytes_in_last_block(handle, 1) == ARCHIVE_OK &&
      archive_write_open_memory(handle, bytes.data(), bytes.size(), &used) == ARCHIVE_OK;
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    good = good && archive_write_header(handle, entry) == ARCHIVE_OK &&
           archive_write_data(handle, content.data(), content.size()) ==
               static_cast<la_ssize_t>(content.size());
    archive_entry_free(entry);
  }
  good = archive_write_close(handle) == ARCHIVE_OK && good;
  const char* words = archive_error_string(handle);
  const std::string reason = words ? words : "the archive can't be written";
  archive_write_free(handle);
  if (!good) throw std::runtime_error(reason);
  bytes.resize(used);
  return bytes;
}

}  // namespace attache
