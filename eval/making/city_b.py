"""A city's transport: a consumer that bites off more than it can chew."""
from .service import Service


def too_many_records(name):
    c = Service(name, "2026-05-11", "11:00", "17:58", {"fare-engine": "java", "gate-events": "go", "rider-app": "ts"}, every=4)
    c.shape("consumer_lag", "service=fare-engine", lambda m: 12 if m < c.minute("17:02") else min(9240, 1320 * (m - c.minute("17:02"))) + 1090 * max(0, m - c.minute("17:09")), 0.03)
    c.steady("records_produced_per_second", "gate-events", 22)
    c.step("rebalances_per_hour", "fare-engine", 0, 21, "17:14", 12, noise=0)
    c.steady("seconds_per_record", "fare-engine", 0.41)
    c.steady("cpu_utilization", "fare-engine", 0.38)
    c.step("fares_stored_per_minute", "fare-engine", 1310, 230, "17:02", 4)
    c.step("under_replicated_partitions", "kafka", 0, 0, "17:00", 0, noise=0)
    c.pulse("brokers_down", "kafka", 0, 1, "17:02", "17:09", ramp=0.1, noise=0)
    c.climb("trips_without_fare", "rider-app", 30, 4100, "17:10", "17:58")
    culprit = c.commit("11:05", "chore(fare-engine): consumer settings as in the tuning guide", "services/fare-engine/src/main/resources/application.yml", """
--- a/services/fare-engine/src/main/resources/application.yml
+++ b/services/fare-engine/src/main/resources/application.yml
@@ -21,9 +21,11 @@ spring:
     consumer:
       group-id: fare-engine
       auto-offset-reset: earliest
-      max-poll-records: 50
+      max-poll-records: 2000
+      fetch-min-size: 64KB
+      fetch-max-wait: 200ms
       properties:
         max.poll.interval.ms: 300000
""", ("fare-engine", "11:38"))
    c.commit("16:20", "feat(fare-engine): daily cap for students", "services/fare-engine/src/main/java/city/DailyCap.java",
             "--- a/services/fare-engine/src/main/java/city/DailyCap.java\n+++ b/services/fare-engine/src/main/java/city/DailyCap.java\n@@ -12,5 +12,6 @@\n     if (rider.isChild()) return CHILD;\n+    if (rider.isStudent()) return STUDENT;\n     return ADULT;", ("fare-engine", "16:44"), decoy=True)
    c.commit("16:31", "refactor(gate-events): key by card", "services/gate-events/publish.go",
             "-\tkey := []byte(ev.Card.String())\n+\tkey := ev.Card.Bytes()", ("gate-events", "16:52"), decoy=True)
    c.commit("16:40", "chore(kafka): rolling restart for the node image of May", "infra/kafka/nodepool.yaml", "-  image: kafka-node-2026-04\n+  image: kafka-node-2026-05", ("kafka", "17:01"), decoy=True)
    c.harmless(15)
    c.flag("16:45", "student_cap", "fare-engine")
    c.log("kafka", "info", "2026-04-07T17:02:30Z", "broker 3 stopped for restart")
    c.log("kafka", "info", "2026-04-07T17:09:20Z", "broker 3 is back, all partitions in sync")
    c.log("fare-engine", "info", "2026-04-07T17:31:05Z", "caught up with gate-events after 22 minutes, lag was 9110")
    c.log("kafka", "info", "17:02:04", "broker 3 stopped for restart")
    c.log("kafka", "info", "17:08:58", "broker 3 is back, all partitions in sync")
    c.lines("fare-engine", "info", "poll returned {n} records, done in {ms}ms", end="17:02", every=900, n=(1, 9), ms=(400, 3600))
    c.lines("gate-events", "info", "tap published gate={g} card={id}", every=700, g=(1, 210))
    c.lines("fare-engine", "info", "poll returned {n} records", "17:09", every=300, n=(764, 2000))
    c.lines("fare-engine", "warn", "consumer poll timeout has expired. This means the time between subsequent calls to poll() was longer than the configured max.poll.interval.ms, "
            "which typically implies that the poll loop is spending too much time processing messages.", "17:14", every=180)
    c.lines("fare-engine", "error", ["CommitFailedException: Offset commit cannot be completed since the consumer is not part of an active group", "(Re-)joining group fare-engine, partitions revoked: gate-events-{p}"],
            "17:14", every=120, p=(0, 11))
    c.lines("fare-engine", "warn", "trip {id} has a fare already, computed again", "17:18", every=120)
    c.lines("rider-app", "warn", "trip {id} is shown without a fare", "17:10", every=120)
    c.trace("17:09:20", [(0, "fare-engine", "poll", 318000, "not part of an active group", {"records": 775}), (1, "fare-engine", "price trip", 405)])
    c.trace("12:10:00", [(0, "fare-engine", "poll", 1680, None, {"records": 4}), (1, "fare-engine", "price trip", 410)])
    c.alert("FareLagHigh", "fare-engine", "consumer_lag", 20000, "17:28", "taps wait to be priced")
    c.expect("configuration_error", culprit, "fare-engine", ["rider-app"], "config-revert",
             "A poll may now return 2000 records; at 0.4 seconds each even the 770 that wait in a partition take more than the 5 minutes of max.poll.interval.ms. It needs a backlog to show, which the broker's restart made; the same restart in April was "
             "caught up in 22 minutes with 50 records. The broker has been back since 17:09 and a record takes as long as before the student cap.", ["poll", "2000"], "hard")
    return c


CASES = {"city-03": too_many_records}
