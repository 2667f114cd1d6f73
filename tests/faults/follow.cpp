#include "follow.hpp"

#include "log.hpp"

#include <chrono>
#include <thread>

namespace crm::faults {

void follow(Database const& database, std::string const& path, std::atomic<bool> const& ending)
{
    using namespace std::chrono_literals;

    Log log{path};
    for (std::int64_t cursor = 0;;) {
        bool const is_last = ending;  // before the reading: what was committed until then is read
        Feed       entries;
        try {
            entries = database.feed(cursor);
        } catch (Unavailable const&) {
            std::this_thread::sleep_for(50ms);
            continue;
        } catch (TransactionLost const&) {
            continue;
        } catch (Busy const&) {
            std::this_thread::sleep_for(50ms);
            continue;
        }
        std::string lines;
        for (auto const& entry : entries) {
            lines += "seen " + std::to_string(entry.position) + " " + std::to_string(entry.operation.id.value) + " " + entry.operation.key + "\n";
            cursor = entry.position;
        }
        log.write(lines);
        if (entries.empty() && is_last)
            return;
        if (entries.empty())
            std::this_thread::sleep_for(5ms);
    }
}

}  // namespace crm::faults
