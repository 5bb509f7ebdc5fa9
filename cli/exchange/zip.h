// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/output/sink.h"

namespace attache {

/// A ZIP archive in the making, by a process of its own (attache-pack): loading the library that
/// knows the format takes half as long again as a query.
class Zip {
 public:
  /// Throws OutputError where the program is missing or can't be started.
  Zip();
  ~Zip();
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;

  /// Adds a file. Names have no line ends. Throws OutputError.
  void add(std::string_view name, std::string_view bytes);
  /// The whole archive; nothing can be added behind it. Throws OutputError.
  void write(Sink& sink);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attache
