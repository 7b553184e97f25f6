"""A media house: seats sold twice, a licence provider that fails."""
from .service import Service


def seats_without_lock(name):
    c = Service(name, "2026-05-15", "13:30", "34:21", {"tickets": "py", "seatmap": "go", "box-office": "ts"}, every=10)
    c.step("requests_per_second", "tickets", 9, 410, "34:00", 3)
    c.climb("seats_sold_total", "tickets", 0, 9200, "34:00", "34:20", noise=0.01)
    c.climb("seats_sold_twice_total", "tickets", 0, 263, "34:01", "34:20", noise=0)
    c.steady("http_5xx_ratio", "tickets", 0.0011)
    c.step("http_p99_ms", "tickets", 140, 310, "34:00", 3)
    c.step("http_409_ratio", "tickets", 0.004, 0.002, "34:00", 3)
    c.steady("db_deadlocks_per_minute", "tickets-db", 0, 0)
    c.steady("http_p99_ms", "seatmap", 22)
    culprit = c.commit("14:32", "refactor(tickets): queries live in the manager", ["services/tickets/app/models.py", "services/tickets/app/sell.py"], """
--- a/services/tickets/app/models.py
+++ b/services/tickets/app/models.py
@@ -30,4 +30,12 @@ class SeatManager(models.Manager):
+    def free(self, event_id):
+        return self.filter(event_id=event_id, state=Seat.FREE)
+
+    def free_seat(self, event_id, seat_id):
+        return self.free(event_id).filter(id=seat_id).first()
--- a/services/tickets/app/sell.py
+++ b/services/tickets/app/sell.py
@@ -12,12 +12,10 @@ def sell(event_id, seat_id, buyer):
     with transaction.atomic():
-        seat = (Seat.objects.select_for_update()
-                .filter(event_id=event_id, id=seat_id, state=Seat.FREE)
-                .first())
+        seat = Seat.objects.free_seat(event_id, seat_id)
         if seat is None:
             raise Taken(seat_id)
         seat.state = Seat.SOLD
         seat.save()
         Ticket.objects.create(seat=seat, buyer=buyer)
""", ("tickets", "15:04"))
    c.commit("31:40", "chore(tickets): 24 workers for tomorrow's on-sale", "deploy/tickets/values.yaml", "--- a/deploy/tickets/values.yaml\n+++ b/deploy/tickets/values.yaml\n@@ -3,3 +3,3 @@\n-workers: 6\n+workers: 24", ("tickets", "32:10"), decoy=True)
    c.commit("33:05", "feat(box-office): ask again when the seat map does not load", "services/box-office/src/api.ts",
             "-  return get(`/seatmap/${event}`);\n+  return retry(() => get(`/seatmap/${event}`), { times: 2 });", ("box-office", "33:30"), decoy=True)
    c.commit("33:10", "perf(seatmap): keep free seats in memory for one second", "services/seatmap/cache.go",
             "+\tif m, ok := s.recent.Get(event); ok && time.Since(m.At) < time.Second {\n+\t\treturn m, nil\n+\t}", ("seatmap", "33:36"), decoy=True)
    c.harmless(16)
    c.flag("34:00", "onsale_881", "tickets")
    c.log("tickets", "info", "2026-03-14T08:31:10Z", "on-sale of event 790 closed: workers=24 sold=31044 taken_replies=8120 sold_twice=0")
    c.log("tickets", "info", "32:10:40", "24 workers started")
    c.log("tickets", "info", "34:00:00", "on-sale of event 881 opened")
    c.lines("tickets", "info", "seat {r}-{s} of event 790 sold ticket={id}", end="33:50", every=3000, r=["A", "B", "H"], s=(1, 40))
    c.lines("tickets", "info", "seat {r}-{s} of event 881 sold ticket={id}", "34:00", every=55, r=["A", "B", "C", "D", "F"], s=(1, 40))
    c.lines("tickets", "error", "nightly rule one_ticket_per_seat, run every minute: seat {r}-{s} of event 881 has 2 tickets, created {ms}ms apart", "34:01", every=50, r=["A", "B", "C"], s=(1, 40), ms=(3, 41))
    c.lines("box-office", "warn", "buyer {id} was told: your seat belongs to somebody else", "34:06", every=70)
    c.lines("seatmap", "info", "map of event 881 sent free={n}", "34:00", every=90, n=(22000, 31000))
    c.trace("34:05:00", [(0, "box-office", "POST /buy", 260), (1, "tickets", "sell", 230), (2, "tickets", "SELECT seat", 2), (2, "tickets", "UPDATE seat", 3), (2, "tickets", "INSERT ticket", 3)])
    c.trace("14:00:00", [(0, "box-office", "POST /buy", 120), (1, "tickets", "sell", 96), (2, "tickets", "SELECT seat FOR UPDATE", 3), (2, "tickets", "UPDATE seat", 3), (2, "tickets", "INSERT ticket", 3)])
    c.alert("SeatsSoldTwice", "tickets", "seats_sold_twice_total", 0, "34:11", "seats have two tickets")
    c.expect("code_defect", culprit, "tickets", ["box-office"], "rollback",
             "The refactoring reads the seat without select_for_update, so two buyers who come within milliseconds both see it free. It takes an on-sale to show; the one in March, with the same 24 workers, sold nothing twice. The seat map is only "
             "shown, selling asks the database.", ["select_for_update"], "hard")
    return c


def licences_fail(name):
    c = Service(name, "2026-05-18", "19:10", "20:27", {"drm-proxy": "go", "player": "ts", "catalog-api": "go"})
    c.step("licence_error_ratio", "drm-proxy", 0.004, 0.62, "20:05", 2)
    c.step("upstream_p99_ms", "drm-proxy", 180, 8000, "20:05", 2)
    c.step("playback_start_failures_per_minute", "player", 5, 880, "20:05", 3)
    c.steady("cpu_utilization", "drm-proxy", 0.22)
    c.steady("requests_per_second", "drm-proxy", 140)
    c.steady("http_5xx_ratio", "catalog-api", 0.0004)
    before = c.commit("2026-05-17T10:12:20Z", "feat(drm-proxy): count licences per device class", "services/drm-proxy/metrics.go", "+\tlicences.WithLabelValues(device.Class()).Inc()", ("drm-proxy", "2026-05-17T10:30:00Z"))
    c.commit("19:38", "refactor(drm-proxy): one transport for all licence servers", "services/drm-proxy/upstream/transport.go", """
--- a/services/drm-proxy/upstream/transport.go
+++ b/services/drm-proxy/upstream/transport.go
@@ -10,14 +10,12 @@
-func newKeyhaven() *http.Client {
-	return &http.Client{Timeout: 8 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
-}
-
-func newVaultline() *http.Client {
-	return &http.Client{Timeout: 8 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
-}
+var shared = &http.Transport{MaxIdleConnsPerHost: 64}
+
+func newClient() *http.Client {
+	return &http.Client{Timeout: 8 * time.Second, Transport: shared}
+}
""", ("drm-proxy", "20:02"), decoy=True)
    c.deploy("drm-proxy", "20:14", before)
    c.commit("19:44", "feat(player): 4K on the new television sets", "services/player/src/quality.ts", "+  if (device.uhd) ladder.push(\"2160p\");", ("player", "20:03"), decoy=True)
    c.commit("19:30", "chore(drm-proxy): egress also to Keyhaven's second range", "deploy/drm-proxy/networkpolicy.yaml", "         - ipBlock: {cidr: 198.51.100.0/25}\n+        - ipBlock: {cidr: 198.51.100.128/25}", ("drm-proxy", "19:51"), decoy=True)
    c.harmless(13)
    c.flag("20:03", "uhd_ladder", "player", "5%->25%")
    c.status("20:21", "status.keyhaven.example", "Licence issuance EU", "investigating", "We see elevated latency and errors for licence requests in the EU.")
    c.status("11:00", "status.vaultline.example", "Licence issuance", "operational", "Scheduled maintenance is complete.")
    c.log("drm-proxy", "info", "20:14:30", "version of 2026-05-17 started (rollback by hanna.krol)")
    c.lines("drm-proxy", "info", "licence issued upstream={u} took={ms}ms", every=80, u=["vaultline", "keyhaven", "vaultline"], ms=(70, 210), end="20:05")
    c.lines("drm-proxy", "info", "licence issued upstream=vaultline took={ms}ms", "20:05", every=50, ms=(70, 200))
    c.lines("drm-proxy", "error", ["licence request failed upstream=keyhaven status=503 retry-after=30 request_id=kh-{id}", "licence request failed upstream=keyhaven: no answer within 8s"], "20:05", every=30)
    c.lines("player", "error", "playback could not start: licence 502 trace_id={trace}", "20:05", every=35)
    c.trace("20:20:00", [(0, "player", "start playback", 8090, "licence 502"), (1, "drm-proxy", "POST /licence", 8020, "upstream timeout"), (2, "drm-proxy", "POST licence.keyhaven.example", 8000, "timeout", {"peer": "licence.keyhaven.example"})])
    c.trace("20:19:10", [(0, "player", "start playback", 300), (1, "drm-proxy", "POST /licence", 170), (2, "drm-proxy", "POST licence.vaultline.example", 150, None, {"peer": "licence.vaultline.example"})])
    c.alert("PlaybackFails", "player", "playback_start_failures_per_minute", 100, "20:09", "films do not start")
    c.expect("external_provider", "none", "drm-proxy", ["player"], "escalate-upstream",
             "Keyhaven answers 503 or not at all; Vaultline, through the same proxy and the same code, issues licences as ever. The deploy three minutes before was taken back at 20:14 without any effect, and since 20:21 Keyhaven says so itself.", ["Keyhaven"])
    return c


CASES = {"media-03": seats_without_lock, "media-04": licences_fail}
