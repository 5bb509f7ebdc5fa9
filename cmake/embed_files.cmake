# Writes OUTPUT: one byte array for each of FILES and the function SYMBOL that lists them by file name.
set(arrays "")
set(entries "")
set(index 0)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND arrays "constexpr unsigned char bytes_${index}[] = {${bytes}0x00};\n")
  string(APPEND entries "    {\"${name}\", view(bytes_${index}, sizeof bytes_${index} - 1)},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from the files named below; do not edit.
#include \"${HEADER}\"

#include <array>

namespace attache {
namespace {

${arrays}
[[maybe_unused]] std::string_view view(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace

std::span<const EmbeddedFile> ${SYMBOL}() {
  static const std::array<EmbeddedFile, ${index}> files{{
${entries}  }};
  return files;
}

}  // namespace attache
")
