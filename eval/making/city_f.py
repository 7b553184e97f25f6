"""A city's transport: a header that is not passed on, a night that needs more memory."""
from .service import Service


def operator_not_forwarded(name):
    c = Service(name, "2026-07-09", "08:30", "09:52", {"app-gateway": "go", "ticket-shop": "java", "rider-app": "ts", "pricing": "rust"})
    c.step("http_4xx_ratio", "ticket-shop", 0.009, 0.24, "09:35", 2)
    c.step("tickets_sold_per_minute", "regio", 61, 0.4, "09:35", 2)
    c.steady("tickets_sold_per_minute", "city", 190)
    c.steady("http_5xx_ratio", "ticket-shop", 0.0005)
    c.steady("http_5xx_ratio", "app-gateway", 0.0004)
    c.steady("requests_per_second", "ticket-shop", 44)
    culprit = c.commit("09:12", "refactor(edgekit): one list of forwarded headers", ["libs/edgekit/forward.go", "libs/edgekit/forward_test.go"], """
--- a/libs/edgekit/forward.go
+++ b/libs/edgekit/forward.go
@@ -8,14 +8,18 @@
-// Forward copies everything but hop-by-hop headers.
-func Forward(in *http.Request, out *http.Request) {
-	for name, values := range in.Header {
-		if !hopByHop[name] {
-			out.Header[name] = values
-		}
-	}
-}
+var forwarded = []string{
+	"Accept", "Accept-Language", "Authorization", "Content-Type",
+	"Traceparent", "X-Request-Id", "X-Device",
+}
+
+// Forward copies the headers that services may rely on.
+func Forward(in *http.Request, out *http.Request) {
+	for _, name := range forwarded {
+		if v := in.Header.Get(name); v != "" {
+			out.Header.Set(name, v)
+		}
+	}
+}
""", ("app-gateway", "09:34"))
    c.commit("09:08", "refactor(ticket-shop): operator in a filter", "services/ticket-shop/src/main/java/city/OperatorFilter.java",
             "--- a/services/ticket-shop/src/main/java/city/OperatorFilter.java\n+++ b/services/ticket-shop/src/main/java/city/OperatorFilter.java\n@@ -0,0 +1,8 @@\n+  public void doFilter(Request req, Response res, Chain chain) {\n+    String operator = req.header(\"X-Operator\");\n+    Current.operator(operator == null ? \"city\" : operator);\n+    chain.next(req, res);\n+  }\n"
             "--- a/services/ticket-shop/src/main/java/city/ShopController.java\n+++ b/services/ticket-shop/src/main/java/city/ShopController.java\n@@ -15,3 +15,2 @@\n-    String operator = Optional.ofNullable(req.header(\"X-Operator\")).orElse(\"city\");\n-    return shop.buy(operator, body);\n+    return shop.buy(Current.operator(), body);", ("ticket-shop", "09:26"), decoy=True)
    c.commit("09:15", "chore(ticket-shop): summer products", "services/ticket-shop/src/main/resources/products.yaml", "+  - {id: CT-SUMMER, operator: city, price: 29.00}\n+  - {id: RG-SUMMER, operator: regio, price: 39.00}", ("ticket-shop", "09:33"), decoy=True)
    c.commit("09:18", "feat(rider-app): summer banner", "services/rider-app/src/Banner.tsx", "+<Banner to=\"/summer\">{t(\"summer\")}</Banner>", ("rider-app", "09:36"), decoy=True)
    c.harmless(13)
    c.flag("09:36", "summer_banner", "rider-app", "off->on")
    c.lines("ticket-shop", "info", "sold {p} operator=city", every=60, p=["CT-DAY", "CT-SINGLE", "CT-WEEK"])
    c.lines("ticket-shop", "info", "sold {p} operator=regio", end="09:34:30", every=70, p=["RG-DAY", "RG-SINGLE"])
    c.lines("ticket-shop", "warn", "404 product {p} is not sold by operator city trace_id={trace}", "09:35", every=22, p=["RG-DAY", "RG-SINGLE", "RG-WEEK"])
    c.lines("rider-app", "error", "purchase failed: 404 app=regio trace_id={trace}", "09:35", every=35)
    c.lines("app-gateway", "info", "POST /tickets 200 app=city {ms}ms", every=80, ms=(60, 140))
    c.lines("app-gateway", "info", "POST /tickets 404 app=regio {ms}ms", "09:35", every=50, ms=(8, 14))
    c.trace("09:41:00", [(0, "rider-app", "buy RG-DAY", 30, "404", {"app": "regio"}), (1, "app-gateway", "POST /tickets", 14, None, {"app": "regio"}), (2, "ticket-shop", "buy", 4, "unknown product", {"operator": "city"})])
    c.trace("09:30:00", [(0, "rider-app", "buy RG-DAY", 160, None, {"app": "regio"}), (1, "app-gateway", "POST /tickets", 130, None, {"app": "regio"}), (2, "ticket-shop", "buy", 110, None, {"operator": "regio"}), (3, "pricing", "price", 12)])
    c.alert("TicketPurchasesRefused", "ticket-shop", "http_4xx_ratio", 0.05, "09:42", "a quarter of the purchases is refused")
    c.expect("code_defect", culprit, "ticket-shop", ["rider-app"], "rollback",
             "The gateways' library passes on only listed headers since 09:34, and X-Operator is not among them, so the shop takes every rider of Regio for one of the city. Its filter, with the same default as before, sold Regio's tickets for nine "
             "minutes; the products of Regio are all still there.", ["X-Operator"], "hard")
    return c


def memory_by_day(name):
    c = Service(name, "2026-07-12", "13:30", "26:41", {"timetable-builder": "java", "journey": "rust", "feed-importer": "py"}, every=6)
    run, step = c.minute("25:30"), 14
    def used(m):
        if m < run:
            return 830
        return 830 + 1218 * min(1.0, ((m - run) % step) / (step - 3))
    c.shape("memory_working_set_mib", "service=timetable-builder", used, 0.01)
    c.step("memory_limit_mib", "timetable-builder", 6144, 2048, "14:09", 0, noise=0)
    c.shape("restarts_total", "service=timetable-builder", lambda m: max(0, int((m - run) / step)), 0)
    c.shape("timetable_age_hours", "service=journey", lambda m: 11.6 + m / 60, 0)
    c.steady("http_p99_ms", "journey", 118)
    c.steady("feeds_imported_total", "feed-importer", 14, 0)
    culprit = c.commit("13:41", "chore(deploy): right-size by the usage of office hours", ["deploy/timetable-builder/values.yaml", "deploy/geocoder/values.yaml", "deploy/pricing/values.yaml"], """
--- a/deploy/geocoder/values.yaml
+++ b/deploy/geocoder/values.yaml
@@ -7,3 +7,3 @@ resources:
-  limits: {memory: 2Gi}
+  limits: {memory: 1Gi}
--- a/deploy/pricing/values.yaml
+++ b/deploy/pricing/values.yaml
@@ -7,3 +7,3 @@ resources:
-  limits: {memory: 1Gi}
+  limits: {memory: 512Mi}
--- a/deploy/timetable-builder/values.yaml
+++ b/deploy/timetable-builder/values.yaml
@@ -7,3 +7,3 @@ resources:
-  limits: {memory: 6Gi}
+  limits: {memory: 2Gi}
""", [("timetable-builder", "14:06"), ("geocoder", "14:06"), ("pricing", "14:07")])
    c.commit("22:10", "feat(timetable-builder): ferries", "services/timetable-builder/src/main/java/city/Ferries.java",
             "+  List<Trip> trips(Feed feed) {\n+    return feed.routes(Mode.FERRY).flatMap(Route::trips).toList();\n+  }", ("timetable-builder", "22:41"), decoy=True)
    c.commit("23:05", "perf(timetable-builder): string deduplication", "deploy/timetable-builder/jvm.options", "+-XX:+UseStringDeduplication", ("timetable-builder", "23:20"), decoy=True)
    c.commit("23:30", "fix(feed-importer): keep the last 14 feeds", "services/feed-importer/app/keep.py", "-KEEP = 7\n+KEEP = 14", ("feed-importer", "23:52"), decoy=True)
    c.harmless(16)
    c.flag("22:42", "ferries_in_timetable", "timetable-builder", "off->on")
    c.log("timetable-builder", "info", "2026-07-12T01:52:10Z", "build done: 412033 trips, took 22m, peak memory 4190 MiB")
    c.log("timetable-builder", "info", "2026-07-11T01:51:48Z", "build done: 411870 trips, took 21m, peak memory 4170 MiB")
    for at, n in (("25:30:01", 1), ("25:44:00", 2), ("25:58:00", 3), ("26:12:00", 4), ("26:26:00", 5)):
        c.log("timetable-builder", "info", at, f"nightly build started, attempt {n}")
    c.log("timetable-builder", "info", "25:31:40", "ferries: 22 services, 1408 trips read")
    for at in ("25:41:20", "25:55:21", "26:09:20", "26:23:22", "26:37:20"):
        c.log("kubelet", "warn", at, "container timetable-builder was terminated: OOMKilled, exit code 137")
    c.lines("journey", "warn", "timetable of 2026-07-11 is still in use", "26:00", every=120)
    c.trace("25:31:00", [(0, "timetable-builder", "read feeds", 61000), (1, "feed-importer", "GET /feeds", 210)])
    c.alert("TimetableTooOld", "journey", "timetable_age_hours", 24, "26:20", "no new timetable tonight", "warning")
    c.expect("configuration_error", culprit, "timetable-builder", ["journey"], "config-revert",
             "The limit went from 6 to 2 GiB after what the day needs; the nightly build takes 4.2 GiB every night and is killed at 2 GiB. Ferries add 1408 of 412000 trips.", ["memory", "2Gi"])
    return c


CASES = {"city-07": operator_not_forwarded, "city-08": memory_by_day}
