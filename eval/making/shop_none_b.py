"""Shop cases in which no change is to blame: machines, zones, feeds, campaigns, partners, and one that is over."""
from .shop import Shop


def disk_dying(name):
    c = Shop(name, "2026-04-02", "04:20", "05:36", {"orders": "java", "warehouse": "go", "invoices": "py"})
    c.climb("disk_io_await_ms", "broker-2", 3, 1900, "05:06", "05:14")
    c.climb("request_latency_p99_ms", "broker-2", 12, 5200, "05:07", "05:15")
    c.steady("request_latency_p99_ms", "broker-1", 11)
    c.climb("publish_error_ratio", "orders", 0.001, 0.31, "05:09", "05:17")
    c.climb("consumer_lag", "warehouse", 12, 7400, "05:10", "05:36")
    c.climb("consumer_lag", "invoices", 8, 3900, "05:10", "05:36")
    c.commit("04:31", "chore(kafka): delete topics of the old shop", "deploy/kafka/topics.yaml", "-  - name: legacy.events\n-    partitions: 12", ("kafka-topics", "04:44"), decoy=True)
    c.commit("04:40", "perf(orders): send events in batches", "services/orders/src/main/resources/application.yml",
             "   kafka:\n     producer:\n-      linger-ms: 0\n+      linger-ms: 5", ("orders", "05:02"), decoy=True)
    c.innocents(13)
    c.flag("04:58", "event_batches", "orders")
    c.lines("orders", "info", "published order {id} partition={p}", every=50, p=(0, 11))
    c.lines("kernel", "error", ["nvme1n1: I/O Cmd(0x1) @ LBA {n}, 256 blocks, I/O Error (sct 0x2 / sc 0x81)", "critical medium error, dev nvme1n1, sector {n}"], "05:06", every=35,
            labels={"node": "kafka-2"}, n=(100000000, 999999999))
    c.lines("broker-2", "warn", "append to {t} took {ms}ms, slow log directory /data/kafka", "05:07", every=40, t=["orders.placed-4", "orders.placed-7", "invoices-1"], ms=(900, 5000))
    c.lines("orders", "error", "TimeoutException: expiring 41 records for orders.placed-{p}: 120000 ms has passed since batch creation", "05:10", every=30, p=[4, 7, 10])
    c.lines("warehouse", "warn", "partition {p} of orders.placed: no leader answers", "05:11", every=60, p=[4, 7, 10])
    c.trace("05:20:00", [(0, "orders", "place", 5400, "TimeoutException"), (1, "orders", "produce orders.placed", 5300, "timeout", {"broker": "broker-2", "partition": 4})])
    c.alert("OrderEventsFailing", "orders", "publish_error_ratio", 0.05, "05:19", "orders cannot publish its events")
    c.expect("infrastructure", "none", "broker-2", ["orders", "warehouse", "invoices"], "failover",
             "The disk of broker-2 reports medium errors; only partitions it leads (4, 7, 10) are slow. The batching change, five milliseconds, went out earlier and the other brokers are fast.",
             ["disk"], "hard")
    return c


def zone_down(name):
    c = Shop(name, "2026-04-05", "11:10", "12:16", {"web": "ts", "basket": "go", "account": "java", "search": "py"})
    for service, ratio in (("web", 0.21), ("basket", 0.35), ("account", 0.34), ("search", 0.32)):
        c.step("http_5xx_ratio", service, 0.002, ratio, "12:02", 1)
    c.step("ready_replicas", "basket", 9, 6, "12:03", 1, noise=0)
    c.step("nodes_ready", "zone-b", 14, 0, "12:03", 1, noise=0)
    c.steady("nodes_ready", "zone-a", 14, noise=0)
    c.commit("11:25", "feat(basket): keep the basket for 60 days", "services/basket/store/ttl.go", "-const ttl = 30 * 24 * time.Hour\n+const ttl = 60 * 24 * time.Hour", ("basket", "11:49"), decoy=True)
    c.commit("11:38", "chore(platform): raise the cluster's log retention", "infra/logging/retention.tf", "-  days = 14\n+  days = 30", ("infra", "11:58"), decoy=True)
    c.commit("11:41", "feat(web): sticky header", "services/web/src/styles/header.css", "+position: sticky;", ("web", "12:01"), decoy=True)
    c.innocents(13)
    c.flag("12:00", "sticky_header", "web")
    c.status("12:11", "status.nimbuscloud.example", "Region eu-2, zone b", "service_disruption", "Power event in one data hall. Instances and volumes of zone b are unreachable.")
    for service in ("basket", "account", "search"):
        c.lines(service, "info", "request handled zone={z} {ms}ms", every=70, z=["a", "c"], ms=(9, 60))
    c.lines("web", "error", "upstream {s} 10.20.{n}.{m}: connect timeout", "12:02", every=15, s=["basket", "account", "search"], n=(16, 31), m=(2, 250))
    c.lines("node-controller", "warn", "node worker-b{n} has not reported for 40s, marking NotReady", "12:02:45", every=10, end="12:04", n=(1, 14))
    c.lines("account", "error", "database replica in zone b unreachable, reading from primary", "12:03", every=60)
    c.trace("12:06:00", [(0, "web", "GET /basket", 3010, "504"), (1, "basket", "GET /basket", 3000, "connect timeout", {"peer": "10.20.18.7", "zone": "b"})])
    c.alert("BasketErrors", "basket", "http_5xx_ratio", 0.05, "12:06", "basket 5xx ratio above 5%")
    c.expect("infrastructure", "none", "basket", ["web", "account", "search"], "failover",
             "Everything in zone b vanished at once, about a third of every service. The header went out a minute before, but it does not take nodes away.", ["zone"])
    return c


def broken_feed(name):
    c = Shop(name, "2026-04-07", "01:00", "02:26", {"importer": "py", "catalog": "java", "web": "ts"})
    c.step("rows_rejected_ratio", "importer", 0.001, 0.61, "02:05", 1)
    c.step("products_without_price", "catalog", 14, 9240, "02:07", 4)
    c.steady("http_5xx_ratio", "catalog", 0.001)
    c.step("products_hidden", "web", 90, 9300, "02:08", 4)
    c.steady("rows_read_per_minute", "importer", 5100)
    c.commit("00:52", "refactor(importer): row parser per supplier", "services/importer/app/suppliers/lumo.py",
             "+class LumoParser(Parser):\n+    columns = (\"sku\", \"ean\", \"price\", \"stock\")", ("importer", "01:20"), decoy=True)
    c.commit("01:31", "feat(catalog): hide products without a price", "services/catalog/src/main/java/shop/Visibility.java",
             "+    return product.price() != null && product.active();", ("catalog", "01:50"), decoy=True)
    c.innocents(12)
    c.flag("01:50", "hide_without_price", "catalog")
    c.lines("importer", "info", "supplier lumo: file prices_0{n}.csv imported, 5100 rows, 3 rejected", "01:21", "02:04", every=240, n=(10, 59))
    c.log("importer", "info", "02:04:51", "supplier lumo: fetched prices_0204.csv, 418 kB, last modified 02:04:12, previous file 611 kB")
    c.lines("importer", "error", "supplier lumo: row {n} rejected: price is empty (line \"{id};40{n};;{s}\")", "02:05", every=20, n=(1000, 9999), s=(0, 80))
    c.lines("importer", "info", "supplier northwind: file imported, 2200 rows, 1 rejected", every=300)
    c.lines("catalog", "warn", "product {n} has no price any more, hidden", "02:07", every=30, n=(1000, 9999))
    c.lines("web", "info", "category {n} shows 0 products", "02:08", every=40, n=(10, 99))
    c.trace("02:09:00", [(0, "importer", "import lumo", 5200, None, {"rows": 5100, "rejected": 3111})])
    c.alert("ProductsHidden", "web", "products_hidden", 1000, "02:14", "thousands of products have disappeared from the shop")
    c.expect("data_quality", "none", "importer", ["catalog", "web"], "purge-bad-data",
             "The supplier's 02:04 file has rows with empty prices. The parser has read lumo's files since 01:20 without trouble and another supplier's file is fine.", ["lumo", "price"], "hard")
    return c


def push_campaign(name):
    c = Shop(name, "2026-04-09", "18:15", "19:21", {"mobile-api": "java", "identity": "cs", "basket": "go"})
    c.climb("requests_per_second", "mobile-api", 520, 6900, "19:00", "19:03")
    c.climb("requests_per_second", "identity", 90, 3100, "19:00", "19:03")
    c.climb("requests_per_second", "basket", 150, 1600, "19:00", "19:04")
    c.climb("cpu_utilization", "identity", 0.29, 0.99, "19:00", "19:03", noise=0.02)
    c.climb("http_p99_ms", "identity", 70, 8000, "19:01", "19:05")
    c.climb("http_5xx_ratio", "mobile-api", 0.002, 0.52, "19:02", "19:06")
    c.commit("18:22", "feat(identity): stronger password hashes for new accounts", "services/identity/src/PasswordHashing.cs",
             "-    options.Iterations = isNew ? 210_000 : 210_000;\n+    options.Iterations = isNew ? 310_000 : 210_000;", ("identity", "18:41"), decoy=True)
    c.commit("18:30", "feat(mobile-api): deep links into offers", "services/mobile-api/src/main/java/shop/DeepLinks.java", "+    routes.add(\"/o/{id}\", this::offer);", ("mobile-api", "18:52"), decoy=True)
    c.innocents(12)
    c.flag("18:55", "offer_deep_links", "mobile-api")
    c.lines("campaigns", "info", "push campaign SPRING-EVE: {n} of 2100000 notifications handed over", "18:59:30", "19:02:30", every=20, n=(90000, 2100000))
    c.lines("mobile-api", "info", "GET /o/{n} 200 app=7.{k}", every=40, n=(10, 99), k=(1, 9))
    c.lines("mobile-api", "info", "GET /o/77 cold start, token refresh app=7.{k}", "19:00", every=12, k=(1, 9))
    c.lines("identity", "warn", "token endpoint queue {n}, oldest waits {ms}ms", "19:01", every=25, n=(300, 4000), ms=(900, 8000))
    c.lines("mobile-api", "error", "identity answered 503, client will try again at once", "19:02", every=20)
    c.trace("19:07:00", [(0, "mobile-api", "GET /o/77", 8100, "503"), (1, "identity", "POST /token", 8000, "overloaded", {"queue_wait_ms": 7910, "work_ms": 64, "grant": "refresh_token"})])
    c.alert("MobileApiErrors", "mobile-api", "http_5xx_ratio", 0.05, "19:08", "mobile-api 5xx ratio above 5%")
    c.expect("traffic_surge", "none", "identity", ["mobile-api", "basket"], "scale",
             "Two million push messages at 19:00 wake the app everywhere at once; identity has more than thirty times its refreshes. Work per token is unchanged (64 ms), the rest is waiting; password hashing is not used by refreshes.",
             ["campaign"])
    return c


def sms_gateway_slow(name):
    c = Shop(name, "2026-04-12", "19:30", "20:44", {"login": "go", "notify": "py", "web": "ts"})
    c.climb("provider_p99_ms", "notify", 310, 28000, "20:18", "20:26")
    c.climb("sms_queue_age_seconds", "notify", 2, 760, "20:20", "20:44")
    c.climb("login_abandoned_ratio", "login", 0.06, 0.58, "20:22", "20:36")
    c.steady("mail_queue_age_seconds", "notify", 1.5)
    c.steady("cpu_utilization", "notify", 0.22)
    c.steady("requests_per_second", "login", 31)
    c.commit("19:42", "refactor(notify): one worker pool per channel", "services/notify/app/workers.py",
             "-POOL = Pool(24)\n+POOLS = {\"mail\": Pool(12), \"sms\": Pool(12)}", ("notify", "19:58"), decoy=True)
    c.commit("19:55", "feat(login): code is valid for ten minutes", "services/login/otp/code.go", "-const validity = 5 * time.Minute\n+const validity = 10 * time.Minute", ("login", "20:14"), decoy=True)
    c.innocents(12)
    c.flag("20:12", "otp_ten_minutes", "login")
    c.lines("notify", "info", "sms {id} accepted by pingway in {ms}ms", end="20:18", every=35, ms=(180, 320))
    c.lines("notify", "info", "mail {id} accepted in {ms}ms", every=60, ms=(60, 140))
    c.lines("notify", "warn", ["sms {id} accepted by pingway in {ms}ms", "POST https://api.pingway.example/v1/messages: 504 Gateway Timeout, x-pingway-region: eu, will try again"], "20:18", every=22, ms=(12000, 29000))
    c.lines("login", "warn", "code for {id} not entered within 5 minutes", "20:23", every=40)
    c.trace("20:30:00", [(0, "notify", "send sms", 28010, "504"), (1, "notify", "POST api.pingway.example/v1/messages", 28000, "504 Gateway Timeout")])
    c.trace("19:50:00", [(0, "notify", "send sms", 260), (1, "notify", "POST api.pingway.example/v1/messages", 240)])
    c.alert("LoginCodesLate", "login", "login_abandoned_ratio", 0.25, "20:31", "customers give up while waiting for their login code")
    c.expect("external_provider", "none", "notify", ["login", "web"], "escalate-upstream",
             "The SMS provider pingway answers late or with 504. Mails from the same service go out at once; the worker pools are twenty minutes older and had no backlog. Nothing is on a status page yet.",
             ["pingway"], "hard")
    return c


def already_over(name):
    c = Shop(name, "2026-04-14", "14:00", "15:20", {"catalog": "java", "web": "ts", "search": "go"})
    c.pulse("http_5xx_ratio", "catalog", 0.001, 0.14, "14:41", "14:46", 1)
    c.pulse("http_p99_ms", "catalog", 70, 900, "14:40", "14:46", 1)
    c.pulse("http_5xx_ratio", "web", 0.002, 0.06, "14:41", "14:46", 1)
    c.pulse("ready_replicas", "catalog", 6, 4, "14:40", "14:45", 1, noise=0)
    c.steady("requests_per_second", "catalog", 410)
    c.steady("cpu_utilization", "catalog", 0.36)
    c.commit("14:22", "feat(catalog): related articles by colour", "services/catalog/src/main/java/shop/Related.java", "+    byColour.forEach(related::add);", ("catalog", "14:31"), decoy=True)
    c.commit("14:50", "perf(search): skip empty facets", "services/search/facets.go", "+\tif f.Count == 0 {\n+\t\tcontinue\n+\t}", ("search", "15:02"), decoy=True)
    c.innocents(12)
    c.flag("14:30", "related_by_colour", "catalog")
    c.lines("catalog", "info", "GET /products/{n} 200 {ms}ms", every=40, n=(100, 999), ms=(10, 60))
    c.log("node-controller", "info", "14:39:30", "node worker-c4 drained for kernel update, 2 pods of catalog evicted", {"node": "worker-c4"})
    c.lines("catalog", "error", "pod is shutting down, request refused", "14:40:30", "14:45", every=20)
    c.log("node-controller", "info", "14:45:40", "node worker-c4 is back, catalog 6 of 6 pods ready", {"node": "worker-c4"})
    c.lines("web", "info", "page rendered {ms}ms", every=60, ms=(90, 300))
    c.trace("15:10:00", [(0, "web", "GET /p/9", 120), (1, "catalog", "GET /products/9", 40)])
    c.alert("CatalogErrors", "catalog", "http_5xx_ratio", 0.05, "14:43", "catalog 5xx ratio above 5%", "warning")
    c.expect("healthy", "none", "catalog", ["web"], "none",
             "A node was drained for an update; two pods moved and five minutes later all was as before. Since 14:47 errors and latency are at their usual level, the alert has only not been closed.",
             ["recovered"])
    return c


def neighbour(name):
    c = Shop(name, "2026-04-16", "02:10", "03:24", {"ranking": "py", "search": "java", "backup": "go"})
    c.climb("http_p99_ms", "ranking", 120, 1900, "03:01", "03:06")
    c.climb("http_5xx_ratio", "search", 0.002, 0.12, "03:02", "03:08")
    c.steady("requests_per_second", "ranking", 22)
    c.step("cpu_steal_ratio", "worker-a7", 0.01, 0.02, "03:00")
    c.climb("node_cpu_utilization", "worker-a7", 0.41, 0.99, "03:00", "03:03", noise=0.02)
    c.climb("container_cpu_cores", "nightly-export", 0, 13.4, "03:00", "03:03")
    c.step("container_cpu_cores", "ranking", 2.1, 1.2, "03:02", 4)
    c.commit("02:15", "feat(ranking): season as a feature", "services/ranking/app/features.py", "+    features.append(season(today))", ("ranking", "02:40"), decoy=True)
    c.commit("02:20", "refactor(search): retry policy object", "services/search/src/main/java/shop/Retries.java", "-    int retries = 2;\n+    RetryPolicy policy = RetryPolicy.of(2, Duration.ofMillis(100));", ("search", "02:52"), decoy=True)
    c.innocents(12)
    c.flag("02:38", "season_feature", "ranking")
    c.lines("ranking", "info", "ranked {n} items in {ms}ms pod=ranking-{p}", every=50, n=(20, 80), ms=(60, 118), p=["a7-1", "b2-1"])
    c.lines("ranking", "warn", "ranked {n} items in {ms}ms pod=ranking-a7-1 node=worker-a7", "03:02", every=25, n=(20, 80), ms=(1200, 2100))
    c.lines("kubelet", "warn", "node worker-a7: cpu is contended; pod data/nightly-export-29110 uses {n} of 16 cores and has no limit", "03:03", every=120, labels={"node": "worker-a7"}, n=[13, 14])
    c.log("nightly-export", "info", "03:00:05", "export of 2026-04-15 started, 16 workers")
    c.lines("search", "error", "ranking timed out after 1500ms peer=ranking-a7-1", "03:03", every=30)
    c.trace("03:12:00", [(0, "search", "query", 1510, "timeout"), (1, "ranking", "POST /rank", 1900, None, {"node": "worker-a7"})])
    c.trace("03:12:20", [(0, "search", "query", 150), (1, "ranking", "POST /rank", 90, None, {"node": "worker-b2"})])
    c.alert("SearchErrors", "search", "http_5xx_ratio", 0.05, "03:14", "search 5xx ratio above 5%")
    c.expect("infrastructure", "none", "ranking", ["search"], "reschedule",
             "The nightly export runs without a limit on worker-a7 and takes its CPU; the ranking pod there is slow, the one on worker-b2 with the same code is not.", ["nightly-export", "worker-a7"], "hard")
    return c


CASES = {"shop-28": disk_dying, "shop-29": zone_down, "shop-30": broken_feed, "shop-31": push_campaign, "shop-32": sms_gateway_slow,
         "shop-33": already_over, "shop-34": neighbour}
