#include "tests/ui/support/real_engine.h"

#include <QTest>

#include "app/shared/composition.h"

namespace labelwright::testing {

Places placesIn(const std::filesystem::path& folder) {
    Places places = findPlaces();
    places.data = folder / "data";
    places.cache = folder / "cache";
    places.state = folder / "state";
    return places;
}

std::unique_ptr<Engine> makeRealEngine(const Places& places) { return makeEngine(places); }

std::shared_ptr<const Dataset> datasetOf(const std::vector<std::string>& texts) {
    DatasetBuilder builder({"test", "", "text", {}, "txt", "UTF-8"}, {});
    for (const std::string& text : texts) builder.add("", text, {}, builder.size() + 1);
    return std::move(builder).build();
}

bool waitUntil(const std::function<bool()>& done, int seconds) { return QTest::qWaitFor(done, seconds * 1000); }

}  // namespace labelwright::testing
