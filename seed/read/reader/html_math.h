// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache::reader {

/// Writes a formula of MathML on one line, as people write it in running text: `E = mc²`, `CO2`,
/// `1/2`, `x^n`, `√(2)`. What stands beside it for programs (`<annotation>`) is left out. It is
/// told of tags and text in their order, between `<math>` and its end.
class MathText {
 public:
  void begin(std::string_view name);
  void end(std::string_view name);
  /// Text as the page's source has it, with its references to characters.
  void words(std::string_view source);
  /// The formula; elements left open end here.
  std::string finish();

 private:
  struct Element {
    std::string name;
    std::vector<std::string> parts;
  };
  static std::string written(const Element& element);
  void close();

  std::vector<Element> open_{{}};
};

}  // namespace attache::reader
