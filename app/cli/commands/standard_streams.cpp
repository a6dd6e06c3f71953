#include "app/cli/commands/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <iostream>

namespace labelwright::cli {

void occupyClosedStreams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) != -1) continue;
        // The lowest free number is this one. Opened the wrong way round, so that reading or writing still fails.
        (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

Result<void> flushStandardOutput() {
    if (std::cout.flush()) return {};
    return Error{ErrorCode::FileUnwritable, "cannot write to standard output: it is closed, or its disk is full", {"standard output", ""}};
}

}  // namespace labelwright::cli
