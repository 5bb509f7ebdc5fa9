// SPDX-License-Identifier: MIT
// Included before all else where libpqxx was built as C++17, as Ubuntu 24.04's is: its headers,
// read as C++20, would ask for functions with a std::source_location, which that library lacks.
#pragma once

#include <source_location>
#include <version>

#undef __cpp_lib_source_location
