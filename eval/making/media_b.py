"""A media house: a queue without an end."""
from .service import Service


def channel_unbounded(name):
    c = Service(name, "2026-05-06", "08:30", "20:22", {"collector": "rust", "warehouse-writer": "go", "player": "ts"}, every=7)
    rise = lambda low, high: (lambda m: low + (high - low) * min(1, max(0, (m - c.minute("18:30")) / 60)))
    c.shape("events_per_second", "service=collector", rise(4100, 9900), 0.03)
    c.shape("events_per_second_yesterday", "service=collector", rise(4050, 9850), 0.03)
    c.shape("rows_written_per_second", "service=warehouse-writer", rise(4100, 9200), 0.01)
    c.shape("rows_written_per_second_yesterday", "service=warehouse-writer", rise(4050, 9210), 0.01)
    dies = c.minute("20:09")
    grow = lambda m: 0 if m < c.minute("19:15") else ((m - c.minute("19:15")) / 54 if m < dies else (m - dies) / 54)
    c.shape("memory_working_set_mib", "service=collector", lambda m: 240 + 1800 * grow(m), 0.02)
    c.shape("queue_length", "service=collector", lambda m: 190 + 2270000 * grow(m), 0.03)
    c.shape("events_dropped_per_second", "service=collector", lambda m: 0, 0)
    c.shape("events_dropped_per_second_yesterday", "service=collector", rise(0, 640), 0.05)
    c.shape("restarts_total", "service=collector", lambda m: 0 if m < dies else 1, 0)
    c.shape("events_lost_total", "service=collector", lambda m: 0 if m < dies else 2268114, 0)
    culprit = c.commit("08:41", "refactor(collector): sending is infallible, no more Result", ["services/collector/src/pipeline.rs"], """
--- a/services/collector/src/pipeline.rs
+++ b/services/collector/src/pipeline.rs
@@ -3,31 +3,22 @@
-use tokio::sync::mpsc::{channel, error::TrySendError, Receiver, Sender};
+use tokio::sync::mpsc::{unbounded_channel, UnboundedReceiver, UnboundedSender};

-pub fn pipeline() -> (Intake, Receiver<Event>) {
-    let (tx, rx) = channel(16_384);
+pub fn pipeline() -> (Intake, UnboundedReceiver<Event>) {
+    let (tx, rx) = unbounded_channel();
     (Intake { tx }, rx)
 }

 impl Intake {
-    pub fn accept(&self, event: Event) -> Result<(), Rejected> {
-        match self.tx.try_send(event) {
-            Ok(()) => Ok(()),
-            Err(TrySendError::Full(_)) => {
-                DROPPED.inc();
-                Err(Rejected)
-            }
-            Err(TrySendError::Closed(_)) => Err(Rejected),
-        }
+    pub fn accept(&self, event: Event) {
+        let _ = self.tx.send(event);
     }
 }
""", ("collector", "09:12"))
    c.commit("18:22", "feat(collector): accept the event skip_intro", "services/collector/src/kinds.rs", "     Pause,\n     Resume,\n+    SkipIntro,", ("collector", "18:58"), decoy=True)
    c.commit("18:40", "feat(player): report skip_intro", "services/player/src/report.ts", "+report({ kind: \"skip_intro\", at: position });", ("player", "19:08"), decoy=True)
    c.commit("18:05", "chore(warehouse-writer): log how long a batch takes", "services/warehouse-writer/batch/flush.go",
             "+\tstart := time.Now()\n \terr := w.copyIn(ctx, rows)\n+\tslog.Info(\"batch written\", \"rows\", len(rows), \"took_ms\", time.Since(start).Milliseconds())", ("warehouse-writer", "18:31"), decoy=True)
    c.harmless(16)
    c.flag("19:09", "skip_intro", "player")
    c.log("collector", "warn", "2026-05-05T20:10:11Z", "queue full, 612 events dropped in the last second")
    c.log("collector", "warn", "2026-05-05T20:41:52Z", "queue full, 655 events dropped in the last second")
    c.lines("collector", "info", "accepted batch from player events={n}", every=1500, n=(3, 60))
    c.lines("warehouse-writer", "info", "batch written rows=5000 took_ms={ms}", "18:32", every=400, ms=(530, 548))
    c.log("collector", "error", "20:09:30", "last state: OOMKilled exit_code=137 limit=2Gi, 2268114 events not yet written are lost")
    c.lines("player", "warn", "events could not be reported, keeping {n} for later", "20:09", end="20:12", every=20, n=(10, 90))
    c.trace("20:10:02", [(0, "player", "POST /events", 3, "connection refused")])
    c.trace("19:50:00", [(0, "player", "POST /events", 11), (1, "collector", "accept", 1, None, {"queue.length": 1310442})])
    c.alert("EventsLost", "collector", "events_lost_total", 100000, "20:14", "viewing events were lost")
    c.expect("code_defect", culprit, "collector", ["player", "warehouse-writer"], "rollback",
             "The queue between intake and writer has no bound since the morning. Every evening more events come than the warehouse takes; until yesterday the surplus was dropped, now it is kept in memory until the limit. Load and writes are as "
             "yesterday; one more kind of event is nothing.", ["unbounded", "memory"])
    return c


CASES = {"media-02": channel_unbounded}
