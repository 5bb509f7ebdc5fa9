// SPDX-License-Identifier: MIT
#include "cli/encoding_log.h"

#include "seed/read/encoding.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

constexpr std::size_t names_told = 3;

std::string names(const std::vector<std::string>& first, std::uint64_t all) {
  std::string list;
  for (const std::string& name : first) list += (list.empty() ? "" : ", ") + name;
  return " (" + list + (all > first.size() ? ", ..." : "") + ")";
}

}  // namespace

void EncodingLog::add(Encoding encoding, const std::string& name) {
  if (encoding == Encoding::unicode) return;
  Taken& taken = taken_[encoding];
  ++taken.documents;
  if (encoding != Encoding::utf8 && taken.first.size() < names_told) taken.first.push_back(name);
}

std::string EncodingLog::line() const {
  std::string line;
  for (const auto& [encoding, taken] : taken_) {
    line += line.empty() ? "encodings: " : ", ";
    line += std::string(name_of(encoding)) + " " + counted(taken.documents, "document");
    if (!taken.first.empty()) line += names(taken.first, taken.documents);
  }
  return line;
}

}  // namespace attache
