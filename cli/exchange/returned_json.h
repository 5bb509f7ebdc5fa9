// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string_view>

namespace attache {

/// JSON that comes back from other hands, with its keys in their order by letters: nothing of it
/// costs more than its size, in time or stack. Throws nlohmann::json::exception where it is none,
/// and where it is nested deeper than anything that is handed out.
nlohmann::json returned_json(std::string_view bytes);

/// Throws nlohmann::json::exception, as all that is not as it was written does.
void require_as_written(bool it_is);

/// A whole number. Throws nlohmann::json::exception for anything else.
std::int64_t whole_number(const nlohmann::json& json);

}  // namespace attache
