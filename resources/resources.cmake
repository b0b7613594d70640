# Data compiled into deltascope_render. A preset, lesson, computed map, theme or language is one file here; nothing else names it.
set(resources ${CMAKE_SOURCE_DIR}/resources)
file(GLOB presets CONFIGURE_DEPENDS ${resources}/presets/*.json)
file(GLOB lessons CONFIGURE_DEPENDS ${resources}/lessons/*.json)
file(GLOB maps CONFIGURE_DEPENDS ${resources}/maps/*.json)
file(GLOB themes CONFIGURE_DEPENDS ${resources}/themes/*.json)
file(GLOB colour_maps CONFIGURE_DEPENDS ${resources}/colour_maps/*.json)
file(GLOB icons CONFIGURE_DEPENDS ${resources}/icons/*.svg)
file(GLOB fonts CONFIGURE_DEPENDS ${resources}/fonts/*.ttf)
qt_add_resources(deltascope_render deltascope_data PREFIX / BASE ${resources}
  FILES ${presets} ${lessons} ${maps} ${themes} ${colour_maps} ${icons} ${fonts})
include(${resources}/i18n/catalogues.cmake)
