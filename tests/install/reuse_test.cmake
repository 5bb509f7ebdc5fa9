# Every file has its copyright and licence, as REUSE asks (`reuse lint`). Prints a line that begins with `skipped:` where the
# tool is missing, or the sources are not a repository, so that it can't know what is not a source. Arguments: SOURCE.
find_program(reuse reuse)
if(NOT reuse OR NOT EXISTS "${SOURCE}/.git")
  message("skipped: needs reuse (Debian: reuse) and a repository")
  return()
endif()
execute_process(COMMAND "${reuse}" --root "${SOURCE}" lint OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(SEND_ERROR "${said}")
endif()
