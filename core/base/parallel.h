// SPDX-License-Identifier: GPL-3.0-or-later
// The processors of this machine, and work that is divided among them. There is one set of threads for the whole
// program, as there is one machine: evaluations, seeds, maps and trainings share it. Whoever asks for something works
// on it too, and those threads help; so nothing waits for a free thread, also not work within work. What a piece
// computes must not depend on the thread that it runs on.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace deltascope {

/// Of this machine; at least 1.
int processorCount();

/// So many threads, or where that is 0 as many as there are processors.
int threadsOr(int threads);

/// Whom it is for. Figures are waited for, so threads help them first; a training goes on beside them.
enum class Work { figures, training };

using PieceOfWork = void (*)(void* object, int index, int worker);

/// As `runPieces`, for whoever has the task as a function and its object.
void runAllPieces(
    int count, int most, Work work, PieceOfWork piece, void* object, const std::function<void()>& meanwhile = {});

/// task(index, worker) for index 0 … count − 1, each once and begun in this order, on the caller's thread (worker 0)
/// and at most `most` − 1 others at the same time, each with a number of its own below `most`; returns when all are
/// done. What a task throws is thrown again here; tasks may then be left out.
template <class Task>
void runPieces(int count, int most, Work work, Task& task)
{
    runAllPieces(
        count, most, work, [](void* object, int index, int worker) { (*static_cast<Task*>(object))(index, worker); },
        &task);
}

/// How many of the first pieces are all done: results in slots 0 … finished − 1 may be read.
using Progress = std::function<void(std::size_t finished)>;

/// Calls body(0) … body(count − 1), begun in this order, on `threads` threads (0: as many as there are processors), the
/// caller's among them. The caller calls `progress` now and then, 0.1 s apart or more, where something was finished
/// since; never after the last piece. True when every piece was done; false where stop was requested: what had begun
/// has ended, the rest never began. An exception ends the others likewise and is thrown again where this was called.
bool parallelFor(std::size_t count, const std::stop_token& stop, const std::function<void(std::size_t)>& body,
    const Progress& progress = {}, unsigned threads = 0);

/// While one of these is there, somebody's hand moves something in the window: a training has one thread less.
class HandAtWork {
public:
    HandAtWork();
    ~HandAtWork();
    HandAtWork(const HandAtWork&) = delete;
    HandAtWork& operator=(const HandAtWork&) = delete;
};

/// From now on the calling thread gives way to others where there are not enough processors.
void giveWay();

} // namespace deltascope
