// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers' data files may hold: an answer in one sentence, and nothing half read.
#include "dataset.h"
#include "io/csv_data.h"
#include "io/gzip.h"
#include "io/idx.h"
#include "parameters.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

namespace deltascope {
namespace {

std::string bigEndian(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(value >> shift & 255));
    return bytes;
}

std::string idx(std::uint32_t magic, const std::vector<std::uint32_t>& sizes, const std::string& data)
{
    std::string bytes = bigEndian(magic);
    for (const std::uint32_t size : sizes)
        bytes += bigEndian(size);
    return bytes + data;
}

std::string gzipped(const std::string& bytes)
{
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string refusal(std::string_view file, int dimensions)
{
    const Result<IdxArray> array = readIdx(file, dimensions);
    if (array)
        return "accepted";
    EXPECT_EQ(array.error().fault, Fault::invalidData);
    return plainText(array.error().what);
}

TEST(Idx, PlainAndCompressedAreTheSame)
{
    const std::string file = idx(0x803, {2, 1, 3}, "abcdef");
    for (const std::string& bytes : {file, gzipped(file)}) {
        const Result<IdxArray> array = readIdx(bytes, 3);
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

TEST(Idx, DamagedChecksumsAreSeen)
{
    std::string packed = gzipped(idx(0x801, {4}, "abcd"));
    packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 1); // of the CRC
    EXPECT_NE(refusal(packed, 1).find("damaged"), std::string::npos);
}

CsvTable table(std::string_view text)
{
    Result<CsvTable> read = readCsv(text);
    EXPECT_TRUE(read) << plainText(read.error().what) << " in " << text;
    return read ? *std::move(read) : CsvTable{};
}

std::string csvRefusal(std::string_view text)
{
    const Result<CsvTable> read = readCsv(text);
    if (read)
        return "accepted";
    EXPECT_EQ(read.error().fault, Fault::invalidData);
    return plainText(read.error().what);
}

TEST(CsvData, EveryDialectIsRead)
{
    Eigen::MatrixXd expected(3, 2);
    expected << 1.5, -4, 2, 5e-3, 3, 6;
    for (const char* text : {"1.5,2,3\n-4,0.005,6\n", "1.5,2,3\n-4,5e-3,6", "a,b,c\r\n1.5,2,3\r\n-4,0.005,6\r\n",
             "\xEF\xBB\xBF"
             "1,5;2;3\r-4;0,005;6\r",
             "1.5\t2\t3\n-4\t0.005\t6\n\n", "\"a, b\",\"c\",d\n\"1.5\", 2 ,3\n\"-4\",0.005,6\n",
             "x;y;z\n1,5;2;3\n\xE2\x88\x92"
             "4;5e-3;6\n"})
        EXPECT_EQ(table(text).cells, expected) << text;
    EXPECT_EQ(table("a,\"b \"\"c\"\"\"\n1,2\n").names, (std::vector<std::string>{"a", "b \"c\""}));
    EXPECT_EQ(table("a,b\n\n1,2\n\n3,4").lines, (std::vector<int>{3, 5}));
}

TEST(CsvData, BadCellsAreNamedByRowAndColumn)
{
    EXPECT_EQ(csvRefusal("1,2\n3,x\n"), "row 2, column 2: “x” is not a finite number.");
    EXPECT_EQ(csvRefusal("a,b\n1,2\n3,\n"), "row 3, column 2: “” is not a finite number.");
    EXPECT_EQ(csvRefusal("1,2\n3,4,5\n"), "row 2 has 3 cells where the first row has 2.");
    EXPECT_EQ(csvRefusal("1,2\n3\n"), "row 2 has 1 cells where the first row has 2.");
    for (const char* cell : {"nan", "NaN", "inf", "-inf", "1e999", "0x10", "1 2", "--1", "1.2.3"})
        EXPECT_NE(csvRefusal(std::string("1,2\n3,") + cell), "accepted") << cell;
    EXPECT_NE(csvRefusal(""), "accepted");
    EXPECT_NE(csvRefusal("a,b\n"), "accepted");
    EXPECT_NE(csvRefusal(std::string("1,2\0", 4)), "accepted");
    EXPECT_NE(csvRefusal("1,2\n" + std::string(5'000'000, 'x')), "accepted");
    EXPECT_NE(csvRefusal(std::string(1'000'000, ',')), "accepted");
}

TEST(CsvData, Utf16IsNamedAsSuchAndALongCellIsCut)
{
    for (const std::string_view text : {std::string_view("\xFF\xFE\x31\0", 4), std::string_view("\xFE\xFF\0\x31", 4)})
        EXPECT_EQ(csvRefusal(text), "it is UTF-16; the text must be UTF-8.");
    EXPECT_EQ(csvRefusal("1,2\n3," + std::string(61, 'x')),
        "row 2, column 2: “" + std::string(60, 'x') + "…” is not a finite number.");
}

TEST(CsvData, ARowOfNumbersThatFailedIsNoHeader)
{
    EXPECT_EQ(csvRefusal("nan,inf,NaN\n1,2,3\n"), "row 1, column 1: “nan” is not a finite number.");
    EXPECT_EQ(csvRefusal("1e400,-1e400\n1,2\n"), "row 1, column 1: “1e400” is not a finite number.");
    EXPECT_EQ(csvRefusal("-Infinity;1e400\n1;2\n"), "row 1, column 1: “-Infinity” is not a finite number.");
    EXPECT_EQ(csvRefusal("nan,,inf\n1,2,3\n"), "row 1, column 1: “nan” is not a finite number.");
    EXPECT_EQ(table("inf,b\n1,2\n").names, (std::vector<std::string>{"inf", "b"}));
}

TEST(CsvData, QuotationMarksMatchAndNoNumberVanishes)
{
    for (const char* row : {"3,\"4\"5", "3,\"4", "3,\"\"\"4\"\"", "3,\"\"4", "3,\"4\" 5"})
        EXPECT_EQ(csvRefusal(std::string("1,2\n") + row + "\n"), "row 2, column 2: the quotation marks do not match.")
            << row;
    EXPECT_EQ(csvRefusal("\"4\"5,6\n1,2\n"), "row 1, column 1: the quotation marks do not match.");
    EXPECT_EQ(table("1,2\n3, \"4\" \n").cells(1, 1), 4);
    EXPECT_EQ(csvRefusal("1,2\n3,1e-400\n"), "row 2, column 2: “1e-400” is too small for a double.");
    EXPECT_EQ(table("1,2\n3,0e-400\n").cells(1, 1), 0);
}

/// A folder that is gone after the test.
class DataFiles : public testing::Test {
protected:
    DataFiles()
        : m_folder(std::filesystem::path(testing::TempDir())
            / (std::string("deltascope_data_") + testing::UnitTest::GetInstance()->current_test_info()->name()))
    {
        std::filesystem::create_directories(m_folder);
    }
    ~DataFiles() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& name, const std::string& bytes)
    {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
    }
    DataFolder folder() const { return {m_folder.string()}; }
    std::string refusalOf(const Scenario& scenario, Fault fault = Fault::invalidData)
    {
        const Result<Dataset> data = makeDataset(scenario, {}, folder());
        if (data)
            return "accepted";
        EXPECT_EQ(data.error().fault, fault) << plainText(data.error().what);
        return plainText(data.error().what);
    }

    std::filesystem::path m_folder;
};

Scenario mnistOf(int examples, int holdout)
{
    Scenario scenario = withData(Scenario{}, "mnist");
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
    EXPECT_NE(refusalOf(mnistOf(3, 1), Fault::usage).find("3 digits"), std::string::npos);
}

TEST_F(DataFiles, FilesThatDoNotBelongTogetherAreRefused)
{
    EXPECT_NE(refusalOf(mnistOf(1, 0), Fault::unreadable).find("no MNIST files"), std::string::npos);
    write("t10k-images-idx3-ubyte", idx(0x803, {2, 28, 28}, std::string(2 * 784, '\0')));
    EXPECT_NE(refusalOf(mnistOf(1, 0), Fault::unreadable).find("t10k-labels"), std::string::npos);
    write("t10k-labels-idx1-ubyte", idx(0x801, {3}, "\x01\x02\x03"));
    EXPECT_NE(refusalOf(mnistOf(1, 0)).find("3 labels for 2 images"), std::string::npos);
    write("t10k-labels-idx1-ubyte", idx(0x801, {2}, "\x01\x0a"));
    EXPECT_NE(refusalOf(mnistOf(1, 0)).find("label 2 is 10"), std::string::npos);
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
    Scenario scenario = mnistOf(2, 1);
    scenario.data = "digits";
    EXPECT_EQ(makeDataset(scenario)->inputs, data->inputs);
}

TEST_F(DataFiles, ATableBecomesExamples)
{
    Scenario scenario;
    scenario.data = "csv";
    scenario.inputs = 2;
    scenario.examples = 2;
    scenario.holdout = 1;
    EXPECT_EQ(makeDataset(scenario).error().fault, Fault::usage); // no file
    write("table.csv", "a,constant,label\n1,7,0\n2,7,2\n3,7,1\n");
    const Result<Dataset> number = makeDataset(scenario, {}, folder());
    ASSERT_TRUE(number) << plainText(number.error().what);
    EXPECT_NEAR(number->inputs(0, 0), -std::sqrt(1.5), 1e-14);
    EXPECT_EQ(number->inputs.row(1), Eigen::RowVectorXd::Zero(2)); // a constant column
    EXPECT_EQ(number->targets(0, 1), 2);
    EXPECT_EQ(number->heldOutTargets(0, 0), 1);
    scenario.outputs = 3;
    EXPECT_EQ(makeDataset(scenario, {}, folder())->targets.col(1), Eigen::Vector3d(0, 0, 1));
    scenario.outputs = 2;
    EXPECT_NE(refusalOf(scenario).find("row 3"), std::string::npos);
    scenario.inputs = 5;
    EXPECT_NE(refusalOf(scenario, Fault::usage).find("inputs = 2"), std::string::npos);
    scenario.inputs = 2;
    scenario.examples = 30;
    EXPECT_NE(refusalOf(scenario, Fault::usage).find("3 rows"), std::string::npos);
    write("table.csv", "1,2,3\n4,x,6\n");
    EXPECT_NE(refusalOf(scenario).find("table.csv”: row 2, column 2"), std::string::npos);
    write("table.csv", "5,1,2\n");
    scenario.examples = 1;
    scenario.holdout = 0;
    EXPECT_EQ(makeDataset(scenario, {}, folder()).error().fault, Fault::invalidData); // label 2 of classes 0, 1
    scenario.outputs = 1;
    EXPECT_EQ(makeDataset(scenario, {}, folder())->inputs, Eigen::MatrixXd::Zero(2, 1)); // one row
}

TEST_F(DataFiles, TheOnlyTableOfAFolderIsFound)
{
    Scenario scenario;
    scenario.data = "csv";
    const std::string path = folder().path;
    EXPECT_EQ(refusalOf(scenario, Fault::unreadable), "The folder “" + path + "” has no .csv or .tsv file.");
    write("notes.txt", "1,2\n");
    EXPECT_EQ(refusalOf(scenario, Fault::unreadable), "The folder “" + path + "” has no .csv or .tsv file.");
    write("b.tsv", "1\t2\n5\t6\n");
    ASSERT_EQ(refusalOf(scenario), "accepted");
    EXPECT_NEAR(makeDataset(scenario, {}, folder())->inputs(0, 0), -1, 1e-15);
    EXPECT_EQ(makeDataset(scenario, {}, folder())->targets(0, 0), 2);
    write("a.csv", "6,1\n4,2\n");
    EXPECT_EQ(refusalOf(scenario, Fault::unreadable),
        "The folder “" + path + "” has 2 tables; name one of them, as “" + (m_folder / "a.csv").string() + "”.");
    const Result<Dataset> named = makeDataset(scenario, {}, {(m_folder / "a.csv").string()});
    ASSERT_TRUE(named) << plainText(named.error().what);
    EXPECT_NEAR(named->inputs(0, 0), 1, 1e-15);
    const Result<Dataset> gone = makeDataset(scenario, {}, {(m_folder / "c.csv").string()});
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().fault, Fault::unreadable);
    EXPECT_NE(plainText(gone.error().what).find("c.csv"), std::string::npos) << plainText(gone.error().what);
}

TEST_F(DataFiles, ATableNeedsInputsAndATarget)
{
    Scenario scenario;
    scenario.data = "csv";
    write("table.csv", "1\n2\n");
    EXPECT_EQ(refusalOf(scenario),
        "“" + (m_folder / "table.csv").string()
            + "”: it has one column; inputs and, in the last column, a target are needed.");
    write("table.csv", "1e308,1\n-1e308,2\n"); // whose squares no double holds
    const Result<Dataset> data = makeDataset(scenario, {}, folder());
    ASSERT_TRUE(data) << plainText(data.error().what);
    EXPECT_EQ(data->inputs(0, 0), 1);
    scenario.outputs = 2;
    for (const char* label : {"-1", "0.5", "2"}) {
        write("table.csv", std::string("1,0\n2,") + label + "\n");
        scenario.examples = 2;
        EXPECT_EQ(refusalOf(scenario),
            "“" + (m_folder / "table.csv").string() + "”: row 2: the label " + label
                + " is none of the classes 0 to 1 of as many outputs.");
    }
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

TEST_F(DataFiles, AStopLeavesFewerExamplesThanWereAskedFor)
{
    std::stop_source stop;
    stop.request_stop();
    write("table.csv", "1,2\n3,4\n");
    Scenario table;
    table.data = "csv";
    for (const Scenario& scenario : {table, mnistOf(1, 0)}) {
        const Result<Dataset> data = makeDataset(scenario, stop.get_token(), folder());
        ASSERT_TRUE(data) << plainText(data.error().what);
        EXPECT_EQ(data->examples(), 0) << scenario.data;
    }
}

} // namespace
} // namespace deltascope
