# Read by cpack for each generator: what a distribution's package has in its own form is not in an archive, and the other way round.
if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_COMPONENTS_ALL program debian_program library debian_library)
  if(CPACK_ATTACHE_SERVER)
    list(APPEND CPACK_COMPONENTS_ALL server debian_server)
  endif()
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
else()
  set(CPACK_COMPONENTS_ALL program ${CPACK_ATTACHE_SERVER} library loose)
  set(CPACK_ARCHIVE_COMPONENT_INSTALL OFF)
  set(CPACK_PACKAGING_INSTALL_PREFIX "")
endif()
