# Compiles through ccache where it is there; a launcher that the user set stays.
find_program(ATTACHE_CCACHE ccache)
mark_as_advanced(ATTACHE_CCACHE)
if(ATTACHE_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ATTACHE_CCACHE}")
endif()
