// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "seed/read/read.h"

namespace attache {

/// Builds an OffsetMap while a text is written from left to right.
class MapBuilder {
 public:
  /// The next `text_bytes` of the text came from the next `source_bytes` of the file, in equal
  /// units.
  void copy(std::uint32_t text_bytes, std::uint32_t source_bytes, std::uint8_t text_unit = 1,
            std::uint8_t source_unit = 1) {
    if (text_bytes == 0) return;
    if (fresh_ || text_unit != text_unit_ || source_unit != source_unit_) {
      steps_.push_back({text_, source_, text_unit, source_unit});
      fresh_ = false;
      text_unit_ = text_unit;
      source_unit_ = source_unit;
    }
    text_ += text_bytes;
    source_ += source_bytes;
  }
  /// One character, `text_bytes` long in the text and `source_bytes` in the file.
  void character(std::size_t text_bytes, std::size_t source_bytes) {
    copy(static_cast<std::uint32_t>(text_bytes), static_cast<std::uint32_t>(source_bytes),
         static_cast<std::uint8_t>(text_bytes), static_cast<std::uint8_t>(source_bytes));
  }
  /// The next bytes of the file have no counterpart in the text.
  void skip(std::uint32_t source_bytes) {
    source_ += source_bytes;
    fresh_ = fresh_ || source_bytes > 0;
  }
  /// The text goes on with what stands at this place of the file, before or behind.
  void jump(std::uint32_t source) {
    fresh_ = fresh_ || source != source_;
    source_ = source;
  }
  /// The next bytes of the text have no counterpart in the file.
  void insert(std::uint32_t text_bytes) {
    if (text_bytes == 0) return;
    steps_.push_back({text_, source_, 1, 0});  // they advance in the text alone
    text_ += text_bytes;
    fresh_ = true;
  }
  OffsetMap finish() { return OffsetMap::from_steps(std::move(steps_)); }

 private:
  std::vector<OffsetStep> steps_;
  std::uint32_t text_ = 0;
  std::uint32_t source_ = 0;
  std::uint8_t text_unit_ = 1;
  std::uint8_t source_unit_ = 1;
  bool fresh_ = true;  ///< the next bytes need a step of their own
};

}  // namespace attache
