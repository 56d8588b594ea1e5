// The C library comes from its own module: else types such as pthread_attr_t would seem to belong to this one.
#pragma clang module import SwiftGlibc
#include <expat.h>
