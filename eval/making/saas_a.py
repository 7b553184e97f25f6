"""A company that keeps other people's logs: faults that show soon after the release."""
from .service import Service


def nil_map(name):
    c = Service(name, "2026-08-10", "13:10", "14:36", {"ingest": "go", "usage": "go", "console": "ts", "billing": "java"})
    c.step("http_5xx_ratio", "usage", 0.001, 0.83, "14:22", 1)
    c.step("http_5xx_ratio", "console", 0.002, 0.19, "14:23", 2)
    c.step("http_p99_ms", "usage", 60, 9, "14:22", 1)
    c.steady("requests_per_second", "usage", 52)
    c.steady("events_per_second", "ingest", 21000)
    culprit = c.commit("14:04", "refactor(usage): tenants summed in their own type", ["services/usage/sum.go"], """
--- a/services/usage/sum.go
+++ b/services/usage/sum.go
@@ -8,14 +8,18 @@
-func Sum(rows []Row) map[string]int64 {
-	out := make(map[string]int64, len(rows))
-	for _, r := range rows {
-		out[r.Tenant] += r.Bytes
-	}
-	return out
-}
+type Sums struct {
+	byTenant map[string]int64
+}
+
+func (s *Sums) Add(r Row) { s.byTenant[r.Tenant] += r.Bytes }
+
+func Sum(rows []Row) *Sums {
+	s := &Sums{}
+	for _, r := range rows {
+		s.Add(r)
+	}
+	return s
+}
""", ("usage", "14:20"))
    c.commit("14:08", "perf(usage): read a day's rows in one query", "services/usage/store.go", "-\tfor h := 0; h < 24; h++ {\n-\t\trows = append(rows, s.hour(ctx, day, h)...)\n-\t}\n+\trows, err := s.day(ctx, day)", ("usage", "14:12"), decoy=True)
    c.commit("14:11", "feat(console): usage chart by source", ["services/console/src/UsageChart.tsx", "services/console/src/usage.css"], "-<Chart data={usage.total} />\n+<Chart data={groupBy(usage.rows, \"source\")} stacked />", ("console", "14:21"), decoy=True)
    c.commit("14:02", "chore(billing): invoice on the second day of the month", "services/billing/src/main/resources/application.yml", "-  invoice-day: 1\n+  invoice-day: 2", ("billing", "14:15"), decoy=True)
    c.harmless(14)
    c.flag("14:21", "usage_by_source", "console", "off->on")
    c.lines("usage", "info", "handled request http.route=/v1/usage took_ms={ms} trace_id={trace}", end="14:21", every=60, ms=(12, 60))
    c.lines("usage", "error", "http: panic serving 10.2.{a}.{b}: assignment to entry in nil map goroutine {n} [running] http.route=/v1/usage trace_id={trace}", "14:22", every=18, a=(1, 9), b=(1, 250), n=(200, 9000))
    c.lines("console", "error", "usage page failed: upstream usage closed the connection trace_id={trace}", "14:23", every=25)
    c.lines("ingest", "info", "accepted batch events={n} trace_id={trace}", every=90, n=(200, 900))
    c.trace("14:27:00", [(0, "console", "GET /usage", 14, "502"), (1, "usage", "GET /v1/usage", 3, "panic: assignment to entry in nil map")])
    c.trace("13:30:00", [(0, "console", "GET /usage", 70), (1, "usage", "GET /v1/usage", 48)])
    c.alert("UsageErrors", "usage", "http_5xx_ratio", 0.05, "14:26", "usage answers more than 5% of requests with 5xx")
    c.expect("code_defect", culprit, "usage", ["console"], "rollback",
             "The new type never makes its map, so the first Add panics. The single query had worked for eight minutes; the chart only shows.", ["nil map"], "easy")
    return c


def argument_added(name):
    c = Service(name, "2026-08-11", "09:00", "10:31", {"report-api": "py", "report-worker": "py", "console": "ts"})
    c.step("tasks_failed_ratio", "report-worker", 0.004, 0.61, "10:14", 2)
    c.step("reports_ready_per_minute", "report-api", 31, 12, "10:15", 3)
    c.steady("http_5xx_ratio", "report-api", 0.0006)
    c.steady("tasks_started_per_minute", "report-worker", 78)
    c.steady("cpu_utilization", "report-worker", 0.41)
    culprit = c.commit("09:50", "feat(report-worker): reports in the reader's time zone", "services/report-worker/app/tasks.py", """
--- a/services/report-worker/app/tasks.py
+++ b/services/report-worker/app/tasks.py
@@ -14,9 +14,9 @@
 @task(name="report.render")
-def render(report_id, recipient):
+def render(report_id, recipient, zone):
     report = load(report_id)
-    body = template(report, now=utcnow())
+    body = template(report, now=utcnow().astimezone(ZoneInfo(zone)))
     deliver(recipient, body)
""", ("report-worker", "10:12"))
    c.commit("09:44", "refactor(report-api): queue behind an interface", "services/report-api/app/queue.py", "-    broker.send(\"report.render\", args=[report.id, recipient])\n+    self.queue.put(\"report.render\", report.id, recipient)", ("report-api", "10:05"), decoy=True)
    c.commit("09:56", "chore(report-worker): concurrency 8 to 12", "deploy/report-worker/values.yaml", "-  concurrency: 8\n+  concurrency: 12", ("report-worker", "10:12"), decoy=True)
    c.commit("09:58", "feat(console): pick a time zone for reports", "services/console/src/ReportForm.tsx", "+<ZonePicker value={zone} onChange={setZone} />", ("console", "10:18"), decoy=True)
    c.harmless(14)
    c.flag("10:18", "report_zone_picker", "console", "off->on")
    c.lines("report-worker", "info", "task report.render done report={id} took_ms={ms}", every=80, end="10:12", ms=(300, 900))
    c.lines("report-worker", "info", "task report.digest done took_ms={ms}", every=80, ms=(200, 700))
    c.lines("report-worker", "error", "task report.render failed: TypeError: render() missing 1 required positional argument: 'zone' report={id}", "10:14", every=20)
    c.lines("report-api", "info", "report {id} queued http.route=/v1/reports trace_id={trace}", every=70)
    c.lines("console", "warn", "report {id} is still not ready after 120s", "10:16", every=40)
    c.trace("10:20:00", [(0, "report-api", "POST /v1/reports", 18), (1, "report-worker", "report.render", 4, "TypeError: missing 1 required positional argument")])
    c.trace("09:20:00", [(0, "report-api", "POST /v1/reports", 17), (1, "report-worker", "report.render", 610)])
    c.alert("ReportTasksFail", "report-worker", "tasks_failed_ratio", 0.05, "10:19", "reports are not rendered")
    c.expect("code_defect", culprit, "report-worker", ["report-api", "console"], "rollback",
             "The task has a third mandatory argument, which the api does not send (it never did, before its refactoring or after). Other tasks of the worker are fine, more of them at once included.", ["zone"], "easy")
    return c


def one_thread(name):
    c = Service(name, "2026-08-12", "11:00", "12:33", {"query-api": "java", "console": "ts", "store": "rust"})
    c.step("http_p99_ms", "query-api", 420, 14800, "12:11", 4)
    c.step("executor_queue_length", "query-api", 2, 610, "12:11", 8)
    c.step("executor_active_threads", "query-api", 11, 1, "12:10", 1, noise=0)
    c.step("cpu_utilization", "query-api", 0.44, 0.09, "12:11", 2)
    c.step("requests_per_second", "store", 260, 31, "12:11", 2)
    c.steady("http_p99_ms", "store", 28)
    c.steady("requests_per_second", "query-api", 66)
    c.step("http_5xx_ratio", "console", 0.002, 0.24, "12:12", 4)
    culprit = c.commit("11:48", "chore(query-api): name the threads for the profiler", "services/query-api/src/main/java/logs/Executors.java", """
--- a/services/query-api/src/main/java/logs/Executors.java
+++ b/services/query-api/src/main/java/logs/Executors.java
@@ -9,5 +9,7 @@ final class QueryExecutors {
-  static final ExecutorService SEGMENTS = Executors.newFixedThreadPool(48);
+  static final ExecutorService SEGMENTS =
+      Executors.newSingleThreadExecutor(named("segments"));
+
+  static ThreadFactory named(String name) { return r -> new Thread(r, name); }
""", ("query-api", "12:09"))
    c.commit("11:55", "feat(query-api): regular expressions in filters", "services/query-api/src/main/java/logs/Filter.java", "+    case REGEX -> Pattern.compile(value, Pattern.DOTALL).asPredicate();", ("query-api", "11:59"), decoy=True)
    c.commit("11:58", "perf(store): read ahead two blocks", "services/store/src/read.rs", "-    const AHEAD: usize = 1;\n+    const AHEAD: usize = 2;", ("store", "12:08"), decoy=True)
    c.commit("12:00", "feat(console): regex switch in the search bar", "services/console/src/Search.tsx", "+<Toggle label=\".*\" value={regex} onChange={setRegex} />", ("console", "12:13"), decoy=True)
    c.harmless(13)
    c.flag("12:13", "regex_filter", "console", "0%->5%")
    c.lines("query-api", "info", "query done segments={n} took_ms={ms} trace_id={trace}", every=60, end="12:10", n=(4, 60), ms=(60, 390))
    c.lines("query-api", "warn", "query waited {w}ms for a segment worker, scan itself {ms}ms segments={n} trace_id={trace}", "12:11", every=25, w=(3000, 14500), ms=(12, 30), n=(4, 60))
    c.lines("console", "error", "search timed out after 10s trace_id={trace}", "12:12", every=25)
    c.lines("store", "info", "segment {id} scanned in {ms}ms", every=70, ms=(10, 28))
    c.trace("12:20:00", [(0, "console", "POST /search", 10000, "timeout"), (1, "query-api", "query", 14100, None, {"queue_wait_ms": 13800}), (2, "store", "scan", 21)])
    c.trace("11:20:00", [(0, "console", "POST /search", 210), (1, "query-api", "query", 190, None, {"queue_wait_ms": 0}), (2, "store", "scan", 22), (2, "store", "scan", 24)])
    c.alert("QueriesSlow", "query-api", "http_p99_ms", 3000, "12:17", "searches take many seconds")
    c.expect("code_defect", culprit, "query-api", ["console"], "rollback",
             "Segments are scanned by a single thread instead of 48; work piles up while CPU and store are idle and each scan is as quick as before. Regular expressions had been out ten minutes and would cost CPU.", ["thread"], "medium")
    return c


def polling_too_often(name):
    c = Service(name, "2026-08-13", "15:00", "16:27", {"console": "ts", "alerts-api": "cs", "edge": "nginx", "ingest": "go"})
    c.climb("requests_per_second", "alerts-api", 44, 5900, "16:03", "16:17")
    c.climb("requests_per_second", "edge", 920, 6800, "16:03", "16:17")
    c.steady("active_sessions", "console", 1320, 0.02)
    c.steady("events_per_second", "ingest", 20800)
    c.climb("cpu_utilization", "alerts-api", 0.12, 0.99, "16:03", "16:12", noise=0.01)
    c.climb("http_p99_ms", "alerts-api", 22, 3900, "16:08", "16:17")
    c.climb("http_5xx_ratio", "alerts-api", 0.001, 0.28, "16:09", "16:18")
    culprit = c.commit("15:38", "refactor(console): durations as plain numbers", ["services/console/src/useAlerts.ts", "services/console/src/useTheme.ts"], """
--- a/services/console/src/useAlerts.ts
+++ b/services/console/src/useAlerts.ts
@@ -6,7 +6,7 @@ export function useAlerts(project: string) {
   const [alerts, set] = useState<Alert[]>([]);
   useEffect(() => {
-    const timer = setInterval(() => fetchAlerts(project).then(set), seconds(30));
+    const timer = setInterval(() => fetchAlerts(project).then(set), 30);
     return () => clearInterval(timer);
   }, [project]);
--- a/services/console/src/useTheme.ts
+++ b/services/console/src/useTheme.ts
@@ -3,3 +3,3 @@
-  const fade = ms(200);
+  const fade = 200;
""", ("console", "16:02"))
    c.commit("15:45", "feat(alerts-api): alerts carry their last change", "services/alerts-api/src/AlertDto.cs", "+    public DateTimeOffset ChangedAt { get; init; }", ("alerts-api", "15:56"), decoy=True)
    c.commit("15:49", "refactor(alerts-api): minimal endpoints", ["services/alerts-api/src/Program.cs", "services/alerts-api/src/AlertsController.cs"], "-app.MapControllers();\n+app.MapGet(\"/v1/alerts\", (Store store, string project) => store.Open(project));", ("alerts-api", "16:06"), decoy=True)
    c.commit("15:40", "chore(edge): gzip level 5 to 4", "edge/nginx/nginx.conf", "-gzip_comp_level 5;\n+gzip_comp_level 4;", ("edge", "15:52"), decoy=True)
    c.harmless(13)
    c.flag("16:05", "alert_last_change", "console", "0%->100%")
    c.lines("edge", "info", "GET /v1/alerts?project={p} 200 session={s}", every=90, end="16:02", p=(100, 300), s=(1000, 2300))
    c.lines("edge", "info", "GET /v1/alerts?project={p} {st} session={s} same_session_last_second={n}", "16:03", every=25, p=(100, 300), st=["200", "200", "503"], s=(1000, 2300), n=(27, 33))
    c.lines("alerts-api", "warn", "thread pool is starved, request waited {ms}ms", "16:09", every=25, ms=(900, 3800))
    c.lines("alerts-api", "info", "open alerts project={p} count={n}", every=90, p=(100, 300), n=(0, 9))
    c.lines("console", "warn", "alerts could not be loaded: 503", "16:10", every=45)
    c.trace("16:18:00", [(0, "console", "GET /v1/alerts", 3900, "503"), (1, "edge", "GET /v1/alerts", 3890, "503"), (2, "alerts-api", "GET /v1/alerts", 3880, "overloaded")])
    c.trace("15:20:00", [(0, "console", "GET /v1/alerts", 20), (1, "edge", "GET /v1/alerts", 16), (2, "alerts-api", "GET /v1/alerts", 12)])
    c.alert("AlertsApiErrors", "alerts-api", "http_5xx_ratio", 0.05, "16:15", "alerts-api is overloaded")
    c.expect("code_defect", culprit, "alerts-api", ["console", "edge"], "rollback",
             "The console asks for alerts every 30 milliseconds instead of 30 seconds: as many sessions as before, but each asks thirty times a second. It grows as people load the new page. The api's rewrite came after the rise had begun.", ["30"], "medium")
    return c


CASES = {"saas-01": nil_map, "saas-02": argument_added, "saas-03": one_thread, "saas-04": polling_too_often}
