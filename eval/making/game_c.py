"""An online game's backend: what comes from outside, by day and by night, and is in no commit."""
from .patched import Patched


def console_sign_in(name):
    c = Patched(name, "2026-09-28", "16:30", "18:21", {"identity": "cs", "gateway": "go", "game-client": "ts", "entitlements": "java"})
    c.step("http_5xx_ratio", "identity", 0.0012, 0.27, "17:49", 4)
    c.step("sign_ins_per_minute", "identity", 910, 655, "17:50", 4)
    c.climb("latency_p99_ms", "identity", 480, 9700, "17:46", "17:56")
    c.climb("threads_busy", "identity", 38, 187, "17:48", "18:02")
    c.step("http_5xx_ratio", "gateway", 0.0011, 0.08, "17:50", 4)
    c.steady("http_5xx_ratio", "entitlements", 0.0005)
    c.steady("token_verifications_per_second", "identity", 2100)
    c.steady("cpu_utilization", "identity", 0.28)
    c.climb("players_online", "gateway", 261000, 248000, "17:52", "18:21", noise=0.004)
    c.commit("16:58", "perf(identity): cache the platforms' signing keys for six hours", "services/identity/src/Keys.cs",
             "--- a/services/identity/src/Keys.cs\n+++ b/services/identity/src/Keys.cs\n@@ -11,3 +11,3 @@\n-        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10);\n+        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(6);\n         return await platform.GetKeys(issuer);", ("identity", "17:43"), decoy=True)
    c.commit("17:02", "feat(identity): link a console account to an existing one", ["services/identity/src/Linking.cs", "services/identity/src/Routes.cs"], "+        app.MapPost(\"/link\", Linking.Start).RequireAuthorization();", ("identity", "17:43"), decoy=True)
    c.commit("17:10", "fix(gateway): 401 instead of 500 for an expired token", "services/gateway/internal/auth/auth.go", "-\t\tw.WriteHeader(500)\n+\t\tw.WriteHeader(401)", ("gateway", "17:35"), decoy=True)
    c.commit("16:40", "chore(identity): HTTP client per platform", "services/identity/src/Program.cs", "-builder.Services.AddHttpClient(\"platforms\");\n+foreach (var p in Platform.All) builder.Services.AddHttpClient(p.Name);", ("identity", "17:04"), decoy=True)
    c.harmless(16)
    c.flag("17:44", "account_linking", "identity", "0%->2%")
    c.status("17:20", "status.mobile-g.example", "Sign-in", "resolved", "Sign-in was slow for some users in Asia between 09:10 and 10:40 UTC.")
    c.status("18:12", "status.console-a.example", "Network Services: Account", "investigating", "Some users may have difficulty signing in to games and applications.")
    c.lines("identity", "info", "signed in {id} platform={p} {ms}ms keys=cached", every=60, p=["pc", "pc", "mobile-g", "console-b"], ms=(60, 410))
    c.lines("identity", "info", "signed in {id} platform=console-a {ms}ms", end="17:46", every=140, ms=(150, 480))
    c.lines("identity", "warn", "console-a: POST https://auth.console-a.example/token took {ms}ms", "17:46", every=60, ms=(3100, 9800))
    c.lines("identity", "error", "console-a: POST https://auth.console-a.example/token 503 Service Unavailable retry-after=30 trace_id={trace}", "17:49", every=30)
    c.lines("gateway", "error", "POST /sign-in 502 platform=console-a trace_id={trace}", "17:50", every=50)
    c.lines("game-client", "warn", "sign-in failed, code NW-31 platform=console-a", "17:50", every=70)
    c.lines("entitlements", "info", "entitlements of {id}: {n} items", every=200, n=(1, 40))
    c.trace("18:04:00", [(0, "gateway", "POST /sign-in", 9100, "502", {"platform": "console-a"}), (1, "identity", "sign in", 9080, "503"), (2, "identity", "POST auth.console-a.example/token", 9020, "503", {"peer": "auth.console-a.example"})])
    c.trace("18:04:30", [(0, "gateway", "POST /sign-in", 260, None, {"platform": "console-b"}), (1, "identity", "sign in", 240), (2, "identity", "POST auth.console-b.example/token", 190, None, {"peer": "auth.console-b.example"})])
    c.alert("SignInFails", "identity", "http_5xx_ratio", 0.05, "18:00", "more than a quarter of the sign-ins fail")
    c.expect("external_provider", "none", "identity", ["gateway", "game-client"], "escalate-upstream",
             "console-a's own token endpoint became slow and then answers 503; only its players are hit, its status page says so twenty minutes later. The other platforms sign in through the same code, with the same cached keys. "
             "Errors come six minutes after the deploy, and not from what it changed: keys are for checking, the token is asked for before.", ["console-a", "503"], "medium")
    return c


def everybody_comes(name):
    c = Patched(name, "2026-10-03", "17:30", "19:26", {"lobby": "ex", "matchmaker": "rust", "match-server": "cpp", "identity": "cs", "gateway": "go"})
    c.climb("requests_per_second", "gateway", 5200, 31400, "18:31", "18:52")
    c.climb("requests_per_second", "identity", 190, 2350, "18:31", "18:49")
    c.climb("requests_per_second", "lobby", 1900, 11600, "18:32", "18:54")
    c.climb("requests_per_second", "matchmaker", 820, 4700, "18:33", "18:56")
    c.climb("players_online", "gateway", 212000, 1256000, "18:31", "18:53", noise=0.005)
    c.climb("new_accounts_per_minute", "identity", 64, 8900, "18:31", "18:47")
    c.steady("requests_per_player_per_minute", "gateway", 1.5)
    c.climb("cpu_utilization", "lobby", 0.31, 0.97, "18:32", "18:55")
    c.climb("cpu_utilization", "matchmaker", 0.27, 0.96, "18:33", "18:58")
    c.climb("queue_wait_p95_seconds", "matchmaker", 24, 610, "18:44", "19:15")
    c.climb("http_5xx_ratio", "lobby", 0.0008, 0.13, "18:50", "19:05")
    c.climb("http_5xx_ratio", "gateway", 0.001, 0.09, "18:51", "19:06")
    c.climb("ready_replicas", "lobby", 24, 60, "18:36", "18:49", noise=0)
    c.climb("ready_replicas", "matchmaker", 10, 24, "18:37", "18:50", noise=0)
    c.commit("17:40", "feat(matchmaker): widen the search more slowly", "services/matchmaker/src/widen.rs", "-    let width = base + waited.as_secs() * 12;\n+    let width = base + waited.as_secs() * 10;", ("matchmaker", "18:22"), decoy=True)
    c.commit("17:51", "fix(gateway): try the lobby once more after a reset", "services/gateway/internal/lobby/retry.go",
             "--- a/services/gateway/internal/lobby/retry.go\n+++ b/services/gateway/internal/lobby/retry.go\n@@ -9,3 +9,6 @@ func (c *Client) Do(req *http.Request) (*http.Response, error) {\n-\treturn c.http.Do(req)\n+\tres, err := c.http.Do(req)\n+\tif errors.Is(err, syscall.ECONNRESET) && req.GetBody != nil {\n+\t\treturn c.http.Do(rewind(req))\n+\t}\n+\treturn res, err", ("gateway", "18:29"), decoy=True)
    c.commit("16:55", "chore(lobby): hpa at most 60 instead of 50", "deploy/lobby/hpa.yaml", "-  maxReplicas: 50\n+  maxReplicas: 60", ("lobby", "17:20"), decoy=True)
    c.commit("18:05", "feat(lobby): show friends first", "services/lobby/lib/lobby/friends.ex", "+    |> Enum.sort_by(& &1.online, :desc)", ("lobby", "18:26"), decoy=True)
    c.harmless(15)
    c.flag("18:28", "friends_first", "lobby", "off->on")
    c.log("lobby", "info", "2026-09-26T19:10:00Z", "Saturday peak: 2210 requests/s, 27 replicas")
    c.lines("identity", "info", "new account {id} referrer={r}", end="18:31", every=180, r=["-", "friends", "store-page"])
    c.lines("identity", "info", "new account {id} referrer=https://streams.example/ironfang campaign=-", "18:31", every=45)
    c.lines("gateway", "info", "GET /lobby 200 attempt=1 {ms}ms client=new", "18:31", every=60, ms=(30, 4100))
    c.lines("gateway", "info", "GET /lobby 200 attempt=1 {ms}ms", every=180, ms=(20, 60))
    c.lines("lobby", "warn", "run queue {n} on {k} schedulers, autoscaler is at its maximum of 60", "18:50", every=60, n=(210, 1400), k=[8])
    c.lines("lobby", "error", "** (DBConnection.ConnectionError) checkout dropped from queue after {ms}ms", "18:51", every=60, ms=(1000, 4000))
    c.lines("matchmaker", "warn", "{n} players wait, oldest {s}s", "18:46", every=70, n=(9000, 61000), s=(60, 640))
    c.lines("match-server", "info", "fleet: {n} matches running", every=400, n=(5000, 14900))
    c.lines("gateway", "error", "GET /lobby 503 attempt=1 trace_id={trace}", "18:52", every=50)
    c.trace("19:02:00", [(0, "gateway", "GET /lobby", 4100, "503"), (1, "lobby", "open lobby", 4060, "checkout dropped from queue")])
    c.trace("17:55:00", [(0, "gateway", "GET /lobby", 34), (1, "lobby", "open lobby", 28), (2, "matchmaker", "estimate", 5)])
    c.alert("LobbyErrors", "lobby", "http_5xx_ratio", 0.05, "19:01", "lobbies do not open")
    c.expect("traffic_surge", "none", "gateway", ["lobby", "matchmaker", "identity"], "scale",
             "Five to six times as many requests since 18:31, on every tier alike, by new players who come from a stream; each sends as many requests as before, all are first attempts, so nothing retries. Autoscaling is at its maximum and CPU is full. "
             "The maximum was 50 before, which is less.", ["new", "60"], "medium")
    return c


def path_between_regions(name):
    c = Patched(name, "2026-10-06", "19:00", "20:47", {"match-server": "cpp", "orchestrator": "go", "progression": "kt", "gateway": "go"})
    c.step("heartbeats_missed_per_minute", "orchestrator", 3, 1240, "20:12", 2)
    c.step("matches_aborted_per_minute", "orchestrator", 1, 88, "20:13", 3)
    for way, loss in (("eu-to-sa", 0.19), ("sa-to-eu", 0.17)):
        c.step("probe_loss_ratio", way, 0.0004, loss, "20:12", 1)
        c.step("probe_rtt_ms", way, 188, 231, "20:12", 1)
    for way in ("eu-to-na", "na-to-sa"):
        c.steady("probe_loss_ratio", way, 0.0005)
    c.steady("probe_rtt_ms", "eu-to-na", 84)
    c.steady("probe_rtt_ms", "na-to-sa", 118)
    c.step("tcp_retransmit_ratio", "progression", 0.002, 0.061, "20:12", 2)
    c.step("latency_p99_ms", "progression", 240, 3900, "20:12", 3)
    c.steady("cpu_utilization", "match-server", 0.55)
    c.steady("cpu_utilization", "orchestrator", 0.21)
    c.steady("matches_running", "match-server", 5300, 0.02)
    c.commit("2026-10-05T15:12:20Z", "fix(orchestrator): notice dead match servers sooner", "services/orchestrator/internal/fleet/heartbeat.go",
             "--- a/services/orchestrator/internal/fleet/heartbeat.go\n+++ b/services/orchestrator/internal/fleet/heartbeat.go\n@@ -14,3 +14,3 @@\n-const deadAfter = 15 * time.Second\n+const deadAfter = 10 * time.Second", ("orchestrator", "2026-10-05T16:01:44Z"), decoy=True)
    c.commit("19:20", "feat(match-server): heartbeat carries the tick rate", "services/match-server/src/heartbeat.cpp", "+    beat.set_tick_rate(clock_.rate());", ("match-server", "19:58"), decoy=True)
    c.commit("19:31", "chore(orchestrator): grpc 1.64 to 1.65", ["services/orchestrator/go.mod", "services/orchestrator/go.sum"], "-\tgoogle.golang.org/grpc v1.64.0\n+\tgoogle.golang.org/grpc v1.65.0", ("orchestrator", "20:08"), decoy=True)
    c.commit("19:02", "refactor(progression): one HTTP client for all regions", "services/progression/src/main/kotlin/game/Regions.kt", "-    val client = HttpClient(region)\n+    val client = clients.getOrPut(region.zone) { HttpClient(region) }", ("progression", "19:33"), decoy=True)
    c.harmless(16)
    c.flag("20:00", "tick_rate_in_heartbeat", "match-server", "0%->100%")
    c.status("20:41", "status.transit.example", "Backbone Lisbon - Fortaleza", "degraded", "We are investigating packet loss on one of our submarine paths.")
    c.log("orchestrator", "info", "20:08:40", "started grpc=1.65.0 deadAfter=10s, 5290 servers known")
    c.lines("orchestrator", "info", "heartbeat of {id} region={r} tick={n}", every=90, r=["eu", "na"], n=(58, 60))
    c.lines("orchestrator", "info", "heartbeat of {id} region=sa tick={n}", end="20:12", every=160, n=(58, 60))
    c.lines("orchestrator", "warn", "server {id} region=sa missed {k} heartbeats", "20:12", every=40, k=(3, 5))
    c.lines("orchestrator", "error", "server {id} region=sa is taken for dead, match is aborted, results are lost", "20:13", every=45)
    c.lines("match-server", "warn", "region=sa beat to orchestrator.eu not acknowledged within 2s, sending again; {n} players are playing", "20:12", every=50, n=(40, 60))
    c.lines("progression", "warn", "profile store sa: read tcp 10.8.1.3->10.64.0.9:443: retransmission timeout", "20:12", every=80)
    c.lines("gateway", "info", "region=sa join 200 via na {ms}ms", every=300, ms=(140, 220))
    c.trace("20:30:00", [(0, "progression", "GET profile", 3600), (1, "progression", "GET profile-store.sa", 3570, None, {"peer": "profile-store.sa", "retransmits": 4})])
    c.trace("20:30:10", [(0, "progression", "GET profile", 110), (1, "progression", "GET profile-store.na", 96, None, {"peer": "profile-store.na", "retransmits": 0})])
    c.alert("MatchesAborted", "orchestrator", "matches_aborted_per_minute", 10, "20:21", "running matches are being aborted")
    c.expect("network", "none", "orchestrator", ["match-server", "progression"], "reroute",
             "A fifth of the packets between eu and sa is lost since 20:12, in both directions, for heartbeats as for TCP of another service; eu to na and na to sa are clean. Servers in sa live and play on. "
             "The shorter limit has been in use since yesterday and heartbeats of the other regions arrive with the same builds.", ["loss", "sa"], "hard")
    return c


CASES = {"game-07": console_sign_in, "game-08": everybody_comes, "game-09": path_between_regions}
