"""A media house: a header that browsers obey, a gap in what is measured."""
from .service import Service


def policy_header(name):
    c = Service(name, "2026-06-18", "14:00", "15:31", {"edge": "nginx", "player-web": "ts", "drm-proxy": "go", "catalog-api": "go"})
    c.climb("playback_starts_per_minute", "player-web", 410, 9, "15:02", "15:13")
    c.steady("playback_starts_per_minute", "player-tv", 520)
    c.climb("requests_per_second", "drm-proxy", 31, 17.5, "15:02", "15:13")
    c.steady("licence_error_ratio", "drm-proxy", 0.004)
    c.steady("http_5xx_ratio", "edge", 0.0008)
    c.steady("http_5xx_ratio", "catalog-api", 0.0004)
    c.climb("client_errors_per_minute", "player-web", 6, 402, "15:02", "15:13")
    culprit = c.commit("14:41", "security(edge): headers as the audit recommends", "edge/nginx/snippets/headers.conf", """
--- a/edge/nginx/snippets/headers.conf
+++ b/edge/nginx/snippets/headers.conf
@@ -1,4 +1,6 @@
-add_header Content-Security-Policy "default-src 'self'; img-src 'self' data: https://img.media.example; connect-src 'self' https://*.media.example; media-src blob:" always;
+add_header Content-Security-Policy "default-src 'self'; img-src 'self' data: https://img.media.example; media-src blob:; object-src 'none'; base-uri 'self'" always;
+add_header Referrer-Policy strict-origin-when-cross-origin always;
+add_header Permissions-Policy "camera=(), microphone=()" always;
 add_header X-Content-Type-Options nosniff always;
""", ("edge", "15:01"))
    c.commit("14:50", "feat(player-web): subtitles can be moved", ["services/player-web/src/Subtitles.tsx", "services/player-web/src/subtitles.css"],
             "--- a/services/player-web/src/Subtitles.tsx\n+++ b/services/player-web/src/Subtitles.tsx\n@@ -3,8 +3,19 @@\n-export const Subtitles = ({ cue }: Props) => <div className=\"cue\">{cue.text}</div>;\n+export const Subtitles = ({ cue }: Props) => {\n"
             "+  const [pos, move] = useDrag({ x: 0, y: 0 });\n+  return <div className=\"cue\" style={translate(pos)} onPointerDown={move}>{cue.text}</div>;\n+};", ("player-web", "15:06"), decoy=True)
    c.commit("14:33", "refactor(drm-proxy): device table from a file", "services/drm-proxy/devices.go", "-var devices = map[string]Class{\"tv\": UHD, \"web\": HD, \"phone\": HD}\n+//go:embed devices.json\n+var raw []byte // tv: UHD, web: HD, phone: HD", ("drm-proxy", "14:52"), decoy=True)
    c.commit("14:44", "chore(edge): access log with the TLS version", "edge/nginx/nginx.conf", "-  log_format main '$remote_addr $request $status';\n+  log_format main '$remote_addr $request $status $ssl_protocol';", ("edge", "15:01"), decoy=True)
    c.harmless(12)
    c.flag("15:06", "movable_subtitles", "player-web", "0%->100%")
    c.lines("edge", "info", "GET /watch/{n} 200 TLSv1.3 platform={p}", every=80, n=(1000, 9999), p=["web", "tv"])
    c.lines("drm-proxy", "info", "licence issued platform=web", end="15:10", every=90)
    c.lines("drm-proxy", "info", "licence issued platform=tv", every=80)
    c.lines("player-web", "error", "start failed: TypeError: Failed to fetch (licence) agent=Chrome/{v} page=/watch/{n}", "15:02", every=30, v=(120, 127), n=(1000, 9999))
    c.lines("report-endpoint", "warn", "browser report blocked-uri=https://lic.media.example/v1/licence effective-directive=connect-src page=/watch/{n}", "15:02", every=40, n=(1000, 9999))
    c.lines("catalog-api", "info", "title read id={n} {ms}ms", every=120, n=(1000, 9999), ms=(3, 12))
    c.trace("15:20:00", [(0, "edge", "GET /watch/4410", 12), (1, "catalog-api", "Title", 6)])
    c.trace("14:30:00", [(0, "drm-proxy", "POST /licence", 170, None, {"platform": "web"})])
    c.alert("WebPlaybackDropped", "player-web", "playback_starts_per_minute", 200, "15:14", "hardly anybody starts a film in a browser", below=True)
    c.expect("configuration_error", culprit, "player-web", [], "config-revert",
             "The new policy header has no connect-src any more, so default-src 'self' holds and browsers refuse to fetch licences from lic.media.example; no request reaches a server, which is why no server errs. Televisions do not care for the header. "
             "The player's release came four minutes later and concerns subtitles.", ["Content-Security-Policy"])
    return c


def gap_in_metrics(name):
    c = Service(name, "2026-06-19", "13:30", "14:41", {"catalog-api": "go", "edge": "nginx", "player": "ts"})
    gap = lambda value, hole: (lambda m: hole if c.minute("14:21") <= m < c.minute("14:28") else value)
    c.shape("requests_per_second", "service=catalog-api", gap(880, 0), 0.03)
    c.shape("cpu_utilization", "service=catalog-api", gap(0.34, None), 0.03)
    c.shape("memory_working_set_mib", "service=catalog-api", gap(310, None), 0.01)
    c.shape("up", "service=catalog-api", gap(1, 0), 0)
    c.steady("upstream_requests_per_second", "edge", 884)
    c.steady("http_5xx_ratio", "edge", 0.0007)
    c.steady("http_p99_ms", "edge", 96)
    c.steady("playback_starts_per_minute", "player", 930)
    c.commit("13:51", "refactor(catalog-api): router with methods in patterns", "services/catalog-api/http/routes.go",
             "--- a/services/catalog-api/http/routes.go\n+++ b/services/catalog-api/http/routes.go\n@@ -9,4 +9,4 @@\n-\tr.Get(\"/catalog/home\", h.Home)\n-\tr.Get(\"/catalog/title/{id}\", h.Title)\n+\tmux.HandleFunc(\"GET /catalog/home\", h.Home)\n+\tmux.HandleFunc(\"GET /catalog/title/{id}\", h.Title)",
             ("catalog-api", "14:12"), decoy=True)
    c.commit("13:58", "chore(catalog-api): GOGC 150", "deploy/catalog-api/values.yaml", "-  GOGC: \"100\"\n+  GOGC: \"150\"", ("catalog-api", "14:18"), decoy=True)
    c.commit("14:02", "feat(edge): shorter keepalive for bots", "edge/nginx/conf.d/bots.conf", "+keepalive_timeout 5s;", ("edge", "14:16"), decoy=True)
    c.harmless(12)
    c.flag("14:19", "home_rows_v3", "catalog-api", "5%->10%")
    c.log("metrics-agent", "warn", "14:20:48", "agent on pool-b stopped: node is rebooted for its weekly kernel patch", {"node": "pool-b-3"})
    c.log("metrics-agent", "info", "14:27:40", "agent on pool-b started, scraping 212 targets", {"node": "pool-b-3"})
    c.lines("catalog-api", "info", "GET /catalog/{w} 200 {ms}ms", every=60, w=["home", "title/8841", "title/1207", "continue"], ms=(5, 40))
    c.lines("catalog-api", "info", "GET /catalog/{w} 200 {ms}ms", "14:21", "14:28", every=20, w=["home", "title/8841", "title/1207", "continue"], ms=(5, 40))
    c.lines("edge", "info", "GET /catalog/home 200 rt=0.0{n} upstream=catalog-api", every=60, n=(11, 60))
    c.lines("player", "info", "playback started title={n}", every=80, n=(1000, 9999))
    c.trace("14:24:00", [(0, "player", "GET /catalog/home", 50), (1, "edge", "GET /catalog/home", 46), (2, "catalog-api", "Home", 40)])
    c.trace("14:36:00", [(0, "player", "GET /catalog/home", 52), (1, "edge", "GET /catalog/home", 47), (2, "catalog-api", "Home", 41)])
    c.alert("CatalogTrafficGone", "catalog-api", "requests_per_second", 100, "14:26", "catalog-api gets no requests", below=True)
    c.expect("healthy", "none", "catalog-api", [], "none",
             "Only the measuring stopped: the agent that scrapes catalog-api was away for seven minutes with its node. The edge counted the same requests all the time, the service logged them, films started, nobody saw an error, and the series are "
             "back since 14:28.", ["agent"])
    return c


CASES = {"media-06": policy_header, "media-07": gap_in_metrics}
