// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace attache {

/// A half-open range of bytes [begin, end) in a document's text.
/// Documents are limited to 4 GiB - 1 bytes by this width; the readers refuse larger ones.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// Length in bytes.
constexpr std::uint32_t length(Span span) { return span.end - span.begin; }

/// The words that stand at the span. The span must lie inside the text.
constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, length(span));
}

/// True where inner lies wholly inside outer.
constexpr bool contains(Span outer, Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace attache
