"""A city's transport: planning, journeys, vehicles."""
from .service import Service


def visibility_timeout_cut(name):
    c = Service(name, "2026-04-20", "15:50", "22:49", {"route-planner": "java", "depot-api": "go", "driver-app": "ts"}, every=4)
    c.steady("job_duration_seconds_day_max", "route-planner", 22)
    c.shape("jobs_started_per_minute", "service=route-planner", lambda m: 3 if m < c.minute("22:00") else 3 + 21 * min(1, (m - c.minute("22:00")) / 12), 0.08)
    c.shape("jobs_created_per_minute", "service=depot-api", lambda m: 3 if m < c.minute("22:00") else (8 if m < c.minute("22:06") else 0.2), 0.06)
    c.shape("plans_completed_total", "service=route-planner", lambda m: 0 if m < c.minute("22:04") else 31 * min(1, (m - c.minute("22:04")) / 45), 0.01)
    c.shape("cpu_utilization", "service=route-planner", lambda m: 0.16 if m < c.minute("22:00") else 0.97, 0.02)
    c.climb("dead_letter_messages", "plan-jobs-dlq", 0, 17, "22:08", "22:46", noise=0)
    c.climb("plans_missing", "depot-api", 0, 19, "22:30", "22:48", noise=0)
    culprit = c.commit("15:40", "chore(infra): queues take the module's defaults", "infra/queues/plan_jobs.tf", """
--- a/infra/queues/plan_jobs.tf
+++ b/infra/queues/plan_jobs.tf
@@ -1,13 +1,9 @@
 module "plan_jobs" {
   source = "../modules/queue"
   name   = "plan-jobs"
-  visibility_timeout_seconds = 900
-  message_retention_seconds  = 345600
-  receive_wait_time_seconds  = 20
-  max_receive_count          = 5
+  max_receive_count = 5
 }
--- a/infra/modules/queue/variables.tf
+++ b/infra/modules/queue/variables.tf
@@ -3,2 +3,14 @@
+variable "visibility_timeout_seconds" { default = 60 }
+variable "message_retention_seconds" { default = 345600 }
+variable "receive_wait_time_seconds" { default = 20 }
""", ("infra", "16:12"))
    c.commit("20:10", "refactor(route-planner): solver options through a builder", "services/route-planner/src/main/java/city/SolverOptions.java",
             "--- a/services/route-planner/src/main/java/city/SolverOptions.java\n+++ b/services/route-planner/src/main/java/city/SolverOptions.java\n@@ -9,6 +9,9 @@\n"
             "-  new SolverOptions(400, 0.25, seed)\n+  SolverOptions.builder()\n+      .iterations(400)\n+      .cooling(0.25)\n+      .seed(seed)\n+      .build()", ("route-planner", "20:31"), decoy=True)
    c.commit("21:02", "feat(depot-api): the depots Harbour and Eastgate plan here too", "services/depot-api/config/depots.yaml",
             "   - {id: 47, name: Millfield}\n   - {id: 48, name: Northpark}\n+  - {id: 49, name: Harbour}\n+  - {id: 50, name: Eastgate}", ("depot-api", "21:25"), decoy=True)
    c.commit("21:15", "chore(route-planner): heap 3g to 4g", "deploy/route-planner/values.yaml", "-javaOpts: -Xmx3g\n+javaOpts: -Xmx4g", ("route-planner", "21:40"), decoy=True)
    c.harmless(15)
    c.flag("21:26", "plan_two_more_depots", "depot-api")
    c.lines("route-planner", "info", "job plan-{id} kind=insert_stop solved in {n}s receive_count=1", end="21:58", every=900, n=(5, 21))
    c.log("route-planner", "info", "2026-04-19T22:04:20Z", "job plan-5d01aa37 kind=night depot=12 solved in 236s receive_count=1")
    c.log("route-planner", "info", "2026-04-19T22:04:51Z", "job plan-0c9e4b12 kind=night depot=31 solved in 251s receive_count=1")
    c.lines("route-planner", "info", "job plan-{id} kind=night depot={d} started receive_count={r} worker=planner-{w}", "22:01", every=90, d=(1, 50), r=(1, 5), w=(1, 6))
    c.lines("route-planner", "info", "job plan-{id} kind=night depot={d} solved in {n}s", "22:04", every=150, d=(1, 50), n=(233, 262))
    c.lines("route-planner", "error", "deleting job plan-{id} failed: ReceiptHandleIsInvalid, the receipt handle has expired", "22:04", every=150)
    c.lines("route-planner", "warn", "plan for depot {d} was already stored by planner-{w}, result dropped", "22:05", every=140, d=(1, 50), w=(1, 6))
    c.lines("depot-api", "error", "no plan for depot {d} yet, asked {m} minutes ago", "22:30", every=90, d=(1, 48), m=(28, 46))
    c.lines("driver-app", "warn", "tomorrow's tour is not there yet depot={d}", "22:32", every=140, d=(1, 48))
    c.trace("22:06:10", [(0, "route-planner", "ReceiveMessage plan-jobs", 40, None, {"receive_count": 2}), (0, "route-planner", "solve depot=12", 241000),
                         (0, "route-planner", "DeleteMessage plan-jobs", 12, "ReceiptHandleIsInvalid")])
    c.trace("16:01:00", [(0, "route-planner", "ReceiveMessage plan-jobs", 35, None, {"receive_count": 1}), (0, "route-planner", "solve insert_stop", 9400), (0, "route-planner", "DeleteMessage plan-jobs", 10)])
    c.alert("PlansMissing", "depot-api", "plans_missing", 5, "22:38", "depots have no plan for tomorrow")
    c.expect("configuration_error", culprit, "route-planner", ["depot-api", "driver-app"], "config-revert",
             "A job that takes longer than the queue's visibility timeout is handed to the next worker while the first still solves it. The default of 60 seconds replaced 900 in the afternoon; the jobs of the day take twenty seconds, those of "
             "the night four minutes, as yesterday. Two more depots of fifty and equal solver options cannot explain it.", ["visibility", "60"], "hard")
    return c


def calendar_ended(name):
    c = Service(name, "2026-04-11", "22:30", "24:21", {"feed-importer": "py", "journey": "rust", "app-gateway": "ts"})
    c.step("journey_no_result_ratio", "journey", 0.031, 0.39, "24:00", 2)
    c.steady("http_5xx_ratio", "journey", 0.0002)
    c.steady("http_p99_ms", "journey", 120)
    c.steady("requests_per_second", "journey", 88)
    c.steady("feed_import_errors_total", "feed-importer", 0, 0)
    c.step("active_services", "metro-north", 388, 0, "24:00", 0, noise=0)
    c.step("active_services", "citybus", 1204, 1187, "24:00", 0, noise=0)
    c.step("complaints_per_minute", "app-gateway", 0.4, 9, "24:02", 4)
    c.commit("22:20", "refactor(feed-importer): calendars as date ranges", "services/feed-importer/app/calendar.py",
             "--- a/services/feed-importer/app/calendar.py\n+++ b/services/feed-importer/app/calendar.py\n@@ -14,9 +14,8 @@ def read_calendar(row):\n"
             "-    day = parse(row[\"start_date\"])\n-    days = []\n-    while day <= parse(row[\"end_date\"]):\n-        days.append(day)\n-        day += ONE_DAY\n-    return days\n"
             "+    first, last = parse(row[\"start_date\"]), parse(row[\"end_date\"])\n+    return [first + ONE_DAY * n for n in range((last - first).days + 1)]", ("feed-importer", "22:46"), decoy=True)
    c.commit("23:12", "perf(journey): service days in a bitset", "services/journey/src/days.rs",
             "--- a/services/journey/src/days.rs\n+++ b/services/journey/src/days.rs\n@@ -20,4 +20,5 @@ impl Days {\n-    pub fn runs(&self, day: u32) -> bool { self.set.contains(&day) }\n"
             "+    pub fn runs(&self, day: u32) -> bool {\n+        self.bits.get(day.wrapping_sub(self.base) as usize).map_or(false, |b| *b)\n+    }", ("journey", "23:34"), decoy=True)
    c.commit("23:30", "feat(app-gateway): say which lines are missing", "services/app-gateway/src/empty.ts", "+if (!journeys.length) view.hint = t(\"no_service\");", ("app-gateway", "23:52"), decoy=True)
    c.harmless(13)
    c.flag("23:40", "journey_bitset_days", "journey")
    c.status("23:38", "feeds.metro-north.example", "timetable feed", "published", "Version 2026-04-11T23:30 replaces 2026-04-02T08:00.")
    for at, feed, version, last, n in (("22:58:11", "metro-north", "2026-04-02T08:00", "20261212", 388), ("22:59:02", "citybus", "2026-04-09T10:00", "20260630", 1204),
                                       ("23:41:20", "metro-north", "2026-04-11T23:30", "20260411", 388), ("23:59:10", "citybus", "2026-04-09T10:00", "20260630", 1204)):
        c.log("feed-importer", "info", at, f"imported feed={feed} version={version} services={n} calendar=20260101..{last} rejected=0")
    c.log("journey", "info", "24:00:01", "new service day 20260412: citybus 1187 services run, ferries 22 services run, metro-north 0 services run")
    c.log("journey", "info", "23:42:30", "network reloaded: 3 feeds, service day 20260411")
    c.lines("journey", "info", "plan from={id} to={id} found={n} took={ms}ms", every=110, n=(1, 5), ms=(30, 110))
    c.lines("journey", "warn", "plan from={id} to={id} found=0: no trips at stop mn:{s} on 20260412", "24:00", every=30, s=(100, 480))
    c.lines("app-gateway", "info", "no_service shown to rider trace_id={trace}", "24:01", every=45)
    c.trace("24:10:00", [(0, "app-gateway", "GET /journeys", 70), (1, "journey", "plan", 44, None, {"found": 0, "agency": "metro-north"})])
    c.trace("24:10:40", [(0, "app-gateway", "GET /journeys", 81), (1, "journey", "plan", 60, None, {"found": 4, "agency": "citybus"})])
    c.alert("JourneysNotFound", "journey", "journey_no_result_ratio", 0.15, "24:06", "riders get no journeys")
    c.expect("data_quality", "none", "journey", ["app-gateway"], "purge-bad-data",
             "The feed that metro-north published at 23:38 has a calendar that ends on 11 April, so at midnight none of its services runs. The importer had read the version before (until December) with the same code, and "
             "citybus, which goes through the same bitset, is complete.", ["metro-north", "calendar"], "hard")
    return c


CASES = {"city-01": visibility_timeout_cut, "city-02": calendar_ended}
