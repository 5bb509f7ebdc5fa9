// SPDX-License-Identifier: MIT
#include "seed/lexicon/data_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <system_error>

#include "seed/lexicon/csv_reader.h"
#include "system/whole_file.h"

namespace attache {

std::string data_file(const std::filesystem::path& path) {
  constexpr std::uint64_t most = std::uint64_t{64} << 20U;
  std::string bytes;
  const int error = whole_file(path.string(), most, bytes);
  if (error == EINVAL) throw DataError(path.string() + ": is no plain file; take it away");
  if (error == EFBIG) throw DataError(path.string() + ": is larger than 64 MiB");
  if (error != 0)
    throw DataError(path.string() + ": can't be read (" + std::generic_category().message(error) +
                    "); check its permissions");
  return bytes;
}

std::vector<DataFile> data_files(const std::filesystem::path& folder, std::string_view extension) {
  std::vector<DataFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != extension) continue;
    files.push_back({entry.path(), data_file(entry.path())});
  }
  std::sort(files.begin(), files.end(),
            [](const DataFile& a, const DataFile& b) { return a.path < b.path; });
  return files;
}

void DataDigest::add(std::string_view bytes) {
  for (const char c : bytes) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1099511628211ull;
}

std::string DataDigest::hex() const {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash_));
  return digits;
}

}  // namespace attache
