# attache_embed(TARGET SYMBOL HEADER FILES...): files that the binary carries inside, so that it runs from anywhere.
# HEADER declares `std::span<const EmbeddedFile> SYMBOL();`. Plain CMake, no shell tools.
function(attache_embed target symbol header)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp")
  set(files ${ARGN})
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} "-DOUTPUT=${output}" "-DSYMBOL=${symbol}" "-DHEADER=${header}" "-DFILES=${files}"
            -P "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
  # Link-time optimisation, which distributions turn on, may part the assembler's labels from those who use them.
  set_source_files_properties("${output}" PROPERTIES COMPILE_OPTIONS -fno-lto)
endfunction()
