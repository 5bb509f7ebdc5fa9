# What `cpack -G DEB` and `cpack -G TGZ` make of a build configured for /usr (preset `package`): the packages attache,
# attache-postgresql (where it is built) and libattache-dev, and one archive that is unpacked anywhere. Both are for the release of the system that they were built on.
set(release 1)
set(ATTACHE_SYSTEM ${CMAKE_SYSTEM_NAME})
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release name REGEX "^ID=")
  file(STRINGS /etc/os-release number REGEX "^VERSION_ID=")
  string(REGEX REPLACE "\"|[A-Z_]+=" "" ATTACHE_SYSTEM "${name}${number}")
  string(APPEND release "~${ATTACHE_SYSTEM}")
endif()

# The date of the last release, or of the commit that is built where the builder says so.
set(ATTACHE_RELEASE_DATE "Mon, 23 Nov 2026 00:00:00 +0000")
set(ATTACHE_DEB_VERSION "${PROJECT_VERSION}-${release}")
configure_file(packaging/changelog.in packed/changelog @ONLY)
set(component_of_attache program)
set(component_of_attache-postgresql server)
set(component_of_libattache-dev library)
set(packages attache libattache-dev)
set(CPACK_ATTACHE_SERVER "")
if(TARGET attache-postgresql)
  list(APPEND packages attache-postgresql)
  set(CPACK_ATTACHE_SERVER server)
endif()
foreach(package IN LISTS packages)
  set(component ${component_of_${package}})
  set(folder ${CMAKE_INSTALL_DATADIR}/doc/${package})
  set(only COMPONENT debian_${component} EXCLUDE_FROM_ALL)
  install(FILES packaging/copyright DESTINATION ${folder} ${only})
  attache_gzip("${PROJECT_BINARY_DIR}/packed/changelog" ${package}/changelog.Debian.gz ${folder} ${only})
  attache_gzip("${PROJECT_SOURCE_DIR}/CHANGELOG.md" ${package}/changelog.gz ${folder} ${only})
endforeach()
foreach(package IN LISTS packages)
  if(EXISTS "${PROJECT_SOURCE_DIR}/packaging/${package}.lintian-overrides")
    install(FILES packaging/${package}.lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides
      RENAME ${package} COMPONENT debian_${component_of_${package}} EXCLUDE_FROM_ALL)
  endif()
endforeach()
add_custom_target(attache_installed ALL DEPENDS ${made_files})

# What CMake's own stripping leaves: words of the compiler, and debugging sections of the library.
function(attache_strip component flags)
  set(files "")
  foreach(file IN LISTS ARGN)
    string(APPEND files " \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${file}\"")
  endforeach()
  install(CODE "if(CMAKE_INSTALL_DO_STRIP)
  execute_process(COMMAND \"${CMAKE_STRIP}\" ${flags} --remove-section=.comment --remove-section=.note ${files}
    COMMAND_ERROR_IS_FATAL ANY)
endif()" COMPONENT ${component})
endfunction()
attache_strip(program "--strip-unneeded" ${CMAKE_INSTALL_BINDIR}/attache
  ${CMAKE_INSTALL_LIBEXECDIR}/attache/attache-reader ${CMAKE_INSTALL_LIBEXECDIR}/attache/attache-draw
  ${CMAKE_INSTALL_LIBEXECDIR}/attache/attache-pack ${CMAKE_INSTALL_LIBEXECDIR}/attache/attache-sheet)
if(TARGET attache-postgresql)
  attache_strip(server "--strip-unneeded" ${CMAKE_INSTALL_LIBEXECDIR}/attache/attache-postgresql)
endif()
attache_strip(library "--strip-debug --enable-deterministic-archives" ${CMAKE_INSTALL_LIBDIR}/libattache.a)

set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_NAME attache)
set(CPACK_PACKAGE_VENDOR "The attache authors")
set(CPACK_PACKAGE_CONTACT "The attache authors <attache@packages.example.org>")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_FILE_NAME "attache-${PROJECT_VERSION}-${ATTACHE_SYSTEM}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_SOURCE_DIR}/cmake/package_of_generator.cmake")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE "${release}")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME attache)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "jq, sqlite3")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "command-line knowledge base for foreign policy
attache reads what governments say (ministry pages, speeches, communiques,
doctrines) once and answers from then on: which norms does a text uphold,
what does it aim at, in which bodies does the state stand and how, who
leads and speaks. Every row cites its source: document, sentence, bytes.")

# Few who read need a server: who does not is spared libpqxx, libpq and what these need.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "attache-postgresql, ${CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS}")
set(CPACK_DEBIAN_SERVER_PACKAGE_NAME attache-postgresql)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION database)
set(CPACK_DEBIAN_SERVER_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "attache (= ${ATTACHE_DEB_VERSION})")
set(CPACK_DEBIAN_SERVER_DESCRIPTION "knowledge bases of attache in PostgreSQL
With it attache publishes a knowledge base into a PostgreSQL server, by the
command \"attache publish\", and asks one that was published there with the
same commands, filters and output as a file.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libattache-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "libcsv-dev, libtomlplusplus-dev, libutf8proc-dev, nettle-dev")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SUGGESTS "cmake, pkgconf")
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "extractor of attache as a C++ library
One header and a static library: a text on foreign policy in, rows with
the norms, aims, organizations and leaders that it names out, each with
the bytes that say so. With a CMake package and a pkg-config file.")

include(CPack)
cpack_add_component(program GROUP program)
cpack_add_component(debian_program GROUP program)
cpack_add_component(server GROUP server)
cpack_add_component(debian_server GROUP server)
cpack_add_component(library GROUP library)
cpack_add_component(debian_library GROUP library)
cpack_add_component(loose GROUP loose)
