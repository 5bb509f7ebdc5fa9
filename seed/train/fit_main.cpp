// SPDX-License-Identifier: MIT
// attache-fit FEATURES PENALTY ROUNDS LEAST: reads an example a line, "group verdict importance
// feature ...", features as numbers below FEATURES, and prints the weights of a logistic
// regression, a line each, the constant last. `script/train-norms` asks it.
#include <cstdio>
#include <exception>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "seed/train/logistic.h"

using namespace attache;

namespace {

Example example_of(const std::string& line, std::size_t features) {
  std::istringstream in(line);
  Example example;
  in >> example.group >> example.right >> example.importance;
  for (std::uint32_t feature = 0; in >> feature;) {
    if (feature >= features) throw std::runtime_error("no such feature: " + line);
    example.features.push_back(feature);
  }
  if (!in.eof()) throw std::runtime_error("no group, verdict, importance and features: " + line);
  return example;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) throw std::runtime_error("give FEATURES PENALTY ROUNDS LEAST");
  const std::size_t features = std::stoul(argv[1]);
  const LogisticOptions options{std::stod(argv[2]), std::stoi(argv[3]), std::stod(argv[4])};
  std::ios::sync_with_stdio(false);
  std::vector<Example> examples;
  for (std::string line; std::getline(std::cin, line);)
    examples.push_back(example_of(line, features));
  const auto model = fit_logistic(examples, features, options);
  for (const double weight : model.weights) std::printf("%.6f\n", weight);
  std::printf("%.6f\n", model.constant);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "attache-fit: " << error.what() << '\n';
  return 1;
}
