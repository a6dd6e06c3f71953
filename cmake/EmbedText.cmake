# labelwright_embed_text(TARGET FUNCTION FILE): compiles a text file into TARGET as `std::string_view labelwright::FUNCTION() noexcept`,
# which a header of the target declares. For small word lists that belong to the code but must read well.
function(labelwright_embed_text target function file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  # Not as a list of lines: brackets in the text would join some.
  file(READ "${file}" text)
  string(REPLACE "\n" "\n)~\"\n    R\"~(" literals "${text}")
  string(PREPEND literals "    R\"~(")
  string(APPEND literals ")~\"\n")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp")
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT
"#include <string_view>

namespace labelwright {
std::string_view ${function}() noexcept;
std::string_view ${function}() noexcept {
    return
${literals}    ;
}
}  // namespace labelwright
")
  target_sources(${target} PRIVATE "${source}")
endfunction()
