# QCustomPlot for Qt 6 as one target, QCustomPlot::QCustomPlot. Call find_package(Qt6 … Widgets PrintSupport) first.
#   1. Debian, Ubuntu: the config package QCustomPlotQt6 (never `QCustomPlot`: that is the Qt 5 build there)
#   2. Fedora, Arch, vcpkg: pkg-config or the plain library
#   3. -DQCUSTOMPLOT_SOURCE_DIR=DIR: the unpacked upstream sources
include(FindPackageHandleStandardArgs)

if(QCUSTOMPLOT_SOURCE_DIR)
  if(NOT TARGET qcustomplot_from_source)
    add_library(qcustomplot_from_source STATIC ${QCUSTOMPLOT_SOURCE_DIR}/qcustomplot.cpp ${QCUSTOMPLOT_SOURCE_DIR}/qcustomplot.h)
    set_target_properties(qcustomplot_from_source PROPERTIES AUTOMOC ON POSITION_INDEPENDENT_CODE ON)
    target_include_directories(qcustomplot_from_source SYSTEM PUBLIC ${QCUSTOMPLOT_SOURCE_DIR})
    target_link_libraries(qcustomplot_from_source PUBLIC Qt6::Widgets Qt6::PrintSupport)
    add_library(QCustomPlot::QCustomPlot ALIAS qcustomplot_from_source)
  endif()
  set(QCustomPlot_LOCATION ${QCUSTOMPLOT_SOURCE_DIR})
else()
  find_package(QCustomPlotQt6 CONFIG QUIET)
  if(TARGET QCustomPlotQt6::QCustomPlotQt6)
    add_library(QCustomPlot::QCustomPlot ALIAS QCustomPlotQt6::QCustomPlotQt6)
    get_target_property(qcustomplot_is_global QCustomPlotQt6::QCustomPlotQt6 IMPORTED_GLOBAL)
    if(NOT qcustomplot_is_global) # else another folder has found it before
      set_target_properties(QCustomPlotQt6::QCustomPlotQt6 PROPERTIES IMPORTED_GLOBAL ON)
    endif()
    set(QCustomPlot_LOCATION ${QCustomPlotQt6_DIR})
  else()
    find_package(PkgConfig QUIET)
    if(PkgConfig_FOUND)
      pkg_check_modules(PC_QCUSTOMPLOT QUIET qcustomplot-qt6)
    endif()
    find_path(QCUSTOMPLOT_INCLUDE_DIR qcustomplot.h HINTS ${PC_QCUSTOMPLOT_INCLUDE_DIRS})
    find_library(QCUSTOMPLOT_LIBRARY NAMES QCustomPlotQt6 qcustomplot-qt6 qcustomplot2 qcustomplot HINTS ${PC_QCUSTOMPLOT_LIBRARY_DIRS})
    if(QCUSTOMPLOT_INCLUDE_DIR AND QCUSTOMPLOT_LIBRARY)
      add_library(QCustomPlot::QCustomPlot UNKNOWN IMPORTED)
      set_target_properties(QCustomPlot::QCustomPlot PROPERTIES IMPORTED_LOCATION ${QCUSTOMPLOT_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${QCUSTOMPLOT_INCLUDE_DIR} INTERFACE_LINK_LIBRARIES "Qt6::Widgets;Qt6::PrintSupport")
      if(WIN32)
        set_property(TARGET QCustomPlot::QCustomPlot APPEND PROPERTY INTERFACE_COMPILE_DEFINITIONS QCUSTOMPLOT_USE_LIBRARY)
      endif()
      set(QCustomPlot_LOCATION ${QCUSTOMPLOT_LIBRARY})
    endif()
  endif()
endif()

find_package_handle_standard_args(QCustomPlot REQUIRED_VARS QCustomPlot_LOCATION REASON_FAILURE_MESSAGE
  "install libqcustomplot-dev (Debian, Ubuntu 24.04), qcustomplot-qt6-devel (Fedora), qcustomplot-qt6 (Arch), \
or pass -DQCUSTOMPLOT_SOURCE_DIR=<unpacked upstream sources>")
