// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "seed/syntax/configuration.h"
#include "seed/syntax/hash.h"

namespace attache {

/// Sums numbers up to one that stands for all of them in their order: two of them are multiplied,
/// each made another by keys of their place that have nothing to do with each other, and the
/// halves of the product added. No product waits for another.
class Signature {
 public:
  explicit Signature(std::uint64_t first, std::uint64_t second = 0) { add(first, second); }

  Signature& add(std::uint64_t first, std::uint64_t second) {
    __extension__ using Wide = unsigned __int128;
    const auto product = static_cast<Wide>(first ^ key_) * (second ^ other_key_);
    sum_ += static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
    key_ += 0x9E3779B97F4A7C15U;
    other_key_ += 0xD1B54A32D192ED03U;
    return *this;
  }
  /// Of a sentence of less than 2^24 words; one that is parsed has some hundreds.
  Signature& add(const Dependents& of) {
    constexpr std::uint32_t word_bits = 0xFFFFFF;
    const std::uint64_t outer = static_cast<std::uint32_t>(of.outer) & word_bits;
    const std::uint64_t inner = static_cast<std::uint32_t>(of.inner) & word_bits;
    return add(of.labels, outer << 40U | inner << 16U | of.outer_label << 8U | of.count);
  }
  std::uint64_t value() const { return sum_; }

  /// Two numbers as one.
  static constexpr std::uint64_t two(std::int32_t first, std::int32_t second) {
    return std::uint64_t{static_cast<std::uint32_t>(first)} << 32U |
           static_cast<std::uint32_t>(second);
  }

 private:
  std::uint64_t key_ = mixed(0);
  std::uint64_t other_key_ = mixed(1);
  std::uint64_t sum_ = 0;
};

/// Remembers what was computed for a signature of 64 bits, which two things practically never
/// share. A later value takes the place of an earlier one.
template <typename Value>
class ScoreCache {
 public:
  /// Forgets everything.
  void clear() { ++round_; }

  /// The value, or nullptr.
  const Value* find(std::uint64_t signature) const {
    const auto& entry = entries_[place(signature)];
    return entry.round == round_ && entry.signature == signature ? &entry.value : nullptr;
  }
  void keep(std::uint64_t signature, const Value& value) {
    entries_[place(signature)] = {signature, value, round_};
  }

 private:
  struct Entry {
    std::uint64_t signature = 0;
    Value value{};
    std::uint32_t round = 0;  ///< of forgetting, in which it was kept
  };

  static constexpr std::size_t places = 256;
  static std::size_t place(std::uint64_t signature) { return signature % places; }

  std::array<Entry, places> entries_{};
  std::uint32_t round_ = 1;
};

}  // namespace attache
