# CPack packages are described here.
