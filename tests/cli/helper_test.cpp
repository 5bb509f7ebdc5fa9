// SPDX-License-Identifier: MIT
// What programs of ours hand back through a file in memory, and pipes that are files.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>

#include "cli/error.h"
#include "cli/helper_program.h"
#include "cli/output/fd_buffer.h"
#include "cli/output/sink.h"
#include "tests/catch.h"

namespace {

int read_into(const attache::Descriptor& made, std::string& bytes) {
  return attache::read_made(made, [&](std::string_view piece) { bytes += piece; });
}

}  // namespace

TEST_CASE("what a helper made is read from its beginning, wherever the file stands") {
  const attache::Descriptor made = attache::file_in_memory("test");
  const std::string whole(100'000, 'x');
  REQUIRE(::write(made.get(), whole.data(), whole.size()) == 100'000);
  std::string bytes;
  CHECK(read_into(made, bytes) == 0);  // it stands at its end
  CHECK(bytes == whole);
}

TEST_CASE("a helper that made nothing, or whose work can't be read, has failed") {
  std::string bytes;
  CHECK(read_into(attache::file_in_memory("test"), bytes) == ENODATA);
  const attache::Descriptor folder(::open("/", O_RDONLY | O_CLOEXEC));
  CHECK(read_into(folder, bytes) == EISDIR);
  CHECK(bytes.empty());
}

TEST_CASE("a closed pipe is a reader who has seen enough, but a failure of a file") {
  int ends[2] = {-1, -1};
  std::signal(SIGPIPE, SIG_IGN);  // as the program does
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  ::close(ends[0]);
  const attache::Descriptor closed(ends[1]);
  for (const bool file : {false, true}) {
    attache::FdBuffer buffer(closed.get());
    std::ostream out(&buffer);
    attache::Sink sink(out, file);
    sink.append("x");
    try {
      sink.flush();
      FAIL("it was written");
    } catch (const attache::OutputError& error) {
      CHECK(error.code() == (file ? EIO : EPIPE));
    }
  }
}
