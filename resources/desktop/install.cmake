# What cmake --install puts where, and the packages of CPack: cpack -G DEB, cpack -G TGZ.
# The two PNGs are drawn from the SVG: rsvg-convert -w SIZE org.deltascope.Deltascope.svg -o org.deltascope.Deltascope-SIZE.png
include(GNUInstallDirs)
set(desktop ${CMAKE_SOURCE_DIR}/resources/desktop)
set(id org.deltascope.Deltascope)

# The man page of the command line is kept with the sources and made anew of what the program says of itself.
add_custom_target(update_man_page COMMAND sh ${desktop}/man_page.sh $<TARGET_FILE:deltascope-cli> > page.1
  COMMAND ${CMAKE_COMMAND} -E copy page.1 ${desktop}/deltascope-cli.1 WORKING_DIRECTORY ${CMAKE_BINARY_DIR}
  DEPENDS deltascope-cli VERBATIM)

install(TARGETS deltascope deltascope-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

if(UNIX AND NOT APPLE)
  install(FILES ${desktop}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${desktop}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${desktop}/${id}-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${id}.xml)
  install(FILES ${desktop}/${id}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  foreach(size 48 128)
    install(FILES ${desktop}/${id}-${size}.png DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps
      RENAME ${id}.png)
  endforeach()
  install(FILES ${desktop}/deltascope-cli.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
    RENAME deltascope-cli)
  install(FILES ${desktop}/copyright ${desktop}/accessibility.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
  # Where Debian's Python looks, whatever its version.
  install(FILES ${CMAKE_SOURCE_DIR}/resources/python/deltascope.py
    ${CMAKE_SOURCE_DIR}/resources/python/deltascope_recorder.py DESTINATION lib/python3/dist-packages)

  # Compressed without name and time, so that every build gives the same bytes.
  find_program(GZIP_PROGRAM gzip)
  foreach(page deltascope.1 deltascope-cli.1 changelog)
    set(compressed ${desktop}/${page})
    if(GZIP_PROGRAM)
      set(compressed ${CMAKE_BINARY_DIR}/desktop/${page}.gz)
      file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/desktop)
      add_custom_command(OUTPUT ${compressed} COMMAND ${GZIP_PROGRAM} -9nc ${desktop}/${page} > ${compressed}
        DEPENDS ${desktop}/${page} VERBATIM)
      list(APPEND compressed_pages ${compressed})
    endif()
    if(page STREQUAL "changelog")
      install(FILES ${compressed} DESTINATION ${CMAKE_INSTALL_DOCDIR})
    else()
      install(FILES ${compressed} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    endif()
  endforeach()
  add_custom_target(compressed_pages ALL DEPENDS ${compressed_pages})
endif()

set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_VENDOR "Deltascope developers")
set(CPACK_PACKAGE_CONTACT "Deltascope developers <developers@deltascope.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "learning speeds of deep networks, layer by layer")
set(CPACK_PACKAGE_DESCRIPTION "The gradient in an early layer of a deep network is a product with
one term for each later layer, so it vanishes or explodes. Deltascope puts
weight, bias and depth on sliders and draws the terms, their products and each
layer's learning speed while they are dragged, also where no floating-point
format holds the numbers.

It evaluates chains of one neuron a layer and wide networks, trains them, holds
lessons, and exports its figures. The package has the window, deltascope, and
the same engine without a display, deltascope-cli.")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 1)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # needs dpkg-dev
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS qt6-wayland) # a plugin that is loaded at run time, so that no library names it
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME deltascope-${PROJECT_VERSION})
set(CPACK_SOURCE_IGNORE_FILES /build/ "/\\.git(/|$)" "/\\.cache/" "\\.user$" /__pycache__/)
include(CPack)
