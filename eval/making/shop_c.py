"""Shop cases: leaks, regular expressions, limits, rights and defaults."""
from .shop import Shop


def body_not_closed(name):
    c = Shop(name, "2026-02-25", "08:00", "13:06", {"shipping": "go", "web": "ts", "carriers": "py"}, every=4)
    c.climb("open_file_descriptors", "shipping", 180, 65500, "08:22", "12:48", noise=0.01)
    c.climb("goroutines", "shipping", 260, 41000, "08:22", "12:48", noise=0.01)
    c.climb("memory_working_set_mib", "shipping", 210, 870, "08:22", "12:48")
    c.step("http_5xx_ratio", "shipping", 0.002, 0.71, "12:49", 4)
    c.step("http_5xx_ratio", "web", 0.001, 0.19, "12:49", 4)
    c.steady("requests_per_second", "shipping", 74)
    culprit = c.commit("08:05", "refactor(shipping): decode quotes in a helper", "services/shipping/quote/client.go",
                       " \tresp, err := c.http.Do(req)\n \tif err != nil {\n \t\treturn nil, err\n \t}\n-\tdefer resp.Body.Close()\n-\tvar quotes []Quote\n"
                       "-\treturn quotes, json.NewDecoder(resp.Body).Decode(&quotes)\n+\treturn decodeQuotes(resp)", ("shipping", "08:20"))
    c.commit("12:20", "feat(carriers): list pick-up points near a postal code", "services/carriers/app/points.py",
             "+def near(zip_code, limit=20):\n+    return [point.as_dict() for point in index.near(zip_code)[:limit]]", ("carriers", "12:44"), decoy=True)
    c.commit("12:31", "chore(shipping): set GOMAXPROCS from the cpu limit", "deploy/shipping/values.yaml", "+  GOMAXPROCS: \"2\"", decoy=True)
    c.commit("12:33", "feat(web): map of pick-up points", "services/web/src/components/PickupMap.tsx", "+<Map points={points} />", ("web", "12:46"), decoy=True)
    c.innocents(21)
    c.flag("12:45", "pickup_points", "web")
    c.lines("shipping", "info", "quoted {n} offers in {ms}ms", every=200, n=(1, 6), ms=(90, 300))
    c.lines("shipping", "warn", "{n} idle connections to carriers are not reusable: body not read to the end", "09:30", every=600, n=(900, 40000))
    c.lines("shipping", "error", ["dial tcp 10.3.4.8:443: socket: too many open files", "accept tcp [::]:8080: accept4: too many open files; retrying in 1s"], "12:48", every=30)
    c.lines("web", "error", "no delivery options: shipping answered 503", "12:49", every=40)
    c.trace("12:55:00", [(0, "web", "GET /delivery", 40, "503"), (1, "shipping", "quote", 4, "socket: too many open files")])
    c.alert("ShippingErrors", "shipping", "http_5xx_ratio", 0.05, "12:57", "shipping 5xx ratio above 5%")
    c.expect("code_defect", culprit, "shipping", ["web"], "rollback",
             "Since the morning's refactoring response bodies are never closed: descriptors and goroutines rise in a straight line from 08:22 until the limit is reached. Nothing of it began with the midday changes.",
             ["close"], "hard")
    return c


def regex_backtracking(name):
    c = Shop(name, "2026-02-27", "11:15", "12:22", {"addresses": "cs", "checkout": "go", "web": "ts"})
    c.climb("cpu_utilization", "addresses", 0.12, 0.99, "12:02", "12:10", noise=0.02)
    c.climb("http_p99_ms", "addresses", 18, 30000, "12:02", "12:09")
    c.climb("http_5xx_ratio", "checkout", 0.002, 0.33, "12:05", "12:11")
    c.steady("requests_per_second", "addresses", 51)
    c.climb("threads_busy", "addresses", 6, 200, "12:02", "12:09")
    culprit = c.commit("11:34", "feat(addresses): accept street names with several words and dashes", "services/addresses/src/StreetRule.cs",
                       "-    private static readonly Regex Street = new(@\"^[\\p{L}0-9 .'-]{2,80}$\", RegexOptions.Compiled, TimeSpan.FromMilliseconds(50));\n"
                       "+    private static readonly Regex Street = new(@\"^(([\\p{L}0-9.']+[ -]?)+)+$\");", ("addresses", "11:50"))
    c.commit("11:44", "feat(checkout): ask for the floor", "services/checkout/address/form.go", "+\tFloor string `json:\"floor,omitempty\"`", ("checkout", "12:00"), decoy=True)
    c.commit("11:40", "chore(addresses): log slow validations", "services/addresses/src/Timing.cs",
             "+    if (watch.ElapsedMilliseconds > 1000) log.LogWarning(\"validation took {Ms} ms\", watch.ElapsedMilliseconds);", ("addresses", "11:50"), decoy=True)
    c.innocents(12)
    c.flag("11:59", "floor_field", "checkout")
    c.lines("addresses", "info", "address {id} valid", every=50)
    c.lines("addresses", "warn", "validation took {ms} ms field=street length={n}", "12:02", every=20, ms=(4000, 30000), n=(33, 61))
    c.lines("checkout", "error", "address check timed out after 30s cart={id}", "12:05", every=22)
    c.trace("12:12:00", [(0, "checkout", "POST /address", 30010, "timeout"), (1, "addresses", "validate", 30000, "cancelled", {"cpu_ms": 29950, "field": "street"})])
    c.alert("CheckoutErrors", "checkout", "http_5xx_ratio", 0.05, "12:13", "checkout 5xx ratio above 5%")
    c.expect("code_defect", culprit, "addresses", ["checkout"], "rollback",
             "The new pattern for streets nests repetitions and lost its time limit; long names with a wrong character at the end make it backtrack for ever and take all CPU. Request rate is unchanged.",
             ["regex", "backtrack"])
    return c


def rate_limit_lowered(name):
    c = Shop(name, "2026-03-02", "17:30", "18:41", {"edge": "go", "mobile-api": "java", "identity": "cs"})
    c.step("http_429_ratio", "edge", 0.001, 0.37, "18:16", 2)
    c.steady("requests_per_second", "edge", 1320)
    c.step("requests_per_second", "mobile-api", 810, 505, "18:16", 2)
    c.steady("http_5xx_ratio", "mobile-api", 0.001)
    c.step("app_sessions_failed_per_minute", "mobile-api", 3, 440, "18:17", 3)
    c.steady("http_p99_ms", "identity", 77)
    culprit = c.commit("17:55", "chore(edge): tidy up limits module", "infra/edge/limits.tf",
                       " resource \"edge_rate_limit\" \"mobile\" {\n-  requests_per_period = 600\n-  period_seconds      = 10\n-  key                 = \"client_id\"\n"
                       "+  requests_per_period = 600\n+  period_seconds      = 60\n+  key                 = \"ip\"\n }", ("edge", "18:15"))
    c.commit("17:59", "feat(identity): shorter session for shared devices", "services/identity/src/SessionPolicy.cs",
             "+    if (device.IsShared) return TimeSpan.FromMinutes(15);", ("identity", "18:13"), decoy=True)
    c.commit("18:00", "feat(mobile-api): paging in the order list", "services/mobile-api/src/main/java/shop/OrdersResource.java",
             "-    return orders.all(customer);\n+    return orders.page(customer, page, 20);", ("mobile-api", "18:14"), decoy=True)
    c.innocents(12)
    c.flag("18:12", "shared_device_sessions", "identity")
    c.lines("mobile-api", "info", "GET /m/home 200 {ms}ms", every=45, ms=(20, 90))
    c.lines("edge", "warn", "429 too many requests rule=mobile key=ip:100.64.{a}.{b} path={p}", "18:16", every=14, a=(0, 63), b=(1, 250), p=["/m/home", "/m/orders", "/m/token", "/m/cart"])
    c.lines("mobile-api", "error", "client reports: session could not be refreshed (status 429)", "18:17", every=25)
    c.trace("18:22:00", [(0, "edge", "GET /m/home", 1, "429", {"rule": "mobile"})])
    c.alert("MobileSessionsFailing", "mobile-api", "app_sessions_failed_per_minute", 50, "18:23", "the app cannot keep its sessions")
    c.expect("configuration_error", culprit, "edge", ["mobile-api"], "config-revert",
             "The limit for the app became a sixth and counts per address, which phones behind one carrier share. Traffic is as usual; the app only reports what the edge refuses.", ["limit", "429"])
    return c


def policy_too_narrow(name):
    c = Shop(name, "2026-03-05", "12:00", "13:39", {"media": "go", "seller": "ts", "export": "py"}, every=2)
    c.climb("upload_error_ratio", "media", 0.002, 0.98, "13:21", "13:27")
    c.climb("http_5xx_ratio", "seller", 0.003, 0.27, "13:21", "13:28")
    c.steady("download_error_ratio", "media", 0.001)
    c.steady("cpu_utilization", "media", 0.31)
    c.steady("requests_per_second", "media", 66)
    culprit = c.commit("12:28", "security: least privilege for media", "infra/iam/media.tf",
                       " data \"cloud_policy\" \"media\" {\n   statement {\n-    actions   = [\"storage:GetObject\", \"storage:PutObject\", \"storage:AbortMultipartUpload\"]\n"
                       "+    actions   = [\"storage:GetObject\"]\n     resources = [\"bucket/shop-media/*\"]\n   }\n }", ("infra", "13:20"))
    c.commit("13:05", "feat(media): accept webp uploads", "services/media/upload/types.go",
             " var allowed = map[string]bool{\n \t\"image/jpeg\": true,\n+\t\"image/webp\": true,\n }", ("media", "13:19"), decoy=True)
    c.commit("13:08", "refactor(media): stream uploads in parts", "services/media/upload/stream.go",
             "-const partSize = 8 << 20\n+const partSize = 16 << 20", ("media", "13:19"), decoy=True)
    c.innocents(14)
    c.flag("13:20", "webp_uploads", "seller")
    c.lines("media", "info", "served {id}.jpg {ms}ms", every=80, ms=(5, 40))
    c.lines("media", "info", "stored {id}.jpg", end="13:25", every=120)
    c.lines("media", "error", "PutObject shop-media/{id}.jpg: AccessDenied: role media is not authorized to perform storage:PutObject", "13:21", every=30)
    c.lines("seller", "error", "picture upload failed: media answered 500", "13:24", every=60)
    c.trace("13:31:00", [(0, "seller", "POST /pictures", 90, "500"), (1, "media", "upload", 71, "AccessDenied"), (2, "media", "PutObject", 18, "403 AccessDenied")])
    c.alert("PictureUploadsFailing", "media", "upload_error_ratio", 0.1, "13:30", "sellers cannot upload pictures")
    c.expect("configuration_error", culprit, "media", ["seller"], "config-revert",
             "The policy of the role media may no longer put objects. It was merged an hour before it was applied, a minute after the media deploy; jpeg uploads are refused too, by the storage and not by media, so neither type nor part size matter.",
             ["PutObject", "role"], "hard")
    return c


def default_flipped(name):
    c = Shop(name, "2026-03-09", "10:05", "11:14", {"checkout": "py", "fraud": "java", "web": "ts"})
    c.step("orders_held_for_review_per_minute", "checkout", 1.2, 46, "10:56", 2)
    c.step("orders_per_minute", "checkout", 71, 25, "10:56", 2)
    c.steady("fraud_score_avg", "fraud", 0.11)
    c.steady("http_5xx_ratio", "checkout", 0.001)
    c.steady("requests_per_second", "checkout", 88)
    culprit = c.commit("10:33", "refactor(checkout): toggles through one reader", "services/checkout/app/toggles.py",
                       "-def hold_new_customers():\n-    return flags.get(\"hold_new_customers\", default=False)\n"
                       "+DEFAULTS = {\"gift_wrap\": True, \"hold_new_customers\": True, \"guest_checkout\": True}\n+\n+def enabled(name):\n+    return flags.get(name, default=DEFAULTS[name])",
             ("checkout", "10:55"))
    c.commit("10:40", "feat(fraud): score uses the age of the account", "services/fraud/src/main/java/shop/AccountAge.java",
             "+    score += account.days() < 2 ? 0.02 : 0.0;", ("fraud", "10:53"), decoy=True)
    c.commit("10:46", "feat(checkout): explain why an order is held", "services/checkout/app/review.py",
             "     order.hold()\n+    mail.send(order.customer, \"held\")", ("checkout", "10:50"), decoy=True)
    c.innocents(12)
    c.flag("10:52", "account_age_score", "fraud")
    c.flag("09:20", "gift_wrap", "checkout", "on->off")
    c.lines("checkout", "info", "order {id} accepted", every=35)
    c.lines("checkout", "info", "order {id} held: new customer (toggle hold_new_customers=default)", "10:56", every=20)
    c.lines("fraud", "info", "scored order {id} {s}", every=50, s=["0.08", "0.11", "0.13", "0.09"])
    c.lines("web", "info", "order page shown state=in_review", "10:57", every=60)
    c.trace("11:03:00", [(0, "web", "POST /order", 180), (1, "checkout", "place", 150, None, {"held": True}), (2, "fraud", "score", 30, None, {"score": 0.09})])
    c.alert("OrdersDropped", "checkout", "orders_per_minute", 40, "11:03", "fewer orders than on any day of the last month", below=True)
    c.expect("code_defect", culprit, "checkout", ["web"], "rollback",
             "The new reader of toggles has True as default for hold_new_customers, which is set nowhere, so every new customer's order is held. Fraud scores have not changed.",
             ["hold_new_customers"])
    return c


CASES = {"shop-14": body_not_closed, "shop-15": regex_backtracking, "shop-16": rate_limit_lowered, "shop-17": policy_too_narrow, "shop-18": default_flipped}
