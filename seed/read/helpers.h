// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "seed/read/read.h"

namespace attache {

/// A document as attache-reader gives it: text without a way back to the bytes of the file.
struct HelperAnswer {
  std::string text;  ///< valid UTF-8
  Metadata metadata;
  KeptText kept;
  std::vector<std::string> remarks;  ///< valid UTF-8
  std::string charset;  ///< what the document is in and its reader had not loaded; then no more
};

/// What is asked of a reader.
struct HelperRequest {
  std::string format;
  std::string charset;               ///< an iconv name, or empty
  std::vector<std::string> options;  ///< names as in reader/extracted.h
  std::string_view bytes;
};

class DocumentHelper;

class ReaderHelpers {
 public:
  ReaderHelpers();
  ReaderHelpers(const ReaderHelpers&) = delete;
  ReaderHelpers& operator=(const ReaderHelpers&) = delete;
  ~ReaderHelpers();

  /// Has a document read by an idle process or a new one. A process that failed is not used again.
  /// Throws ReadError with `name`.
  HelperAnswer read(const HelperRequest& request, const std::string& name);

 private:
  HelperAnswer ask(const std::string& loaded, const HelperRequest& request,
                   const std::string& name);
  std::unique_ptr<DocumentHelper> take(const std::string& loaded);
  void put_back(std::unique_ptr<DocumentHelper> helper);

  std::mutex mutex_;
  std::vector<std::unique_ptr<DocumentHelper>> idle_;
};

}  // namespace attache
