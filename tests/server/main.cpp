// SPDX-License-Identifier: MIT
// Runs the tests of this folder where PostgreSQL is installed, and says so where it is not.
#define CATCH_CONFIG_RUNNER
#include <iostream>

#include "tests/catch.h"
#include "tests/server/cluster.h"

int main(int argc, char** argv) {
  if (!server::programs().empty()) return Catch::Session().run(argc, argv);
  std::cout << "skipped: PostgreSQL is not installed (Debian: postgresql), so that nothing can be "
               "published\n";
  return 77;
}
