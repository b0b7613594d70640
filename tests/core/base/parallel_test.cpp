// SPDX-License-Identifier: GPL-3.0-or-later
// Work divided among the machine's processors: each piece once, whoever else is at work.
#include "base/parallel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

namespace deltascope {
namespace parallel_test {

/// Waits until it is so; false after a minute, which only a fault or a very slow machine takes.
bool eventually(const std::function<bool()>& done)
{
    const auto limit = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!done() && std::chrono::steady_clock::now() < limit)
        std::this_thread::yield();
    return done();
}

TEST(Parallel, EveryPieceIsDoneOnceByOneWorkerAtATime)
{
    for (const Work work : {Work::figures, Work::training})
        for (const int most : {1, 2, 5}) {
            std::vector<std::atomic<int>> calls(500), inside(static_cast<std::size_t>(most));
            auto task = [&](int index, int worker) {
                ASSERT_LT(worker, most);
                EXPECT_EQ(inside[static_cast<std::size_t>(worker)]++, 0) << "what a worker uses is its own";
                ++calls[static_cast<std::size_t>(index)];
                --inside[static_cast<std::size_t>(worker)];
            };
            for (int round = 0; round < 20; ++round)
                runPieces(static_cast<int>(calls.size()), most, work, task);
            EXPECT_TRUE(std::ranges::all_of(calls, [](const auto& count) { return count == 20; }));
        }
}

TEST(Parallel, WhatATaskThrowsIsThrownAgainWhereItWasCalled)
{
    for (const int threads : {1, 3}) {
        auto failing = [](int index, int) {
            if (index == 5)
                throw std::bad_alloc();
        };
        EXPECT_THROW(runPieces(20, threads, Work::training, failing), std::bad_alloc);
        std::atomic<int> done = 0;
        auto counting = [&](int, int) { ++done; };
        runPieces(20, threads, Work::training, counting);
        EXPECT_EQ(done, 20);
    }
}

TEST(Parallel, WorkWithinWorkAndManyCallersEnd)
{
    std::atomic<int> done = 0;
    const auto outer = [&](std::size_t) {
        parallelFor(
            10, {}, [&](std::size_t) { ++done; }, {}, 4);
    };
    {
        std::vector<std::jthread> callers;
        for (int i = 0; i < 4; ++i)
            callers.emplace_back([&] { EXPECT_TRUE(parallelFor(25, {}, outer, {}, 4)); });
    }
    EXPECT_EQ(done, 4 * 25 * 10);
}

// Two pieces that wait for each other are on two threads.
TEST(Parallel, ThereIsHelp)
{
    std::atomic<int> begun = 0;
    const auto body = [&](std::size_t) {
        ++begun;
        EXPECT_TRUE(eventually([&] { return begun == 2; }));
    };
    EXPECT_TRUE(parallelFor(2, {}, body, {}, 2));
}

TEST(Parallel, ATrainingHasOneThreadLessWhileAHandIsAtWork)
{
    std::atomic<int> inside = 0, most = 0;
    auto task = [&](int, int) {
        const int now = ++inside;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) { }
        std::this_thread::sleep_for(std::chrono::microseconds(200));
        --inside;
    };
    const HandAtWork hand;
    runPieces(100, processorCount() + 1, Work::training, task);
    EXPECT_LE(most, std::max(1, processorCount() - 1));
}

TEST(ParallelFor, DoesEveryPieceOnceOnAnyNumberOfThreads)
{
    for (const unsigned threads : {0u, 1u, 2u, 5u}) {
        std::vector<std::atomic<int>> calls(1000);
        EXPECT_TRUE(parallelFor(
            calls.size(), {}, [&](std::size_t i) { ++calls[i]; }, {}, threads));
        EXPECT_TRUE(std::ranges::all_of(calls, [](const auto& count) { return count == 1; }));
    }
    EXPECT_TRUE(parallelFor(0, {}, [](std::size_t) { FAIL(); }));
}

TEST(ParallelFor, BeginsNothingAfterAStop)
{
    std::stop_source stop;
    std::atomic<int> begun = 0;
    const auto body = [&](std::size_t i) {
        ++begun;
        if (i == 3)
            stop.request_stop();
    };
    EXPECT_FALSE(parallelFor(1'000'000, stop.get_token(), body, {}, 2));
    EXPECT_GE(begun, 4);
    EXPECT_LT(begun, 1'000'000);
    begun = 0;
    EXPECT_FALSE(parallelFor(5, stop.get_token(), body));
    EXPECT_EQ(begun, 0);
}

TEST(ParallelFor, ThrowsWhereItWasCalled)
{
    const auto body = [](std::size_t i) {
        if (i == 7)
            throw std::runtime_error("seven");
    };
    EXPECT_THROW(parallelFor(100, {}, body, {}, 3), std::runtime_error);
    const Progress failing = [](std::size_t) { throw std::runtime_error("told"); };
    const auto slow = [](std::size_t) { std::this_thread::sleep_for(std::chrono::milliseconds(60)); };
    EXPECT_THROW(parallelFor(8, {}, slow, failing, 2), std::runtime_error);
}

TEST(ParallelFor, ToldProgressCoversOnlyWhatIsDone)
{
    for (const unsigned threads : {1u, 2u}) {
        std::vector<std::atomic<bool>> done(6);
        const auto body = [&](std::size_t i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(60));
            done[i] = true;
        };
        std::size_t last = 0;
        const auto progress = [&](std::size_t finished) {
            for (std::size_t i = 0; i < finished; ++i)
                EXPECT_TRUE(done[i]);
            EXPECT_GT(finished, last);
            EXPECT_LT(finished, done.size()) << "the last is told by the return";
            last = finished;
        };
        EXPECT_TRUE(parallelFor(done.size(), {}, body, progress, threads));
        EXPECT_GT(last, 0u);
    }
}

} // namespace parallel_test
} // namespace deltascope
