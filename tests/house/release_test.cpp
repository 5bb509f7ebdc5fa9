// SPDX-License-Identifier: MIT
// What stands beside the sources for those who build, publish and cite them, held against the
// sources.
#include <regex>
#include <set>

#include "tests/catch.h"
#include "tests/house/source_tree.h"

namespace {

std::string text_of(const std::string& path) {
  const std::string text = house::read_bytes(std::filesystem::path(ATTACHE_SOURCE_DIR) / path);
  INFO(path);
  REQUIRE_FALSE(text.empty());
  return text;
}

std::set<std::string> found(const std::string& text, const std::string& form) {
  const std::regex wanted(form);
  std::set<std::string> words;
  for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at)
    words.insert((*at)[1]);
  return words;
}

std::string version() {
  const auto versions = found(text_of("CMakeLists.txt"), R"(project\(attache VERSION ([\d.]+))");
  REQUIRE(versions.size() == 1);
  return *versions.begin();
}

}  // namespace

TEST_CASE("the citation names the version that is built") {
  CHECK(found(text_of("CITATION.cff"), R"(\nversion: (\S+)\n)") ==
        std::set<std::string>{version()});
}

TEST_CASE("the image and the public CI run scripts and presets that exist") {
  const std::string presets = text_of("CMakePresets.json");
  for (const char* page : {"Dockerfile", ".github/workflows/ci.yml"}) {
    const std::string text = text_of(page);
    const auto scripts = found(text, R"(((?:script|\.ci)/[a-z-]+))");
    CHECK_FALSE(scripts.empty());
    for (const std::string& script : scripts) {
      INFO(page << " runs " << script);
      CHECK(std::filesystem::exists(std::filesystem::path(ATTACHE_SOURCE_DIR) / script));
    }
    for (const std::string& preset : found(text, R"((?:--preset|script/build) ([a-z]+))")) {
      INFO(page << " uses the preset " << preset);
      CHECK(presets.find("\"name\": \"" + preset + "\"") != std::string::npos);
    }
  }
}

TEST_CASE("every library that is built with has its name and licence") {
  const auto libraries = found(text_of("script/packages.txt"), R"(\n([a-z0-9.+-]+-dev)(?=\n))");
  const auto known = found(text_of("packaging/components.csv"),
                           R"(\n([^,\n]+),[^,\n]+,[^,\n]+,(?:inside|dynamic)(?=\n))");
  REQUIRE(libraries.size() > 10);
  for (const std::string& library : libraries) {
    INFO(library << " needs a line in packaging/components.csv");
    CHECK(known.count(library) == 1);
  }
}
