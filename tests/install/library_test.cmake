# Installs the library of BUILD into a folder of its own, moves that, and builds docs/example against it, once by its CMake
# package and once by pkg-config. Arguments: BUILD, WORK, SOURCE, LIB (the place of libraries below the prefix), COMPILER, FLAGS.
file(REMOVE_RECURSE "${WORK}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --component library --prefix "${WORK}/first"
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
set(prefix "${WORK}/moved there")
file(RENAME "${WORK}/first" "${prefix}")

file(GLOB_RECURSE headers RELATIVE "${prefix}" "${prefix}/include/*")
if(NOT headers STREQUAL "include/attache/extract.h")
  message(SEND_ERROR "headers installed: ${headers}")
endif()
file(STRINGS "${prefix}/include/attache/extract.h" inner REGEX "#include \"")
if(inner)
  message(SEND_ERROR "the public header wants files that are not installed: ${inner}")
endif()

set(speech "${WORK}/speech.txt")
file(WRITE "${speech}" "Kenya is a member of the African Union.\n")
# works(PROGRAM): it says what the text says.
function(works program)
  execute_process(COMMAND "${program}" INPUT_FILE "${speech}" OUTPUT_VARIABLE out COMMAND_ERROR_IS_FATAL ANY)
  if(NOT out MATCHES "^African Union\tmember\n  bytes 25 to 38: African Union\n$")
    message(SEND_ERROR "${program} printed: ${out}")
  endif()
endfunction()

execute_process(COMMAND "${CMAKE_COMMAND}" -S "${SOURCE}/docs/example" -B "${WORK}/build" "-DCMAKE_PREFIX_PATH=${prefix}"
    "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${FLAGS}" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${WORK}/build" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
works("${WORK}/build/example")

# By pkg-config, from a folder whose name needs no quoting.
set(plain "${WORK}/plain")
file(RENAME "${prefix}" "${plain}")
set(ENV{PKG_CONFIG_PATH} "${plain}/${LIB}/pkgconfig")
execute_process(COMMAND pkg-config --cflags --libs attache OUTPUT_VARIABLE words
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(words UNIX_COMMAND "${words}")
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
execute_process(COMMAND "${COMPILER}" -std=c++20 ${flags} "${SOURCE}/docs/example/main.cpp" ${words} -o "${WORK}/by-pkg-config"
  COMMAND_ERROR_IS_FATAL ANY)
works("${WORK}/by-pkg-config")
