// SPDX-License-Identifier: GPL-3.0-or-later
// Spectra against mpmath's SVD with 400 digits (oracles/spectra.py), determinants, and closed forms.
// core/maths.md 10.2, 10.3, 10.7.
#include "base/random.h"
#include "numerics/householder_panels.h"
#include "numerics/spectra.h"

#include <gtest/gtest.h>

#include <Eigen/LU>

#include <cmath>
#include <fstream>
#include <map>
#include <numbers>
#include <sstream>
#include <string>
#include <tuple>

namespace deltascope::numerics {
namespace spectra_test {

/// The matrices of oracles/spectra.py, entry by entry.
class Entries {
public:
    explicit Entries(std::uint64_t seed)
        : m_state(seed)
    {
    }
    double next()
    {
        m_state = m_state * 6364136223846793005u + 1442695040888963407u;
        return (static_cast<double>((m_state >> 33) % 257) - 128) / 64;
    }

private:
    std::uint64_t m_state;
};

TEST(Spectra, ProductsAgreeWith400Digits)
{
    std::ifstream table(DELTASCOPE_SOURCE_DIR "/tests/core/oracles/spectra.csv");
    std::map<std::tuple<int, int, int>, std::vector<double>> expected;
    std::string line;
    std::getline(table, line);
    while (std::getline(table, line)) {
        std::istringstream row(line);
        int size = 0, factors = 0, scale = 0, index = 0;
        double value = 0;
        char comma = 0;
        row >> size >> comma >> factors >> comma >> scale >> comma >> index >> comma >> value;
        expected[{size, factors, scale}].push_back(value);
    }
    ASSERT_EQ(expected.size(), 4u);
    for (const auto& [key, values] : expected) {
        const auto [size, factors, scale] = key;
        Entries source(static_cast<std::uint64_t>(1000 * size + factors));
        ProductSpectrum product;
        for (int f = 0; f < factors; ++f) {
            ScaledMatrix factor{Eigen::MatrixXd(size, size), 0};
            for (int i = 0; i < size; ++i)
                for (int j = 0; j < size; ++j)
                    factor.mantissa(i, j) = std::ldexp(source.next(), -scale * i);
            product.multiply(factor);
        }
        const auto spectrum = product.singularValues();
        ASSERT_TRUE(spectrum && spectrum->size() == values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            EXPECT_NEAR((*spectrum)[i].log10(), values[i], 1e-8) << size << " × " << factors << ", value " << i;
    }
}

TEST(Spectra, AThousandFactorsSumToTheLogOfTheirDeterminants)
{
    ProductSpectrum product;
    double determinants = 0;
    for (std::uint64_t f = 0; f < 1000; ++f) {
        RandomStream stream(5, Purpose::weights, f);
        ScaledMatrix factor{Eigen::MatrixXd(6, 6), 0};
        for (double& entry : factor.mantissa.reshaped())
            entry = stream.normal();
        determinants += std::log10(std::abs(factor.mantissa.determinant()));
        product.multiply(factor);
    }
    double sum = 0;
    const auto spectrum = product.singularValues();
    for (const Scaled& value : *spectrum)
        sum += value.log10();
    EXPECT_NEAR(sum, determinants, 1e-9 * std::abs(determinants));
}

TEST(Spectra, GaussianProductsReachTheLyapunovExponents)
{
    // ½(ln 2 + ψ((N − i + 1)/2)), N = 4: the published limits per factor
    const double limits[] = {.557966, .364819, .057966, -.635181};
    constexpr int kFactors = 20000;
    ProductSpectrum product;
    for (std::uint64_t f = 0; f < kFactors; ++f) {
        RandomStream stream(9, Purpose::weights, f);
        ScaledMatrix factor{Eigen::MatrixXd(4, 4), 0};
        for (double& entry : factor.mantissa.reshaped())
            entry = stream.normal();
        product.multiply(factor);
    }
    const auto spectrum = product.singularValues();
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_NEAR((*spectrum)[i].naturalLog() / kFactors, limits[i], 0.03) << i;
}

TEST(Spectra, ScalesZerosAndShapes)
{
    // diag(2, 0, −3)·2^5000: sizes and an exact zero
    ScaledMatrix diagonal{Eigen::Vector3d(2, 0, -3).asDiagonal(), 5000};
    const Spectrum values = singularValues(diagonal);
    ASSERT_EQ(values.size(), 3u);
    EXPECT_DOUBLE_EQ(values[0].log10(), std::log10(3.0) + 5000 * std::numbers::ln2 / std::numbers::ln10);
    EXPECT_DOUBLE_EQ(values[1].log10(), std::log10(2.0) + 5000 * std::numbers::ln2 / std::numbers::ln10);
    EXPECT_TRUE(values[2].isZero());

    // 1 × 3 after 3 × 2: the norm of a row, by hand (1, 2, 3)·((1, 0), (0, 1), (1, 1)) = (4, 5)
    ProductSpectrum product;
    ScaledMatrix first{Eigen::MatrixXd(3, 2), 0}, second{Eigen::MatrixXd(1, 3), 0};
    first.mantissa << 1, 0, 0, 1, 1, 1;
    second.mantissa << 1, 2, 3;
    product.multiply(first);
    product.multiply(second);
    const auto shape = product.singularValues();
    ASSERT_EQ(shape->size(), 1u);
    EXPECT_NEAR(shape->front().nearestDouble(), std::sqrt(41.0), 1e-13);

    std::stop_source stopped;
    stopped.request_stop();
    ProductSpectrum square;
    square.multiply({Eigen::MatrixXd::Identity(3, 3), 0});
    EXPECT_TRUE(square.singularValues().has_value());
    EXPECT_FALSE(square.singularValues(stopped.get_token()).has_value());
}

// A = QR panel by panel, more than one panel of 48: Q orthonormal, R upper, whatever the shape.
TEST(HouseholderPanels, GiveBackTheirMatrix)
{
    Entries entries(7);
    for (const auto& [rows, columns] :
        {std::pair<Eigen::Index, Eigen::Index>{130, 100}, {100, 130}, {49, 49}, {5, 3}}) {
        Eigen::MatrixXd a(rows, columns);
        for (double& entry : a.reshaped())
            entry = entries.next();
        HouseholderPanels qr;
        ASSERT_TRUE(qr.compute(a));
        const Eigen::Index rank = std::min(rows, columns);
        const Eigen::MatrixXd q = qr.basis(), r = qr.upper();
        EXPECT_LT((q.transpose() * q - Eigen::MatrixXd::Identity(rank, rank)).norm(), 1e-12) << rows;
        EXPECT_LT((q * r - a).norm(), 1e-13 * a.norm() * std::sqrt(static_cast<double>(rank))) << rows;
        EXPECT_TRUE(r.isUpperTriangular(0)) << rows;
        Eigen::MatrixXd turned = a;
        ASSERT_TRUE(qr.applyTransposed(turned));
        EXPECT_LT((turned.topRows(rank) - r).norm(), 1e-12 * a.norm()) << rows;
        EXPECT_LT(turned.bottomRows(rows - rank).norm(), 1e-12 * a.norm()) << rows;
    }
}

} // namespace spectra_test
} // namespace deltascope::numerics
