"""A city's transport: streams that are cut, absence that is remembered."""
from .service import Service


def streams_cut(name):
    c = Service(name, "2026-07-29", "10:20", "11:38", {"edge": "envoy", "vehicle-stream": "rust", "rider-app": "ts", "dispatch": "java"})
    c.step("stream_resets_per_minute", "edge", 14, 3900, "11:09", 2)
    c.step("stream_duration_p50_seconds", "vehicle-stream", 840, 15, "11:09", 2, noise=0.01)
    c.step("new_streams_per_second", "vehicle-stream", 4, 290, "11:09", 2)
    c.step("cpu_utilization", "vehicle-stream", 0.21, 0.88, "11:09", 3)
    c.steady("open_streams", "vehicle-stream", 4100, 0.02)
    c.step("snapshot_bytes_per_second", "vehicle-stream", 41000, 9100000, "11:09", 2)
    c.step("stale_positions_ratio", "rider-app", 0.01, 0.34, "11:10", 3)
    c.steady("http_5xx_ratio", "edge", 0.001)
    culprit = c.commit("10:52", "chore(edge): every route has a timeout", "edge/envoy/routes.yaml", """
--- a/edge/envoy/routes.yaml
+++ b/edge/envoy/routes.yaml
@@ -20,19 +20,22 @@ virtual_hosts:
   - match: {prefix: /city.Journeys/}
-    route: {cluster: journey}
+    route: {cluster: journey, timeout: 15s}
   - match: {prefix: /city.Vehicles/}
-    route: {cluster: vehicle_stream, timeout: 0s, idle_timeout: 300s}
+    route: {cluster: vehicle_stream, timeout: 15s}
   - match: {prefix: /city.Tickets/}
-    route: {cluster: ticket_shop}
+    route: {cluster: ticket_shop, timeout: 15s}
""", ("edge", "11:08"))
    c.commit("10:22", "perf(vehicle-stream): send differences only", "services/vehicle-stream/src/diff.rs",
             "--- a/services/vehicle-stream/src/diff.rs\n+++ b/services/vehicle-stream/src/diff.rs\n@@ -5,4 +5,9 @@\n-    sink.send(Frame::Snapshot(all.clone())).await?;\n+    let frame = match last.take() {\n+        None => Frame::Snapshot(all.clone()),\n+        Some(prev) => Frame::Diff(all.diff(&prev)),\n+    };\n+    sink.send(frame).await?;", ("vehicle-stream", "10:39"), decoy=True)
    c.commit("10:58", "feat(rider-app): open the stream again after a second", "services/rider-app/src/stream.ts", "-const wait = 5000;\n+const wait = 1000;", ("rider-app", "11:12"), decoy=True)
    c.commit("10:47", "refactor(dispatch): positions as a flow", "services/dispatch/src/main/java/city/Flow.java", "-    stream.forEach(this::move);\n+    Flow.of(stream).onEach(this::move).start();", ("dispatch", "11:05"), decoy=True)
    c.harmless(12)
    c.flag("11:12", "fast_reconnect", "rider-app", "0%->100%")
    c.lines("vehicle-stream", "info", "stream opened client={id} snapshot={n} vehicles", every=70, n=(1180, 1220))
    c.lines("edge", "info", "\"POST /city.Vehicles/Follow HTTP/2\" 200 - duration={n}", end="11:08", every=120, n=(300000, 1900000))
    c.lines("edge", "warn", "\"POST /city.Vehicles/Follow HTTP/2\" 200 UT duration=1500{n}", "11:09", every=28, n=(0, 9))
    c.lines("rider-app", "warn", "stream ended: UPSTREAM_REQUEST_TIMEOUT, opening again trace_id={trace}", "11:09", every=30)
    c.lines("dispatch", "warn", "position stream ended with DEADLINE after 15s, opening again", "11:09", every=60)
    c.lines("edge", "info", "\"POST /city.Journeys/Plan HTTP/2\" 200 - duration={n}", every=100, n=(60, 300))
    c.trace("11:20:00", [(0, "rider-app", "Follow", 15002, "stream ended"), (1, "edge", "/city.Vehicles/Follow", 15000, "upstream request timeout"), (2, "vehicle-stream", "Follow", 15000, "cancelled")])
    c.trace("10:30:00", [(0, "rider-app", "Follow", 804000), (1, "edge", "/city.Vehicles/Follow", 804000), (2, "vehicle-stream", "Follow", 804000)])
    c.alert("PositionsStale", "rider-app", "stale_positions_ratio", 0.1, "11:16", "a third of the vehicles on the map stand still")
    c.expect("configuration_error", culprit, "edge", ["rider-app", "dispatch", "vehicle-stream"], "config-revert",
             "The stream of positions has a timeout of 15 seconds like any request, so it is cut every 15 seconds and each new one begins with a whole snapshot, which is the load. The differences had been out for half an hour; opening again sooner "
             "came three minutes after the first cuts, and the depots, which do not have it, are cut as well.", ["15", "timeout"])
    return c


def absence_remembered(name):
    c = Service(name, "2026-07-31", "08:20", "09:49", {"profile-bff": "ts", "identity": "cs", "rider-app": "ts", "ticket-shop": "java"})
    c.step("signup_completion_ratio", "rider-app", 0.83, 0.07, "09:12", 6)
    c.steady("accounts_created_per_minute", "identity", 19)
    c.step("http_404_ratio", "profile-bff", 0.012, 0.14, "09:12", 10)
    c.steady("http_5xx_ratio", "profile-bff", 0.0003)
    c.step("cache_hit_ratio", "profile-bff", 0.71, 0.86, "09:12", 8, noise=0.01)
    c.steady("http_5xx_ratio", "identity", 0.0004)
    c.steady("logins_per_minute", "identity", 140)
    culprit = c.commit("08:51", "perf(profile-bff): remember all answers of identity", "services/profile-bff/src/profile.ts", """
--- a/services/profile-bff/src/profile.ts
+++ b/services/profile-bff/src/profile.ts
@@ -8,12 +8,10 @@ const cache = new TtlCache<string, Profile | null>({ ttlMs: 12 * 3600_000 });
 export async function profile(phone: string) {
   const key = hash(phone);
-  const known = cache.get(key);
-  if (known) return known;
+  if (cache.has(key)) return cache.get(key);
   const found = await identity.find(phone); // null: nobody has this number
-  if (found) cache.set(key, found);
+  cache.set(key, found);
   return found;
 }
""", ("profile-bff", "09:10"))
    c.commit("08:44", "feat(identity): welcome mail in the language of the phone", "services/identity/src/Welcome.cs", "+        mail.Culture = account.PhoneLanguage ?? \"en\";", ("identity", "09:05"), decoy=True)
    c.commit("08:55", "feat(rider-app): two steps instead of three to sign up", ["services/rider-app/src/signup/Steps.tsx", "services/rider-app/src/signup/Name.tsx"],
             "--- a/services/rider-app/src/signup/Steps.tsx\n+++ b/services/rider-app/src/signup/Steps.tsx\n@@ -2,7 +2,6 @@\n   <Phone onNext={check} />\n-  <Name onNext={keep} />\n-  <Confirm onNext={create} />\n+  <NameAndConfirm onNext={create} />", ("rider-app", "09:18"), decoy=True)
    c.commit("08:49", "chore(identity): pool 20 to 30", "services/identity/appsettings.Production.json", "-    \"MaxPoolSize\": 20\n+    \"MaxPoolSize\": 30", ("identity", "09:05"), decoy=True)
    c.harmless(12)
    c.flag("09:18", "short_signup", "rider-app", "0%->20%")
    c.lines("identity", "info", "account created {id}", every=60)
    c.lines("profile-bff", "info", "GET /profile/{id} 404 {ms}ms step=check_number", every=60, ms=(9, 20))
    c.lines("profile-bff", "info", "GET /profile/{id} 200 {ms}ms step=open_profile", every=60, ms=(1, 20))
    c.lines("profile-bff", "warn", "GET /profile/{id} 404 0ms step=open_profile cached=true account_age={s}s", "09:12", every=28, s=(2, 40))
    c.lines("rider-app", "error", "sign-up stopped: profile not found right after creation flow={f} trace_id={trace}", "09:12", every=32, f=["three_steps", "three_steps", "three_steps", "two_steps"])
    c.lines("ticket-shop", "info", "sold CT-DAY", every=120)
    c.trace("09:25:00", [(0, "rider-app", "sign up", 420, "profile not found"), (1, "profile-bff", "GET /profile (check_number)", 18, None, {"status": 404}), (1, "identity", "POST /accounts", 90, None, {"status": 201}), (1, "profile-bff", "GET /profile (open_profile)", 1, "404", {"cached": True})])
    c.trace("08:40:00", [(0, "rider-app", "sign up", 460), (1, "profile-bff", "GET /profile (check_number)", 17, None, {"status": 404}), (1, "identity", "POST /accounts", 88, None, {"status": 201}), (1, "profile-bff", "GET /profile (open_profile)", 20, None, {"status": 200})])
    c.alert("SignupsDropped", "rider-app", "signup_completion_ratio", 0.6, "09:21", "hardly anybody finishes signing up", below=True)
    c.expect("code_defect", culprit, "profile-bff", ["rider-app"], "rollback",
             "Since 09:10 \"nobody has this number\" is remembered for twelve hours as well. Signing up asks exactly that first, so the profile cannot be found after it was created. Both flows of the app stop alike, and accounts are created as ever.",
             ["cache"])
    return c


CASES = {"city-09": streams_cut, "city-10": absence_remembered}
