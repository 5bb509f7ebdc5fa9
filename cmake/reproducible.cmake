# Two builds of the same sources in two folders give the same bytes: no path of this machine and no time goes into them.
# Debug builds keep the paths, by which debuggers find the sources.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  include(CheckCXXCompilerFlag)
  check_cxx_compiler_flag("-ffile-prefix-map=a=b" attache_has_file_prefix_map)
  if(attache_has_file_prefix_map)
    # The later of two that fit counts: the build folder may lie inside the sources.
    add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}=." "-ffile-prefix-map=${PROJECT_BINARY_DIR}=build")
  endif()
endif()

# Archives of objects without times and owners, as far as `ar` is GNU's or LLVM's.
execute_process(COMMAND "${CMAKE_AR}" --version OUTPUT_VARIABLE ar ERROR_QUIET)
if(ar MATCHES "GNU|LLVM")
  set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> qcD <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_CXX_ARCHIVE_APPEND "<CMAKE_AR> qD <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_CXX_ARCHIVE_FINISH "<CMAKE_RANLIB> -D <TARGET>")
endif()
