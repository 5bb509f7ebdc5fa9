# Installs BUILD into an empty folder, as a packager does, and uses what came there from elsewhere.
# Arguments: BUILD, the build folder; BIN, LIBEXEC, DATA, MAN, DOC, the places below the prefix; READER, whether the
# reader of untrusted formats is built; WORK, a folder of our own.
file(REMOVE_RECURSE "${WORK}")
set(stage "${WORK}/a stage")
set(home "${WORK}/a home")
file(MAKE_DIRECTORY "${home}")
set(ENV{DESTDIR} "${stage}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix /usr OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
unset(ENV{DESTDIR})

set(program "${stage}/usr/${BIN}/attache")
set(expected "${BIN}/attache" "${DATA}/bash-completion/completions/attache" "${DATA}/zsh/site-functions/_attache"
  "${DATA}/fish/vendor_completions.d/attache.fish" "${DATA}/attache/lexicon/bodies.csv"
  "${DATA}/attache/rules/priorities.toml" "${DATA}/attache/documents/azerbaijan-foreign-policy.txt"
  "${LIBEXEC}/attache/attache-draw" "${LIBEXEC}/attache/attache-pack" "${LIBEXEC}/attache/attache-sheet" "${MAN}/man1/attache.1.gz" "${DOC}/LICENSE" "${DOC}/README.md" "${DOC}/docs/cli.md"
  "${DOC}/seed/syntax/english.model.license")
if(READER)
  list(APPEND expected "${LIBEXEC}/attache/attache-reader")
endif()
foreach(file IN LISTS expected)
  if(NOT EXISTS "${stage}/usr/${file}")
    message(SEND_ERROR "not installed: ${file}")
  endif()
endforeach()

# run(ARGUMENTS...): the installed program, in an environment that knows nothing of the checkout; sets `out`.
function(run)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E env --unset=ATTACHE_DB --unset=XDG_DATA_HOME "HOME=${home}" "${program}" ${ARGN}
    WORKING_DIRECTORY "${home}" OUTPUT_VARIABLE printed COMMAND_ECHO STDERR COMMAND_ERROR_IS_FATAL ANY)
  set(out "${printed}" PARENT_SCOPE)
endfunction()

run(--version)
run(seed)
foreach(table principles priorities organizations leaders documents)
  run(${table} --count)
  if(NOT out MATCHES "^[1-9][0-9]*\n$")
    message(SEND_ERROR "attache ${table} --count printed: ${out}")
  endif()
endforeach()
if(NOT EXISTS "${home}/.local/share/attache/attache.db")
  message(SEND_ERROR "the knowledge base is not in the data folder of the user")
endif()
run(completion bash)
file(READ "${stage}/usr/${DATA}/bash-completion/completions/attache" installed)
if(NOT out STREQUAL installed)
  message(SEND_ERROR "the installed completion is not what the program prints")
endif()
file(WRITE "${home}/speech.txt" "My country is a member of the United Nations.\n")
run(extract speech.txt)
if(NOT out MATCHES "United Nations")
  message(SEND_ERROR "attache extract printed: ${out}")
endif()

run(trend --norm sovereignty --plot chart.png)
file(READ "${home}/chart.png" head LIMIT 4 HEX)
if(NOT head STREQUAL "89504e47")
  message(SEND_ERROR "attache trend --plot chart.png wrote something else: ${head}")
endif()

# A page that is installed links to what is installed, too.
file(GLOB_RECURSE pages "${stage}/usr/${DOC}/*.md")
foreach(page IN LISTS pages)
  get_filename_component(folder "${page}" DIRECTORY)
  file(READ "${page}" words)
  string(REGEX REPLACE "[][;]" "|" words "${words}")  # they have a meaning in lists
  string(REGEX MATCHALL "\\|\\([^()# ]+" links "${words}")
  foreach(link IN LISTS links)
    string(SUBSTRING "${link}" 2 -1 target)
    if(NOT target MATCHES "^[a-z]+:" AND NOT EXISTS "${folder}/${target}")
      message(SEND_ERROR "${page} links to ${target}, which is not installed")
    endif()
  endforeach()
endforeach()

include("${CMAKE_CURRENT_LIST_DIR}/hardening.cmake")
is_hardened("${program}")
if(READER)
  is_hardened("${stage}/usr/${LIBEXEC}/attache/attache-reader")
endif()
# It makes no call whose size is not known when it is compiled: there is none to check.
set(FORTIFIED OFF)
is_hardened("${stage}/usr/${LIBEXEC}/attache/attache-draw")
is_hardened("${stage}/usr/${LIBEXEC}/attache/attache-pack")
is_hardened("${stage}/usr/${LIBEXEC}/attache/attache-sheet")
