// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// The least number of characters to insert, delete or change (bytes, for text beyond ASCII).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Up to three of `candidates` that were probably meant by `given`, nearest first, compared folded:
/// those a few typing errors away, then those that begin with it.
std::vector<std::string> nearest(std::string_view given, std::span<const std::string> candidates);

/// "a, b, c".
std::string comma_list(std::span<const std::string> values);

/// "; did you mean a, b?" or, where nothing is near and all that is valid is a short list, "; one
/// of a, b, c". Else empty.
std::string suggestion(std::string_view given, std::span<const std::string> candidates,
                       std::span<const std::string> valid);

}  // namespace attache
