"""A media house: an edge, catalogues, streams, tickets."""
from .service import Service


def keepalive_removed(name):
    c = Service(name, "2026-04-16", "11:00", "19:59", {"edge": "nginx", "catalog-api": "go", "player": "ts", "profiles": "java"}, every=5)
    c.climb("requests_per_second", "edge", 610, 1510, "16:30", "19:35")
    c.shape("requests_per_second_last_week", "service=edge", lambda m: 600 + (1490 - 600) * min(1, max(0, (m - c.minute("16:30")) / 185)), 0.04)
    c.shape("new_connections_per_second", "service=catalog-api",
            lambda m: 9 if m < c.minute("11:26") else 190 + 280 * min(1, max(0, (m - c.minute("16:30")) / 185)), 0.05)
    c.shape("time_wait_sockets", "service=edge",
            lambda m: 640 if m < c.minute("11:27") else 11200 + 17000 * min(1, max(0, (m - c.minute("16:30")) / 185)), 0.01)
    c.step("http_5xx_ratio", "edge", 0.001, 0.19, "19:33", 8)
    c.steady("http_5xx_ratio", "catalog-api", 0.0003)
    c.steady("http_p99_ms", "catalog-api", 71)
    c.steady("cpu_utilization", "catalog-api", 0.33)
    c.step("playback_start_failures_per_minute", "player", 4, 690, "19:34", 8)
    culprit = c.commit("11:06", "chore(edge): tidy upstream blocks", "edge/nginx/conf.d/catalog.conf", """
--- a/edge/nginx/conf.d/catalog.conf
+++ b/edge/nginx/conf.d/catalog.conf
@@ -1,18 +1,12 @@
 upstream catalog_api {
-    zone catalog 64k;
-    server catalog-api.media.svc:8080;
-    keepalive 128;
+    server catalog-api.media.svc:8080;
 }

 location /catalog/ {
-    proxy_http_version 1.1;
-    proxy_set_header Connection "";
     proxy_set_header Host $host;
     proxy_pass http://catalog_api;
 }
""", ("edge", "11:24"))
    c.commit("18:50", "chore(edge): worker_connections 4096 -> 8192", "edge/nginx/nginx.conf", "--- a/edge/nginx/nginx.conf\n+++ b/edge/nginx/nginx.conf\n@@ -4,3 +4,3 @@ events {\n-    worker_connections 4096;\n+    worker_connections 8192;\n }", ("edge", "19:05"), decoy=True)
    c.commit("19:01", "feat(catalog-api): rows by mood", "services/catalog-api/rows/mood.go",
             "+func Mood(ctx context.Context, p Profile) ([]Row, error) {\n+\treturn store.Rows(ctx, \"mood\", p.Kids)\n+}\n@@ services/catalog-api/rows/home.go @@\n+\trows = append(rows, mood...)", ("catalog-api", "19:21"), decoy=True)
    c.commit("19:08", "feat(player): skip intro button", "services/player/src/SkipIntro.tsx", "+<button onClick={() => seek(intro.end)}>Skip intro</button>", ("player", "19:30"), decoy=True)
    c.commit("15:30", "perf(profiles): read avatars from the replica", "services/profiles/src/main/java/app/Avatars.java", "-    return primary.query(AVATAR, id);\n+    return replica.query(AVATAR, id);", ("profiles", "15:50"))
    c.harmless(19)
    c.flag("19:22", "rows_by_mood", "catalog-api", "0%->10%")
    c.lines("edge", "info", "GET /catalog/home 200 rt=0.0{n} upstream=catalog-api", every=900, n=(31, 88))
    c.lines("catalog-api", "info", "home rows built profile={id} took={ms}ms", every=900, ms=(14, 66))
    c.lines("edge", "crit", "connect() to 10.40.7.{h}:8080 failed (99: Cannot assign requested address) while connecting to upstream, request: \"GET /catalog/{what} HTTP/2.0\"",
            "19:33", every=50, h=[31, 44, 52], what=["home", "title/8841", "search?q=night", "continue"])
    c.lines("player", "warn", "catalog request failed: 502 from edge, showing cached rows trace_id={trace}", "19:34", every=70)
    c.log("edge", "info", "11:24:40", "configuration reloaded, 8 workers")
    c.log("edge", "info", "19:05:31", "configuration reloaded, 8 workers")
    c.trace("19:41:10", [(0, "player", "GET /catalog/home", 9, "502"), (1, "edge", "GET /catalog/home", 1, "connect: cannot assign requested address", {"peer": "catalog-api"})])
    c.trace("19:42:30", [(0, "player", "GET /catalog/home", 61), (1, "edge", "GET /catalog/home", 55), (2, "catalog-api", "Home", 48)])
    c.trace("11:08:00", [(0, "player", "GET /catalog/home", 54), (1, "edge", "GET /catalog/home", 50), (2, "catalog-api", "Home", 47)])
    c.alert("EdgeErrors", "edge", "http_5xx_ratio", 0.05, "19:48", "edge answers more than 5% of requests with 5xx")
    c.expect("configuration_error", culprit, "edge", ["player"], "config-revert",
             "The edge no longer keeps connections to the catalogue open (keepalive and HTTP/1.1 gone), so each request takes a new one and leaves a socket in TIME_WAIT: a step at 11:26. At the evening's usual peak the local ports "
             "run out. The catalogue answers fast whenever it is reached; more worker connections take no port away.", ["keepalive", "connection"], "hard")
    return c


CASES = {"media-01": keepalive_removed}
