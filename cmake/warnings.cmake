# The warnings every target of ours is built with.
add_library(attache_warnings INTERFACE)
target_compile_options(attache_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual)
if(ATTACHE_WARNINGS_AS_ERRORS)
  target_compile_options(attache_warnings INTERFACE -Werror)
endif()
