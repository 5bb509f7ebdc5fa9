// SPDX-License-Identifier: MIT
#include "seed/result_json.h"

#include <algorithm>
#include <array>

namespace attache {
namespace {

using Json = nlohmann::json;

constexpr int deepest = 8;

/// What is read of a result; the rest takes no memory.
constexpr std::array<std::string_view, 27> members = {"id",
                                                      "path",
                                                      "error",
                                                      "title",
                                                      "title_from",
                                                      "country",
                                                      "country_from",
                                                      "date",
                                                      "date_from",
                                                      "language",
                                                      "language_from",
                                                      "source",
                                                      "source_from",
                                                      "slug",
                                                      "media_type",
                                                      "bytes",
                                                      "sha256",
                                                      "spans",
                                                      "engine_version",
                                                      "lexicon_version",
                                                      "organizations",
                                                      "leaders",
                                                      "principles",
                                                      "priorities",
                                                      "metadata_entries",
                                                      "sentences",
                                                      "text"};

bool is_read(const Json& key) {
  const auto& name = key.get_ref<const std::string&>();
  return std::find(members.begin(), members.end(), name) != members.end();
}

std::string words_of(const Json::parse_error& error) {
  const std::string words = error.what();
  if (words.find("unexpected end of input") != std::string::npos)
    return "is broken JSON that ends too early";
  return "is broken JSON at byte " + std::to_string(error.byte);
}

}  // namespace

Json result_json(std::string_view line) {
  // Json's lexer takes a NUL for the end.
  if (const std::size_t nul = line.find('\0'); nul != std::string_view::npos)
    throw ResultError("is broken JSON: a NUL stands at byte " + std::to_string(nul));
  const auto keep = [](int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > deepest) throw ResultError("is nested too deep for a result");
    return event != Json::parse_event_t::key || depth != 1 || is_read(parsed);
  };
  try {
    Json json = Json::parse(line, keep);
    if (!json.is_object()) throw ResultError("is no JSON object");
    return json;
  } catch (const Json::parse_error& error) {
    throw ResultError(words_of(error));
  } catch (const Json::exception&) {
    throw ResultError("is broken JSON");
  }
}

}  // namespace attache
