# Data compiled into deltascope_render. A preset, theme or language is one file here; nothing else names it.
file(GLOB presets CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/presets/*.json)
file(GLOB themes CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/themes/*.json)
file(GLOB icons CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/icons/*.svg)
file(GLOB fonts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/fonts/*.ttf)
qt_add_resources(deltascope_render deltascope_data PREFIX / BASE ${CMAKE_SOURCE_DIR}/resources
  FILES ${presets} ${themes} ${icons} ${fonts})
