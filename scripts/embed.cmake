# embed.cmake - files as a C file, a constant array each: data/*.tsv for base/reference.c, the viewer for write/page.c.
#
# cmake -DOUT=FILE.c -DHEADER=name.h -DTYPE=Type -DARRAY=name "-DTABLES=a;b" -P embed.cmake     files as they are
# cmake … -DPAGE=FILE.html -DSTYLE=FILE.css "-DMODULES=a.js;b.js" -P embed.cmake                page, style, script
#
# The modules become one script in the order they are given: import lines go, "export " goes, and so do lines that hold
# only a comment, and the blanks lines begin with. Each module stays a module to node --test.
set(code "/* Made by scripts/embed.cmake. */\n#include <stddef.h>\n#include \"${HEADER}\"\n")
set(index "")

function(append_array name hex)
  string(MAKE_C_IDENTIFIER ${name} symbol)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(REPEAT "." 80 line) # 16 bytes a line
  string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
  set(code "${code}static const unsigned char file_${symbol}[] = {\n${bytes}0};\n" PARENT_SCOPE)
  set(index "${index}    {\"${name}\", (const char *)file_${symbol}, sizeof file_${symbol} - 1},\n" PARENT_SCOPE)
endfunction()

# Text of the viewer without what only its authors read.
function(append_text name text)
  string(REGEX REPLACE "\n[ ]+" "\n" text "${text}")
  string(REGEX REPLACE "\n\n+" "\n" text "${text}")
  set(file ${OUT}.${name})
  file(WRITE ${file} "${text}")
  file(READ ${file} hex HEX)
  append_array(${name} "${hex}")
  set(code "${code}" PARENT_SCOPE)
  set(index "${index}" PARENT_SCOPE)
endfunction()

foreach(table ${TABLES})
  get_filename_component(name ${table} NAME_WE)
  file(READ ${table} hex HEX)
  append_array(${name} "${hex}")
endforeach()

if(PAGE)
  file(READ ${PAGE} text)
  append_text(page "${text}")
  file(READ ${STYLE} text)
  string(REGEX REPLACE "/\\*[^*]*\\*/" "" text "${text}")
  append_text(style "${text}")
  set(script "'use strict';\n(() => {")
  foreach(module ${MODULES})
    file(READ ${module} text)
    string(APPEND script "\n${text}")
  endforeach()
  string(REGEX REPLACE "\n *//[^\n]*" "" script "${script}")
  string(REGEX REPLACE "\nimport [^;]*;" "" script "${script}")
  string(REGEX REPLACE "\nexport " "\n" script "${script}")
  append_text(script "${script}\n})();\n")
endif()

string(APPEND code "const ${TYPE} ${ARRAY}[] = {\n${index}    {NULL, NULL, 0},\n};\n")
file(WRITE ${OUT} "${code}")
