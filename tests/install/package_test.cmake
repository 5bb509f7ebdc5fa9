# Makes the packages of BUILD, asks lintian of them, and uses what is in them where it was unpacked. Prints a line that begins
# with `skipped:` where a tool is missing. Arguments: BUILD, WORK, CPACK, MULTIARCH (whether the build is for /usr), SERVER
# (whether what talks to PostgreSQL is built).
foreach(tool dpkg-deb dpkg-shlibdeps lintian)
  find_program(has_${tool} ${tool})
  if(NOT has_${tool})
    message("skipped: ${tool} is missing (Debian: dpkg-dev, lintian)")
    return()
  endif()
endforeach()
file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
execute_process(COMMAND "${CPACK}" -G "DEB;TGZ" -B "${WORK}/made" WORKING_DIRECTORY "${BUILD}" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

# Every tag but those of the overrides, whose reasons stand beside them, is a fault.
file(GLOB packages "${WORK}/made/*.deb")
set(suppressed "")
if(NOT MULTIARCH)
  set(suppressed --suppress-tags pkg-config-unavailable-for-cross-compilation)  # of /usr/lib/pkgconfig
endif()
execute_process(COMMAND lintian --display-info --pedantic ${suppressed} ${packages}
  OUTPUT_VARIABLE tags ERROR_VARIABLE unused RESULT_VARIABLE code)
# Whether a small program calls a function that can be fortified, so that its override is needed, the compiler decides.
string(REGEX REPLACE "I: [^\n]*unused-override hardening-no-fortify-functions[^\n]*\n" "" tags "${tags}")
string(REGEX REPLACE "N: [^\n]*unused override[^\n]*" "" tags "${tags}")
string(STRIP "${tags}" tags)
if(NOT tags STREQUAL "" OR NOT code EQUAL 0)
  message(SEND_ERROR "lintian (${code}):\n${tags}")
endif()

set(names "")
foreach(package IN LISTS packages)
  execute_process(COMMAND dpkg-deb --field "${package}" Package Depends OUTPUT_VARIABLE fields COMMAND_ERROR_IS_FATAL ANY)
  string(APPEND names "${fields}")
  # What only a server needs is asked for by the package that talks to one.
  if(fields MATCHES "libpq" AND NOT fields MATCHES "Package: attache-postgresql\n")
    message(SEND_ERROR "a package that talks to no server depends on PostgreSQL: ${fields}")
  endif()
  execute_process(COMMAND dpkg-deb --extract "${package}" "${WORK}/deb" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
set(of_server "")
if(SERVER)
  set(of_server "Package: attache-postgresql\n" "libpqxx" "attache \\(= ")
endif()
foreach(word ${of_server} "Package: attache\n" "Package: libattache-dev\n" "libsqlite3-0" "libpoppler-cpp")
  if(NOT names MATCHES "${word}")
    message(SEND_ERROR "no '${word}' in the packages' fields: ${names}")
  endif()
endforeach()
foreach(file man/man1/attache.1.gz doc/attache/copyright doc/attache/changelog.gz doc/attache/changelog.Debian.gz
    doc/libattache-dev/copyright attache/lexicon/bodies.csv bash-completion/completions/attache)
  if(NOT EXISTS "${WORK}/deb/usr/share/${file}")
    message(SEND_ERROR "not in the packages: /usr/share/${file}")
  endif()
endforeach()

# The archive, in a folder whose name its maker did not think of.
file(GLOB archive "${WORK}/made/*.tar.gz")
file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${WORK}/unpacked")
file(GLOB top "${WORK}/unpacked/*")
set(anywhere "${WORK}/any where")
file(RENAME "${top}" "${anywhere}")

# works(PROGRAM): it seeds and answers with its own data, and has HTML read by the reader beside it.
file(WRITE "${WORK}/page.html" "<p>Kenya is a member of the African Union.</p>\n")
function(works program)
  foreach(arguments "seed;--quiet" "principles;--count" "extract;${WORK}/page.html")
    execute_process(COMMAND "${CMAKE_COMMAND}" -E env --unset=ATTACHE_READER "ATTACHE_DB=${program}.db" "${program}" ${arguments}
      OUTPUT_VARIABLE out COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  if(NOT out MATCHES "African Union")
    message(SEND_ERROR "${program} printed: ${out}")
  endif()
endfunction()
works("${WORK}/deb/usr/bin/attache")
works("${anywhere}/bin/attache")
