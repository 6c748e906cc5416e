# SPDX-License-Identifier: MIT
# cmake -DFOLDER=libthrive/data -DNAMES="a.yaml;checks/b.yaml" -DOUTPUT=embedded_files.cpp -P embed.cmake
# Writes the files as raw strings into one source file: the text in the program is the text of the file, byte for byte.

cmake_minimum_required(VERSION 3.25)
list(SORT NAMES)
list(LENGTH NAMES count)
set(source "// SPDX-License-Identifier: MIT\n// Written by libthrive/data/embed.cmake; change the YAML files instead.\n")
string(APPEND source "#include \"libthrive/data/embedded_files.hpp\"\n\n#include <array>\n\nnamespace thrive::data {\nnamespace {\n\n")
string(APPEND source "constexpr std::array<EmbeddedFile, ${count}> files{{\n")
foreach(name IN LISTS NAMES)
  file(READ "${FOLDER}/${name}" text)
  foreach(never IN ITEMS ")thrive_data\"" "\r")
    string(FIND "${text}" "${never}" place)
    if(NOT place EQUAL -1)
      message(FATAL_ERROR "${FOLDER}/${name}: a built-in file may hold neither a carriage return nor the text )thrive_data\"")
    endif()
  endforeach()
  string(APPEND source "    {\"${name}\", R\"thrive_data(${text})thrive_data\"},\n")
endforeach()
string(APPEND source "}};\n\n}  // namespace\n\nstd::span<const EmbeddedFile> embedded_files() { return files; }\n\n}  // namespace thrive::data\n")

file(WRITE "${OUTPUT}" "${source}")
