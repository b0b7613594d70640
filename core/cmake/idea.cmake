# An idea is a library: deltascope_NAME of every source in FOLDER, and in its ROOMS, folders of one idea that has many
# files. It links the ideas below it that it uses (LINK), which bring theirs. All of them: property DELTASCOPE_IDEAS.
function(deltascope_idea name)
  cmake_parse_arguments(idea "" FOLDER "ROOMS;LINK" ${ARGN})
  set(patterns ${idea_FOLDER}/*.cpp ${idea_FOLDER}/*.h)
  foreach(room IN LISTS idea_ROOMS)
    list(APPEND patterns ${idea_FOLDER}/${room}/*.cpp ${idea_FOLDER}/${room}/*.h)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$") # of programs
  add_library(deltascope_${name} STATIC ${sources})
  set_property(GLOBAL APPEND PROPERTY DELTASCOPE_IDEAS deltascope_${name})
  list(TRANSFORM idea_LINK PREPEND deltascope_)
  target_link_libraries(deltascope_${name} PUBLIC ${idea_LINK})
endfunction()
