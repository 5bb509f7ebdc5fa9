// SPDX-License-Identifier: MIT
#include "seed/identity.h"

#include <algorithm>
#include <filesystem>

#include "schema/real_path.h"
#include "schema/slug.h"
#include "seed/read/digest.h"
#include "seed/read/path_text.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

/// Where the archive's path ends in `archive.zip!inner`, or npos where the path is no archive's.
std::size_t archive_end(const std::string& path) {
  std::error_code error;
  for (std::size_t at = path.find('!'); at != std::string::npos; at = path.find('!', at + 1)) {
    if (fs::is_regular_file(path.substr(0, at), error)) return at;
  }
  return std::string::npos;
}

std::string plain_path(const std::string& path) { return path_text(real_path(path)); }

/// Whether the name leads to whatever a process has open, which is another thing each time.
bool names_descriptor(const std::string& path) {
  if (path == "/dev/stdin" || path.starts_with("/dev/fd/")) return true;
  return path.starts_with("/proc/") && path.find("/fd/") != std::string::npos;
}

bool is_no_file(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return !error && fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

}  // namespace

std::string stored_path(const std::string& path) {
  const std::size_t end = archive_end(path);
  if (end == std::string::npos) return plain_path(path);
  return plain_path(path.substr(0, end)) + path_text(path.substr(end));
}

bool is_piped(const std::string& path) {
  const std::string outer = path.substr(0, path.find('!'));
  return outer == "-" || names_descriptor(outer) || is_no_file(outer);
}

void identify(SeedSource& source, const std::string& path) {
  const std::string shown = path_text(path);
  source.name = path == "-" ? "standard input" : shown;
  source.piped = is_piped(path);
  if (source.piped) {
    const std::size_t part = shown.find('!');
    if (part != std::string::npos) source.part = shown.substr(part);
    return;
  }
  source.path = shown;
  source.identity = stored_path(path);
}

std::string piped_identity(const SeedSource& source, const std::string& sha256) {
  const bool told = source.from.source == from::option && !source.given.source.empty();
  return (told ? "source:" + source.given.source : "sha256:" + sha256) + source.part;
}

std::string piped_slug(const SeedSource& source, std::string_view sha256) {
  constexpr std::size_t digits = 8;  // enough to tell some ten thousand apart
  return source.from.source == from::option ? source.given.source + source.part
                                            : "untitled-" + std::string(sha256.substr(0, digits));
}

std::string record_identity(const std::string& path, const std::string& id,
                            const std::string& sha256) {
  constexpr std::size_t longest = 200;  // of an id in full: identities stand in an index
  if (!path.empty()) return stored_path(path);
  if (id.empty()) return "sha256:" + sha256;
  return "record:" + (id.size() <= longest ? id : sha256_hex(id));
}

std::string slug_identity(const std::string& slug) { return "slug:" + slug; }

}  // namespace attache
