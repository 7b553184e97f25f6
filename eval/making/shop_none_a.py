"""Shop cases in which no change is to blame."""
from .shop import Shop


def certificate_expired(name):
    c = Shop(name, "2026-03-01", "22:40", "24:14", {"gateway": "go", "loyalty": "java", "web": "ts"})
    c.step("http_5xx_ratio", "gateway", 0.002, 0.41, "24:00", 1)
    c.step("tls_handshake_errors_per_second", "gateway", 0.01, 74, "24:00", 1)
    c.step("requests_per_second", "loyalty", 82, 0.3, "24:00", 1)
    c.steady("cpu_utilization", "loyalty", 0.21)
    c.step("http_5xx_ratio", "web", 0.001, 0.11, "24:00", 2)
    c.shape("certificate_expiry_days", "service=loyalty", lambda m: max(0.0, (79 - m) / 1440), 0)
    c.commit("22:55", "chore(staging): rotate certificate of loyalty", "deploy/staging/loyalty/certificate.yaml",
             " spec:\n   secretName: loyalty-tls-staging\n-  duration: 2160h\n+  duration: 1440h\n+  renewBefore: 360h", decoy=True)
    c.commit("23:20", "refactor(gateway): build the TLS config in one place", "services/gateway/transport/tls.go",
             "-\tcfg := &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}\n+\tcfg := baseTLS(pool)\n+}\n+\n"
             "+func baseTLS(pool *x509.CertPool) *tls.Config {\n+\treturn &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}",
             ("gateway", "23:41"), decoy=True)
    c.commit("23:30", "feat(loyalty): show points in the order history", "services/loyalty/src/main/java/shop/HistoryController.java",
             "+    view.points(points.of(order));", ("loyalty", "23:52"), decoy=True)
    c.innocents(12)
    c.flag("23:55", "points_in_history", "loyalty")
    c.lines("gateway", "info", "GET /loyalty/points 200 {ms}ms", end="23:59:50", every=50, ms=(12, 60))
    c.lines("loyalty", "info", "points of customer {n} read", end="23:59:55", every=60, n=(10000, 99999))
    c.lines("gateway", "error", "upstream loyalty: tls: failed to verify certificate: x509: certificate has expired or is not yet valid: "
            "NotAfter is 2026-03-02T00:00:00Z", "24:00:02", every=15)
    c.lines("web", "warn", "loyalty box hidden: gateway 502", "24:00", every=30)
    c.trace("24:05:10", [(0, "web", "GET /account", 90), (1, "gateway", "GET /loyalty/points", 8, "x509: certificate has expired")])
    c.alert("GatewayErrors", "gateway", "http_5xx_ratio", 0.05, "24:04", "gateway 5xx ratio above 5%")
    c.expect("certificate", "none", "gateway", ["web"], "rotate-cert",
             "The serving certificate of loyalty ended at midnight. The certificate commit concerns staging; the gateway refactoring "
             "keeps roots and minimum version and worked for twenty minutes.", ["certificate", "expired"])
    return c


def payment_provider_down(name):
    c = Shop(name, "2026-03-04", "16:00", "17:18", {"payments": "java", "checkout": "go", "web": "ts"})
    c.step("provider_error_ratio", "payments", 0.004, 0.79, "17:02", 2)
    c.step("http_5xx_ratio", "payments", 0.002, 0.55, "17:02", 2)
    c.step("http_5xx_ratio", "checkout", 0.003, 0.5, "17:03", 2)
    c.step("orders_per_minute", "checkout", 64, 21, "17:03", 3)
    c.steady("cpu_utilization", "payments", 0.3)
    c.step("http_p99_ms", "payments", 620, 10010, "17:02", 2)
    c.commit("16:38", "refactor(payments): wrap the Cardlane client", "services/payments/src/main/java/shop/CardlaneGateway.java",
             "-    return http.post(base + \"/v2/charges\", charge);\n+    return client.charge(charge);\n@@ services/payments/src/main/java/shop/CardlaneClient.java @@\n"
             "+  Response charge(Charge charge) {\n+    return http.post(base + \"/v2/charges\", charge);\n+  }", ("payments", "16:57"), decoy=True)
    c.commit("16:44", "chore(payments): bump okhttp 4.12.0 to 4.12.1", "services/payments/pom.xml",
             "-      <version>4.12.0</version>\n+      <version>4.12.1</version>", ("payments", "16:57"), decoy=True)
    c.commit("16:50", "feat(checkout): remember the last payment method", "services/checkout/payment/choice.go",
             "+\tsession.Set(\"method\", choice.Method)", ("checkout", "17:00"), decoy=True)
    c.innocents(13)
    c.flag("16:59", "remember_payment_method", "checkout")
    c.status("17:09", "status.cardlane.example", "Charges API", "partial_outage", "We are investigating elevated error rates for card charges in Europe.")
    c.status("14:10", "status.mailbird.example", "Webhooks", "resolved", "Delayed webhooks have been delivered.")
    c.lines("payments", "info", "charge {id} authorised in {ms}ms", every=45, ms=(280, 640))
    c.lines("payments", "error", ["Cardlane POST /v2/charges answered 503 {{\"error\":\"processor_unavailable\"}} request_id=cl_{id}",
                                  "Cardlane POST /v2/charges: no answer within 10000ms"], "17:02", every=16)
    c.lines("checkout", "error", "payment of cart {id} failed: payments answered 502", "17:03", every=20)
    c.lines("web", "warn", "shown: please try another way of paying", "17:03", every=40)
    c.trace("17:08:08", [(0, "checkout", "POST /pay", 10080, "502"), (1, "payments", "charge", 10040, "provider timeout"),
                         (2, "payments", "POST api.cardlane.example/v2/charges", 10000, "timeout", {"peer": "api.cardlane.example"})])
    c.alert("CheckoutErrors", "checkout", "http_5xx_ratio", 0.05, "17:08", "checkout 5xx ratio above 5%")
    c.expect("external_provider", "none", "payments", ["checkout", "web"], "escalate-upstream",
             "Cardlane answers 503 or not at all and says so on its status page. Some charges still succeed with the same code that went out five minutes before.", ["Cardlane"])
    return c


def dns_failing(name):
    c = Shop(name, "2026-03-06", "06:30", "07:52", {"shipping": "go", "orders": "java", "mail": "py"})
    for service, ratio in (("shipping", 0.46), ("orders", 0.38), ("mail", 0.52)):
        c.step("http_5xx_ratio", service, 0.002, ratio, "07:33", 2)
    c.step("dns_failures_per_second", "coredns", 0.1, 310, "07:32", 2)
    c.step("dns_p99_ms", "coredns", 4, 5000, "07:32", 2)
    c.step("ready_replicas", "coredns", 3, 1, "07:31", 1, noise=0)
    c.steady("cpu_utilization", "orders", 0.26)
    c.commit("07:05", "refactor(orders): move the shipping address to configuration", "services/orders/src/main/resources/application-prod.yml",
             " clients:\n   shipping:\n-    url: ${SHIPPING_URL:http://shipping.shop.svc.cluster.local:8080}\n+    url: http://shipping.shop.svc.cluster.local:8080",
             ("orders", "07:27"), decoy=True)
    c.commit("07:10", "feat(mail): template for delayed parcels", "services/mail/app/templates/delayed.html", "+<p>Your parcel is a little late.</p>", ("mail", "07:29"), decoy=True)
    c.innocents(14)
    c.flag("07:26", "delayed_parcel_mail", "mail")
    c.lines("orders", "info", "order {id} handed to shipping", every=60)
    c.lines("mail", "info", "mail {id} sent", every=70)
    c.lines("orders", "error", "java.net.UnknownHostException: shipping.shop.svc.cluster.local: Temporary failure in name resolution", "07:33", every=22)
    c.lines("shipping", "error", "dial tcp: lookup orders-db.shop.svc.cluster.local on 10.96.0.10:53: read udp 10.2.{a}.{b}:41{n}->10.96.0.10:53: i/o timeout",
            "07:33", every=22, a=(1, 9), b=(2, 250), n=(100, 999))
    c.lines("mail", "error", "socket.gaierror: [Errno -3] Temporary failure in name resolution: smtp.mailbird.example", "07:33", every=22)
    c.log("coredns", "error", "07:31:02", "plugin/errors: 2 upstream 10.0.0.2:53: i/o timeout")
    c.lines("coredns", "warn", "queue of concurrent queries is full (1000), refusing", "07:32", every=30)
    c.trace("07:40:00", [(0, "orders", "POST /orders", 5012, "UnknownHostException")])
    c.alert("OrdersErrors", "orders", "http_5xx_ratio", 0.05, "07:40", "orders 5xx ratio above 5%")
    c.expect("network", "none", "coredns", ["orders", "shipping", "mail"], "restart",
             "Two of three resolver pods are gone and names cannot be resolved, for services of any language and for outside names too. "
             "Orders' configuration change kept the same name.", ["name resolution"], "hard")
    return c


def bot_crawl(name):
    c = Shop(name, "2026-03-08", "02:00", "03:26", {"web": "ts", "search": "go", "catalog": "py"})
    c.climb("requests_per_second", "web", 140, 1950, "03:02", "03:12")
    c.climb("requests_per_second", "search", 60, 1700, "03:02", "03:12")
    c.climb("cpu_utilization", "search", 0.18, 0.99, "03:02", "03:12", noise=0.02)
    c.climb("queue_depth", "search", 0.5, 420, "03:08", "03:16")
    c.climb("http_p99_ms", "search", 130, 6100, "03:08", "03:16")
    c.climb("http_5xx_ratio", "web", 0.002, 0.28, "03:09", "03:16")
    c.steady("orders_per_minute", "web", 6, noise=0.2)
    c.commit("02:31", "feat(search): typo tolerance for short words", "services/search/query/fuzzy.go",
             "-\tif len(word) < 5 {\n+\tif len(word) < 4 {\n \t\treturn exact(word)\n \t}", ("search", "02:44"), decoy=True)
    c.commit("02:50", "feat(web): canonical links on filter pages", "services/web/src/pages/filter.tsx", "+<link rel=\"canonical\" href={canonical(query)} />", ("web", "02:58"), decoy=True)
    c.innocents(12)
    c.flag("02:57", "filter_canonical", "web")
    c.lines("web", "info", "GET /c/{n}?page={k} 200 ua=\"Mozilla/5.0\" ip=91.13.{a}.{b}", every=50, n=(10, 99), k=(1, 4), a=(1, 250), b=(1, 250))
    c.lines("web", "info", "GET /c/{n}?page={k}&colour={id}&sort=price 200 ua=\"HarvestSpider/0.9\" ip=203.0.113.{b}", "03:02", every=13, n=(10, 99), k=(200, 9000), b=(2, 30))
    c.lines("search", "warn", "worker pool full, query waited {ms}ms", "03:09", every=22, ms=(1500, 6000))
    c.lines("web", "error", "search answered 503 overloaded trace_id={trace}", "03:10", every=25)
    c.trace("03:15:00", [(0, "web", "GET /c/44", 6020, "503"), (1, "search", "GET /query", 6000, "overloaded", {"queue_wait_ms": 5890, "work_ms": 92})])
    c.alert("WebErrors", "web", "http_5xx_ratio", 0.05, "03:16", "web 5xx ratio above 5%")
    c.expect("traffic_surge", "none", "search", ["web"], "scale",
             "A crawler from a handful of addresses walks every filter combination: web and search get more than ten times the usual requests "
             "at night while orders stay the same. The time is spent waiting for a worker, not working.", ["HarvestSpider"])
    return c


CASES = {"shop-05": certificate_expired, "shop-06": payment_provider_down, "shop-07": dns_failing, "shop-08": bot_crawl}
