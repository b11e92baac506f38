#pragma once

#include <QThreadPool>

namespace noclobber::runner {

/// The threads for what takes long. Not Qt's own: painting takes threads of that pool and waits for them, so that the
/// window would be deaf for as long as all of them work. Lives as long as the program; ask from the window's thread.
QThreadPool &workPool();

/// Gives memory that is free but kept for later back to the system. Takes its time: for the end of long work, which
/// leaves much behind (of 100,000 changed objects as much as the window holds).
void giveBackMemory();

} // namespace noclobber::runner
