// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "seed/result_record.h"

namespace attache {

/// A value of a result and its place in there ("leaders[2].name"), for what has to be of a kind.
class ResultValue {
 public:
  using Json = nlohmann::json;

  ResultValue(const Json& json, std::string place) : json_(json), place_(std::move(place)) {}

  /// Throws ResultError with the value's place in front.
  [[noreturn]] void refuse(const std::string& why) const {
    throw ResultError((place_.empty() ? "" : place_ + ": ") + why);
  }

  /// A member of an object.
  ResultValue operator[](const char* key) const {
    if (!json_.is_object()) refuse("is no object");
    const auto found = json_.find(key);
    const std::string place = place_.empty() ? key : place_ + "." + key;
    if (found == json_.end()) throw ResultError(place + ": is missing");
    return {*found, place};
  }
  bool has(const char* key) const { return json_.is_object() && json_.contains(key); }

  /// An item of an array, which has size().
  ResultValue operator[](std::size_t index) const {
    return {json_[index], place_ + "[" + std::to_string(index) + "]"};
  }
  std::size_t size() const {
    if (!json_.is_array()) refuse("is no array");
    return json_.size();
  }

  /// Not empty, without NUL.
  std::string text() const {
    std::string value = text_or_null();
    if (value.empty()) refuse("is empty");
    return value;
  }
  /// Empty for null.
  std::string text_or_null() const {
    if (json_.is_null()) return {};
    if (!json_.is_string()) refuse("is no text");
    std::string value = json_.get<std::string>();
    if (value.find('\0') != std::string::npos) refuse("holds a NUL");
    return value;
  }
  /// 32 bits wide.
  std::uint32_t number() const {
    const std::uint64_t value = long_number();
    if (value > 0xFFFFFFFFu) refuse("is too large");
    return static_cast<std::uint32_t>(value);
  }
  std::uint64_t long_number() const {
    if (!json_.is_number_unsigned()) refuse("is no number from 0");
    return json_.get<std::uint64_t>();
  }
  bool truth() const {
    if (!json_.is_boolean()) refuse("is neither true nor false");
    return json_.get<bool>();
  }
  /// In percent; 0 for null.
  std::uint8_t confidence() const {
    if (json_.is_null()) return 0;
    if (!json_.is_number()) refuse("is no number");
    const double percent = json_.get<double>() * 100;
    const double whole = percent < 0 || percent > 100 ? 0 : static_cast<int>(percent + 0.5);
    if (whole < 1 || whole - percent > 1e-6 || percent - whole > 1e-6)
      refuse("is no confidence from 0.01 to 1, in hundredths");
    return static_cast<std::uint8_t>(whole);
  }

 private:
  const Json& json_;
  std::string place_;
};

/// The object on a line: with no more levels than a result has, and none of the members that are
/// not read. Throws ResultError.
nlohmann::json result_json(std::string_view line);

}  // namespace attache
