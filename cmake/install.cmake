# Where `cmake --install` puts what a user of the system needs besides the program itself. Components: `program`, what
# one runs and reads; `server`, what talks to PostgreSQL; `library`, what other programs are built with; `loose`, what a package of a
# distribution has in another form.
set(doc "${CMAKE_INSTALL_DOCDIR}")
install(TARGETS attache RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS attache-reader attache-draw attache-pack attache-sheet RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/attache)

if(TARGET attache-postgresql)
  install(TARGETS attache-postgresql RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/attache COMPONENT server)
endif()

# Completions are what the program says of itself, so they can't fall behind it.
set(completions "${PROJECT_BINARY_DIR}/completions")
set(made_files "")
function(attache_completion shell file destination)
  set(output "${completions}/${shell}/${file}")
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} "-DPROGRAM=$<TARGET_FILE:attache>" "-DSHELL=${shell}" "-DOUTPUT=${output}"
            -P "${PROJECT_SOURCE_DIR}/cmake/write_completion.cmake"
    DEPENDS attache "${PROJECT_SOURCE_DIR}/cmake/write_completion.cmake" VERBATIM)
  install(FILES "${output}" DESTINATION "${destination}")
  set(made_files ${made_files} "${output}" PARENT_SCOPE)
endfunction()
attache_completion(bash attache ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
# Debian's zsh looks for what packages bring in a folder of its own.
set(zsh_functions zsh/site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr" AND EXISTS /etc/debian_version)
  set(zsh_functions zsh/vendor-completions)
endif()
attache_completion(zsh _attache ${CMAKE_INSTALL_DATADIR}/${zsh_functions})
attache_completion(fish attache.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# The program carries its data inside; these copies are for reading and as a start for one's own.
install(DIRECTORY seed/lexicon seed/rules seed/frames seed/documents DESTINATION ${CMAKE_INSTALL_DATADIR}/attache
  FILES_MATCHING PATTERN "*.csv" PATTERN "*.toml" PATTERN "*.txt")

install(FILES schema/descriptions.csv DESTINATION ${CMAKE_INSTALL_DATADIR}/attache)
# Schemas of the JSON that is printed, and again beside the page that lists them.
file(GLOB json_schemas CONFIGURE_DEPENDS schema/json/*.json)
install(FILES ${json_schemas} DESTINATION ${CMAKE_INSTALL_DATADIR}/attache/json)

find_program(ATTACHE_GZIP gzip REQUIRED)
mark_as_advanced(ATTACHE_GZIP)
# attache_gzip(INPUT NAME DESTINATION): installs INPUT, packed, under that name.
function(attache_gzip input name destination)
  set(output "${PROJECT_BINARY_DIR}/packed/${name}")
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} "-DGZIP=${ATTACHE_GZIP}" "-DINPUT=${input}" "-DOUTPUT=${output}"
            -P "${PROJECT_SOURCE_DIR}/cmake/gzip.cmake"
    DEPENDS "${input}" "${PROJECT_SOURCE_DIR}/cmake/gzip.cmake" VERBATIM)
  install(FILES "${output}" DESTINATION "${destination}" ${ARGN})
  set(made_files ${made_files} "${output}" PARENT_SCOPE)
endfunction()
attache_gzip("${PROJECT_SOURCE_DIR}/docs/attache.1" attache.1.gz ${CMAKE_INSTALL_MANDIR}/man1)

# Pages keep their places, so that the links between them hold.
# The program carries the parser's model inside, which has a licence of its own.
install(FILES seed/syntax/english.model.license DESTINATION ${doc}/seed/syntax)
install(FILES README.md CHANGELOG.md CONTRIBUTING.md DESTINATION ${doc})
install(FILES LICENSE DESTINATION ${doc} COMPONENT loose)
install(FILES ${json_schemas} DESTINATION ${doc}/schema/json)
install(FILES bench/hostile.md DESTINATION ${doc}/bench)
install(DIRECTORY docs/ DESTINATION ${doc}/docs FILES_MATCHING PATTERN "attache.1" EXCLUDE
  PATTERN "*.md" PATTERN "*.txt" PATTERN "*.csv" PATTERN "*.svg" PATTERN "*.png" PATTERN "example/*")
