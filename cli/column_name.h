// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

namespace attache {

/// A transformation of what names a column: without the blanks around it, and in small letters.
CLI::Validator column_name();

}  // namespace attache
