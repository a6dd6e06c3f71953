#include "app/cli/commands/evaluation/evaluation_json.h"

#include <nlohmann/json.hpp>

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t mostCurvePoints = 200;

Json jsonOf(const Interval& interval) { return {interval.low, interval.high}; }

Json jsonOf(const Figures& figures) {
    return {{"precision", figures.precision}, {"recall", figures.recall}, {"f1", figures.f1}, {"jaccard", figures.jaccard}};
}

Json labelJson(const std::string& name, const LabelFigures& label) {
    Json json{{"label", name},
              {"support", label.counts.support},
              {"predicted", label.counts.predicted},
              {"truePositives", label.counts.truePositives}};
    json.update(jsonOf(label.figures));
    json["precisionInterval"] = jsonOf(label.precision);
    json["recallInterval"] = jsonOf(label.recall);
    json["f1Interval"] = jsonOf(label.f1);
    return json;
}

void addTable(Json& json, const std::vector<std::string>& names, const LabelFigureTable& table) {
    json["micro"] = jsonOf(table.micro);
    json["macro"] = jsonOf(table.macro);
    json["weighted"] = jsonOf(table.weighted);
    Json labels = Json::array();
    for (std::size_t k = 0; k < table.labels.size(); ++k) labels.push_back(labelJson(names[k], table.labels[k]));
    json["labels"] = std::move(labels);
}

void addReport(Json& json, const std::vector<std::string>& names, const ClassificationReport& report) {
    json["correct"] = report.correct;
    json["accuracy"] = report.accuracy;
    json["accuracyInterval"] = jsonOf(report.accuracyInterval);
    json["coverage"] = report.coverage;
    json["answeredAccuracy"] = report.answeredAccuracy;
    json["answeredAccuracyInterval"] = jsonOf(report.answeredInterval);
    addTable(json, names, report.figures);
}

void addReport(Json& json, const std::vector<std::string>& names, const MultiLabelReport& report) {
    json["exact"] = report.exact;
    json["subsetAccuracy"] = report.subsetAccuracy;
    json["subsetAccuracyInterval"] = jsonOf(report.subsetInterval);
    json["hammingLoss"] = report.hammingLoss;
    json["samples"] = jsonOf(report.samples);
    addTable(json, names, report.figures);
}

Json jsonOf(const ConfusionMatrix& matrix, const std::vector<std::string>& names) {
    const auto nameOf = [&](std::uint32_t label) { return label == noLabel ? Json(nullptr) : Json(names[label]); };
    Json cells = Json::array();
    for (const ConfusionCell& cell : matrix.cells())
        cells.push_back({{"gold", nameOf(cell.gold)}, {"predicted", nameOf(cell.predicted)}, {"rows", cell.rows}});
    return cells;
}

Json jsonOf(const CoverageCurve& curve, const std::optional<CoveragePoint>& abstaining) {
    const auto pointJson = [&](const CoveragePoint& point) {
        return Json{{"threshold", point.threshold}, {"coverage", curve.coverage(point)}, {"accuracy", point.accuracy()}};
    };
    Json points = Json::array();
    for (const CoveragePoint& point : thinned(curve, mostCurvePoints)) points.push_back(pointJson(point));
    Json json{{"areaUnderRisk", curve.areaUnderRisk}, {"points", std::move(points)}};
    if (abstaining) json["abstaining"] = pointJson(*abstaining);
    return json;
}

Json jsonOf(const Reliability& reliability) {
    Json bins = Json::array();
    for (const ReliabilityBin& bin : reliability.bins()) {
        bins.push_back({{"low", bin.low},
                        {"high", bin.high},
                        {"count", bin.count},
                        {"meanProbability", bin.meanProbability},
                        {"accuracy", bin.accuracy},
                        {"accuracyInterval", jsonOf(bin.interval)}});
    }
    return {{"expectedError", reliability.expectedError()}, {"greatestError", reliability.greatestError()}, {"bins", std::move(bins)}};
}

void addScores(Json& json, const ScoreFigures& figures) {
    json["rowsWithScores"] = figures.scores.rows();
    json["brier"] = figures.scores.brier();
    json["logLoss"] = figures.scores.logLoss();
    if (!figures.factor) return;
    json["temperatureFactor"] = {{"factor", figures.factor->temperature},
                                 {"logLoss", figures.factor->logLoss},
                                 {"expectedError", figures.factor->expectedError},
                                 {"atBound", figures.factor->atBound}};
}

Json jsonOf(const SampleEstimate& estimate, std::uint64_t population) {
    return {{"population", population},
            {"reviewed", estimate.reviewed},
            {"accuracy", estimate.accuracy},
            {"accuracyInterval", jsonOf(estimate.interval)},
            {"rowsToHalve", estimate.rowsToHalve}};
}

Json jsonOf(const RunComparison& comparison, const Dataset& dataset) {
    Json differing = Json::array();
    for (const std::uint32_t row : comparison.differing) differing.push_back(dataset[row].id);
    const McNemar& test = comparison.gold->test;
    return {{"rows", comparison.rows},
            {"agreement", comparison.agreement},
            {"agreementInterval", jsonOf(comparison.agreementInterval)},
            {"jaccard", comparison.jaccard},
            {"kappa", comparison.kappa ? Json(*comparison.kappa) : Json(nullptr)},
            {"rowsWithGold", comparison.gold->rows},
            {"correct", comparison.gold->firstCorrect},
            {"otherCorrect", comparison.gold->secondCorrect},
            {"mcNemar",
             {{"method", test.method == McNemarMethod::ExactBinomial ? "exact binomial" : "chi-squared with continuity correction"},
              {"onlyThis", test.onlyFirst},
              {"onlyOther", test.onlySecond},
              {"statistic", test.statistic},
              {"pValue", test.pValue}}},
            {"differingIds", std::move(differing)}};
}

}  // namespace

std::string evaluationJson(const EvaluateInput& input, const Evaluation& evaluation) {
    Json json{{"mode", input.several ? "several" : "single"},
              {"rows", evaluation.rows},
              {"compared", evaluation.compared()},
              {"withoutGold", evaluation.withoutGold},
              {"goldWithoutRow", input.goldWithoutRow}};
    if (evaluation.single) addReport(json, input.labels, *evaluation.single);
    if (evaluation.several) addReport(json, input.labels, *evaluation.several);
    if (evaluation.confusion) json["confusion"] = jsonOf(*evaluation.confusion, input.labels);
    if (evaluation.coverage) json["coverageCurve"] = jsonOf(*evaluation.coverage, evaluation.abstaining);
    if (evaluation.reliability) json["calibration"] = jsonOf(*evaluation.reliability);
    if (evaluation.scores) addScores(json["calibration"], *evaluation.scores);
    if (evaluation.estimate) json["estimate"] = jsonOf(*evaluation.estimate, evaluation.population);
    if (evaluation.comparison) json["comparison"] = jsonOf(*evaluation.comparison, *input.table.dataset);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace labelwright::cli
