# Writes OUTPUT: FILES as the assembler takes them in (.incbin), and the function SYMBOL that lists them by file name.
# A byte array in C++ would say the same, at a minute of compilation for the lexicon.
set(blocks "")
set(declarations "")
set(entries "")
set(index 0)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  set(label "attache_${SYMBOL}_${index}")
  string(APPEND blocks "asm(R\"(
  .section .rodata
  .balign 64
${label}:
  .incbin \"${file}\"
${label}_end:
  .byte 0
  .previous
)\");
")
  string(APPEND declarations "[[gnu::visibility(\"hidden\")]] extern const char ${label}[];
[[gnu::visibility(\"hidden\")]] extern const char ${label}_end[];
")
  string(APPEND entries "    EmbeddedFile{\"${name}\", {${label}, static_cast<std::size_t>(${label}_end - ${label})}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from the files named below; do not edit.
#include \"${HEADER}\"

#include <array>
#include <cstddef>

${blocks}
extern \"C\" {
${declarations}}

namespace attache {

std::span<const EmbeddedFile> ${SYMBOL}() {
  static const std::array<EmbeddedFile, ${index}> files{
${entries}  };
  return files;
}

}  // namespace attache
")
