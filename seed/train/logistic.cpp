// SPDX-License-Identifier: MIT
#include "seed/train/logistic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace attache {
namespace {

using Vector = std::vector<double>;

constexpr int most_steps = 30, most_inner_steps = 60;
constexpr double enough = 1e-6;        ///< a share of the loss that is no gain any more
constexpr double inner_enough = 0.01;  ///< of the residual's square
constexpr double shortest = 1e-4;      ///< part of a step that is still tried

double product(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// One convex problem. A point has the weights and, last, the constant.
class Problem {
 public:
  Problem(std::span<const Example> examples, Vector importance, std::size_t features,
          double penalty)
      : examples_(examples),
        importance_(std::move(importance)),
        features_(features),
        penalty_(penalty),
        sums_(examples.size()),
        curves_(examples.size()) {}

  Vector solve() {
    Vector point(features_ + 1);
    double loss = loss_at(point);
    for (int step = 0; step < most_steps; ++step) {
      const auto direction = newton_direction();
      double part = 1;
      Vector next;
      double next_loss = 0;
      do {
        next = point;
        for (std::size_t j = 0; j <= features_; ++j) next[j] += part * direction[j];
        next_loss = loss_at(next);
        part /= 2;
      } while (next_loss > loss && part > shortest);
      if (next_loss > loss) break;
      const bool done = loss - next_loss < enough * loss;
      point = std::move(next);
      loss = next_loss;
      if (done) break;
    }
    return point;
  }

 private:
  double sum(const Example& example, const Vector& point) const {
    double result = point[features_];
    for (const auto feature : example.features) result += point[feature];
    return result;
  }

  /// Leaves the sums of the examples at the point, and the point itself for the slopes.
  double loss_at(const Vector& point) {
    point_ = point;
    double loss = 0;
    for (std::size_t j = 0; j < features_; ++j) loss += penalty_ / 2 * point[j] * point[j];
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const double s = sums_[i] = sum(examples_[i], point);
      const double wrong = std::log1p(std::exp(-std::abs(s))) + std::max(0.0, -s);
      loss += importance_[i] * (wrong + (examples_[i].right ? 0 : s));
    }
    return loss;
  }

  Vector slopes() {
    Vector result(features_ + 1);
    for (std::size_t j = 0; j < features_; ++j) result[j] = penalty_ * point_[j];
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const double share = 1 / (1 + std::exp(-sums_[i]));
      curves_[i] = importance_[i] * share * (1 - share) + 1e-9;
      add(examples_[i], importance_[i] * (share - (examples_[i].right ? 1 : 0)), result);
    }
    return result;
  }

  void add(const Example& example, double value, Vector& to) const {
    to[features_] += value;
    for (const auto feature : example.features) to[feature] += value;
  }

  Vector curve_times(const Vector& direction) const {
    Vector result(features_ + 1);
    for (std::size_t j = 0; j < features_; ++j) result[j] = penalty_ * direction[j];
    for (std::size_t i = 0; i < examples_.size(); ++i)
      add(examples_[i], curves_[i] * sum(examples_[i], direction), result);
    return result;
  }

  /// By conjugate gradients.
  Vector newton_direction() {
    Vector direction(features_ + 1), rest = slopes();
    for (auto& value : rest) value = -value;
    Vector search = rest;
    double square = product(rest, rest);
    const double least = inner_enough * square;
    for (int step = 0; step < most_inner_steps && square > least; ++step) {
      const auto curve = curve_times(search);
      const double length = square / product(search, curve);
      for (std::size_t j = 0; j <= features_; ++j) {
        direction[j] += length * search[j];
        rest[j] -= length * curve[j];
      }
      const double next = product(rest, rest), ratio = next / square;
      square = next;
      for (std::size_t j = 0; j <= features_; ++j) search[j] = rest[j] + ratio * search[j];
    }
    return direction;
  }

  std::span<const Example> examples_;
  Vector importance_;
  std::size_t features_;
  double penalty_;
  Vector point_, sums_, curves_;
};

LogisticModel solve(std::span<const Example> examples, Vector importance, std::size_t features,
                    double penalty) {
  LogisticModel model;
  model.weights = Problem(examples, std::move(importance), features, penalty).solve();
  model.constant = model.weights.back();
  model.weights.pop_back();
  return model;
}

/// A right group's places weigh by how likely they are beside its likeliest.
Vector weighed_anew(std::span<const Example> examples, const LogisticModel& model, double least) {
  std::map<std::uint32_t, double> likeliest;
  for (const auto& example : examples) {
    const double sum = model.sum(example);
    auto& most = likeliest.try_emplace(example.group, sum).first->second;
    most = std::max(most, sum);
  }
  Vector importance;
  for (const auto& example : examples) {
    const double share = std::exp(model.sum(example) - likeliest[example.group]);
    importance.push_back(example.importance * (example.right ? std::max(least, share) : 1));
  }
  return importance;
}

}  // namespace

double LogisticModel::sum(const Example& example) const {
  double result = constant;
  for (const auto feature : example.features) result += weights[feature];
  return result;
}

LogisticModel fit_logistic(std::span<const Example> examples, std::size_t features,
                           const LogisticOptions& options) {
  Vector importance;
  for (const auto& example : examples) importance.push_back(example.importance);
  auto model = solve(examples, std::move(importance), features, options.penalty);
  for (int round = 0; round < options.rounds; ++round)
    model =
        solve(examples, weighed_anew(examples, model, options.least), features, options.penalty);
  return model;
}

}  // namespace attache
