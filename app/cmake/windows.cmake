# What the programs are on Windows besides: a window without a console, an icon, a version, a manifest, and the plugins of a
# Qt that is linked in.
enable_language(RC)
set_target_properties(deltascope_process PROPERTIES UNITY_BUILD OFF) # windows.h has macros for many a plain word

function(deltascope_windows_program PROGRAM DESCRIPTION)
  set(DESKTOP ${CMAKE_SOURCE_DIR}/resources/desktop)
  string(REPLACE "." "," VERSION_COMMAS ${PROJECT_VERSION})
  configure_file(${DESKTOP}/windows/deltascope.rc.in ${PROGRAM}.rc @ONLY)
  target_sources(${PROGRAM} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${PROGRAM}.rc)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${PROGRAM}.rc PROPERTIES OBJECT_DEPENDS
    "${DESKTOP}/windows/deltascope.ico;${DESKTOP}/windows/deltascope.manifest")
  get_target_property(kind Qt6::Core TYPE)
  if(kind STREQUAL "STATIC_LIBRARY")
    qt_import_plugins(${PROGRAM} INCLUDE Qt6::QWindowsIntegrationPlugin Qt6::QOffscreenIntegrationPlugin)
    qt_finalize_target(${PROGRAM})
  endif()
endfunction()

set_target_properties(deltascope PROPERTIES WIN32_EXECUTABLE ON)
target_link_libraries(deltascope PRIVATE Qt6::EntryPointPrivate)
deltascope_windows_program(deltascope "Deltascope")
deltascope_windows_program(deltascope-cli "Deltascope, the command line")
