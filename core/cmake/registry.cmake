# A kind of thing is one file: every NAME.cpp in FOLDER defines `const TYPE NAMESPACE::NAME`. This writes the const table
# of all of them; a misspelt name is a link error, and nothing depends on static constructors. Where NAME is a word of
# the language (xor), the record is NAME_.
function(deltascope_registry target folder type namespace header)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  list(SORT sources)
  set(declarations "")
  set(entries "")
  foreach(source IN LISTS sources)
    get_filename_component(id ${source} NAME_WE)
    if(id MATCHES "^(and|not|or|xor)$")
      string(APPEND id _)
    endif()
    string(APPEND declarations "extern const ${type} ${id};\n")
    string(APPEND entries "    &${namespace}::${id},\n")
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/generated/${namespace}_registry.cpp)
  list(LENGTH sources count)
  file(CONFIGURE OUTPUT ${output} CONTENT
"// Generated at configure time from ${folder}/.
#include \"${header}\"

#include <array>

namespace deltascope {
namespace ${namespace} {
${declarations}} // namespace ${namespace}

std::span<const ${type}* const> ${namespace}Registry()
{
    static constexpr std::array<const ${type}*, ${count}> table{
${entries}    };
    return table;
}
} // namespace deltascope
" @ONLY)
  target_sources(${target} PRIVATE ${sources} ${output})
endfunction()
