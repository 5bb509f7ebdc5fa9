# What is_hardened(FILE) finds missing in a program is an error. Arguments: READELF, OBJDUMP, PROCESSOR; FORTIFIED, whether
# the build is one with the C library's checks (a build with sanitizers is not).
function(is_hardened file)
  execute_process(COMMAND "${READELF}" --wide --file-header --program-headers --dynamic --symbols "${file}"
    OUTPUT_VARIABLE elf COMMAND_ERROR_IS_FATAL ANY)
  set(wanted "position-independent (ET_DYN):Type: +DYN" "position-independent (flag):FLAGS_1[^\n]*PIE"
    "bound at the start:BIND_NOW|FLAGS_1[^\n]*NOW" "read-only after relocation:GNU_RELRO"
    "a stack that does not run:GNU_STACK +0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ RW "
    "stack protector:__stack_chk_fail")
  if(FORTIFIED)
    list(APPEND wanted "checked calls of the C library:__[a-z]+_chk@")
  endif()
  foreach(want IN LISTS wanted)
    string(REGEX MATCH "^([^:]+):(.*)$" unused "${want}")
    if(NOT elf MATCHES "${CMAKE_MATCH_2}")
      message(SEND_ERROR "${file}: not ${CMAKE_MATCH_1}")
    endif()
  endforeach()
  if(elf MATCHES "LOAD[^\n]* RWE ")
    message(SEND_ERROR "${file}: has a segment that is both written and run")
  endif()
  # The property in the file's notes needs every object of every library to have it; our own code is asked instead.
  if(PROCESSOR MATCHES "x86_64|AMD64")
    execute_process(COMMAND "${OBJDUMP}" --disassemble=main "${file}" OUTPUT_VARIABLE code COMMAND_ERROR_IS_FATAL ANY)
    if(NOT code MATCHES "endbr64")
      message(SEND_ERROR "${file}: main is no marked target of an indirect branch")
    endif()
  endif()
endfunction()
