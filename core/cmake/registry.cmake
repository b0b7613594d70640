# A kind of thing is one file: every NAME.cpp in FOLDER, or in a folder of it, defines `const TYPE NAMESPACE::NAME` (NAMESPACE: the folder's
# name, if no other is given). This writes the const table of all of them, FOLDERRegistry() beside TYPE; a misspelt name
# is a link error, and nothing depends on static constructors. Where NAME is a word of the language (xor), the record is
# NAME_.
function(deltascope_registry target folder type header)
  cmake_parse_arguments(registry "" NAMESPACE "" ${ARGN})
  if(NOT registry_NAMESPACE)
    get_filename_component(registry_NAMESPACE ${folder} NAME)
  endif()
  string(REGEX REPLACE "::.*" "" beside ${type})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*/*.cpp) # a folder of many kinds may have rooms
  list(SORT sources)
  set(declarations "")
  set(entries "")
  foreach(source IN LISTS sources)
    get_filename_component(id ${source} NAME_WE)
    if(id MATCHES "^(and|not|or|xor)$")
      string(APPEND id _)
    endif()
    string(APPEND declarations "extern const deltascope::${type} ${id};\n")
    string(APPEND entries "    &${registry_NAMESPACE}::${id},\n")
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/generated/${registry_NAMESPACE}_registry.cpp)
  list(LENGTH sources count)
  file(CONFIGURE OUTPUT ${output} CONTENT
"// Generated at configure time from ${folder}/.
#include \"${header}\"

#include <array>

namespace deltascope::${registry_NAMESPACE} {
${declarations}} // namespace deltascope::${registry_NAMESPACE}

namespace deltascope::${beside} {
std::span<const deltascope::${type}* const> ${registry_NAMESPACE}Registry()
{
    static constexpr std::array<const deltascope::${type}*, ${count}> table{
${entries}    };
    return table;
}
} // namespace deltascope::${beside}
" @ONLY)
  target_sources(${target} PRIVATE ${sources} ${output})
  # each alone, so that the names inside a kind are its own affair
  set_source_files_properties(${sources} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
