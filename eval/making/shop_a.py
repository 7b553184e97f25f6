"""Shop cases: limits, storms, caches and contracts between services."""
from .shop import Shop


def pool_lowered(name):
    c = Shop(name, "2026-02-03", "11:00", "12:38", {"orders": "java", "web": "ts", "checkout": "go"})
    c.climb("requests_per_second", "orders", 104, 167, "11:50", "12:25")
    c.step("db_pool_max", "orders", 40, 6, "11:40", 1, noise=0)
    c.climb("db_pool_active", "orders", 3.6, 6, "11:50", "12:21", noise=0.02)
    c.step("db_pool_pending", "orders", 0.2, 61, "12:21", 5, noise=0.15)
    c.step("http_p99_ms", "orders", 190, 5040, "12:22", 4)
    c.step("http_5xx_ratio", "orders", 0.002, 0.17, "12:23", 3)
    c.step("http_5xx_ratio", "checkout", 0.003, 0.31, "12:23", 3)
    c.step("http_5xx_ratio", "web", 0.002, 0.12, "12:24", 3)
    c.steady("db_cpu_percent", "orders-db", 31)
    culprit = c.commit("11:31", "chore(orders): bring datasource settings in line with the platform template",
                       "services/orders/src/main/resources/application-prod.yml",
                       " spring:\n   datasource:\n     hikari:\n-      maximum-pool-size: 40\n-      connection-timeout: 3000\n"
                       "+      maximum-pool-size: 6\n+      connection-timeout: 5000\n+      pool-name: orders-main", ("orders", "11:39"))
    c.commit("12:09", "refactor(orders): map order rows with a record", "services/orders/src/main/java/shop/OrderRowMapper.java",
             "-    Order order = new Order();\n-    order.setId(rs.getLong(\"id\"));\n-    order.setTotal(rs.getBigDecimal(\"total\"));\n"
             "-    return order;\n+    return new Order(rs.getLong(\"id\"), rs.getBigDecimal(\"total\"));", ("orders", "12:19"), decoy=True)
    c.commit("12:12", "feat(checkout): send the coupon code to orders", "services/checkout/order_client.go",
             " \tbody := orderRequest{\n \t\tCart: cart.ID,\n+\t\tCoupon: cart.Coupon,\n \t}", ("checkout", "12:20"), decoy=True)
    c.innocents(15)
    c.flag("12:18", "checkout_coupon_field", "checkout")
    c.lines("orders", "info", ["order stored id={id} items={n}", "GET /orders/{id} 200 {ms}ms"], every=70, n=(1, 9), ms=(40, 210))
    c.lines("checkout", "info", "order placed order={id}", end="12:22", every=90)
    c.lines("orders", "error", "HikariPool-1 - Connection is not available, request timed out after {ms}ms "
            "(total=6, active=6, idle=0, waiting={w})", "12:21", every=35, ms=(5000, 5012), w=(18, 74))
    c.lines("checkout", "error", "placing order failed: orders answered 503 for cart {id}", "12:22", every=14)
    c.lines("web", "error", "checkout page: upstream 502 trace_id={trace}", "12:23", every=25)
    c.trace("11:12:04", [(0, "web", "POST /checkout", 240), (1, "checkout", "Place", 210), (2, "orders", "POST /orders", 120),
                         (3, "orders", "INSERT orders", 9)])
    c.trace("12:27:40", [(0, "web", "POST /checkout", 5090, "502"), (1, "checkout", "Place", 5070, "orders answered 503"),
                         (2, "orders", "POST /orders", 5021, "SQLTransientConnectionException"),
                         (3, "orders", "getConnection", 5003, "timed out waiting for a connection")])
    c.alert("CheckoutFailing", "checkout", "http_5xx_ratio", 0.05, "12:28", "checkout answers more than 5% of requests with 5xx")
    c.expect("configuration_error", culprit, "orders", ["checkout", "web"], "config-revert",
             "The connection pool of orders was cut from 40 to 6. Quiet until the lunch peak needed more than 6 connections at "
             "once, as it has every day with 40; the database itself is idle. The later deploys only map rows and add a field.", ["pool", "connection"])
    return c


def retry_storm(name):
    c = Shop(name, "2026-02-05", "18:20", "19:41", {"gateway": "ts", "inventory": "go", "catalog": "py"})
    c.pulse("http_p99_ms", "inventory", 85, 240, "19:16", "19:18")
    c.step("requests_per_second", "inventory", 420, 3900, "19:17", 5)
    c.steady("requests_per_second", "gateway", 410)
    c.steady("requests_per_second", "catalog", 205)
    c.step("cpu_utilization", "inventory", 0.34, 0.98, "19:18", 4, noise=0.02)
    c.step("http_5xx_ratio", "inventory", 0.001, 0.64, "19:19", 4)
    c.step("http_5xx_ratio", "gateway", 0.002, 0.22, "19:20", 4)
    culprit = c.commit("16:40", "fix(gateway): be more patient with flaky upstreams", "services/gateway/src/upstream/client.ts",
                       "-  const policy = { attempts: 2, backoff: exponential({ baseMs: 100, maxMs: 2000, jitter: true }) };\n"
                       "+  const policy = { attempts: 12 };\n   return retry(policy, () => fetch(url, { signal: timeout(400) }));", ("gateway", "16:52"))
    c.commit("19:02", "perf(inventory): prepare the stock query once", "services/inventory/stock/store.go",
             "-\trow := s.db.QueryRow(stockSQL, sku)\n+\trow := s.stockStmt.QueryRow(sku)", ("inventory", "19:12"), decoy=True)
    c.commit("19:05", "feat(inventory): report stock per warehouse", "services/inventory/stock/handler.go",
             "+\tif r.URL.Query().Get(\"by\") == \"warehouse\" {\n+\t\twriteByWarehouse(w, sku)\n+\t\treturn\n+\t}", ("inventory", "19:12"), decoy=True)
    c.innocents(14)
    c.flag("19:10", "stock_by_warehouse", "inventory")
    c.lines("gateway", "info", "GET /stock/{n} 200 {ms}ms", every=60, end="19:19", n=(1000, 9999), ms=(30, 110))
    c.lines("inventory", "info", "stock read sku={n} {ms}ms", every=80, end="19:20", n=(1000, 9999), ms=(8, 60))
    c.log("inventory", "warn", "19:16:08", "checkpoint of the local store took 1900ms, requests were slow for a moment")
    c.lines("gateway", "warn", "upstream inventory attempt {a} of 12 failed after 400ms, trying again in 0ms trace_id={trace}", "19:16", every=12, a=(2, 12))
    c.lines("inventory", "error", ["accept queue full, dropping connection", "request cancelled by client after {ms}ms"], "19:18", every=18, ms=(398, 404))
    c.lines("catalog", "warn", "stock unknown for sku {n}: gateway answered 504", "19:20", every=40, n=(1000, 9999))
    c.trace("19:24:11", [(0, "gateway", "GET /stock/4711", 4850, "all 12 attempts failed")] +
            [(1, "inventory", "GET /stock/4711", 400, "cancelled") for _ in range(12)])
    c.trace("18:40:00", [(0, "gateway", "GET /stock/2210", 62), (1, "inventory", "GET /stock/2210", 41)])
    c.alert("InventoryErrors", "inventory", "http_5xx_ratio", 0.05, "19:31", "inventory fails more than 5% of its requests")
    c.expect("code_defect", culprit, "inventory", ["gateway", "catalog"], "rollback",
             "A two second hiccup of inventory was multiplied by the gateway, which since the afternoon retries twelve times without "
             "backoff. Callers' own rate is flat, inventory's is nine times as high.", ["retr", "backoff"], "hard")
    return c


def cache_key_fragmented(name):
    c = Shop(name, "2026-02-09", "08:30", "10:02", {"catalog": "py", "web": "ts", "search": "go"})
    c.climb("cache_hit_ratio", "catalog", 0.96, 0.07, "09:13", "09:30")
    c.climb("db_queries_per_second", "catalog", 140, 3050, "09:13", "09:30")
    c.climb("cpu_utilization", "catalog-db", 0.22, 0.97, "09:13", "09:38")
    c.climb("http_p99_ms", "catalog", 88, 2350, "09:25", "09:46")
    c.climb("http_p99_ms", "web", 310, 2700, "09:25", "09:46")
    c.climb("cache_entries", "catalog", 41000, 1450000, "09:13", "10:02")
    c.steady("requests_per_second", "catalog", 870)
    culprit = c.commit("09:01", "feat(catalog): vary product payload by client hints", "services/catalog/app/cache.py",
                       " def product_key(product_id, request):\n-    return f\"product:{product_id}:{request.locale}\"\n"
                       "+    hints = request.headers.get(\"user-agent\", \"\") + request.headers.get(\"x-request-start\", \"\")\n"
                       "+    return f\"product:{product_id}:{request.locale}:{md5(hints)}\"", ("catalog", "09:12"))
    c.commit("09:20", "feat(catalog): add energy label to product payload", "services/catalog/app/serialize.py",
             "     payload[\"weight\"] = product.weight\n+    payload[\"energy_label\"] = product.energy_label", ("catalog", "09:29"), decoy=True)
    c.commit("08:52", "chore(catalog): raise redis max memory", "deploy/redis/values.yaml", "-maxmemory: 4gb\n+maxmemory: 6gb",
             ("catalog-redis", "08:58"), decoy=True)
    c.commit("09:26", "feat(web): restyle product page", "services/web/src/styles/product.css", "-  grid-gap: 8px;\n+  grid-gap: 12px;", ("web", "09:33"))
    c.innocents(16)
    c.flag("09:28", "energy_label", "catalog")
    c.lines("catalog", "info", ["product {n} served from cache", "product {n} loaded from database {ms}ms"], every=55, n=(100, 900), ms=(12, 40))
    c.lines("catalog", "warn", "cache miss product:{n}:en:{trace}", "09:13", every=45, n=(100, 900))
    c.lines("catalog", "warn", "slow query: SELECT * FROM products WHERE id = %s took {ms}ms", "09:31", every=30, ms=(900, 2300))
    c.lines("web", "warn", "product page rendered in {ms}ms trace_id={trace}", "09:34", every=30, ms=(1500, 2900))
    c.trace("09:48:20", [(0, "web", "GET /p/311", 2510), (1, "catalog", "GET /products/311", 2440), (2, "catalog", "cache get", 1, None, {"hit": False}),
                         (2, "catalog", "SELECT products", 2390)])
    c.alert("ProductPageSlow", "web", "http_p99_ms", 1500, "09:52", "p99 of product pages above 1.5s", "warning")
    c.expect("code_defect", culprit, "catalog", ["web", "catalog-db"], "rollback",
             "The cache key got the user agent and a per-request header, so nearly nothing is found twice and every product is read "
             "from the database. Slow because entries expire gradually.", ["cache", "key"])
    return c


def renamed_field(name):
    c = Shop(name, "2026-02-11", "13:00", "14:21", {"pricing": "cs", "basket": "py", "web": "ts"})
    c.step("http_5xx_ratio", "basket", 0.001, 0.88, "14:07", 1)
    c.step("http_5xx_ratio", "web", 0.002, 0.35, "14:07", 2)
    c.steady("http_5xx_ratio", "pricing", 0.0004)
    c.steady("http_p99_ms", "pricing", 34)
    c.steady("requests_per_second", "basket", 96)
    c.steady("requests_per_second", "pricing", 240)
    culprit = c.commit("13:49", "refactor(pricing): consistent naming in the public model", "services/pricing/src/Contracts/PriceDto.cs",
                       " public sealed record PriceDto(\n     string Sku,\n-    [property: JsonPropertyName(\"net_amount\")] decimal NetAmount,\n"
                       "+    [property: JsonPropertyName(\"netAmount\")] decimal NetAmount,\n     string Currency);", ("pricing", "14:06"))
    c.commit("13:55", "refactor(basket): extract total calculation", "services/basket/app/totals.py",
             "-    return sum(line.qty * line.net for line in lines)\n+    return _total(lines)\n+\n+def _total(lines):\n+    return sum(line.qty * line.net for line in lines)",
             ("basket", "14:04"), decoy=True)
    c.commit("13:58", "feat(web): basket badge animation", "services/web/src/components/BasketBadge.tsx", "+<span className=\"pulse\">{count}</span>", ("web", "14:06:30"), decoy=True)
    c.innocents(13)
    c.flag("14:05", "basket_badge_animation", "web")
    c.lines("basket", "info", "basket {id} priced lines={n}", end="14:07", every=40, n=(1, 12))
    c.lines("pricing", "info", "priced {n} skus in {ms}ms", every=50, n=(1, 12), ms=(5, 31))
    c.lines("basket", "error", ["Traceback: app/price_client.py line 41 in parse: net = Decimal(item[\"net_amount\"]) KeyError: 'net_amount'",
                                "GET /basket/{id} 500 unhandled KeyError: 'net_amount'"], "14:07", every=16)
    c.lines("web", "error", "basket could not be loaded: 500 trace_id={trace}", "14:07", every=22)
    c.trace("14:12:31", [(0, "web", "GET /basket", 61, "500"), (1, "basket", "GET /basket/77", 40, "KeyError: 'net_amount'"), (2, "pricing", "POST /prices", 18)])
    c.alert("BasketErrors", "basket", "http_5xx_ratio", 0.02, "14:11", "basket 5xx ratio above 2%")
    c.expect("code_defect", culprit, "basket", ["web"], "rollback",
             "pricing renamed the JSON field net_amount to netAmount; basket still reads the old name and throws KeyError. pricing "
             "itself looks healthy; the basket deploy two minutes before only moves a sum.", ["net_amount", "pricing"])
    return c


CASES = {"shop-01": pool_lowered, "shop-02": retry_storm, "shop-03": cache_key_fragmented, "shop-04": renamed_field}
