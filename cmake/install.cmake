# Where `cmake --install` puts what a user of the system needs besides the program itself.

if(TARGET attache-reader)
  install(TARGETS attache-reader RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/attache)
endif()

# Completions are what the program says of itself, so they can't fall behind it.
set(completions "${PROJECT_BINARY_DIR}/completions")
set(completion_files "")
function(attache_completion shell file destination)
  set(output "${completions}/${shell}/${file}")
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} "-DPROGRAM=$<TARGET_FILE:attache>" "-DSHELL=${shell}" "-DOUTPUT=${output}"
            -P "${PROJECT_SOURCE_DIR}/cmake/write_completion.cmake"
    DEPENDS attache "${PROJECT_SOURCE_DIR}/cmake/write_completion.cmake" VERBATIM)
  install(FILES "${output}" DESTINATION "${destination}")
  set(completion_files ${completion_files} "${output}" PARENT_SCOPE)
endfunction()
attache_completion(bash attache ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
attache_completion(zsh _attache ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
attache_completion(fish attache.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
add_custom_target(attache_completions ALL DEPENDS ${completion_files})

# The program carries its data inside; these copies are for reading and as a start for one's own.
install(DIRECTORY seed/lexicon seed/rules seed/documents DESTINATION ${CMAKE_INSTALL_DATADIR}/attache
  FILES_MATCHING PATTERN "*.csv" PATTERN "*.toml" PATTERN "*.txt")

install(FILES schema/descriptions.csv DESTINATION ${CMAKE_INSTALL_DATADIR}/attache)
# Pages that name the schemas find them beside, too.
file(GLOB json_schemas CONFIGURE_DEPENDS schema/json/*.json)
install(FILES ${json_schemas} DESTINATION ${CMAKE_INSTALL_DATADIR}/attache/json)
install(FILES ${json_schemas} DESTINATION ${CMAKE_INSTALL_DOCDIR}/schema/json)

install(FILES docs/attache.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
# The program carries the parser's model inside, which has a licence of its own.
# Pages keep their places, so that the links between them hold.
install(FILES seed/syntax/english.model.license DESTINATION ${CMAKE_INSTALL_DOCDIR}/seed/syntax)
install(FILES LICENSE README.md CHANGELOG.md CONTRIBUTING.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(FILES bench/hostile.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/bench OPTIONAL)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs OPTIONAL FILES_MATCHING
  PATTERN "*.md" PATTERN "speeches/*.txt" PATTERN "speeches/*.csv")
