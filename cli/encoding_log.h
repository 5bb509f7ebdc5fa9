// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "seed/read/read.h"

namespace attache {

/// What --encoding auto took documents for, so that no guess is silent.
class EncodingLog {
 public:
  /// Encoding::unicode is that of a document which has none, as a PDF.
  void add(Encoding encoding, const std::string& name);
  /// "encodings: utf-8 2 documents, windows-1252 1 document (bad.txt)"; empty where none was added.
  std::string line() const;

 private:
  struct Taken {
    std::uint64_t documents = 0;
    std::vector<std::string> first;  ///< names of the first few
  };
  std::map<Encoding, Taken> taken_;
};

}  // namespace attache
