# The target `site`: the documentation as HTML in build/PRESET/site/html; needs mkdocs.
add_custom_target(site COMMAND "${PROJECT_SOURCE_DIR}/script/site" "${PROJECT_BINARY_DIR}/site" USES_TERMINAL VERBATIM)
