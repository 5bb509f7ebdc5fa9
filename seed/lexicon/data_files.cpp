// SPDX-License-Identifier: MIT
#include "seed/lexicon/data_files.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "seed/lexicon/csv_reader.h"

namespace attache {

std::vector<DataFile> data_files(const std::filesystem::path& folder, std::string_view extension) {
  std::vector<DataFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != extension) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    if (!in) throw DataError(entry.path().string() + ": can't be read; check its permissions");
    files.push_back({entry.path(), {std::istreambuf_iterator<char>(in), {}}});
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
