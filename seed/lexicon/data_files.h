// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// A file of a user's own, read whole.
struct DataFile {
  std::filesystem::path path;
  std::string bytes;
};

/// The bytes of one, of 64 MiB at most. Throws DataError where it is no plain file, or can't be
/// read to its end.
std::string data_file(const std::filesystem::path& path);

/// The files of a folder whose names end in `extension` (with its dot), by path; not those of
/// folders in it. The folder must be there. Throws DataError where one can't be read.
std::vector<DataFile> data_files(const std::filesystem::path& folder, std::string_view extension);

/// Tells versions of data apart (FNV-1a, 64 bits); no protection against anyone.
class DataDigest {
 public:
  void add(std::string_view bytes);
  /// Sixteen hexadecimal digits.
  std::string hex() const;

 private:
  std::uint64_t hash_ = 14695981039346656037ull;
};

}  // namespace attache
