// SPDX-License-Identifier: MIT
#include "seed/train/logistic.h"

#include <cmath>
#include <vector>

#include "tests/catch.h"

using namespace attache;

namespace {

Example example(std::uint32_t group, bool right, std::vector<std::uint32_t> features) {
  return {group, right, 1, std::move(features)};
}

}  // namespace

TEST_CASE("logistic: without features the constant is the logarithm of the odds") {
  std::vector<Example> examples;
  for (std::uint32_t i = 0; i < 40; ++i) examples.push_back(example(i, i < 30, {}));
  const auto model = fit_logistic(examples, 0, {});
  CHECK(std::abs(model.constant - std::log(3.0)) < 0.001);
}

TEST_CASE("logistic: a feature of the right ones weighs more, and less the higher the penalty") {
  std::vector<Example> examples;
  for (std::uint32_t i = 0; i < 40; ++i) examples.push_back(example(i, i < 20, {i < 20 ? 0u : 1u}));
  const auto free = fit_logistic(examples, 2, {1, 0, 0});
  const auto bound = fit_logistic(examples, 2, {100, 0, 0});
  CHECK(free.weights[0] > 1);
  CHECK(free.weights[1] < -1);
  CHECK(bound.weights[0] > 0);
  CHECK(bound.weights[0] < free.weights[0]);
  CHECK(free.sum(examples[0]) > 0);
}

TEST_CASE("logistic: of a right group's places only the likeliest needs to be right") {
  // Feature 0 tells; feature 1 stands in right groups beside it as often as alone in wrong ones.
  std::vector<Example> examples;
  for (std::uint32_t group = 0; group < 60; ++group) {
    const bool right = group < 20;
    if (right) examples.push_back(example(group, true, {0}));
    examples.push_back(example(group, right, {1}));
  }
  const auto once = fit_logistic(examples, 2, {1, 0, 0}),
             again = fit_logistic(examples, 2, {1, 2, 0});
  CHECK(again.constant + again.weights[1] < once.constant + once.weights[1]);
  CHECK(again.constant + again.weights[0] > 0);
}
