// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attache {

/// How likely what a rule finds is right, as measured on annotated passages by
/// `script/measure-confidence`: confidence.csv and norm_confidence.csv. All in percent, 1 to 99; 0
/// where it is not known.
class Confidences {
 public:
  /// Kinds of rows.
  static constexpr std::string_view principles = "principles", priorities = "priorities",
                                    organizations = "organizations", roles = "roles",
                                    leaders = "leaders";

  /// `name`: a rule's id, the part of such ids before the first dot, or the name of a kind of rows.
  void set(std::string_view name, std::uint8_t percent) { percent_[std::string(name)] = percent; }

  /// Of a rule: its own, else that of the rules whose ids begin alike, else that of all rows of
  /// `kind` ("priorities", "roles").
  std::uint8_t of(std::string_view rule, std::string_view kind) const;

  /// Makes a norm's sum of weights a probability: the logistic function of constant + slope * sum.
  void set_norms(float slope, float constant) {
    slope_ = slope;
    constant_ = constant;
  }
  std::uint8_t of_norm(float sum) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint8_t, Hash, std::equal_to<>> percent_;
  float slope_ = 0, constant_ = 0;  ///< no slope: not known
};

}  // namespace attache
