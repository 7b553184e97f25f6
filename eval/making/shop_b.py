"""Shop cases: units, migrations, promises, topics and a library."""
from .shop import Shop


def seconds_read_as_millis(name):
    c = Shop(name, "2026-02-13", "09:20", "10:31", {"search": "java", "ranking": "py", "web": "ts"})
    c.step("http_p99_ms", "search", 340, 41, "10:16", 2)
    c.step("fallback_ratio", "search", 0.004, 0.93, "10:16", 2)
    c.step("result_clicks_per_minute", "web", 520, 190, "10:17", 4)
    c.steady("http_p99_ms", "ranking", 210)
    c.step("client_disconnects_per_second", "ranking", 0.1, 57, "10:16", 2)
    c.steady("cpu_utilization", "ranking", 0.44)
    culprit = c.commit("10:02", "refactor(search): typed settings for the ranking client", "services/search/src/main/kotlin/shop/RankingClient.kt",
                       "-    val client = HttpClient(requestTimeout = Duration.ofSeconds(config.getLong(\"ranking.timeout\")))\n"
                       "+    val client = HttpClient(requestTimeout = Duration.ofMillis(settings.ranking.timeout))", ("search", "10:15"))
    c.commit("10:04", "perf(ranking): load the model with mmap", "services/ranking/app/model.py",
             "-    weights = np.load(path)\n+    weights = np.load(path, mmap_mode=\"r\")", ("ranking", "10:14"), decoy=True)
    c.commit("09:58", "feat(ranking): log the model version with every answer", "services/ranking/app/api.py",
             "+    log.info(\"ranked\", extra={\"model\": MODEL_VERSION})", ("ranking", "10:14"), decoy=True)
    c.innocents(13)
    c.flag("10:10", "ranking_model_v7", "ranking")
    c.lines("search", "info", "query answered hits={n} {ms}ms", every=45, n=(0, 60), ms=(30, 330))
    c.lines("search", "warn", "ranking did not answer within 30ms, results are unranked trace_id={trace}", "10:16", every=14)
    c.lines("ranking", "warn", "client closed the connection after {ms}ms, work is thrown away", "10:16", every=18, ms=(30, 33))
    c.lines("ranking", "info", "ranked {n} items in {ms}ms model=v6", every=60, n=(20, 80), ms=(110, 205))
    c.trace("09:40:10", [(0, "web", "GET /search", 260), (1, "search", "query", 240), (2, "ranking", "POST /rank", 150)])
    c.trace("10:22:10", [(0, "web", "GET /search", 60), (1, "search", "query", 41), (2, "ranking", "POST /rank", 30, "cancelled by client")])
    c.alert("RankingDisconnects", "ranking", "client_disconnects_per_second", 5, "10:21", "ranking: clients disconnect before the answer")
    c.expect("code_defect", culprit, "search", ["ranking", "web"], "rollback",
             "The setting ranking.timeout is 30 seconds and is now read as 30 milliseconds, so search gives up before ranking (which is as fast as ever) "
             "can answer. search even became faster.", ["timeout", "milli"], "hard")
    return c


def dropped_index(name):
    c = Shop(name, "2026-02-16", "07:00", "10:12", {"orders": "cs", "support": "py", "web": "ts"}, every=3)
    c.climb("db_query_p99_ms", "orders", 22, 2900, "07:34", "09:50")
    c.climb("db_rows_read_per_second", "orders", 9000, 5200000, "07:34", "09:50")
    c.climb("cpu_utilization", "orders-db", 0.19, 0.96, "07:34", "09:40")
    c.climb("requests_per_second", "orders", 31, 165, "07:00", "10:00")
    c.climb("http_p99_ms", "orders", 95, 3300, "07:40", "09:55")
    c.climb("http_5xx_ratio", "support", 0.002, 0.29, "09:30", "09:58")
    culprit = c.commit("07:10", "chore(orders): remove objects nobody uses", ["services/orders/migrations/0198_cleanup.sql"],
                       "+DROP VIEW IF EXISTS v_orders_2023;\n+DROP INDEX IF EXISTS ix_orders_customer_id_placed_at;\n+DROP TABLE IF EXISTS tmp_import_2024;", ("orders", "07:32"))
    c.commit("09:11", "feat(support): list a customer's last orders", "services/support/app/customer.py",
             "+    orders = api.get(f\"/orders?customer={customer_id}&limit=10\")", ("support", "09:27"), decoy=True)
    c.commit("09:20", "refactor(orders): query objects instead of strings", "services/orders/src/Queries/CustomerOrders.cs",
             "-    var sql = \"SELECT * FROM orders WHERE customer_id = @id ORDER BY placed_at DESC LIMIT @n\";\n"
             "+    public const string Sql = \"SELECT * FROM orders WHERE customer_id = @id ORDER BY placed_at DESC LIMIT @n\";", ("orders", "09:34"), decoy=True)
    c.innocents(20)
    c.flag("09:25", "support_last_orders", "support")
    c.lines("orders", "info", "GET /orders?customer={n} 200 {ms}ms", every=120, n=(1000, 9999), ms=(30, 120))
    c.lines("orders", "warn", "slow query {ms}ms rows_read={r}: SELECT * FROM orders WHERE customer_id = @id ORDER BY placed_at DESC LIMIT @n", "08:05",
            every=120, ms=(600, 2900), r=(21000000, 21900000))
    c.lines("support", "error", "orders answered 504 for customer {n}", "09:33", every=40, n=(1000, 9999))
    c.trace("09:58:01", [(0, "support", "GET /customer/91", 3050, "504"), (1, "orders", "GET /orders", 3000, "timeout"), (2, "orders-db", "SELECT orders", 2980)])
    c.alert("SupportErrors", "support", "http_5xx_ratio", 0.05, "09:59", "support desk: 5xx ratio above 5%")
    c.expect("code_defect", culprit, "orders", ["support", "orders-db"], "roll-forward",
             "The clean-up migration dropped the index on customer and date, so each lookup reads the whole table. It grows with the morning's traffic; "
             "reads were already rising two hours before support's new page.", ["index"], "hard")
    return c


def missing_await(name):
    c = Shop(name, "2026-02-18", "14:10", "15:19", {"returns": "ts", "stock": "go", "web": "ts"})
    c.step("unhandled_rejections_per_minute", "returns", 0, 38, "15:01", 1, noise=0.15)
    c.step("refund_without_stock_total", "returns", 0, 41, "15:01", 16)
    c.step("http_p99_ms", "returns", 420, 90, "15:01", 1)
    c.climb("container_restarts_total", "returns", 0, 13, "15:02", "15:19", noise=0)
    c.steady("http_5xx_ratio", "stock", 0.013, noise=0.1)
    c.step("http_5xx_ratio", "returns", 0.002, 0.24, "15:02", 2)
    culprit = c.commit("14:47", "refactor(returns): flatten the refund flow", "services/returns/src/refund.ts",
                       " export async function refund(order: Order) {\n-  await stock.putBack(order.lines);\n-  await payments.refund(order.paymentId);\n"
                       "+  stock.putBack(order.lines);\n+  await payments.refund(order.paymentId);\n   return { state: \"refunded\" };\n }", ("returns", "15:00"))
    c.commit("14:52", "feat(returns): reason codes for returns", "services/returns/src/routes.ts",
             "   const body = schema.parse(req.body);\n+  const reason = reasons.get(body.reason) ?? \"other\";", ("returns", "15:00"), decoy=True)
    c.commit("14:40", "chore(stock): return 409 with a body when stock is locked", "services/stock/http/putback.go",
             "-\tw.WriteHeader(http.StatusConflict)\n+\twriteJSON(w, http.StatusConflict, lockedBody)", ("stock", "14:55"), decoy=True)
    c.innocents(13)
    c.flag("14:58", "return_reason_codes", "returns")
    c.lines("returns", "info", "return {id} refunded in {ms}ms", every=40, ms=(60, 400))
    c.lines("returns", "error", ["UnhandledPromiseRejection: Conflict: stock of {n} is locked at putBack (services/returns/src/refund.ts:18)",
                                 "process exits with code 1 because of an unhandled rejection"], "15:01", every=25, n=(100, 999))
    c.lines("stock", "warn", "put back of {n} refused: locked by picker", every=90, n=(100, 999))
    c.lines("web", "error", "return form failed: connection reset by returns", "15:02", every=40)
    c.trace("15:09:00", [(0, "web", "POST /return", 92, "502"), (1, "returns", "refund", 88, "connection reset"), (2, "stock", "PUT /putback", 140, "409 locked")])
    c.alert("ReturnsErrors", "returns", "http_5xx_ratio", 0.05, "15:10", "returns answers more than 5% of requests with 5xx")
    c.expect("code_defect", culprit, "returns", ["web"], "rollback",
             "refund no longer awaits stock.putBack; the conflicts that always occurred now and then become unhandled rejections that end the process, and refunds go out without stock.",
             ["await"])
    return c


def topic_renamed(name):
    c = Shop(name, "2026-02-20", "05:45", "07:08", {"orders": "java", "warehouse": "go", "tracking": "py"})
    c.step("messages_consumed_per_second", "warehouse", 22, 0, "06:31", 2)
    c.steady("messages_produced_per_second", "orders", 22)
    c.steady("http_5xx_ratio", "orders", 0.001)
    c.steady("consumer_lag", "warehouse", 3, noise=0.3)
    c.climb("orders_waiting_for_picking", "warehouse", 40, 2600, "06:31", "07:08")
    c.step("parcel_updates_per_minute", "tracking", 310, 12, "06:44", 6)
    culprit = c.commit("06:12", "chore(orders): follow the naming scheme for topics", "deploy/orders/values-prod.yaml",
                       " env:\n   KAFKA_BROKERS: kafka-0:9092,kafka-1:9092\n-  PLACED_TOPIC: orders.placed\n+  PLACED_TOPIC: shop.orders.placed.v1", ("orders", "06:30"))
    c.commit("06:18", "refactor(warehouse): one goroutine per partition", "services/warehouse/consume/loop.go",
             "-\tfor msg := range reader.C {\n-\t\thandle(msg)\n-\t}\n+\tfor _, p := range reader.Partitions() {\n+\t\tgo func(p Partition) {\n+\t\t\tfor msg := range p.C {\n+\t\t\t\thandle(msg)\n+\t\t\t}\n+\t\t}(p)\n+\t}",
             ("warehouse", "06:24"), decoy=True)
    c.commit("06:40", "fix(tracking): show local carrier names", "services/tracking/app/carriers.py", "-    return carrier.code\n+    return NAMES.get(carrier.code, carrier.code)", ("tracking", "06:46"), decoy=True)
    c.innocents(12)
    c.flag("06:22", "parallel_partitions", "warehouse")
    c.lines("orders", "info", "order {id} published to orders.placed partition={p}", end="06:30", every=60, p=(0, 11))
    c.lines("orders", "info", "order {id} published to shop.orders.placed.v1 partition=0", "06:30:20", every=60)
    c.log("orders", "warn", "06:30:24", "topic shop.orders.placed.v1 did not exist and was created with 1 partition")
    c.lines("warehouse", "info", "picked up order {id} from orders.placed", end="06:31", every=60)
    c.lines("warehouse", "info", "no messages on orders.placed for {n}s", "06:33", every=90, n=(60, 2100))
    c.lines("tracking", "warn", "no parcel events in the last minute", "06:47", every=90)
    c.alert("PickingBacklog", "warehouse", "orders_waiting_for_picking", 500, "06:58", "orders wait for picking")
    c.expect("configuration_error", culprit, "warehouse", ["tracking"], "config-revert",
             "orders publishes to a new topic while warehouse still reads orders.placed. No errors and no lag: there is nothing to read. warehouse's own change consumed well for six minutes.",
             ["topic", "orders.placed"], "hard")
    return c


def minor_library_breaks(name):
    c = Shop(name, "2026-02-23", "16:30", "17:36", {"vouchers": "py", "checkout": "go", "web": "ts"})
    c.step("http_5xx_ratio", "vouchers", 0.001, 0.47, "17:21", 1)
    c.step("http_5xx_ratio", "checkout", 0.002, 0.16, "17:21", 2)
    c.steady("requests_per_second", "vouchers", 44)
    c.steady("cpu_utilization", "vouchers", 0.28)
    c.steady("http_p99_ms", "vouchers", 61)
    culprit = c.commit("17:03", "chore(vouchers): weekly dependency updates", ["services/vouchers/requirements.txt"],
                       "-moneykit==2.8.4\n+moneykit==2.9.0\n-structlog==24.2.0\n+structlog==24.4.0\n-uvicorn==0.30.3\n+uvicorn==0.30.6", ("vouchers", "17:20"), author="deps-bot")
    c.commit("17:08", "feat(vouchers): percent vouchers for categories", "services/vouchers/app/rules.py",
             "+    if rule.kind == \"percent\" and rule.category:\n+        lines = [line for line in lines if line.category == rule.category]", ("vouchers", "17:12"), decoy=True)
    c.commit("17:10", "refactor(checkout): share the voucher client", "services/checkout/voucher/client.go",
             "-\tresp, err := http.Post(url, \"application/json\", body)\n+\tresp, err := shared.Post(url, \"application/json\", body)", ("checkout", "17:19"), decoy=True)
    c.innocents(13)
    c.flag("17:13", "percent_vouchers_by_category", "vouchers", "off->5%")
    c.lines("vouchers", "info", "voucher {id} applied", every=45)
    c.lines("vouchers", "error", "TypeError: unsupported operand type(s) for -: 'Money' and 'Decimal' at site-packages/moneykit/amount.py:88 in __sub__ (app/apply.py:23 total - discount)",
            "17:20:40", every=20)
    c.lines("checkout", "error", "voucher could not be applied: 500 cart={id}", "17:21", every=30)
    c.trace("17:25:19", [(0, "checkout", "POST /apply", 40, "500"), (1, "vouchers", "apply", 22, "TypeError: unsupported operand type(s) for -: 'Money' and 'Decimal'")])
    c.alert("VoucherErrors", "vouchers", "http_5xx_ratio", 0.02, "17:26", "vouchers 5xx ratio above 2%")
    c.expect("configuration_error", culprit, "vouchers", ["checkout"], "rollback",
             "A minor update of moneykit no longer subtracts a Decimal from Money; app/apply.py was not touched by anybody. The feature before it has been out eight quiet minutes at 5%.",
             ["moneykit"])
    return c


CASES = {"shop-09": seconds_read_as_millis, "shop-10": dropped_index, "shop-11": missing_await, "shop-12": topic_renamed, "shop-13": minor_library_breaks}
