// SPDX-License-Identifier: MIT
#include "cli/output/fd_buffer.h"

#include <unistd.h>

#include "system/retried.h"

namespace attache {

FdBuffer::int_type FdBuffer::overflow(int_type character) {
  if (traits_type::eq_int_type(character, traits_type::eof()))
    return traits_type::not_eof(character);
  const char byte = traits_type::to_char_type(character);
  return xsputn(&byte, 1) == 1 ? character : traits_type::eof();
}

std::streamsize FdBuffer::xsputn(const char* bytes, std::streamsize size) {
  std::streamsize done = 0;
  while (done < size) {
    const ssize_t written = retried(
        [&] { return ::write(descriptor_, bytes + done, static_cast<std::size_t>(size - done)); });
    if (written <= 0) break;
    done += written;
  }
  return done;
}

}  // namespace attache
