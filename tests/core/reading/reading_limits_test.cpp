// SPDX-License-Identifier: GPL-3.0-or-later
// Files that promise much: what is held of them is bounded, and all of it can be stopped.
#include "core/support/file_bytes.h"
#include "reading/gzip.h"
#include "reading/idx.h"

#include <gtest/gtest.h>

namespace deltascope::reading {
namespace reading_limits_test {

std::string refusal(std::string_view file, int dimensions)
{
    const Result<IdxArray> array = readIdx(file, dimensions);
    return array ? std::string("accepted") : plainText(array.error().what);
}

TEST(ReadingLimits, OnlyWhatIsWantedIsKept)
{
    const std::string file = idx(0x803, {3, 1, 2}, "abcdef");
    for (const std::string& bytes : {file, gzipped(file)}) {
        const Result<IdxArray> array = readIdx(bytes, 3, {2, {1, 2}});
        ASSERT_TRUE(array) << plainText(array.error().what);
        EXPECT_EQ(array->count(), 3u);
        EXPECT_EQ(array->entry(), 2u);
        EXPECT_EQ(array->bytes, "abcd");
        EXPECT_EQ(readIdx(bytes, 3, {9, {1, 2}})->bytes, "abcdef");
        EXPECT_TRUE(readIdx(bytes, 3, {2, {2, 1}})->bytes.empty()) << "entries of another shape";
        std::stop_source stop;
        stop.request_stop();
        if (bytes != file) {
            EXPECT_TRUE(readIdx(bytes, 3, {}, stop.get_token())->sizes.empty());
        }
    }
    std::string damaged = gzipped(file); // beyond what is kept
    damaged[damaged.size() - 6] ^= 1; // the checksum
    EXPECT_FALSE(readIdx(damaged, 3, {1, {1, 2}}));
}

TEST(ReadingLimits, MoreThanAGigabyteIsRefusedByItsHeader)
{
    std::string honest(4'000'000, '\0'); // as large as 3.9 GB of zeros would be
    honest.replace(0, 0, gzipped(idx(0x803, {0x400'0000, 7, 7}, "")).substr(0, 30));
    EXPECT_NE(refusal(honest, 3).find("3.29 GB; 1.07 GB are the limit"), std::string::npos) << refusal(honest, 3);
}

TEST(ReadingLimits, GzipIsInflatedUpToALimit)
{
    const std::string text(3'000'000, 'x'), packed = gzipped(text);
    EXPECT_EQ(*inflated(packed, text.size()), text);
    const Result<std::string> tooLarge = inflated(packed, text.size() - 1);
    ASSERT_FALSE(tooLarge);
    EXPECT_NE(plainText(tooLarge.error().what).find("limit of 3 MB"), std::string::npos);
    EXPECT_FALSE(inflated(packed.substr(0, packed.size() / 2), text.size()));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(*inflated(packed, text.size(), stop.get_token()), "");
}

} // namespace reading_limits_test
} // namespace deltascope::reading
