# One static library per folder of src/, linked with just the folders that
# tests/lint/layers.txt allows, so that the list, the linker and the lint test agree.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

add_library(baocao_options INTERFACE)
target_compile_features(baocao_options INTERFACE cxx_std_20)
target_include_directories(baocao_options INTERFACE "${PROJECT_SOURCE_DIR}/src")
# -Wshadow and -Wconversion are on because a silently narrowed count is a wrong number.
target_compile_options(
  baocao_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                           -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wcast-qual)

# g++ 12 sees overlapping copies inside its own std::string at -O2 (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(baocao_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized
                                                  -Wno-stringop-overflow)
endif()

# baocao_pkg(<target> <pkg-config module>): an imported system library.
function(baocao_pkg target module)
  if(NOT TARGET ${target})
    pkg_check_modules(PC_${target} REQUIRED IMPORTED_TARGET ${module})
    add_library(${target} ALIAS PkgConfig::PC_${target})
  endif()
endfunction()

function(baocao_allowed_layers folder out)
  file(STRINGS "${PROJECT_SOURCE_DIR}/tests/lint/layers.txt" lines REGEX "^${folder}:")
  if(NOT lines)
    message(FATAL_ERROR "tests/lint/layers.txt has no line for src/${folder}")
  endif()
  string(REGEX REPLACE "^${folder}: *" "" allowed "${lines}")
  string(REGEX REPLACE " +" ";" allowed "${allowed}")
  set(${out} "${allowed}" PARENT_SCOPE)
endfunction()

# baocao_library(<folder> [SYSTEM <library> ...])
function(baocao_library folder)
  cmake_parse_arguments(ARG "" "" "SYSTEM" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  add_library(baocao_${folder} STATIC ${sources})
  target_link_libraries(baocao_${folder} PUBLIC baocao_options)
  baocao_allowed_layers(${folder} allowed)
  foreach(layer IN LISTS allowed)
    target_link_libraries(baocao_${folder} PUBLIC baocao_${layer})
  endforeach()
  target_link_libraries(baocao_${folder} PRIVATE ${ARG_SYSTEM})
endfunction()
