"""A city's transport: flags that were made equal."""
from .service import Service


def flags_aligned(name):
    c = Service(name, "2026-06-08", "13:20", "14:49", {"gate-events": "go", "fraud-check": "cs", "fare-engine": "java", "rider-app": "ts"})
    c.step("messages_failed_ratio", "fraud-check", 0.001, 0.37, "14:24", 2)
    c.climb("dead_letter_messages", "fraud-check", 0, 9100, "14:25", "14:49", noise=0.01)
    c.steady("records_produced_per_second", "gate-events", 24)
    c.steady("http_5xx_ratio", "gate-events", 0.0002)
    c.steady("messages_failed_ratio", "fare-engine", 0.0008)
    c.step("trips_held_for_review", "rider-app", 12, 840, "14:27", 14)
    culprit = c.commit("14:02", "chore(flags): make production equal to staging", "flags/production.yaml", """
--- a/flags/production.yaml
+++ b/flags/production.yaml
@@ -6,14 +6,14 @@ flags:
   gate_led_colours:
-    enabled: false
+    enabled: true
   student_cap:
     enabled: true
   stop_weather_icon:
     enabled: true
   wallet_card_type:
-    enabled: false
+    enabled: true
   night_bus_layer:
-    enabled: false
+    enabled: true
""", ("flags", "14:22"))
    c.commit("13:41", "refactor(fraud-check): records instead of classes", "services/fraud-check/src/Taps/Tap.cs",
             "--- a/services/fraud-check/src/Taps/Tap.cs\n+++ b/services/fraud-check/src/Taps/Tap.cs\n@@ -1,9 +1,3 @@\n-public sealed class Tap\n-{\n-    public required string Card { get; init; }\n-    public required CardType CardType { get; init; }\n-    public required DateTimeOffset At { get; init; }\n-}\n"
             "+public sealed record Tap(string Card, CardType CardType, DateTimeOffset At);", ("fraud-check", "14:12"), decoy=True)
    c.commit("13:50", "perf(gate-events): reuse the encoder", "services/gate-events/encode.go", "-\tbody, err := json.Marshal(tap)\n+\tbuf.Reset()\n+\terr := enc.Encode(tap)", ("gate-events", "14:17"), decoy=True)
    c.commit("13:58", "feat(rider-app): night bus layer on the map", "services/rider-app/src/layers/night.ts", "+export const night: Layer = { id: \"night\", from: \"23:00\", to: \"05:00\" };", ("rider-app", "14:19"), decoy=True)
    c.harmless(13)
    for flag, service in (("gate_led_colours", "gates"), ("wallet_card_type", "gate-events"), ("night_bus_layer", "rider-app")):
        c.flag("14:22", flag, service, "off->on")
    c.lines("gate-events", "info", "tap published gate={g} card_type={t}", end="14:23", every=90, g=(1, 210), t=["CREDIT", "DEBIT", "TRANSIT"])
    c.lines("gate-events", "info", "tap published gate={g} card_type={t}", "14:23", every=60, g=(1, 210), t=["CREDIT", "WALLET", "TRANSIT", "WALLET"])
    c.lines("fraud-check", "info", "tap checked score=0.0{n}", every=80, n=(1, 9))
    c.lines("fraud-check", "error", "System.Text.Json.JsonException: The JSON value could not be converted to City.Fraud.CardType. Path: $.cardType | LineNumber: 0 | BytePositionInLine: {n}. offset={o}", "14:24", every=20, n=(61, 64), o=(5510000, 5590000))
    c.lines("fraud-check", "warn", "message moved to dead letters after 3 attempts offset={o}", "14:24", every=40, o=(5510000, 5590000))
    c.lines("fare-engine", "info", "fare computed trip={id}", every=90)
    c.lines("rider-app", "warn", "trip is held: not checked within 60s", "14:27", every=70)
    c.trace("14:30:00", [(0, "gate-events", "publish tap", 4), (1, "fraud-check", "consume tap", 2, "JsonException")])
    c.trace("14:14:30", [(0, "gate-events", "publish tap", 4), (1, "fraud-check", "consume tap", 6)])
    c.alert("FraudCheckFailing", "fraud-check", "messages_failed_ratio", 0.05, "14:30", "taps cannot be checked")
    c.expect("configuration_error", culprit, "fraud-check", ["rider-app"], "feature-flag-disable",
             "The flag wallet_card_type came on with the alignment of the flags, and gates report the card type WALLET, which fraud-check's enum does not know. Its change to records was live for ten minutes without an error and keeps names and types.",
             ["wallet", "flag"])
    return c


CASES = {"city-05": flags_aligned}
