// SPDX-License-Identifier: MIT
#include "seed/syntax/model.h"

#include <algorithm>
#include <cstring>

#include "seed/embedded.h"
#include "seed/syntax/parser.h"
#include "tests/catch.h"

using namespace attache;

namespace {

ModelParts small_parts() {
  ModelParts parts;
  parts.tags = {"NOUN/NN", "VERB/VB"};
  parts.labels = {"root", "nsubj"};
  parts.dictionary.resize(16);
  parts.tag_cells.resize(3 * tag_classes);
  parts.action_cells.resize(5 * action_classes);
  parts.label_cells.resize(7 * label_classes);
  return parts;
}

void put(std::vector<std::byte>& bytes, std::size_t place, std::uint64_t value) {
  std::memcpy(bytes.data() + place, &value, sizeof value);
}

}  // namespace

TEST_CASE("the built-in model loads, and is no larger than promised") {
  const auto bytes = embedded_syntax().front().bytes;
  CHECK(bytes.size() <= 12'000'000);
  const auto model = load_model(std::as_bytes(std::span(bytes)));
  CHECK(model.labels.at(model.root_label) == "root");
  CHECK(std::find(model.labels.begin(), model.labels.end(), "nsubj") != model.labels.end());
}

TEST_CASE("a model is read as it was written") {
  const auto bytes = model_bytes(small_parts());
  const auto model = load_model(bytes);
  CHECK(model.tags == small_parts().tags);
  CHECK(model.labels == small_parts().labels);
  CHECK(model.tag_weights.rows() == 3);
  CHECK(model.action_weights.rows() == 5);
  CHECK(model.label_weights.rows() == 7);
  const std::vector<std::string_view> words = {"a", "b", "c"};
  CHECK(Parser(model).parse(words).size() == 3);
}

TEST_CASE("a model that is cut off anywhere is refused") {
  const auto bytes = model_bytes(small_parts());
  for (std::size_t size = 0; size + 64 < bytes.size(); ++size) {
    const std::vector<std::byte> cut(bytes.begin(),
                                     bytes.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_THROWS_AS(load_model(cut), ModelError);
  }
}

TEST_CASE("a file that is no model, or says impossible things, is refused") {
  const auto good = model_bytes(small_parts());
  const auto refuses = [](const std::vector<std::byte>& bytes) {
    CHECK_THROWS_AS(load_model(bytes), ModelError);
  };
  refuses({});
  refuses(std::vector<std::byte>(1000, std::byte{'x'}));
  auto bytes = good;
  bytes[0] = std::byte{'b'};
  refuses(bytes);
  for (std::size_t field = 16; field < 56; field += 8) {
    for (const std::uint64_t value :
         {std::uint64_t{0}, std::uint64_t{1} << 40U, ~std::uint64_t{0}}) {
      bytes = good;
      put(bytes, field, value);
      refuses(bytes);
    }
  }
  auto parts = small_parts();
  parts.labels = {"nsubj"};
  refuses(model_bytes(parts));
  parts.labels = {"root"};
  parts.tags.clear();
  refuses(model_bytes(parts));
  parts = small_parts();
  parts.dictionary.assign(16, {1, 0, 0, 0, 0, 0, 0});  // no place is empty: a search has no end
  refuses(model_bytes(parts));
  parts = small_parts();
  parts.dictionary[0] = {1, 0, 0, 9, 0, 0, 0};  // a tag that is not there
  refuses(model_bytes(parts));
}
