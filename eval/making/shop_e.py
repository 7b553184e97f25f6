"""Shop cases: double work, audiences, replicas and handshakes."""
from .shop import Shop


def idempotency_key_removed(name):
    c = Shop(name, "2026-03-20", "18:00", "19:22", {"payments": "go", "checkout": "java", "ledger": "cs"})
    c.climb("duplicate_charges_per_minute", "payments", 0, 14, "18:51", "19:05")
    c.pulse("network_timeouts_per_minute", "payments", 0.4, 19, "18:50", "19:30")
    c.climb("unbalanced_entries_total", "ledger", 0, 212, "18:52", "19:22")
    c.steady("http_5xx_ratio", "payments", 0.004)
    c.steady("requests_per_second", "checkout", 41)
    culprit = c.commit("17:20", "refactor(payments): build provider requests in one function", "services/payments/provider/request.go",
                       "-\treq.Header.Set(\"Content-Type\", \"application/json\")\n-\treq.Header.Set(\"Idempotency-Key\", charge.OrderID)\n-\treq.Header.Set(\"Authorization\", auth)\n"
                       "+\treq.Header = baseHeaders(auth)\n@@ services/payments/provider/headers.go @@\n+func baseHeaders(auth string) http.Header {\n+\treturn http.Header{\"Content-Type\": {\"application/json\"}, \"Authorization\": {auth}}\n+}",
                       ("payments", "17:42"))
    c.commit("18:30", "feat(ledger): alert on unbalanced entries", "services/ledger/src/BalanceCheck.cs", "+    metrics.Unbalanced.Add(entries.Count(e => !e.Balanced));", ("ledger", "18:46"), decoy=True)
    c.commit("18:28", "fix(checkout): disable the button while paying", "services/checkout/src/main/resources/static/pay.js", "+button.disabled = true;", ("checkout", "18:44"), decoy=True)
    c.innocents(13)
    c.flag("18:45", "express_checkout", "checkout", "20%->50%")
    c.status("19:02", "status.netcore.example", "Transit Frankfurt", "degraded", "Packet loss of 2% on a link, some connections time out. Traffic is being moved.")
    c.lines("payments", "info", "charge order={id} ok {ms}ms", every=40, ms=(300, 800))
    c.lines("payments", "warn", "provider did not answer within 5s, sending charge order={id} again (attempt 2)", "18:50", every=25)
    c.lines("ledger", "error", "two charges for order {id}, amounts equal, provider ids ch_{n} ch_{m}", "18:51", every=30, n=(10000, 99999), m=(10000, 99999))
    c.trace("19:06:00", [(0, "checkout", "POST /pay", 5620), (1, "payments", "charge", 5600), (2, "payments", "POST provider/charges", 5000, "timeout"), (2, "payments", "POST provider/charges", 560)])
    c.alert("DuplicateCharges", "ledger", "unbalanced_entries_total", 20, "19:10", "orders are charged twice")
    c.expect("code_defect", culprit, "payments", ["ledger", "checkout"], "rollback",
             "The refactoring lost the header Idempotency-Key. That has no effect until a request is repeated; the link's packet loss makes requests time out and be repeated, and the provider takes each as a new charge.",
             ["Idempotency"], "hard")
    return c


def audience_changed(name):
    c = Shop(name, "2026-03-22", "09:00", "10:31", {"identity": "cs", "orders-api": "java", "wishlist": "py", "web": "ts"})
    for service, ratio in (("orders-api", 0.93), ("wishlist", 0.9)):
        c.climb("http_401_ratio", service, 0.004, ratio, "09:42", "10:12")
    c.climb("http_5xx_ratio", "web", 0.002, 0.4, "09:44", "10:14")
    c.steady("tokens_issued_per_second", "identity", 12)
    c.steady("http_5xx_ratio", "identity", 0.0005)
    culprit = c.commit("09:18", "chore(identity): settle on the new product name", "services/identity/appsettings.Production.json",
                       "   \"Tokens\": {\n     \"Issuer\": \"https://id.shop.example\",\n-    \"Audience\": \"shop-api\",\n+    \"Audience\": \"storefront-api\",\n     \"LifetimeMinutes\": 30", ("identity", "09:41"))
    c.commit("09:22", "refactor(orders-api): security filter as a bean", "services/orders-api/src/main/java/shop/SecurityConfig.java",
             "-    http.oauth2ResourceServer().jwt();\n+    return http.oauth2ResourceServer(o -> o.jwt(withDefaults())).build();", ("orders-api", "09:39"), decoy=True)
    c.commit("09:30", "feat(web): keep me signed in", "services/web/src/auth/remember.ts", "+export const remember = (days: number) => setCookie(\"rm\", \"1\", days);", ("web", "09:43"), decoy=True)
    c.innocents(12)
    c.flag("09:43", "keep_me_signed_in", "web")
    c.lines("identity", "info", "token issued sub={id} aud=shop-api", end="09:41", every=60)
    c.lines("identity", "info", "token issued sub={id} aud=storefront-api", "09:41", every=60)
    c.lines("orders-api", "warn", "401 InvalidBearerTokenException: The aud claim is not valid", "09:43", every=25)
    c.lines("wishlist", "warn", "401 jwt.exceptions.InvalidAudienceError: Audience doesn't match", "09:43", every=30)
    c.lines("web", "error", "session ended unexpectedly: orders-api 401", "09:45", every=30)
    c.trace("10:10:00", [(0, "web", "GET /orders", 40, "401"), (1, "orders-api", "list", 3, "aud claim is not valid")])
    c.alert("WebErrors", "web", "http_5xx_ratio", 0.05, "10:12", "web 5xx ratio above 5%")
    c.expect("configuration_error", culprit, "orders-api", ["wishlist", "web"], "config-revert",
             "identity issues tokens for another audience; every API refuses them as the old ones (30 minutes) run out. Two services in two languages fail alike, so neither's own change is to blame.",
             ["audience"])
    return c


def replicas_capped(name):
    c = Shop(name, "2026-03-24", "16:40", "18:11", {"feed": "go", "web": "ts", "recommend": "py"})
    c.climb("requests_per_second", "feed", 310, 790, "16:50", "18:00")
    c.climb("requests_per_second_week_before", "feed", 305, 800, "16:50", "18:00")
    c.climb("ready_replicas", "feed", 4, 5, "17:00", "17:08", noise=0)
    c.climb("ready_replicas_week_before", "feed", 4, 13, "17:00", "18:00", noise=0)
    c.climb("cpu_utilization", "feed", 0.45, 0.99, "17:00", "17:28", noise=0.02)
    c.climb("http_p99_ms", "feed", 120, 4200, "17:22", "17:50")
    c.climb("http_5xx_ratio", "web", 0.002, 0.14, "17:35", "17:55")
    culprit = c.commit("13:05", "chore(feed): cost review, part 2", "deploy/feed/hpa.yaml",
                       " spec:\n   minReplicas: 4\n-  maxReplicas: 20\n+  maxReplicas: 5\n   metrics:\n     - type: Resource", ("feed", "13:22"))
    c.commit("17:02", "feat(recommend): ask feed for twice as many candidates", "services/recommend/app/candidates.py",
             "-LIMIT = 30\n+LIMIT = 60  # behind feature wide_candidates, off", ("recommend", "17:15"), decoy=True)
    c.commit("17:06", "perf(feed): pool for json encoders", "services/feed/http/encode.go", "+var encoders = sync.Pool{New: newEncoder}", ("feed", "17:20"), decoy=True)
    c.innocents(13)
    c.flag("15:30", "wide_candidates", "recommend", "on->off")
    c.lines("feed", "info", "feed served {n} items {ms}ms", every=60, n=(10, 60), ms=(30, 120))
    c.lines("autoscaler", "info", "feed: desired replicas {n} limited to 5 by maxReplicas (TooManyReplicas)", "17:10", every=120, n=(7, 14))
    c.lines("feed", "warn", "request waited {ms}ms for a worker", "17:24", every=30, ms=(800, 4100))
    c.lines("web", "error", "feed answered 503", "17:36", every=35)
    c.trace("17:58:00", [(0, "web", "GET /", 4300, "503"), (1, "feed", "GET /feed", 4200, "overloaded", {"queue_wait_ms": 4080})])
    c.alert("WebErrors", "web", "http_5xx_ratio", 0.05, "18:01", "web 5xx ratio above 5%")
    c.expect("configuration_error", culprit, "feed", ["web"], "config-revert",
             "The autoscaler may only start 5 pods of feed since midday. The evening's rise is the usual one (last week's curve is the same and had 13 pods).", ["maxReplicas"], "hard")
    return c


def old_handshakes_refused(name):
    c = Shop(name, "2026-03-26", "07:20", "08:31", {"edge": "go", "kiosk": "ts", "pos": "java"})
    c.step("tls_handshake_errors_per_second", "edge", 0.2, 63, "08:12", 2)
    c.step("requests_per_second", "pos", 120, 9, "08:12", 2)
    c.steady("requests_per_second", "kiosk", 66)
    c.step("terminals_offline", "pos", 3, 418, "08:13", 6)
    c.steady("certificate_expiry_days", "edge", 61, noise=0)
    c.steady("http_5xx_ratio", "pos", 0.001)
    culprit = c.commit("07:41", "chore(edge): baseline of the security review", "deploy/edge/values.yaml",
                       " tls:\n-  minVersion: \"1.2\"\n+  minVersion: \"1.3\"\n   ciphers: default\n headers:\n+  strictTransportSecurity: max-age=31536000", ("edge", "08:11"))
    c.commit("07:45", "chore(edge): renew the certificate early", "deploy/edge/certificate.yaml", "-  renewBefore: 240h\n+  renewBefore: 720h", ("edge", "07:50"), decoy=True)
    c.commit("07:52", "feat(pos): receipts by e-mail", "services/pos/src/main/java/shop/Receipts.java", "+    mail.receipt(sale);", ("pos", "08:07"), decoy=True)
    c.innocents(12)
    c.flag("08:06", "mail_receipts", "pos")
    c.lines("kiosk", "info", "GET /kiosk/offers 200", every=50)
    c.lines("pos", "info", "sale {id} booked", end="08:12", every=35)
    c.lines("edge", "warn", "http: TLS handshake error from 198.51.100.{n}: tls: client offered only unsupported versions: [303 302]", "08:12", every=12, n=(2, 250))
    c.lines("pos", "error", "terminal {n} missed three heartbeats", "08:13", every=30, n=(100, 700))
    c.alert("TerminalsOffline", "pos", "terminals_offline", 50, "08:20", "cash terminals cannot reach the shop")
    c.expect("configuration_error", culprit, "edge", ["pos"], "config-revert",
             "The edge accepts only TLS 1.3 now, which the cash terminals do not speak. Browsers (kiosk) are fine and the certificate is valid for weeks.", ["TLS", "version"])
    return c


CASES = {"shop-24": idempotency_key_removed, "shop-25": audience_changed, "shop-26": replicas_capped, "shop-27": old_handshakes_refused}
