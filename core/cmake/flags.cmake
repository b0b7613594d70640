# Compiler flags of every target. -ffp-contract=off: the same bits on machines with and without fused multiply-add.
# -O2 in place of CMake's -O3: the same speed for less time to build.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
add_library(deltascope_flags INTERFACE)
target_compile_options(deltascope_flags INTERFACE -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(DELTASCOPE_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL GNU) # a local may be named as a neighbour's constant
  target_compile_options(deltascope_flags INTERFACE -Wshadow=local)
endif()
if(DELTASCOPE_WERROR)
  target_compile_options(deltascope_flags INTERFACE -Werror)
endif()
if(DELTASCOPE_SANITIZE)
  add_compile_options(-fsanitize=${DELTASCOPE_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${DELTASCOPE_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU) # false ones inside <regex>, with sanitizers only
    add_compile_options(-Wno-maybe-uninitialized)
  endif()
  if(DELTASCOPE_SANITIZE MATCHES undefined)
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()

# Ideas where no time goes once the program runs: optimized as far as costs little to build.
function(deltascope_built_fast)
  foreach(idea IN LISTS ARGN)
    target_compile_options(deltascope_${idea} PRIVATE $<$<CONFIG:Release>:-O1>)
  endforeach()
endfunction()
