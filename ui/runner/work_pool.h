#pragma once

#include <QThreadPool>

namespace noclobber::runner {

/// The threads for what takes long. Not Qt's own: painting takes threads of that pool and waits for them, so that the
/// window would be deaf for as long as all of them work. Lives as long as the program; ask from the window's thread.
QThreadPool &workPool();

} // namespace noclobber::runner
