// SPDX-License-Identifier: MIT
#include "seed/read/reader/zip_members.h"

#include "seed/read/reader/archive_handle.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/package_path.h"

namespace attache::reader {
namespace {

constexpr std::size_t max_total = 256u << 20;
constexpr std::size_t max_ratio = 200;

std::string damaged(archive* handle) {
  return "damaged: " + archive_reason(handle, "its ZIP container can't be read");
}

/// Adds to `total`, the bytes of all members so far.
std::string read_member(archive* handle, std::size_t packed_file, std::size_t& total) {
  std::string bytes;
  while (true) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(handle, &block, &size, &offset);
    if (status == ARCHIVE_EOF) return bytes;
    if (status != ARCHIVE_OK) throw FormatError(damaged(handle));
    bytes.append(static_cast<const char*>(block), size);
    // The whole file stands for the members' packed size, which can only be smaller.
    total += size;
    const bool bomb = total > (1u << 20) && total / max_ratio > packed_file;
    if (total > max_total || bomb)
      throw FormatError("refused: it unpacks to far more than its size");
  }
}

}  // namespace

std::map<std::string, std::string> zip_members(std::string_view zip,
                                               const std::vector<std::string>& names) {
  const ArchiveHandle handle(archive_read_new());
  archive_read_support_format_zip(handle.get());
  if (archive_read_open_memory(handle.get(), zip.data(), zip.size()) != ARCHIVE_OK)
    throw FormatError(damaged(handle.get()));
  std::map<std::string, std::string> wanted;  // key -> name
  for (const std::string& name : names)
    if (!name.empty()) wanted.emplace(member_key(name), name);
  std::map<std::string, std::string> members;
  std::size_t total = 0;
  archive_entry* entry = nullptr;
  while (members.size() < wanted.size()) {
    const int status = archive_read_next_header(handle.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status < ARCHIVE_WARN) throw FormatError(damaged(handle.get()));
    const char* name = archive_entry_pathname(entry);
    const auto found = name == nullptr ? wanted.end() : wanted.find(member_key(name));
    if (found == wanted.end()) continue;
    if (archive_entry_is_encrypted(entry))
      throw FormatError("is encrypted: save it without a password");
    members[found->second] = read_member(handle.get(), zip.size(), total);
  }
  return members;
}

}  // namespace attache::reader
