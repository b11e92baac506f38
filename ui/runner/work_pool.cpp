#include "ui/runner/work_pool.h"

#include <QCoreApplication>
#include <QPointer>
#include <algorithm>

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

} // namespace noclobber::runner
