# Writes OUTPUT: what PROGRAM prints as its completion for SHELL.
execute_process(COMMAND "${PROGRAM}" completion ${SHELL} OUTPUT_FILE "${OUTPUT}.part" COMMAND_ERROR_IS_FATAL ANY)
file(RENAME "${OUTPUT}.part" "${OUTPUT}")
