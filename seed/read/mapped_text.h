// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "seed/read/decode.h"
#include "seed/read/map_builder.h"

namespace attache {

/// Writes a text whose words are parts of `source`, in its order, with breaks between them, and
/// keeps the map back to it. Breaks take effect only between words, so that none is doubled.
class MappedText {
 public:
  explicit MappedText(std::string_view source) : source_(source) { text_.reserve(source.size()); }

  /// Words that are a part of `source`; a copy that lies elsewhere has no counterpart in it.
  void words(std::string_view part) {
    if (part.empty()) return;
    if (behind_ && lies_inside(part)) return moved(part);
    flush();
    if (!lies_ahead(part)) return insert(part);
    skip_to(place_of(part));
    text_ += part;
    map_.copy(static_cast<std::uint32_t>(part.size()), static_cast<std::uint32_t>(part.size()));
    at_ += part.size();
  }
  /// `words` instead of a part of `source` that is at most 255 bytes long, as `words` are.
  void replace(std::string_view part, std::string_view words) {
    if (behind_ && lies_inside(part)) return moved(part, words);
    flush();
    if (!lies_ahead(part)) return insert(words);
    skip_to(place_of(part));
    text_ += words;
    map_.character(words.size(), part.size());
    at_ += part.size();
  }
  /// A part of `source` out of its order: what stands at a page's foot, behind the text. Nothing
  /// but such parts may follow.
  void moved(std::string_view part) {
    if (part.empty()) return;
    flush();
    map_.jump(static_cast<std::uint32_t>(place_of(part)));
    text_ += part;
    map_.copy(static_cast<std::uint32_t>(part.size()), static_cast<std::uint32_t>(part.size()));
    at_ = source_.size();
  }
  /// The same with `words` instead of the part, as replace() does.
  void moved(std::string_view part, std::string_view words) {
    flush();
    map_.jump(static_cast<std::uint32_t>(place_of(part)));
    text_ += words;
    map_.character(words.size(), part.size());
    at_ = source_.size();
  }
  /// From here on all parts are out of the source's order.
  void go_behind() { behind_ = true; }
  /// Between two cells of a row.
  void cell_break() { want(Break::cell); }
  void line_break() { want(Break::line); }
  void paragraph_break() { want(Break::paragraph); }
  /// Stands before the next words: a list item's mark.
  void mark(std::string mark) { mark_ = std::move(mark); }

  Decoded finish() {
    if (!text_.empty() && text_.back() != '\n') insert("\n");
    return {std::move(text_), map_.finish()};
  }

 private:
  enum class Break { none, cell, line, paragraph };
  void want(Break wanted) { pending_ = pending_ < wanted ? wanted : pending_; }
  void flush() {
    constexpr std::string_view breaks[] = {"", " | ", "\n", "\n\n"};
    if (!text_.empty() && pending_ != Break::none) insert(breaks[static_cast<int>(pending_)]);
    pending_ = Break::none;
    if (!mark_.empty()) insert(mark_);
    mark_.clear();
  }
  void insert(std::string_view words) {
    text_ += words;
    map_.insert(static_cast<std::uint32_t>(words.size()));
  }
  std::size_t place_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - source_.data());
  }
  bool lies_ahead(std::string_view part) const { return lies_from(part, at_); }
  bool lies_inside(std::string_view part) const { return lies_from(part, 0); }
  bool lies_from(std::string_view part, std::size_t at) const {
    const char* const first = source_.data();
    const std::less<const char*> before;  // the built-in < is for one array only
    return !before(part.data(), first + at) && !before(first + source_.size(), part.data());
  }
  void skip_to(std::size_t place) {
    map_.skip(static_cast<std::uint32_t>(place - at_));
    at_ = place;
  }

  std::string_view source_;
  std::string text_;
  std::string mark_;
  MapBuilder map_;
  std::size_t at_ = 0;  ///< bytes of `source` that are written or passed over
  Break pending_ = Break::none;
  bool behind_ = false;
};

}  // namespace attache
