// SPDX-License-Identifier: MIT
#include "schema/real_path.h"

#include <filesystem>

namespace attache {
namespace {

namespace fs = std::filesystem;

bool is_name(const fs::path& last) { return !last.empty() && last != "." && last != ".."; }

}  // namespace

std::string real_path(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  if (error) return path;
  const fs::path name = whole.filename();
  const bool file = is_name(name) && !fs::is_directory(whole, error);
  const fs::path real = fs::weakly_canonical(file ? whole.parent_path() : whole, error);
  if (error) return whole.lexically_normal().string();
  return (file ? real / name : real).string();
}

}  // namespace attache
