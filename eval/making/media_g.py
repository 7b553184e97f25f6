"""A media house: many visitors behind few addresses, packets between zones."""
from .service import Service


def sticky_by_address(name):
    c = Service(name, "2026-07-24", "19:20", "20:47", {"edge": "nginx", "comments": "go", "player": "ts", "articles": "py"})
    c.step("requests_per_second", "comments-0", 96, 374, "20:18", 2)
    for pod in ("comments-1", "comments-2", "comments-3"):
        c.step("requests_per_second", pod, 96, 4, "20:18", 2)
    c.step("cpu_utilization", "comments-0", 0.29, 0.99, "20:18", 3, noise=0.01)
    c.step("cpu_utilization", "comments-1", 0.29, 0.03, "20:18", 3)
    c.step("http_p99_ms", "comments", 88, 4100, "20:19", 4)
    c.step("http_5xx_ratio", "edge", 0.001, 0.09, "20:20", 4)
    c.steady("requests_per_second", "comments", 386)
    culprit = c.commit("19:55", "feat(edge): viewers stay on one pod for live comments", "edge/nginx/conf.d/comments.conf", """
--- a/edge/nginx/conf.d/comments.conf
+++ b/edge/nginx/conf.d/comments.conf
@@ -1,5 +1,6 @@
 upstream comments {
     zone comments 64k;
-    least_conn;
+    # websocket upgrade and long polling of one viewer meet the same pod
+    ip_hash;
     server comments-0.comments:8080; server comments-1.comments:8080;
""", ("edge", "20:16"))
    c.commit("19:58", "feat(comments): emoji reactions", ["services/comments/react.go", "services/comments/store.go"],
             "--- a/services/comments/react.go\n+++ b/services/comments/react.go\n@@ -0,0 +1,9 @@\n+func (s *Server) React(w http.ResponseWriter, r *http.Request) {\n+\tkind := r.PathValue(\"kind\")\n+\tif !known[kind] {\n+\t\thttp.Error(w, \"kind\", http.StatusBadRequest)\n+\t\treturn\n+\t}\n+\ts.store.Incr(r.Context(), r.PathValue(\"id\"), kind)\n+}", ("comments", "20:12"), decoy=True)
    c.commit("20:01", "chore(comments): cpu limit 1 to 1500m", "deploy/comments/values.yaml", "-  limits: {cpu: \"1\"}\n+  limits: {cpu: 1500m}", ("comments", "20:12"), decoy=True)
    c.commit("20:05", "feat(player): reactions under live streams", "services/player/src/Reactions.tsx", "+<Reactions kinds={kinds} />", ("player", "20:22"), decoy=True)
    c.harmless(12)
    c.flag("20:13", "live_reactions", "comments", "0%->10%")
    c.lines("edge", "info", "POST /comments 200 upstream={u} client=198.18.4.{h} xff=\"{a}.{b}.{c2}.{d}\"", every=50, end="20:17", u=["comments-0", "comments-1", "comments-2", "comments-3"], h=[11, 12, 13], a=(20, 90), b=(1, 250), c2=(1, 250), d=(1, 250))
    c.lines("edge", "info", "POST /comments 200 upstream=comments-0 client=198.18.4.{h} xff=\"{a}.{b}.{c2}.{d}\"", "20:18", every=45, h=[11, 12, 13], a=(20, 90), b=(1, 250), c2=(1, 250), d=(1, 250))
    c.lines("edge", "info", "POST /comments 200 upstream=comments-3 client=10.2.{b}.{d} xff=\"-\"", "20:18", every=200, b=(1, 9), d=(1, 250))
    c.lines("edge", "error", "upstream timed out (110: Connection timed out) while reading response header from upstream, upstream: \"http://comments-0.comments:8080/comments\"", "20:19", every=35)
    c.lines("comments", "warn", "run queue is long, request waited {ms}ms pod=comments-0", "20:19", every=35, ms=(900, 4000), labels={"pod": "comments-0"})
    c.lines("comments", "info", "stored comment {id} pod=comments-{n}", every=90, n=(1, 3))
    c.lines("articles", "info", "GET /a/{n} 200", every=140, n=(1000, 9999))
    c.trace("20:30:00", [(0, "player", "POST comment", 4010, "504"), (1, "edge", "POST /comments", 4000, "upstream timed out", {"upstream": "comments-0"}), (2, "comments", "Store", 3900, None, {"pod": "comments-0", "queue_wait_ms": 3860})])
    c.trace("20:30:20", [(0, "player", "POST comment", 40), (1, "edge", "POST /comments", 35, None, {"upstream": "comments-3"}), (2, "comments", "Store", 20, None, {"pod": "comments-3"})])
    c.alert("CommentsSlow", "comments", "http_p99_ms", 1500, "20:27", "comments take seconds")
    c.expect("configuration_error", culprit, "comments", ["edge", "player"], "config-revert",
             "ip_hash distributes by the address that the edge sees, and that is one of three neighbours (one /24) of the content network, so one pod of four gets nearly all of the same total. Reactions and the higher limit concern all pods alike.", ["ip_hash"])
    return c


def packets_between_zones(name):
    c = Service(name, "2026-07-27", "13:00", "14:19", {"catalog-api": "go", "search": "rust", "profiles": "java", "edge": "nginx"})
    for pair, loss in (("zone-a-zone-b", 0.0001), ("zone-b-zone-c", 0.0001), ("zone-a-zone-c", 0.071)):
        c.step("packet_loss_ratio", pair, 0.0001, loss, "14:01", 1)
    c.step("tcp_retransmits_per_second", "zone-c-nodes", 2, 410, "14:01", 1)
    for service, before, after in (("catalog-api", 60, 1900), ("search", 45, 1600), ("profiles", 70, 2100)):
        c.step("http_p99_ms", service, before, after, "14:02", 2)
    c.step("http_5xx_ratio", "edge", 0.001, 0.07, "14:02", 2)
    for service in ("catalog-api", "search", "profiles"):
        c.steady("cpu_utilization", service, 0.3)
        c.steady("http_p50_ms", service, 14)
    c.commit("13:31", "refactor(search): one client for all indices", "services/search/src/client.rs", "-    let books = Client::new(cfg.books());\n-    let films = Client::new(cfg.films());\n+    let client = Client::shared(cfg.all());", ("search", "13:52"), decoy=True)
    c.commit("13:36", "chore(edge): upstream read timeout 3s to 2500ms", "edge/nginx/conf.d/timeouts.conf", "-proxy_read_timeout 3s;\n+proxy_read_timeout 2500ms;", ("edge", "13:49"), decoy=True)
    c.commit("13:40", "feat(catalog-api): series sorted by last seen", "services/catalog-api/rows/continue.go", "+\tslices.SortFunc(rows, bySeen)", ("catalog-api", "13:58"), decoy=True)
    c.commit("13:15", "chore(infra): label zones in the dashboards", "infra/monitoring/zones.tf", "+  zone_label = true", ("infra", "13:28"))
    c.harmless(12)
    c.flag("13:59", "continue_sorted", "catalog-api", "10%->100%")
    c.lines("catalog-api", "info", "GET /catalog/home 200 {ms}ms zone={z}", every=70, ms=(9, 40), z=["zone-a", "zone-b", "zone-c"])
    c.lines("catalog-api", "warn", "read from profiles took {ms}ms, connection zone-a -> zone-c, {r} retransmits", "14:01", every=35, ms=(900, 2400), r=(2, 7))
    c.lines("search", "warn", "shard 3 answered after {ms}ms (this pod zone-c, shard zone-a)", "14:01", every=35, ms=(800, 2300))
    c.lines("profiles", "warn", "replica read {ms}ms peer=profiles-db-1.zone-a pod zone=zone-c", "14:02", every=40, ms=(900, 2600))
    c.lines("profiles", "info", "replica read {ms}ms peer=profiles-db-2.zone-b pod zone=zone-c", every=80, ms=(2, 6))
    c.lines("edge", "error", "upstream timed out while reading response header, upstream catalog-api pod zone={z}", "14:02", every=40, z=["zone-a", "zone-c"])
    c.trace("14:08:00", [(0, "edge", "GET /catalog/home", 2060), (1, "catalog-api", "Home", 2040, None, {"zone": "zone-a"}), (2, "profiles", "Get", 2000, None, {"zone": "zone-c", "work_ms": 6})])
    c.trace("14:08:10", [(0, "edge", "GET /catalog/home", 50), (1, "catalog-api", "Home", 44, None, {"zone": "zone-a"}), (2, "profiles", "Get", 9, None, {"zone": "zone-b", "work_ms": 6})])
    c.alert("EdgeErrors", "edge", "http_5xx_ratio", 0.05, "14:08", "edge answers more than 5% of requests with 5xx")
    c.expect("network", "none", "catalog-api", ["search", "profiles", "edge"], "escalate-upstream",
             "Seven of a hundred packets between zone a and zone c are lost since 14:01. Three services in three languages are slow exactly where a call crosses these two zones; medians and work times are as ever. Half a second less patience at the edge "
             "had been out for twelve minutes and makes nobody slow.", ["zone"])
    return c


CASES = {"media-09": sticky_by_address, "media-10": packets_between_zones}
