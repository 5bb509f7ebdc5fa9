// SPDX-License-Identifier: MIT
#include "cli/chart/png.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/error.h"
#include "cli/helper_program.h"
#include "system/retried.h"

namespace attache {
namespace {

[[noreturn]] void fail(const std::string& words, int code) {
  throw OutputError("the PNG can't be made: " + words, code == EPIPE ? EIO : code);
}

std::string draw_path() {
  const std::string program = helper_program("attache-draw");
  if (program.empty())
    fail(
        "attache-draw is missing: it belongs beside attache or in ../libexec/attache; an .svg "
        "needs none",
        0);
  return program;
}

Descriptor memory() {
  Descriptor made = file_in_memory("attache-chart");
  if (!made) fail(std::strerror(errno), errno);
  return made;
}

/// The file is still at its beginning then, from where the program reads it.
void write_all(const Descriptor& to, std::string_view bytes) {
  for (off_t at = 0; !bytes.empty();) {
    const auto written =
        retried([&] { return ::pwrite(to.get(), bytes.data(), bytes.size(), at); });
    if (written < 0) fail(std::strerror(errno), errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    at += written;
  }
}

std::string read_all(const Descriptor& from) {
  std::string bytes;
  const int error = read_made(from, [&](std::string_view piece) { bytes += piece; });
  if (error != 0) fail(std::strerror(error), error);
  return bytes;
}

}  // namespace

std::string png_of(const std::string& svg) {
  const std::string program = draw_path();
  const Descriptor input = memory();
  const Descriptor output = memory();
  write_all(input, svg);
  pid_t pid = -1;
  const int error = start_helper(program, input, output, pid);
  if (error != 0) fail(program + " can't be started: " + std::strerror(error), 0);
  if (!ended_well(pid)) fail(program + " failed", 0);
  return read_all(output);
}

}  // namespace attache
