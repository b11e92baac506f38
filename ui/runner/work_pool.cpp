#include "ui/runner/work_pool.h"

#include <QCoreApplication>
#include <QPointer>
#include <algorithm>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace noclobber::runner {

namespace {

constexpr int fewestThreads = 4; ///< so that a question is answered though a review or two are being made

} // namespace

QThreadPool &workPool()
{
    static QPointer<QThreadPool> pool;
    if (!pool) {
        pool = new QThreadPool(QCoreApplication::instance()); // which waits for what still runs
        pool->setMaxThreadCount(std::max(fewestThreads, QThread::idealThreadCount()));
    }
    return *pool;
}

void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0); // what other threads than the first freed is not given back by itself
#endif
}

} // namespace noclobber::runner
