// SPDX-License-Identifier: MIT
// attache-draw: an SVG on standard input becomes a PNG on standard output. A program of its own,
// since loading what draws takes longer than any query.
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>

#include "system/retried.h"
#include "system/spawning.h"

namespace {

/// Pixels for each of the drawing's own, which are 96 an inch: 288 an inch are fit for print.
constexpr double scale = 3;

constexpr std::size_t most_bytes = std::size_t{64} << 20U;

struct FreeHandle {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeContext {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

/// Empty where there is nothing, or too much.
std::string read_input() {
  std::string bytes;
  char piece[65536];
  while (bytes.size() <= most_bytes) {
    const auto got = attache::retried([&] { return ::read(STDIN_FILENO, piece, sizeof piece); });
    if (got < 0) return {};
    if (got == 0) return bytes;
    bytes.append(piece, static_cast<std::size_t>(got));
  }
  return {};
}

cairo_status_t write_piece(void*, const unsigned char* bytes, unsigned size) {
  while (size > 0) {
    const auto written = attache::retried([&] { return ::write(STDOUT_FILENO, bytes, size); });
    if (written < 0) return CAIRO_STATUS_WRITE_ERROR;
    bytes += written;
    size -= static_cast<unsigned>(written);
  }
  return CAIRO_STATUS_SUCCESS;
}

bool draw(const std::string& svg) {
  const auto* bytes = reinterpret_cast<const guint8*>(svg.data());
  const std::unique_ptr<RsvgHandle, FreeHandle> handle(
      rsvg_handle_new_from_data(bytes, svg.size(), nullptr));
  gdouble width = 0, height = 0;
  if (!handle || !rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height))
    return false;
  const std::unique_ptr<cairo_surface_t, FreeSurface> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(width * scale)),
                                 static_cast<int>(std::lround(height * scale))));
  const std::unique_ptr<cairo_t, FreeContext> context(cairo_create(surface.get()));
  cairo_scale(context.get(), scale, scale);
  const RsvgRectangle whole{0, 0, width, height};
  if (!rsvg_handle_render_document(handle.get(), context.get(), &whole, nullptr)) return false;
  return cairo_surface_write_to_png_stream(surface.get(), write_piece, nullptr) ==
         CAIRO_STATUS_SUCCESS;
}

}  // namespace

int main() {
  attache::leave_ending_to_attache();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  return draw(read_input()) ? 0 : 1;
}
