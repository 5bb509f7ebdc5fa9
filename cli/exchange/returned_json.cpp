// SPDX-License-Identifier: MIT
#include "cli/exchange/returned_json.h"

namespace attache {
namespace {

using Json = nlohmann::json;

/// Ours have eight levels, and what people add in other programs a few more. What is nested as deep
/// as a file can be would take the stack when it is copied.
constexpr int deepest = 64;

}  // namespace

void require_as_written(bool it_is) {
  if (!it_is) (void)Json(nullptr).at("");  // throws the library's own exception
}

Json returned_json(std::string_view bytes) {
  const Json::parser_callback_t shallow = [](int depth, Json::parse_event_t, Json&) {
    require_as_written(depth <= deepest);
    return true;
  };
  return Json::parse(bytes.begin(), bytes.end(), shallow);
}

std::int64_t whole_number(const Json& json) {
  return json.get_ref<const Json::number_integer_t&>();
}

}  // namespace attache
