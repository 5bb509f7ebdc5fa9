// SPDX-License-Identifier: MIT
#include "attache/extract.h"

#include <limits>
#include <stdexcept>
#include <utility>

#include "seed/engine.h"

namespace attache {
namespace {

std::string known_code(const Engine& engine, const std::string& country) {
  if (country.empty()) return {};
  if (auto code = engine.country_code(country)) return *std::move(code);
  throw std::invalid_argument("no country '" + country + "'");
}

}  // namespace

Extractor::Extractor(const ExtractorOptions& options)
    : Extractor(Engine::load(options.lexicon, options.rules)) {}

Extractor::Extractor(Engine engine) : engine_(std::make_shared<const Engine>(std::move(engine))) {}

DocumentRows Extractor::extract(std::string_view text, const TextOptions& options) const {
  if (text.size() > std::numeric_limits<std::uint32_t>::max())
    throw std::length_error("the text is larger than 4 GiB");
  const Budget budget(options.max_seconds, text.size());
  return engine_->extract(text,
                          {known_code(*engine_, options.country), options.date, &budget,
                           options.marked_up, options.title, options.of_several});
}

std::optional<std::string> Extractor::country_code(std::string_view code_or_name) const {
  return engine_->country_code(code_or_name);
}

}  // namespace attache
