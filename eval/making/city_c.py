"""A city's transport: a readiness that asks too much."""
from .service import Service


def readiness_asks_weather(name):
    c = Service(name, "2026-05-19", "09:00", "13:54", {"vehicle-api": "go", "dispatch": "java", "rider-app": "ts"}, every=2)
    c.shape("upstream_timeout_ratio", "service=skycast", lambda m: 0.94 if 21 <= m < 33 or m >= 281 else 0.01, 0.05)
    c.shape("ready_replicas", "service=vehicle-api", lambda m: 6 if m < 282 else 0, 0)
    c.step("http_5xx_ratio", "rider-app", 0.002, 0.71, "13:42", 1)
    c.step("http_5xx_ratio", "dispatch", 0.001, 0.48, "13:42", 1)
    c.shape("requests_per_second", "service=vehicle-api", lambda m: 320 if m < 282 else 0, 0.04)
    c.steady("cpu_utilization", "vehicle-api", 0.27)
    c.steady("memory_working_set_mib", "vehicle-api", 210)
    culprit = c.commit("12:38", "feat(vehicle-api): a readiness that means something", "services/vehicle-api/health/ready.go", """
--- a/services/vehicle-api/health/ready.go
+++ b/services/vehicle-api/health/ready.go
@@ -9,8 +9,15 @@ func Ready(deps Deps) http.HandlerFunc {
 	return func(w http.ResponseWriter, r *http.Request) {
-		if err := deps.Store.Ping(r.Context()); err != nil {
-			http.Error(w, "store", http.StatusServiceUnavailable)
-			return
-		}
+		for _, dep := range []Pinger{deps.Store, deps.Stream, deps.Weather} {
+			if err := dep.Ping(r.Context()); err != nil {
+				http.Error(w, dep.Name(), http.StatusServiceUnavailable)
+				return
+			}
+		}
 		w.WriteHeader(http.StatusOK)
""", ("vehicle-api", "13:02"))
    c.commit("13:04", "feat(vehicle-api): weather icon beside a stop", "services/vehicle-api/stops/weather.go", "+\tif wx, err := s.weather.At(ctx, stop.Pos); err == nil {\n+\t\tview.Icon = wx.Icon\n+\t}", ("vehicle-api", "13:27"), decoy=True)
    c.commit("13:12", "refactor(dispatch): positions through the typed client", "services/dispatch/src/main/java/city/Positions.java", "-    return rest.get(\"/vehicles\", List.class);\n+    return vehicles.list();", ("dispatch", "13:35"), decoy=True)
    c.commit("13:16", "feat(rider-app): show the icon", "services/rider-app/src/Stop.tsx", "+{stop.icon && <Icon name={stop.icon} />}", ("rider-app", "13:38"), decoy=True)
    c.harmless(14)
    c.flag("13:38", "stop_weather_icon", "rider-app", "off->on")
    c.status("13:46", "status.skycast.example", "Current conditions API", "degraded", "Requests time out for some customers.")
    c.status("09:40", "status.skycast.example", "Current conditions API", "resolved", "Timeouts between 09:21 and 09:33 have ended.")
    c.lines("vehicle-api", "info", "GET /vehicles 200 {ms}ms", end="13:41", every=700, ms=(8, 40))
    c.lines("vehicle-api", "warn", "weather at {a}.{b} unavailable: context deadline exceeded, answering without", "09:21", "09:33", every=60, a=(51, 52), b=(10, 99))
    c.lines("kubelet", "warn", "Readiness probe failed: HTTP probe failed with statuscode: 503 body=\"skycast\" pod=vehicle-api-58c7-{p}", "13:41:20", every=20, p=["2kd9s", "8xw4m", "fz6ql", "j4tnb", "q7c2v", "w9h5r"])
    c.log("ingress", "warn", "13:41:50", "service vehicle-api has no ready endpoints")
    c.lines("rider-app", "error", "vehicles could not be loaded: 503 no healthy upstream trace_id={trace}", "13:42", every=22)
    c.lines("dispatch", "error", "positions unavailable: 503 no healthy upstream", "13:42", every=30)
    c.trace("13:45:00", [(0, "rider-app", "GET /map", 14, "503"), (1, "ingress", "GET /vehicles", 1, "no healthy upstream")])
    c.trace("09:25:00", [(0, "rider-app", "GET /map", 60), (1, "ingress", "GET /vehicles", 41), (2, "vehicle-api", "GET /vehicles", 39)])
    c.alert("RiderAppErrors", "rider-app", "http_5xx_ratio", 0.1, "13:45", "the map of vehicles does not load")
    c.expect("code_defect", culprit, "vehicle-api", ["rider-app", "dispatch"], "rollback",
             "Since 13:02 a pod is only ready while the weather provider answers. Its timeouts of the morning cost an icon at most; those of 13:41 made all six pods unready at once, although they work. The icon itself is optional and forgives errors.",
             ["ready", "skycast"], "medium")
    return c


CASES = {"city-04": readiness_asks_weather}
