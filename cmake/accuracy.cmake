# The target `accuracy`: scores the program on annotations that are not part of the project.
set(ATTACHE_GOLD "${PROJECT_SOURCE_DIR}/../shared/accuracy" CACHE PATH "Folder with score.py and the gold annotations")
add_custom_target(accuracy
  COMMAND "${PROJECT_SOURCE_DIR}/script/accuracy" "$<TARGET_FILE:attache>" "${ATTACHE_GOLD}"
  DEPENDS attache USES_TERMINAL VERBATIM)
