// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>

namespace attache {

/// A document took more time than it may. Says how much, without the document's name.
class BudgetError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The run is to end, and the document under way is given up.
class BudgetStopped : public std::runtime_error {
 public:
  BudgetStopped() : std::runtime_error("stopped") {}
};

/// How long one document may be worked on, in seconds of the thread's processor time, so that a
/// busy machine fails no document. Used by the thread that made it.
class Budget {
 public:
  /// `seconds`: nothing for 60 and 10 more for each MB of text; 0 for no limit. `give_up`, where
  /// there is one, is asked, too, and ends the work when it says true.
  Budget(std::optional<double> seconds, std::size_t text_bytes,
         std::function<bool()> give_up = nullptr);

  /// Throws BudgetError or BudgetStopped. Cheap: to be called between any two steps.
  void check() const {
    if (++steps_ % steps_between_looks == 0) look();
  }
  /// The same without delay: between long steps.
  void look() const;

 private:
  static constexpr unsigned steps_between_looks = 64;

  double seconds_;
  double end_;
  std::function<bool()> give_up_;
  mutable unsigned steps_ = 0;
};

}  // namespace attache
