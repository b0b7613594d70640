// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers' data files may hold: an answer in one sentence, and nothing half read.
#include "core/support/data_files.h"
#include "parameters/parameters.h"
#include "reading/gzip.h"
#include "reading/idx.h"

#include <gtest/gtest.h>

namespace deltascope::data {
namespace data_files_test {

std::string refusal(std::string_view file, int dimensions)
{
    const Result<reading::IdxArray> array = reading::readIdx(file, dimensions);
    if (array)
        return "accepted";
    EXPECT_EQ(array.error().fault, Fault::invalidData);
    return plainText(array.error().what);
}

TEST(Idx, PlainAndCompressedAreTheSame)
{
    const std::string file = idx(0x803, {2, 1, 3}, "abcdef");
    for (const std::string& bytes : {file, gzipped(file)}) {
        const Result<reading::IdxArray> array = reading::readIdx(bytes, 3);
        ASSERT_TRUE(array) << plainText(array.error().what);
        EXPECT_EQ(array->sizes, (std::vector<std::uint32_t>{2, 1, 3}));
        EXPECT_EQ(array->bytes, "abcdef");
        EXPECT_EQ(array->entry(), 3u);
    }
}

TEST(Idx, WrongMagicNumbersAreShown)
{
    const std::string text = refusal(idx(0x803, {2}, "ab"), 1);
    EXPECT_NE(text.find("0x00000803"), std::string::npos) << text;
    EXPECT_NE(text.find("0x00000801"), std::string::npos) << text;
    EXPECT_NE(refusal("", 1).find("empty"), std::string::npos);
    EXPECT_NE(refusal("GIF89a and more", 3).find("header"), std::string::npos);
}

TEST(Idx, LengthsMustAgree)
{
    for (const bool compressed : {false, true}) {
        const auto file = [&](const std::string& bytes) { return compressed ? gzipped(bytes) : bytes; };
        const std::string shorter = refusal(file(idx(0x801, {5}, "abc")), 1);
        EXPECT_NE(shorter.find('5'), std::string::npos) << shorter;
        EXPECT_NE(shorter.find('3'), std::string::npos) << shorter;
        EXPECT_NE(refusal(file(idx(0x801, {2}, "abc")), 1), "accepted");
        EXPECT_NE(refusal(file(idx(0x801, {0}, "")), 1), "accepted");
    }
    const std::string whole = idx(0x803, {2, 1, 3}, "abcdef"), packed = gzipped(whole);
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(refusal(whole.substr(0, length), 3), "accepted") << length;
    for (std::size_t length = 0; length < packed.size(); ++length)
        EXPECT_NE(refusal(packed.substr(0, length), 3), "accepted") << length;
}

TEST(Idx, HugeSizesAreRefusedBeforeMemoryIsTaken)
{
    const std::string file = idx(0x803, {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF}, "x");
    EXPECT_NE(refusal(file, 3), "accepted");
    EXPECT_NE(refusal(gzipped(file), 3), "accepted");
    const std::string large = idx(0x803, {0x7FFFFFFF, 28, 28}, "x"); // 1.7 TB promised
    EXPECT_NE(refusal(large, 3), "accepted");
    EXPECT_NE(refusal(gzipped(large), 3).find("more than"), std::string::npos);
}

TEST(Idx, ABombStopsAtWhatTheHeaderPromises)
{
    const std::string bomb = gzipped(idx(0x801, {4}, std::string(50'000'000, '\0')));
    EXPECT_LT(bomb.size(), 100'000u);
    EXPECT_NE(refusal(bomb, 1).find("more than the 4 bytes"), std::string::npos);
}

TEST(Gzip, MembersFollowOneAnother)
{
    const std::string both = gzipped("a,b\n") + gzipped("1,2\n"); // as `cat a.gz b.gz` makes them
    const Result<std::string> text = reading::inflated(both, 1000);
    ASSERT_TRUE(text);
    EXPECT_EQ(*text, "a,b\n1,2\n");
    EXPECT_FALSE(reading::inflated(both.substr(0, both.size() - 6), 1000)) << "the second one is cut off";
    EXPECT_EQ(*reading::inflated(gzipped("x") + "padding", 1000), "x") << "what is no member is left alone";
}

TEST(Idx, DamagedChecksumsAreSeen)
{
    std::string packed = gzipped(idx(0x801, {4}, "abcd"));
    packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 1); // of the CRC
    EXPECT_NE(refusal(packed, 1).find("damaged"), std::string::npos);
}

model::Scenario mnistOf(int examples, int holdout)
{
    model::Scenario scenario = parameters::withData(model::Scenario{}, "mnist");
    scenario.examples = examples;
    scenario.holdout = holdout;
    return scenario;
}

TEST_F(DataFiles, TrainingDigitsComeBeforeTestDigits)
{
    std::string images(3 * 784, '\0');
    images[0] = '\xff';
    images[784 + 1] = '\x33';
    write("train-images-idx3-ubyte", idx(0x803, {2, 28, 28}, images.substr(0, 2 * 784)));
    write("train-labels-idx1-ubyte.gz", gzipped(idx(0x801, {2}, std::string{'\x07', '\x00'})));
    write("t10k-images-idx3-ubyte.gz", gzipped(idx(0x803, {1, 28, 28}, images.substr(2 * 784))));
    write("t10k-labels-idx1-ubyte", idx(0x801, {1}, "\x09"));
    const Result<Dataset> data = makeDataset(mnistOf(2, 1), {}, folder());
    ASSERT_TRUE(data) << plainText(data.error().what);
    EXPECT_EQ(data->id, "mnist");
    EXPECT_FALSE(data->notice);
    EXPECT_EQ(data->inputs(0, 0), 1);
    EXPECT_EQ(data->inputs(1, 1), 0.2);
    EXPECT_EQ(data->targets(7, 0), 1);
    EXPECT_EQ(data->targets.sum(), 2);
    EXPECT_EQ(data->heldOutTargets(9, 0), 1);
    EXPECT_NE(refusalOf(mnistOf(3, 1), Fault::usage).find("3 pictures"), std::string::npos);
}

TEST_F(DataFiles, FilesThatDoNotBelongTogetherAreRefused)
{
    EXPECT_NE(refusalOf(mnistOf(1, 0), Fault::unreadable).find("no MNIST files"), std::string::npos);
    write("t10k-images-idx3-ubyte", idx(0x803, {2, 28, 28}, std::string(2 * 784, '\0')));
    EXPECT_NE(refusalOf(mnistOf(1, 0), Fault::unreadable).find("t10k-labels"), std::string::npos);
    write("t10k-labels-idx1-ubyte", idx(0x801, {3}, "\x01\x02\x03"));
    EXPECT_NE(refusalOf(mnistOf(1, 0)).find("3 labels for 2 images"), std::string::npos);
    write("t10k-labels-idx1-ubyte", idx(0x801, {2}, "\x01\x0a"));
    EXPECT_NE(refusalOf(mnistOf(2, 0)).find("label 2 is 10"), std::string::npos);
    write("t10k-images-idx3-ubyte", idx(0x803, {2, 14, 56}, std::string(2 * 784, '\0')));
    EXPECT_NE(refusalOf(mnistOf(1, 0)).find("14 × 56"), std::string::npos);
    EXPECT_NE(refusalOf(mnistOf(1, 0)).find("t10k-images"), std::string::npos); // the file is named
}

TEST_F(DataFiles, WithoutAFolderDrawnDigitsStandIn)
{
    const Result<Dataset> data = makeDataset(mnistOf(2, 1));
    ASSERT_TRUE(data);
    EXPECT_EQ(data->id, "digits");
    ASSERT_TRUE(data->notice);
    model::Scenario scenario = mnistOf(2, 1);
    scenario.data = "digits";
    EXPECT_EQ(makeDataset(scenario)->inputs, data->inputs);
}

TEST_F(DataFiles, DamagedDigitsAreSaidWithTheirFile)
{
    write("train-images-idx3-ubyte", idx(0x803, {1, 28, 28}, std::string(784, '\0')));
    write("train-labels-idx1-ubyte", idx(0x801, {2}, "\x01"));
    std::string sentence = refusalOf(mnistOf(1, 0));
    EXPECT_TRUE(sentence.starts_with("“" + (m_folder / "train-labels-idx1-ubyte").string() + "”: ")) << sentence;
    write("train-images-idx3-ubyte", "GIF89a and more than a header holds");
    sentence = refusalOf(mnistOf(1, 0));
    EXPECT_TRUE(sentence.starts_with("“" + (m_folder / "train-images-idx3-ubyte").string() + "”: ")) << sentence;
    std::filesystem::remove(m_folder / "train-images-idx3-ubyte");
    EXPECT_EQ(refusalOf(mnistOf(1, 0), Fault::unreadable),
        "The folder “" + folder().path + "” has train-labels-idx1-ubyte but not train-images-idx3-ubyte.");
    std::filesystem::create_directory(m_folder / "train-images-idx3-ubyte");
    EXPECT_NE(refusalOf(mnistOf(1, 0), Fault::unreadable).find("train-images-idx3-ubyte"), std::string::npos);
}

TEST_F(DataFiles, DottedNamesAndFoldersBelowAreFound)
{
    const auto digit = [](char first, const char* label) {
        std::string image(784, '\0');
        image[0] = first;
        return std::pair(idx(0x803, {1, 28, 28}, image), idx(0x801, {1}, label));
    };
    const auto [images, labels] = digit('\xff', "\x07");
    std::filesystem::create_directories(m_folder / "archive" / "train-images-idx3-ubyte");
    std::filesystem::create_directories(m_folder / "archive" / "raw");
    write("archive/train-images-idx3-ubyte/train-images-idx3-ubyte", images); // as one archive unpacks
    write("archive/raw/train-labels.idx1-ubyte.gz", gzipped(labels));
    const Result<Dataset> below = makeDataset(mnistOf(1, 0), {}, folder());
    ASSERT_TRUE(below) << plainText(below.error().what);
    EXPECT_EQ(below->targets(7, 0), 1);
    EXPECT_EQ(below->inputs(0, 0), 1);
    const auto [nearImages, nearLabels] = digit('\x33', "\x05");
    write("train-images.idx3-ubyte", nearImages);
    write("train-labels.idx1-ubyte", nearLabels);
    const Result<Dataset> here = makeDataset(mnistOf(1, 0), {}, folder());
    ASSERT_TRUE(here) << plainText(here.error().what);
    EXPECT_EQ(here->targets(5, 0), 1);
    EXPECT_EQ(here->inputs(0, 0), 0.2);
    const Result<Dataset> file = makeDataset(mnistOf(1, 0), {}, {(m_folder / "train-images.idx3-ubyte").string()});
    ASSERT_TRUE(file) << plainText(file.error().what);
    EXPECT_EQ(file->targets, here->targets);
}

TEST_F(DataFiles, AWebPageUnderTheNameOfDigitsIsCalledThat)
{
    write("train-labels-idx1-ubyte.gz", gzipped(idx(0x801, {1}, "\x01")));
    write("train-images-idx3-ubyte.gz", "<!DOCTYPE html>\n<html><title>404</title></html>");
    EXPECT_EQ(refusalOf(mnistOf(1, 0)),
        "“" + (m_folder / "train-images-idx3-ubyte.gz").string()
            + "”: it is a web page, not the data: download the file itself, not the page about it.");
}

TEST_F(DataFiles, EmnistIsTurnedUprightAndLettersCountFromOne)
{
    std::string image(784, '\0'); // as EMNIST has it: column by column
    image[0 * 28 + 3] = '\xff'; // column 0, row 3
    std::filesystem::create_directories(m_folder / "gzip");
    write("gzip/emnist-letters-train-images-idx3-ubyte.gz", gzipped(idx(0x803, {1, 28, 28}, image)));
    write("gzip/emnist-letters-train-labels-idx1-ubyte.gz", gzipped(idx(0x801, {1}, "\x1a")));
    write("gzip/emnist-letters-test-images-idx3-ubyte.gz", gzipped(idx(0x803, {1, 28, 28}, image)));
    write("gzip/emnist-letters-test-labels-idx1-ubyte.gz", gzipped(idx(0x801, {1}, "\x01")));
    model::Scenario letters = parameters::withData(model::Scenario{}, "emnist_letters");
    EXPECT_EQ(letters.outputs, 26);
    letters.holdout = 1;
    const Result<Dataset> data = makeDataset(letters, {}, folder());
    ASSERT_TRUE(data) << plainText(data.error().what);
    EXPECT_EQ(data->inputs(3 * 28 + 0, 0), 1);
    EXPECT_EQ(data->inputs.sum(), 1);
    EXPECT_EQ(data->targets(25, 0), 1);
    EXPECT_EQ(data->heldOutTargets(0, 0), 1);
    EXPECT_EQ(data->classes.at(25), "Z");
    EXPECT_EQ(fingerprintOf(std::vector<std::string>{"emnist_letters"}, folder())->empty(), false);
    write("gzip/emnist-letters-test-labels-idx1-ubyte.gz", gzipped(idx(0x801, {1}, std::string(1, '\0'))));
    EXPECT_NE(refusalOf(letters).find("label 1 is 0; a letter from 1 to 26 is needed."), std::string::npos);
    EXPECT_NE(refusalOf(mnistOf(1, 0), Fault::unreadable).find("no MNIST files"), std::string::npos);
    write("gzip/emnist-digits-train-images-idx3-ubyte", idx(0x803, {1, 28, 28}, image));
    write("gzip/emnist-digits-train-labels-idx1-ubyte", idx(0x801, {1}, "\x07"));
    const Result<Dataset> digits = makeDataset(mnistOf(1, 0), {}, folder());
    ASSERT_TRUE(digits) << plainText(digits.error().what);
    EXPECT_EQ(digits->inputs(3 * 28 + 0, 0), 1);
    EXPECT_EQ(digits->targets(7, 0), 1);
}

TEST_F(DataFiles, OfSeveralCollectionsTheOneThatIsCalledMnistIsTaken)
{
    for (const char* name : {"FashionMNIST", "MNIST"}) {
        std::filesystem::create_directories(m_folder / name / "raw");
        const bool clothes = name[0] == 'F';
        const std::string start = std::string(name) + "/raw/train-";
        write(start + "images-idx3-ubyte", idx(0x803, {1, 28, 28}, std::string(784, clothes ? '\x33' : '\xff')));
        write(start + "labels-idx1-ubyte", idx(0x801, {1}, clothes ? "\x09" : "\x02"));
    }
    const Result<Dataset> digits = makeDataset(mnistOf(1, 0), {}, folder());
    ASSERT_TRUE(digits) << plainText(digits.error().what);
    EXPECT_EQ(digits->inputs(0, 0), 1);
    EXPECT_EQ(digits->targets(2, 0), 1);
    EXPECT_TRUE(digits->classes.empty());
    const Result<Dataset> clothes = makeDataset(mnistOf(1, 0), {}, {(m_folder / "FashionMNIST").string()});
    ASSERT_TRUE(clothes) << plainText(clothes.error().what);
    EXPECT_EQ(clothes->targets(9, 0), 1);
    EXPECT_EQ(clothes->classes.at(9), "Ankle boot");
}

TEST_F(DataFiles, NielsensPickleIsCalledWhatItIs)
{
    for (const bool compressed : {true, false}) {
        std::string pickle("\x80\x02((cnumpy.core.multiarray\n", 28);
        pickle += std::string(2000, 'x');
        write(compressed ? "mnist.pkl.gz" : "mnist.pkl", compressed ? gzipped(pickle) : pickle);
        const std::string sentence = refusalOf(mnistOf(1, 0));
        EXPECT_NE(
            sentence.find(compressed ? "mnist.pkl.gz”: it is a Python pickle" : "mnist.pkl”: it is a Python pickle"),
            std::string::npos)
            << sentence;
        EXPECT_NE(sentence.find("n.savetxt('mnist.csv'"), std::string::npos);
        std::filesystem::remove(m_folder / "mnist.pkl.gz");
    }
}

TEST_F(DataFiles, AStopLeavesFewerExamplesThanWereAskedFor)
{
    std::stop_source stop;
    stop.request_stop();
    write("table.csv", "1,2\n3,4\n");
    model::Scenario table;
    table.data = "csv";
    for (const model::Scenario& scenario : {table, mnistOf(1, 0)}) {
        const Result<Dataset> data = makeDataset(scenario, stop.get_token(), folder());
        ASSERT_TRUE(data) << plainText(data.error().what);
        EXPECT_EQ(data->examples(), 0) << scenario.data;
    }
}

} // namespace data_files_test
} // namespace deltascope::data
