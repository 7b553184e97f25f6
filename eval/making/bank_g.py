"""A bank's services: a lock that ends too early, a module that signs no more."""
from .service import Service


def lock_shorter_than_work(name):
    c = Service(name, "2026-07-20", "15:40", "18:21", {"settlement": "py", "scheme-link": "java", "ledger": "java"}, every=2)
    c.step("duplicate_instructions_total", "scheme-link", 0, 4410, "18:02", 5, noise=0)
    c.pulse("instructions_sent_per_minute", "scheme-link", 2, 2150, "18:00", "18:06", ramp=1)
    c.steady("http_5xx_ratio", "settlement", 0.0002)
    c.steady("cpu_utilization", "redis", 0.06)
    c.steady("redis_connected_clients", "redis", 31, 0.02)
    c.steady("ready_replicas", "settlement", 2, 0)
    culprit = c.commit("16:02", "fix(settlement): a killed run must not block the next one", "services/settlement/app/locks.py", """
--- a/services/settlement/app/locks.py
+++ b/services/settlement/app/locks.py
@@ -6,12 +6,13 @@
-TTL = timedelta(minutes=30)
+TTL = timedelta(seconds=30)


 @contextmanager
 def exclusive(name: str):
     token = uuid4().hex
-    if not redis.set(f"lock:{name}", token, nx=True, px=TTL):
-        raise Busy(name)
+    while not redis.set(f"lock:{name}", token, nx=True, px=TTL):
+        sleep(5)
     try:
         yield
     finally:
         release(f"lock:{name}", token)
""", ("settlement", "16:30"))
    c.commit("17:20", "feat(settlement): second window for instant payments", "services/settlement/app/windows.py", " WINDOWS = [\n     Window(\"regular\", at=time(18, 0)),\n+    Window(\"instant\", at=time(21, 30)),\n ]", ("settlement", "17:45"), decoy=True)
    c.commit("17:08", "chore(scheme-link): retry once when the scheme does not answer", "services/scheme-link/src/main/java/bank/SchemeClient.java",
             "-    return http.send(instruction);\n+    return Retry.once(() -> http.send(instruction), on(HttpTimeoutException.class));", ("scheme-link", "17:31"), decoy=True)
    c.commit("17:25", "refactor(ledger): batch names as a value", "services/ledger/src/main/java/bank/BatchName.java", "+record BatchName(LocalDate day, String window) {}", ("ledger", "17:50"), decoy=True)
    c.harmless(13)
    c.flag("17:46", "instant_window", "settlement")
    c.log("settlement", "info", "2026-07-17T18:00:00Z", "window regular: lock taken pod=settlement-0")
    c.log("settlement", "info", "2026-07-17T18:00:00Z", "window regular: lock is held by another pod, skipping pod=settlement-1")
    c.log("settlement", "info", "2026-07-17T18:04:11Z", "window regular: 4388 instructions sent in 251s pod=settlement-0")
    c.log("settlement", "info", "18:00:00", "window regular: lock taken pod=settlement-1")
    c.log("settlement", "info", "18:00:35", "window regular: lock taken pod=settlement-0")
    c.lines("settlement", "info", "instruction {id} sent window=regular pod=settlement-{n}", "18:00", "18:05", every=12, n=(0, 1))
    c.log("settlement", "warn", "18:04:14", "lock:regular is not ours any more, not released pod=settlement-1")
    c.log("settlement", "info", "18:04:14", "window regular: 4410 instructions sent in 254s pod=settlement-1")
    c.log("settlement", "info", "18:04:50", "window regular: 4410 instructions sent in 255s pod=settlement-0")
    c.lines("scheme-link", "error", "scheme reports DUPLICATE_REFERENCE for instruction {id}, first sent {s}s ago", "18:01", "18:06", every=12, s=(34, 37))
    c.lines("ledger", "info", "entry posted account={n}", every=300, n=(10000, 99999))
    c.trace("18:02:00", [(0, "settlement", "send instruction", 60, None, {"pod": "settlement-0"}), (1, "scheme-link", "POST instruction", 48, "DUPLICATE_REFERENCE")])
    c.trace("18:00:10", [(0, "settlement", "send instruction", 58, None, {"pod": "settlement-1"}), (1, "scheme-link", "POST instruction", 46)])
    c.alert("DuplicateInstructions", "scheme-link", "duplicate_instructions_total", 10, "18:08", "settlement instructions were sent twice")
    c.expect("code_defect", culprit, "settlement", ["scheme-link"], "rollback",
             "The lock lives 30 seconds while the run takes four minutes, and a pod that finds it taken now waits instead of skipping: 35 seconds later the second pod runs the same window. Retrying once after a timeout would repeat single instructions "
             "within seconds, not all 4410 after 35.", ["lock", "30"])
    return c


def module_fails(name):
    c = Service(name, "2026-07-22", "09:40", "11:04", {"signer": "go", "transfers": "java", "web-bank": "ts"})
    c.step("sign_error_ratio", "signer", 0.001, 0.48, "10:41", 1)
    c.step("sign_errors_per_second", "hsm-1", 0, 0, "10:41", 0, noise=0)
    c.step("sign_errors_per_second", "hsm-2", 0, 17, "10:41", 1)
    c.step("http_5xx_ratio", "transfers", 0.001, 0.31, "10:42", 2)
    c.step("http_5xx_ratio", "web-bank", 0.001, 0.12, "10:42", 2)
    c.steady("requests_per_second", "signer", 36)
    c.shape("module_temperature_celsius", "service=hsm-1", lambda m: 41, 0.01)
    c.shape("module_temperature_celsius", "service=hsm-2", lambda m: 41 + 33 * min(1, max(0, (m - 30) / 31)), 0.01)
    c.commit("09:58", "chore(signer): pkcs11 wrapper 1.6.0 to 1.6.1", ["services/signer/go.mod", "services/signer/go.sum"], "-\tgithub.com/sealwork/pkcs11 v1.6.0\n+\tgithub.com/sealwork/pkcs11 v1.6.1", ("signer", "10:18"), decoy=True)
    c.commit("10:05", "feat(signer): spread over both modules in turn", "services/signer/pool/next.go",
             "--- a/services/signer/pool/next.go\n+++ b/services/signer/pool/next.go\n@@ -9,3 +9,4 @@ func (p *Pool) Next() *Module {\n-\treturn p.modules[rand.Intn(len(p.modules))]\n+\tn := p.count.Add(1)\n+\treturn p.modules[n%uint64(len(p.modules))]", ("signer", "10:37"), decoy=True)
    c.commit("10:11", "feat(transfers): sign standing orders too", "services/transfers/src/main/java/bank/StandingOrders.java", "+    order.signature(signer.sign(order.digest()));", ("transfers", "10:33"), decoy=True)
    c.harmless(12)
    c.flag("10:34", "signed_standing_orders", "transfers", "0%->5%")
    c.lines("signer", "info", "signed {id} module={m} {ms}ms", every=60, end="10:41", m=["hsm-1", "hsm-2"], ms=(6, 11))
    c.lines("signer", "info", "signed {id} module=hsm-1 {ms}ms", "10:41", every=50, ms=(6, 12))
    c.lines("signer", "error", "sign {id} module=hsm-2: CKR_DEVICE_ERROR (0x30)", "10:41", every=25)
    c.log("hsm-2", "warn", "10:24:10", "fan 1 speed 0 rpm, temperature 58 C")
    c.log("hsm-2", "error", "10:40:52", "temperature 74 C above limit, crypto engine stopped")
    c.lines("transfers", "error", "transfer {id} could not be signed: signer answered 500", "10:42", every=30)
    c.lines("web-bank", "error", "payment form failed: transfers answered 500 trace_id={trace}", "10:42", every=45)
    c.trace("10:48:00", [(0, "web-bank", "POST /transfers", 60, "500"), (1, "transfers", "create", 48, "500"), (2, "signer", "Sign", 8, "CKR_DEVICE_ERROR", {"module": "hsm-2"})])
    c.trace("10:48:20", [(0, "web-bank", "POST /transfers", 80), (1, "transfers", "create", 70), (2, "signer", "Sign", 9, None, {"module": "hsm-1"})])
    c.alert("SigningFails", "signer", "sign_error_ratio", 0.05, "10:46", "half of the signatures fail")
    c.expect("infrastructure", "none", "signer", ["transfers", "web-bank"], "failover",
             "The fan of hsm-2 has stopped, at 74 degrees its engine switched itself off; hsm-1 signs with the same library and code. Taking turns went out four minutes before and sends each module a half, as chance did.", ["hsm-2"])
    return c


CASES = {"bank-10": lock_shorter_than_work, "bank-11": module_fails}
