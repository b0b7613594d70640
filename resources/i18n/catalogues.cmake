# A language is one file here, deltascope_CODE.ts: compiled into the program, offered in its menu, nothing else names it.
# To begin one: lupdate makes the file (see update_translations), Qt Linguist fills it.
file(GLOB catalogues CONFIGURE_DEPENDS ${resources}/i18n/deltascope_*.ts)
qt_add_lrelease(deltascope_render TS_FILES ${catalogues} QM_FILES_OUTPUT_VARIABLE compiled_catalogues)
qt_add_resources(deltascope_render deltascope_i18n PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR}
  FILES ${compiled_catalogues})

# The words of the data files, as a source that only lupdate reads.
set(texts "// Generated from resources/: read by lupdate, never compiled.\n")
foreach(file IN LISTS presets)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ "${file}" json)
  foreach(key name look_for source)
    string(JSON text ERROR_VARIABLE missing GET "${json}" ${key})
    if(missing STREQUAL "NOTFOUND")
      string(REPLACE "\\" "\\\\" text "${text}")
      string(REPLACE "\"" "\\\"" text "${text}")
      string(REPLACE "\n" "\\n" text "${text}")
      string(APPEND texts "QT_TRANSLATE_NOOP(\"core\", \"${text}\");\n")
    endif()
  endforeach()
endforeach()
# Lessons nest: strings with a blank in them, and numbers, are for people.
foreach(file IN LISTS lessons)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ "${file}" json)
  string(REPLACE ";" "<semicolon>" json "${json}")
  string(REPLACE "[" "<open>" json "${json}")
  string(REPLACE "]" "<close>" json "${json}")
  string(REGEX MATCHALL "\"([^\"\\\n]|\\\\.)*\"" strings "${json}")
  foreach(text IN LISTS strings)
    string(REPLACE "<semicolon>" ";" text "${text}")
    string(REPLACE "<open>" "[" text "${text}")
    string(REPLACE "<close>" "]" text "${text}")
    if(text MATCHES " |^\"[0-9]")
      string(APPEND texts "QT_TRANSLATE_NOOP(\"core\", ${text});\n")
    endif()
  endforeach()
endforeach()
set(data_texts ${CMAKE_BINARY_DIR}/generated/data_texts.cpp)
file(CONFIGURE OUTPUT ${data_texts} CONTENT "@texts@" @ONLY)

# cmake --build BUILD --target update_translations: takes every new text into the catalogues. English, the language of
# the sources, has plurals only.
file(GLOB_RECURSE translated CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/*.h ${CMAKE_SOURCE_DIR}/core/*.cpp
  ${CMAKE_SOURCE_DIR}/app/*.h ${CMAKE_SOURCE_DIR}/app/*.cpp)
list(JOIN translated "\n" source_list)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/translated_sources.txt CONTENT "@source_list@\n@data_texts@\n" @ONLY)
set(lupdate $<TARGET_FILE:Qt6::lupdate> -silent -locations none -no-obsolete
  -tr-function-alias QT_TRANSLATE_NOOP+=translatable -I ${CMAKE_SOURCE_DIR}/core -I ${CMAKE_SOURCE_DIR}/app
  @${CMAKE_BINARY_DIR}/generated/translated_sources.txt)
add_custom_target(update_translations)
foreach(catalogue IN LISTS catalogues)
  get_filename_component(name ${catalogue} NAME_WE)
  string(REGEX REPLACE "^deltascope_" "" code ${name})
  set(plurals "")
  if(code STREQUAL "en")
    set(plurals -pluralonly)
  endif()
  add_custom_command(TARGET update_translations POST_BUILD
    COMMAND ${lupdate} ${plurals} -source-language en_US -target-language ${code} -ts ${catalogue} VERBATIM)
endforeach()
