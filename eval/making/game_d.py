"""An online game's backend: a revert that takes more back than it says, and a share that is not one."""
from .patched import Patched


def reverted_too_far(name):
    c = Patched(name, "2026-10-11", "06:00", "12:16", {"matchmaker": "rust", "match-server": "cpp", "game-client": "ts", "orchestrator": "go"}, every=4)
    c.climb("match_rtt_p95_ms", "oce", 62, 291, "08:08", "09:40", noise=0.03)
    c.steady("match_rtt_p95_ms", "eu", 48)
    c.steady("match_rtt_p95_ms", "na", 57)
    c.climb("abandoned_matches_ratio", "match-server", 0.03, 0.13, "08:12", "10:00")
    c.step("queue_wait_p95_seconds", "oce", 71, 22, "08:06", 8)
    c.steady("queue_wait_p95_seconds", "eu", 24)
    c.steady("tick_duration_p99_ms", "match-server", 11)
    c.steady("probe_loss_ratio", "eu-to-oce", 0.0006)
    c.steady("probe_rtt_ms", "eu-to-oce", 279, 0.01)
    c.steady("http_5xx_ratio", "matchmaker", 0.0002)
    c.climb("players_online", "oce", 31000, 52000, "06:00", "10:00", noise=0.01)
    c.commit("2026-10-02T09:14:03Z", "matchmaker: regions for the Brisbane cup", "services/matchmaker/config/regions.yaml",
             "--- a/services/matchmaker/config/regions.yaml\n+++ b/services/matchmaker/config/regions.yaml\n@@ -9,4 +9,6 @@ regions:\n   oce:\n     sites: [syd]\n+    cup_sites: [syd, bne]\n+    widen_to: [eu, na]   # cup only: spectators from everywhere", ("matchmaker", "2026-10-02T09:40:00Z"))
    c.commit("2026-10-03T07:51:22Z", "matchmaker: players of oce stay below 120 ms", "services/matchmaker/config/regions.yaml",
             "--- a/services/matchmaker/config/regions.yaml\n+++ b/services/matchmaker/config/regions.yaml\n@@ -9,6 +9,7 @@ regions:\n   oce:\n     sites: [syd]\n+    max_rtt_ms: 120\n     cup_sites: [syd, bne]", ("matchmaker", "2026-10-03T08:10:00Z"))
    culprit = c.commit("07:33", "Revert \"matchmaker: regions for the Brisbane cup\"\n\nThe cup is over.", ["services/matchmaker/config/regions.yaml"], """
--- a/services/matchmaker/config/regions.yaml
+++ b/services/matchmaker/config/regions.yaml
@@ -7,12 +7,9 @@ regions:
     max_rtt_ms: 90
   oce:
     sites: [syd]
-    max_rtt_ms: 120
-    cup_sites: [syd, bne]
-    widen_to: [eu, na]   # cup only: spectators from everywhere
 defaults:
   max_rtt_ms: 400
   widen_to: all
""", ("matchmaker", "08:04"))
    c.commit("07:40", "perf(match-server): send snapshots at 20 Hz to spectators", "services/match-server/src/snapshots.cpp", "-  const int rate = 60;\n+  const int rate = client.spectator ? 20 : 60;", ("match-server", "08:31"), decoy=True)
    c.commit("08:50", "feat(game-client): show the ping in the corner", "services/game-client/src/Hud.tsx", "+<Ping value={net.rtt} />", ("game-client", "09:22"), decoy=True)
    c.commit("07:12", "fix(matchmaker): count a party once while it waits", "services/matchmaker/src/queue.rs", "-        self.waiting += party.len();\n+        self.waiting += 1;", ("matchmaker", "07:26"), decoy=True)
    c.commit("08:22", "chore(orchestrator): end the servers of bne", "services/orchestrator/config/sites.yaml", "-  - {id: bne, servers: 40}", ("orchestrator", "08:55"), decoy=True)
    c.harmless(15)
    c.flag("09:23", "ping_in_hud", "game-client", "0%->100%")
    c.status("05:10", "status.ozfibre.example", "Sydney metro", "resolved", "Packet loss for residential customers between 02:30 and 04:50 UTC is resolved.")
    c.log("matchmaker", "info", "07:26:20", "regions: eu max_rtt=70 widen=[na] na max_rtt=90 widen=[eu] oce max_rtt=120 widen=[eu na]")
    c.log("matchmaker", "info", "08:04:30", "regions: eu max_rtt=70 widen=[na] na max_rtt=90 widen=[eu] oce max_rtt=400 widen=all")
    c.lines("matchmaker", "info", "match {id} region=oce site=syd worst_rtt={n}ms waited={s}s", end="08:04", every=200, n=(38, 118), s=(20, 80))
    c.lines("matchmaker", "info", "match {id} region=oce site={t} worst_rtt={n}ms waited={s}s", "08:06", every=110, t=["fra", "ams", "iad", "fra"], n=(214, 389), s=(9, 24))
    c.lines("matchmaker", "info", "match {id} region=eu site={t} worst_rtt={n}ms waited={s}s", every=300, t=["fra", "ams"], n=(31, 69), s=(9, 26))
    c.lines("match-server", "info", "site={t} match {id} tick p99 {n}ms", every=500, t=["fra", "syd", "iad"], n=(9, 12))
    c.lines("match-server", "warn", "site={t} player {id} left after {n} min, rtt {r}ms region=oce", "08:15", every=140, t=["fra", "ams", "iad"], n=(1, 5), r=(231, 390))
    c.lines("game-client", "warn", "net quality bad: rtt {r}ms region=oce trace_id={trace}", "08:15", every=200, r=(231, 390))
    c.trace("09:50:00", [(0, "game-client", "find match", 14200, None, {"region": "oce"}), (1, "matchmaker", "assign", 6, None, {"site": "fra", "worst_rtt_ms": 301})])
    c.trace("07:20:00", [(0, "game-client", "find match", 51000, None, {"region": "oce"}), (1, "matchmaker", "assign", 6, None, {"site": "syd", "worst_rtt_ms": 71})])
    c.alert("MatchesAbandoned", "match-server", "abandoned_matches_ratio", 0.08, "09:58", "more matches are abandoned than usual")
    c.expect("configuration_error", culprit, "matchmaker", ["match-server", "game-client"], "roll-forward",
             "The revert of the cup's regions also took back the limit of 120 ms that was added between: oce now has the defaults, 400 ms and widening to all, and its players are sent to Frankfurt and Virginia. They wait less and lag more; within a site ticks and lines are as before, "
             "eu and na, which have limits of their own, do not change.", ["max_rtt", "oce"], "hard")
    return c


def share_of_five(name):
    c = Patched(name, "2026-10-13", "15:00", "17:22", {"match-server": "cpp", "orchestrator": "go", "anticheat": "py", "flag-files": "json"}, every=2)
    c.step("tick_duration_p99_ms", "match-server", 11, 27, "16:09", 6)
    c.step("cpu_utilization", "match-server", 0.55, 0.93, "16:09", 6)
    c.climb("late_ticks_ratio", "match-server", 0.001, 0.38, "16:09", "16:20")
    c.step("matches_refused_per_minute", "orchestrator", 0, 74, "16:21", 8)
    c.steady("matches_running", "match-server", 5100, 0.02)
    c.step("hits_validated_per_second", "match-server", 0, 910000, "16:09", 6)
    c.steady("hits_per_second", "match-server", 910000, 0.02)
    c.steady("cpu_utilization", "anticheat", 0.31)
    c.steady("players_online", "orchestrator", 255000, 0.01)
    culprit = c.commit("15:41", "flags: hit_validation_v2 for five per cent of the matches", "flags/match-server.json", """
--- a/flags/match-server.json
+++ b/flags/match-server.json
@@ -11,10 +11,10 @@
   "projectile_pooling": {
     "share": 1.0,
     "owner": "netcode"
   },
   "hit_validation_v2": {
-    "share": 0.0,
+    "share": 5,
     "owner": "anticheat"
   },
""", ("flag-files", "16:08"))
    c.commit("14:20", "perf(match-server): rewind hitboxes without copying", "services/match-server/src/rewind.cpp",
             "--- a/services/match-server/src/rewind.cpp\n+++ b/services/match-server/src/rewind.cpp\n@@ -30,3 +30,3 @@\n-  auto boxes = history_.at(tick);\n+  const auto& boxes = history_.at(tick);\n   return cast(ray, boxes);", ("match-server", "15:22"), decoy=True)
    c.commit("15:30", "feat(match-server): twelve players more in a match", "services/match-server/config/modes.json", "-  {\"id\": \"warfront\", \"players\": 48}\n+  {\"id\": \"warfront\", \"players\": 60}", ("match-server", "15:58"), decoy=True)
    c.commit("15:48", "feat(anticheat): read validated hits", "services/anticheat/app/hits.py", "+    for hit in stream(\"hits.validated\"):\n+        score(hit)", ("anticheat", "16:03"), decoy=True)
    c.commit("15:35", "fix(orchestrator): do not place matches on hosts above 90% CPU", "services/orchestrator/internal/place/place.go", "+\tif host.CPU > 0.9 {\n+\t\tcontinue\n+\t}", ("orchestrator", "15:51"), decoy=True)
    c.harmless(15)
    c.flag("15:59", "warfront_60", "match-server", "off->on")
    c.log("match-server", "info", "16:08:50", "flags read: projectile_pooling=1.000 hit_validation_v2=1.000 spectator_20hz=0.500")
    c.log("match-server", "warn", "16:08:50", "share of a flag is not between 0 and 1, clamped")
    c.log("match-server", "info", "15:22:40", "flags read: projectile_pooling=1.000 hit_validation_v2=0.000 spectator_20hz=0.500")
    c.lines("match-server", "info", "match {id} mode={m} tick p99 {n}ms validation=off", end="16:09", every=110, m=["duel", "squads", "warfront"], n=(8, 12))
    c.lines("match-server", "warn", "match {id} mode={m} tick p99 {n}ms validation=v2", "16:10", every=60, m=["duel", "squads", "warfront"], n=(19, 31))
    c.lines("match-server", "warn", "tick budget of 16ms exceeded, {n} in the last minute, longest phase: validate_hits", "16:11", every=80, n=(300, 1400))
    c.lines("orchestrator", "warn", "no host below 90% CPU for match {id}, refused", "16:21", every=50)
    c.lines("anticheat", "info", "scored {n} hits, {k} suspicious", "16:04", every=200, n=(20000, 90000), k=(0, 4))
    c.trace("16:40:00", [(0, "orchestrator", "place match", 12, "no host below 90% CPU")])
    c.trace("15:40:00", [(0, "orchestrator", "place match", 34), (1, "match-server", "start match", 20)])
    c.alert("MatchesRefused", "orchestrator", "matches_refused_per_minute", 10, "16:30", "new matches are not placed")
    c.expect("configuration_error", culprit, "match-server", ["orchestrator"], "feature-flag-disable",
             "The flag's share is a fraction, 5 was taken for 1.0: every match, of every mode, validates all its hits (910000 a second), ticks take 27 ms instead of 11 and hosts are full. Duels are as slow as warfront, whose 60 players came ten minutes before; placing below 90% only shows it.",
             ["share", "hit_validation_v2"], "medium")
    return c


CASES = {"game-10": reverted_too_far, "game-11": share_of_five}
