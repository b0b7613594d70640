// SPDX-License-Identifier: GPL-3.0-or-later
// MNIST in one .npz, as Keras has it: the same examples as its files of IDX give, or one sentence.
#include "core/support/data_files.h"
#include "core/support/npz_files.h"
#include "parameters/parameters.h"

#include <gtest/gtest.h>

#include <map>

namespace deltascope::data {
namespace picture_archive_test {

constexpr int kPixels = 784;

model::Scenario pictures(int examples, int holdout)
{
    model::Scenario scenario = parameters::withData(model::Scenario{}, "mnist");
    scenario.examples = examples;
    scenario.holdout = holdout;
    return scenario;
}

/// So many pictures, no two alike, no pixel where it is not.
std::string pixels(int count, unsigned seed)
{
    std::string bytes;
    for (int i = 0; i < count * kPixels; ++i) {
        seed = seed * 1664525 + 1013904223;
        bytes += static_cast<char>(seed >> 24);
    }
    return bytes;
}

std::string labels(const std::string& bytes, int size)
{
    std::string numbers;
    for (const char label : bytes)
        numbers += littleEndian(static_cast<unsigned char>(label), size);
    return numbers;
}

std::string byColumns(const std::string& pictures)
{
    const int count = static_cast<int>(pictures.size()) / kPixels;
    std::string bytes;
    for (int column = 0; column < 28; ++column)
        for (int row = 0; row < 28; ++row)
            for (int x = 0; x < count; ++x)
                bytes += pictures[static_cast<std::size_t>(x * kPixels + row * 28 + column)];
    return bytes;
}

const std::string kTrain = pixels(3, 1), kTest = pixels(2, 2), kTrainLabels("\x07\x00\x09", 3), kTestLabels("\x04\x02");

/// The arrays of an archive, each to be changed.
std::map<std::string, std::string> arrays()
{
    return {{"x_train", npy("'|u1'", "(3, 28, 28)", kTrain)}, {"y_train", npy("'|u1'", "(3,)", kTrainLabels)},
        {"x_test", npy("'|u1'", "(2, 28, 28)", kTest)}, {"y_test", npy("'|u1'", "(2,)", kTestLabels)}};
}

std::string archiveOf(const std::map<std::string, std::string>& arrays)
{
    return npz({arrays.begin(), arrays.end()});
}

class PictureArchive : public DataFiles {
protected:
    void writeIdx()
    {
        write("train-images-idx3-ubyte", idx(0x803, {3, 28, 28}, kTrain));
        write("train-labels-idx1-ubyte", idx(0x801, {3}, kTrainLabels));
        write("t10k-images-idx3-ubyte", idx(0x803, {2, 28, 28}, kTest));
        write("t10k-labels-idx1-ubyte", idx(0x801, {2}, kTestLabels));
    }
    void removeIdx()
    {
        for (const char* name :
            {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"})
            std::filesystem::remove(m_folder / name);
    }
    std::string path(const std::string& name = "mnist.npz") const { return (m_folder / name).string(); }
    /// What is said of the file when one array is another.
    std::string said(const std::string& array, const std::string& bytes)
    {
        auto changed = arrays();
        changed[array] = bytes;
        return saidOf(archiveOf(changed));
    }
    std::string saidOf(const std::string& bytes)
    {
        write("mnist.npz", bytes);
        const std::string sentence = refusalOf(pictures(4, 1)), start = "“" + path() + "”: ";
        EXPECT_TRUE(sentence.starts_with(start)) << sentence;
        return sentence.substr(std::min(start.size(), sentence.size()));
    }
};

TEST_F(PictureArchive, GivesWhatTheFilesOfIdxGive)
{
    writeIdx();
    const Result<Dataset> wanted = makeDataset(pictures(4, 1), {}, folder());
    ASSERT_TRUE(wanted) << plainText(wanted.error().what);
    removeIdx();
    auto columns = arrays(), wide = arrays();
    columns["x_train"] = npy("'|u1'", "(3, 28, 28)", byColumns(kTrain), true);
    wide["y_train"] = npy("'<i8'", "(3,)", labels(kTrainLabels, 8));
    wide["y_test"] = npy("'<i4'", "(2,)", labels(kTestLabels, 4));
    for (const auto& each : {arrays(), columns, wide}) {
        write("mnist.npz", archiveOf(each));
        const Result<Dataset> data = makeDataset(pictures(4, 1), {}, folder());
        ASSERT_TRUE(data) << plainText(data.error().what);
        EXPECT_EQ(data->id, "mnist");
        EXPECT_FALSE(data->notice);
        EXPECT_EQ(data->inputs, wanted->inputs);
        EXPECT_EQ(data->targets, wanted->targets);
        EXPECT_EQ(data->heldOutInputs, wanted->heldOutInputs);
        EXPECT_EQ(data->heldOutTargets, wanted->heldOutTargets);
        EXPECT_TRUE(data->classes.empty());
    }
    auto trainOnly = arrays();
    trainOnly.erase("x_test");
    trainOnly.erase("y_test");
    write("mnist.npz", archiveOf(trainOnly));
    EXPECT_EQ(makeDataset(pictures(3, 0), {}, folder())->inputs, wanted->inputs.leftCols(3));
    EXPECT_EQ(refusalOf(pictures(4, 1), Fault::usage),
        "“" + path() + "” has 3 pictures; examples and holdout together need 5.");
}

TEST_F(PictureArchive, StandsBehindFilesOfIdxUnlessItIsTheFileThatWasGiven)
{
    const std::vector<std::string> mnist{"mnist"};
    const std::string none = *fingerprintOf(mnist, folder());
    EXPECT_EQ(none, "");
    EXPECT_NE(
        refusalOf(pictures(1, 0), Fault::unreadable).find("nor mnist.npz, in it or below it."), std::string::npos);
    std::filesystem::create_directories(m_folder / "keras" / "datasets");
    write("keras/datasets/mnist.npz", archiveOf(arrays()));
    const Result<Dataset> below = makeDataset(pictures(1, 0), {}, folder());
    ASSERT_TRUE(below) << plainText(below.error().what);
    EXPECT_EQ(below->targets(7, 0), 1);
    const std::string archived = *fingerprintOf(mnist, folder());
    EXPECT_NE(archived, none);
    write("train-images-idx3-ubyte", idx(0x803, {1, 28, 28}, kTest.substr(0, kPixels)));
    write("train-labels-idx1-ubyte", idx(0x801, {1}, "\x05"));
    EXPECT_EQ(makeDataset(pictures(1, 0), {}, folder())->targets(5, 0), 1);
    EXPECT_NE(*fingerprintOf(mnist, folder()), archived);
    auto clothes = arrays();
    clothes["y_train"] = npy("'|u1'", "(3,)", std::string("\x03\x00\x09", 3));
    write("My Fashion.NPZ", archiveOf(clothes)); // given itself, it may have any name
    const DataFolder given{path("My Fashion.NPZ")};
    const Result<Dataset> file = makeDataset(pictures(1, 0), {}, given);
    ASSERT_TRUE(file) << plainText(file.error().what);
    EXPECT_EQ(file->targets(3, 0), 1);
    EXPECT_EQ(file->classes.at(9), "Ankle boot");
    EXPECT_NE(*fingerprintOf(mnist, given), *fingerprintOf(mnist, folder()));
    removeIdx();
    std::filesystem::remove_all(m_folder / "keras");
    write("fashion_mnist.npz", archiveOf(clothes));
    EXPECT_EQ(makeDataset(pictures(1, 0), {}, folder())->classes.at(0), "T-shirt/top");
}

TEST_F(PictureArchive, WhatIsNoMnistIsSaidWithFileAndArray)
{
    for (const char* array : {"x_train", "y_train", "x_test", "y_test"}) {
        auto fewer = arrays();
        fewer.erase(array);
        EXPECT_EQ(saidOf(archiveOf(fewer)),
            "it has no array “" + std::string(array)
                + "”: x_train and y_train are needed, x_test and y_test where there is a test set.");
    }
    EXPECT_EQ(said("x_train", npy("'|u1'", "(3, 32, 32)", std::string(3072, '\0'))),
        "“x_train” has the shape 3 × 32 × 32; pictures of 28 × 28 pixels are needed.");
    EXPECT_EQ(said("x_test", npy("'|u1'", "(2, 784)", kTest)),
        "“x_test” has the shape 2 × 784; pictures of 28 × 28 pixels are needed.");
    EXPECT_EQ(said("y_train", npy("'|u1'", "(3, 1)", kTrainLabels)),
        "“y_train” has the shape 3 × 1; one label for each picture is needed.");
    EXPECT_EQ(said("x_train", npy("'<f4'", "(3, 28, 28)", std::string(9408, '\0'))),
        "“x_train” has numbers of the type “<f4”; pixels of one byte each (uint8) are needed.");
    EXPECT_EQ(said("x_train", npy("'|i1'", "(3, 28, 28)", kTrain)),
        "“x_train” has numbers of the type “|i1”; pixels of one byte each (uint8) are needed.");
    EXPECT_EQ(said("y_test", npy("'<f8'", "(2,)", std::string(16, '\0'))),
        "“y_test” has numbers of the type “<f8”; whole numbers (uint8, int64 …) are needed.");
    EXPECT_EQ(
        said("y_test", npy("'|u1'", "(3,)", kTrainLabels)), "“y_test” has 3 labels for the 2 pictures of “x_test”.");
    EXPECT_EQ(said("y_train", npy("'|u1'", "(3,)", "\x01\x0a\x02")),
        "“y_train”: label 2 is 10; a digit from 0 to 9 is needed.");
    EXPECT_EQ(said("y_train", npy("'<i8'", "(3,)", littleEndian(0, 16) + littleEndian(~std::uint64_t{0}, 8))),
        "“y_train”: label 3 is -1; a digit from 0 to 9 is needed.");
}

TEST_F(PictureArchive, LabelsBehindThoseThatAreAskedForAreCheckedToo)
{
    auto changed = arrays();
    changed["y_train"] = npy("'|u1'", "(3,)", "\x01\x02\x0b");
    write("mnist.npz", archiveOf(changed));
    EXPECT_NE(refusalOf(pictures(1, 0)).find("label 3 is 11"), std::string::npos);
}

TEST_F(PictureArchive, DamagedFilesAreRefused)
{
    const std::string whole = archiveOf(arrays());
    EXPECT_EQ(saidOf(whole.substr(0, whole.size() / 2)), "it begins as a ZIP archive, but is damaged or was cut off.");
    EXPECT_EQ(saidOf("no archive"), "it is not an .npz file as numpy.savez writes it.");
    EXPECT_EQ(saidOf("<html>404"), "it is a web page, not the data: download the file itself, not the page about it.");
    EXPECT_EQ(said("x_train", npy("'|u1'", "(3, 28, 28)", kTrain.substr(1))),
        "“x_train”: it is damaged, or too short for its shape (2352 in all).");
    EXPECT_EQ(said("x_train", npy("'|u1'", "(3, 28, 28)", kTrain + "x")),
        "“x_train”: it is damaged, or too long for its shape (2352 in all).");
    EXPECT_EQ(said("y_train", "no array"), "“y_train” does not begin as an array that numpy has saved.");
    auto one = arrays(); // the sum of all pixels is compared, whatever is kept of them
    std::string stored = archiveOf({{"y_train", one["y_train"]}, {"x_train", one["x_train"]}});
    stored[stored.find("x_train.npy") + 2000] ^= 1;
    write("mnist.npz", stored);
    EXPECT_NE(refusalOf(pictures(1, 0)).find("it is damaged"), std::string::npos);
}

TEST_F(PictureArchive, ABombStopsAtWhatIsPromised)
{
    const std::string zeros(50'000'000, '\0');
    std::string sentence = said("x_train", npy("'|u1'", "(3, 28, 28)", zeros));
    EXPECT_EQ(sentence, "“x_train”: it is damaged, or too long for its shape (2352 in all).");
    EXPECT_LT(std::filesystem::file_size(path()), 100'000u);
    sentence = said("y_train", npy("'<i8'", "(3,)", zeros));
    EXPECT_EQ(sentence, "“y_train”: it is damaged, or too long for its shape (3 in all).");
    EXPECT_EQ(said("x_train", npy("'|u1'", "(99999999999, 28, 28)", "")),
        "“x_train” promises more than 1024 million numbers.");
}

TEST_F(PictureArchive, AStopLeavesFewerExamplesThanWereAskedFor)
{
    std::stop_source stop;
    stop.request_stop();
    write("mnist.npz", archiveOf(arrays()));
    EXPECT_EQ(makeDataset(pictures(1, 0), stop.get_token(), folder())->examples(), 0);
}

} // namespace picture_archive_test
} // namespace deltascope::data
