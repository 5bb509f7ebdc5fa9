// SPDX-License-Identifier: MIT
#include "seed/read/table_bytes.h"

#include <utility>

#include "seed/read/decode.h"
#include "seed/read/encoding.h"
#include "seed/read/table.h"

namespace attache {
namespace {

constexpr std::size_t chunk = 1u << 18;

bool marked_big(std::string_view bytes) { return bytes.substr(0, 2) == "\xFE\xFF"; }
bool marked_little(std::string_view bytes) { return bytes.substr(0, 2) == "\xFF\xFE"; }

}  // namespace

TableBytes::TableBytes(ByteSource source, Encoding encoding) : source_(std::move(source)) {
  fill();
  const bool marked = marked_big(raw_) || marked_little(raw_);
  const bool open = encoding == Encoding::unicode || encoding == Encoding::automatic;
  const std::string_view even = std::string_view(raw_).substr(0, raw_.size() / 2 * 2);
  utf16_ = encoding == Encoding::utf16 || (open && marked) ||
           (encoding == Encoding::automatic && looks_utf16(even));
  big_endian_ = marked ? marked_big(raw_) : raw_.size() > 1 && raw_[0] == '\0';
  if (utf16_ && marked) raw_.erase(0, 2);
  if (raw_.starts_with("\xEF\xBB\xBF")) raw_.erase(0, 3);
  piece_ = utf16_ ? widened() : std::move(raw_);
  if (const std::string_view line = separator_line(piece_); !line.empty()) {
    separator_ = line.back();
    piece_.erase(0, line.size());  // its end stays, so that lines are counted as they stand
  }
}

std::string_view TableBytes::next() {
  piece_.clear();
  while (piece_.empty() && fill()) piece_ = utf16_ ? widened() : std::move(raw_);
  return piece_;
}

/// A pipe hands over little at a time, and the first piece must hold a header.
bool TableBytes::fill() {
  raw_.resize(chunk);
  std::size_t filled = 0;
  while (filled < raw_.size()) {
    const std::size_t got = source_(raw_.data() + filled, raw_.size() - filled);
    if (got == 0) break;
    filled += got;
  }
  raw_.resize(filled);
  return filled > 0;
}

/// The whole characters of what came.
std::string TableBytes::widened() {
  std::string bytes = std::exchange(odd_, {}) + raw_;
  std::size_t whole = bytes.size() / 2 * 2;
  if (whole >= 2) {
    const auto high = static_cast<unsigned char>(bytes[big_endian_ ? whole - 2 : whole - 1]);
    if (high >= 0xD8 && high < 0xDC) whole -= 2;  // the first half of a pair
  }
  odd_ = bytes.substr(whole);
  bytes.resize(whole);
  ReadOptions options;
  options.encoding = Encoding::utf16;
  options.replace_invalid = true;  // a lone surrogate is no reason to lose the rows behind it
  return decode((big_endian_ ? "\xFE\xFF" : "\xFF\xFE") + bytes, "table", options).text;
}

}  // namespace attache
