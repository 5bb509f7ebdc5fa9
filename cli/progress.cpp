// SPDX-License-Identifier: MIT
#include "cli/progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>

namespace attache {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds between_drawings{100};
constexpr std::chrono::seconds before_guessing{1};

bool looks_packed(const fs::path& path) {
  constexpr std::array endings = {".zip", ".tar", ".gz", ".tgz", ".xz", ".zst", ".bz2", ".7z"};
  const std::string ending = path.extension().string();
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// Size of a file or of all files in a folder; 0 where that does not tell how much there is to
/// read.
std::uint64_t size_of(const std::string& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) return looks_packed(path) ? 0 : fs::file_size(path, error);
  if (!fs::is_directory(path, error)) return 0;
  std::uint64_t total = 0;
  fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    if (looks_packed(at->path())) return 0;
    total += at->file_size(error);
  }
  return error ? 0 : total;
}

std::uint64_t size_of(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  for (const std::string& path : paths) {
    const std::uint64_t size = size_of(path);
    if (size == 0) return 0;
    total += size;
  }
  return total;
}

std::string clock_time(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::ceil(seconds));
  const std::string rest = std::to_string(whole % 60);
  return std::to_string(whole / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

Progress::Progress(const Session& session, const std::vector<std::string>& paths)
    : session_(session),
      shown_(session.streams.err_terminal && !session.quiet &&
             session.environment("TERM").value_or("") != "dumb") {
  if (shown_) total_ = size_of(paths);
}

void Progress::add(std::uint64_t bytes) {
  ++documents_;
  bytes_ += bytes;
  const Clock::time_point now = Clock::now();
  // After the first document a run may be over already, and one that holds just that document has
  // nothing to wait for.
  if (!shown_ || documents_ < 2 || now - last_ < between_drawings) return;
  last_ = now;
  // Back to the line's beginning and erase to its end; a line that went on in the next could not be
  // taken back.
  std::string words = line();
  const std::size_t width = session_.streams.err_width;
  if (width > 1 && words.size() >= width) words.resize(width - 1);
  session_.streams.err << "\r\x1b[K" << words << std::flush;
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) session_.streams.err << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

std::string Progress::line() const {
  const std::chrono::duration<double> passed = Clock::now() - since_;
  std::array<char, 32> speed{};
  std::snprintf(speed.data(), speed.size(), "%.1f MB/s",
                static_cast<double>(bytes_) / 1e6 / passed.count());
  std::string line =
      grouped(documents_) + (documents_ == 1 ? " document  " : " documents  ") + speed.data();
  if (total_ > bytes_ && bytes_ > 0 && passed > before_guessing)
    line += "  " +
            clock_time(passed.count() * static_cast<double>(total_ - bytes_) /
                       static_cast<double>(bytes_)) +
            " left";
  return line;
}

}  // namespace attache
