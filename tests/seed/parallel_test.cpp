// SPDX-License-Identifier: MIT
#include "seed/parallel.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <limits>
#include <stdexcept>
#include <thread>

#include "tests/catch.h"

using Squares = attache::OrderedParallel<int, int>;

namespace {

Squares::Produce numbers_below(int limit, std::atomic<int>* pushed = nullptr) {
  return [limit, pushed](const Squares::Push& push) {
    for (int i = 0; i < limit; ++i) {
      if (!push(i)) return;
      if (pushed != nullptr) ++*pushed;
    }
  };
}

int square(int number) { return number * number; }

/// Lets this process map so many stacks of threads more, and a little.
void leave_room_for(int stacks) {
  long pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  rlimit stack{};
  ::getrlimit(RLIMIT_STACK, &stack);
  const rlim_t size = stack.rlim_cur == RLIM_INFINITY ? rlim_t{8} << 20U : stack.rlim_cur;
  const rlim_t now = static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
  const rlim_t room = now + static_cast<rlim_t>(stacks) * (size + (1U << 20U)) + size / 2;
  const rlimit limit{room, room};
  ::setrlimit(RLIMIT_AS, &limit);
}

}  // namespace

TEST_CASE("results come in the order of the items, on any number of threads") {
  for (const unsigned jobs : {1u, 2u, 7u}) {
    INFO(jobs);
    std::vector<int> results;
    Squares::run(jobs, numbers_below(500), square, [&](int result) {
      results.push_back(result);
      return true;
    });
    REQUIRE(results.size() == 500);
    for (int i = 0; i < 500; ++i) CHECK(results[static_cast<std::size_t>(i)] == i * i);
  }
}

TEST_CASE("no items are no results") {
  for (const unsigned jobs : {1u, 3u}) {
    Squares::run(jobs, numbers_below(0), square,
                 [](int) -> bool { throw std::logic_error("called"); });
  }
}

TEST_CASE("the consumer can stop, and no more than a few items are taken beyond") {
  for (const unsigned jobs : {1u, 3u}) {
    std::atomic<int> pushed = 0;
    int consumed = 0;
    Squares::run(jobs, numbers_below(100'000, &pushed), square,
                 [&](int) { return ++consumed < 10; });
    CHECK(consumed == 10);
    CHECK(pushed <= 10 + 4 * static_cast<int>(jobs));
  }
}

TEST_CASE("an exception of any part is thrown to the caller") {
  const auto keep = [](int) { return true; };
  for (const unsigned jobs : {1u, 3u}) {
    INFO(jobs);
    const Squares::Work failing = [](int number) -> int {
      return number == 20 ? throw std::runtime_error("work") : 0;
    };
    CHECK_THROWS_WITH(Squares::run(jobs, numbers_below(1000), failing, keep), "work");
    const Squares::Produce broken = [](const Squares::Push& push) {
      push(1);
      throw std::runtime_error("produce");
    };
    CHECK_THROWS_WITH(Squares::run(jobs, broken, square, keep), "produce");
    const Squares::Consume refusing = [](int) -> bool { throw std::runtime_error("consume"); };
    CHECK_THROWS_WITH(Squares::run(jobs, numbers_below(1000), square, refusing), "consume");
  }
}

TEST_CASE("items under way together weigh no more than allowed, but a heavy one is let through") {
  std::atomic<int> under_way = 0;
  std::atomic<int> most = 0;
  std::vector<int> results;
  Squares::run(
      3,
      [&](const Squares::Push& push) {
        for (int i = 0; i < 200; ++i)
          if (!push(i == 50 ? 1000 : 10)) return;
      },
      [&](int weight) {
        most = std::max<int>(most, under_way += weight);
        under_way -= weight;
        return weight;
      },
      [&](int weight) {
        results.push_back(weight);
        return true;
      },
      {1000, 25, [](int weight) { return static_cast<std::uint64_t>(weight); }});
  CHECK(results.size() == 200);
  CHECK(results[50] == 1000);
  CHECK(most <= 1000);
  CHECK(std::count(results.begin(), results.end(), 10) == 199);
}

TEST_CASE("where the system gives no more threads, the work is done all the same") {
  // In a process of its own, which has room for so many stacks of threads and no more.
  for (const int stacks : {0, 1, 2, 4}) {
    INFO(stacks);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      leave_room_for(stacks);
      int sum = 0;
      Squares::run(
          7, numbers_below(100), square,
          [&](int result) {
            sum += result;
            return true;
          });
      ::_exit(sum == 328350 ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
}
