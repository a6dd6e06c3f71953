#include <algorithm>
#include <cmath>

#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

constexpr double tolerance = 1e-4;

std::vector<std::string> textsOf(const Json& parity) { return parity.at("texts").get<std::vector<std::string>>(); }

/// The labels by descending probability that reach the threshold.
std::vector<std::string> above(const Json& scores, double threshold) {
    std::vector<std::pair<double, std::string>> kept;
    for (const auto& [label, p] : scores.items()) {
        if (p.get<double>() >= threshold) kept.emplace_back(-p.get<double>(), label);
    }
    std::stable_sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> labels;
    for (const auto& [minus, label] : kept) labels.push_back(label);
    return labels;
}

double largest(const Json& scores) {
    double best = 0;
    for (const auto& score : scores) best = std::max(best, score.get<double>());
    return best;
}

class CrossEncoderScores : public CliTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(CrossEncoderScores, AreTheReferencesLogitsInTheColumnOrderOfTheCheckpoint) {
    const Json expected = parity(GetParam());
    write("in.jsonl", jsonLines(textsOf(expected)));
    std::string names;
    for (const auto& label : expected.at("labels")) names += (names.empty() ? "" : ",") + label.get<std::string>();
    const Ended ended = classify("in.jsonl", {"--labels", names, "--template", expected.at("template"), "--model", parityModel(GetParam()),
                                              "--scores", "logits", "--output", "out.jsonl"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    const auto rows = lines("out.jsonl");
    ASSERT_EQ(rows.size(), expected.at("texts").size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t k = 0; k < expected.at("labels").size(); ++k) {
            const auto logits = rows[row].at("scores").at(expected.at("labels")[k].get<std::string>()).get<std::vector<double>>();
            const auto reference = expected.at("logits")[row][k].get<std::vector<double>>();
            ASSERT_EQ(logits.size(), reference.size());
            for (std::size_t column = 0; column < logits.size(); ++column)
                EXPECT_NEAR(logits[column], reference[column], tolerance) << "row " << row << ", label " << k << ", column " << column;
        }
    }
}

// Entailment last of three, first of three by rule alone, first of two.
INSTANTIATE_TEST_SUITE_P(Layouts, CrossEncoderScores,
                         ::testing::Values("hf_nli_safetensors", "structbert_zip_bin", "hf_nli_two_way_sharded"),
                         [](const auto& layout) { return std::string(layout.param); });

TEST_F(CliTest, WhereFewerThreadsMayStartThanWereAskedForTheScoresAreTheSame) {
    write("in.txt", "等了一个星期还没收到货\n师傅安装得很好\n");
    const Arguments arguments{"--labels", "投诉,表扬", "--model", crossEncoder(), "--scores", "logits", "--no-cache", "--output"};
    const auto classifyInto = [&](const char* output) {
        Arguments all = arguments;
        all.emplace_back(output);
        return classify("in.txt", all);
    };
    ASSERT_EQ(classifyInto("one.jsonl").exitCode, done);
    setenv("OMP_NUM_THREADS", "4", 1);
    setenv("OMP_THREAD_LIMIT", "1", 1);
    const Ended limited = classifyInto("limited.jsonl");
    unsetenv("OMP_NUM_THREADS");
    unsetenv("OMP_THREAD_LIMIT");
    ASSERT_EQ(limited.exitCode, done) << limited.errors;
    const auto one = lines("one.jsonl");
    const auto few = lines("limited.jsonl");
    ASSERT_EQ(few.size(), one.size());
    for (std::size_t row = 0; row < one.size(); ++row) {
        for (const auto& [label, logits] : one[row].at("scores").items()) {
            for (std::size_t column = 0; column < logits.size(); ++column)  // another library may have been the fastest just then
                EXPECT_NEAR(few[row].at("scores").at(label)[column].get<double>(), logits[column].get<double>(), tolerance);
        }
    }
}

class ClassifyScores : public CliTest {
protected:
    ClassifyScores() { write("in.jsonl", jsonLines(textsOf(parity("hf_nli_safetensors")))); }
    std::vector<Json> rows(Arguments arguments) {
        arguments.insert(arguments.end(),
                         {"--labels", "咨询,投诉,建议", "--model", crossEncoder(), "--scores", "probabilities", "--output", "out.jsonl"});
        const Ended ended = classify("in.jsonl", arguments);
        EXPECT_EQ(ended.exitCode, done) << ended.errors;
        return lines("out.jsonl");
    }
};

TEST_F(ClassifyScores, OfABiEncoderAreCosines) {
    const Json expected = parity("bi_mean");
    const auto embeddings = expected.at("embeddings").get<std::vector<std::vector<double>>>();
    const auto texts = textsOf(expected);
    write("in.jsonl", jsonLines(texts));
    ASSERT_EQ(classify("in.jsonl", {"--labels", "咨询", "--template", "{}", "--model", parityModel("bi_mean"), "--scores", "logits",
                                    "--output", "out.jsonl"})
                  .exitCode,
              done);
    const auto dot = [](const auto& a, const auto& b) {
        double sum = 0;
        for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
        return sum;
    };
    const auto& label = embeddings.at(static_cast<std::size_t>(std::find(texts.begin(), texts.end(), "咨询") - texts.begin()));
    const auto out = lines("out.jsonl");
    ASSERT_EQ(out.size(), texts.size());
    for (std::size_t row = 0; row < out.size(); ++row) {
        const double cosine = dot(embeddings[row], label) / std::sqrt(dot(embeddings[row], embeddings[row]) * dot(label, label));
        const auto scores = out[row].at("scores").at("咨询").get<std::vector<double>>();
        ASSERT_EQ(scores.size(), 1U);
        EXPECT_NEAR(scores[0], cosine, tolerance) << row;
    }
}

TEST_F(ClassifyScores, OfOneLabelATextSumToOneAndTheLargestIsTheAnswer) {
    for (const Json& row : rows({})) {
        const Json& scores = row.at("scores");
        double sum = 0;
        for (const auto& p : scores) sum += p.get<double>();
        EXPECT_NEAR(sum, 1, tolerance);
        EXPECT_EQ(row.at("confidence").get<double>(), largest(scores));
        EXPECT_EQ(scores.at(row.at("label").get<std::string>()).get<double>(), largest(scores));
    }
}

TEST_F(ClassifyScores, WithMultiEveryLabelFromTheThresholdOnIsGiven) {
    std::size_t given = 0;
    std::size_t withheld = 0;
    for (const char* threshold : {"0.2", "0.5", "0.9"}) {
        for (const Json& row : rows({"--multi", "--threshold", threshold})) {
            const auto labels = row.at("labels").get<std::vector<std::string>>();
            EXPECT_EQ(labels, above(row.at("scores"), std::stof(threshold)));
            EXPECT_EQ(row.at("confidence").get<double>(), largest(row.at("scores")));
            EXPECT_FALSE(row.contains("label"));
            given += labels.size();
            withheld += 3 - labels.size();
        }
    }
    EXPECT_GT(given, 0U);
    EXPECT_GT(withheld, 0U);
}

TEST_F(ClassifyScores, TheThresholdIsOneHalfIfNotGiven) {
    for (const Json& row : rows({"--multi"})) EXPECT_EQ(row.at("labels").get<std::vector<std::string>>(), above(row.at("scores"), 0.5));
}

TEST_F(ClassifyScores, BelowAbstainATextGetsNoLabel) {
    const auto free = rows({});
    std::vector<double> confidences;
    for (const Json& row : free) confidences.push_back(row.at("confidence").get<double>());
    std::sort(confidences.begin(), confidences.end());
    const double middle = confidences[confidences.size() / 2];
    const auto strict = rows({"--abstain", Json(middle).dump()});
    for (std::size_t i = 0; i < free.size(); ++i) {
        const bool certain = free[i].at("confidence").get<double>() >= middle;
        EXPECT_EQ(strict[i].at("label"), certain ? free[i].at("label") : Json(nullptr));
        EXPECT_EQ(strict[i].at("confidence"), free[i].at("confidence"));
        EXPECT_EQ(strict[i].at("scores"), free[i].at("scores"));
    }
    EXPECT_LT(confidences.front(), middle) << "nothing was withheld";
}

TEST_F(ClassifyScores, AHigherTemperatureMakesAllLabelsMoreAlike) {
    const auto model = rows({});
    const auto warm = rows({"--temperature", "20"});
    for (std::size_t i = 0; i < model.size(); ++i) {
        EXPECT_EQ(warm[i].at("label"), model[i].at("label"));
        EXPECT_LT(warm[i].at("confidence").get<double>(), model[i].at("confidence").get<double>());
    }
}

}  // namespace
}  // namespace labelwright::testing
