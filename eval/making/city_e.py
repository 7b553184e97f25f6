"""A city's transport: a strike."""
from .service import Service


def strike_morning(name):
    c = Service(name, "2026-06-16", "04:40", "06:24", {"journey": "rust", "app-gateway": "ts", "geocoder": "go", "feed-importer": "py"})
    c.climb("requests_per_second", "app-gateway", 62, 1010, "05:31", "06:00")
    c.climb("requests_per_second", "journey", 40, 690, "05:31", "06:00")
    c.climb("requests_per_second", "geocoder", 28, 460, "05:31", "06:00")
    c.climb("cpu_utilization", "journey", 0.09, 0.99, "05:33", "05:50", noise=0.01)
    c.climb("queue_depth", "journey", 0, 530, "05:50", "06:04")
    c.steady("cpu_ms_per_request", "journey", 41)
    c.climb("http_p99_ms", "journey", 140, 9100, "05:48", "06:02")
    c.climb("http_5xx_ratio", "app-gateway", 0.001, 0.34, "05:52", "06:04")
    c.climb("active_devices_per_minute", "app-gateway", 1900, 30100, "05:31", "06:00")
    c.step("ready_replicas", "journey", 4, 12, "05:44", 6, noise=0)
    c.steady("max_replicas", "journey", 12, 0)
    c.commit("04:48", "perf(journey): prune transfers with bounds", "services/journey/src/search.rs",
             "--- a/services/journey/src/search.rs\n+++ b/services/journey/src/search.rs\n@@ -70,6 +70,9 @@ fn relax(&mut self, stop: StopId, at: Time) {\n+        if at > self.best_arrival {\n+            return;\n+        }\n         for transfer in &self.transfers[stop] {",
             ("journey", "05:09"), decoy=True)
    c.commit("05:02", "feat(app-gateway): load three alternatives at once", "services/app-gateway/src/journeys.ts", "-  const first = await plan(query);\n-  const more = await plan({ ...query, skip: 1 });\n+  const [first, more] = await Promise.all([plan(query), plan({ ...query, skip: 1 })]);", ("app-gateway", "05:24"), decoy=True)
    c.commit("05:05", "chore(geocoder): index of May", "services/geocoder/data/index.lock", "-2026-04\n+2026-05", ("geocoder", "05:19"), decoy=True)
    c.harmless(12)
    c.flag("05:25", "three_alternatives", "app-gateway")
    c.status("05:30", "status.metro.example", "All lines", "no_service", "Strike until 12:00. Please use buses and trams.")
    c.lines("journey", "info", "plan found={n} took={ms}ms", every=90, n=(1, 5), ms=(60, 190))
    c.lines("journey", "warn", "search pool full, waited {ms}ms before searching {k}ms", "05:52", every=25, ms=(2100, 8800), k=(38, 46))
    c.log("autoscaler", "info", "05:44:10", "journey: 4 to 8 replicas, cpu 97%")
    c.log("autoscaler", "warn", "05:50:40", "journey: 12 replicas wanted 41, limited to maxReplicas 12")
    c.lines("app-gateway", "error", "journey did not answer: 504 trace_id={trace}", "05:53", every=25)
    c.lines("app-gateway", "info", "GET /alerts/metro 200 device={id}", "05:31", every=60)
    c.lines("geocoder", "info", "lookup \"{q}\" {ms}ms", every=120, ms=(3, 9), q=["central st", "airport", "hospital north"])
    c.trace("06:05:00", [(0, "app-gateway", "GET /journeys", 9000, "504"), (1, "journey", "plan", 8990, "timeout", {"queue_wait_ms": 8940, "search_ms": 42})])
    c.trace("05:10:40", [(0, "app-gateway", "GET /journeys", 88), (1, "journey", "plan", 51, None, {"queue_wait_ms": 0, "search_ms": 43})])
    c.alert("JourneysFail", "app-gateway", "http_5xx_ratio", 0.05, "06:00", "a third of the journey requests fail")
    c.expect("traffic_surge", "none", "journey", ["app-gateway"], "scale",
             "The metro is on strike: sixteen times the devices ask for other ways, and planning is out of CPU with all twelve replicas it may have. A request costs as much as before (41 ms), so neither the pruning nor asking in parallel made it dear; "
             "requests per device have not changed.", ["requests"])
    return c


CASES = {"city-06": strike_morning}
