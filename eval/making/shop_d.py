"""Shop cases: locks, event loops, clocks, memory and addresses."""
from .shop import Shop


def lock_order(name):
    c = Shop(name, "2026-03-11", "08:45", "10:01", {"stock": "java", "purchasing": "py", "checkout": "go"})
    c.climb("db_deadlocks_per_minute", "stock", 0, 57, "09:33", "09:45")
    c.climb("http_5xx_ratio", "stock", 0.002, 0.21, "09:34", "09:46")
    c.climb("http_5xx_ratio", "checkout", 0.003, 0.17, "09:35", "09:47")
    c.climb("http_p99_ms", "stock", 80, 2600, "09:33", "09:45")
    c.steady("cpu_utilization", "stock-db", 0.33)
    c.climb("transfers_per_minute", "purchasing", 2, 190, "09:30", "09:40")
    culprit = c.commit("08:20", "feat(stock): lock the source shelf first", "services/stock/src/main/java/shop/TransferService.java",
                       "   @Transactional\n   public void transfer(long from, long to, int amount) {\n-    Shelf a = shelves.lock(Math.min(from, to));\n"
                       "-    Shelf b = shelves.lock(Math.max(from, to));\n+    Shelf source = shelves.lock(from);\n+    Shelf target = shelves.lock(to);", ("stock", "08:34"))
    c.commit("09:05", "feat(purchasing): bigger batches for the morning transfer", "services/purchasing/app/morning.py",
             "-BATCH = 50\n+BATCH = 80", ("purchasing", "09:21"), decoy=True)
    c.commit("09:12", "refactor(stock): repository returns Optional", "services/stock/src/main/java/shop/ShelfRepository.java",
             "-  Shelf find(long id);\n+  Optional<Shelf> find(long id);", ("stock", "09:27"), decoy=True)
    c.innocents(13)
    c.flag("09:26", "reserve_on_click", "checkout", "10%->25%")
    c.lines("stock", "info", "moved {n} from shelf {a} to {b}", every=50, n=(1, 40), a=(10, 99), b=(10, 99))
    c.lines("stock", "error", "PSQLException: ERROR: deadlock detected. Process {p} waits for ShareLock on transaction {t}; blocked by process {q}. TransferService.transfer(TransferService.java:44)",
            "09:33", every=18, p=(2000, 2999), q=(2000, 2999), t=(880000, 889999))
    c.lines("checkout", "error", "reserve failed: stock answered 500 sku={n}", "09:35", every=25, n=(1000, 9999))
    c.lines("purchasing", "info", "morning transfer: {n} moves queued", "09:30", every=120, n=(40, 80))
    c.trace("09:48:00", [(0, "checkout", "POST /reserve", 1020, "500"), (1, "stock", "reserve", 1010, "deadlock detected"), (2, "stock", "SELECT shelf FOR UPDATE", 1000, "deadlock detected")])
    c.alert("CheckoutErrors", "checkout", "http_5xx_ratio", 0.05, "09:50", "checkout 5xx ratio above 5%")
    c.expect("code_defect", culprit, "stock", ["checkout"], "rollback",
             "transfer no longer locks shelves in a fixed order. Two opposite transfers deadlock; it shows when the daily morning transfer starts. A batch of 80 instead of 50 alone cannot deadlock.",
             ["deadlock", "order"], "hard")
    return c


def blocked_event_loop(name):
    c = Shop(name, "2026-03-13", "13:10", "14:18", {"account": "py", "gateway": "ts", "avatar": "go"})
    c.step("event_loop_lag_ms", "account", 2, 1900, "13:59", 3)
    c.step("http_p99_ms", "account", 45, 5200, "13:59", 3)
    c.step("http_5xx_ratio", "gateway", 0.001, 0.13, "14:00", 3)
    c.steady("cpu_utilization", "account", 0.19)
    c.steady("http_p99_ms", "avatar", 430)
    c.steady("requests_per_second", "account", 140)
    culprit = c.commit("13:31", "feat(account): show the avatar's size in the profile", "services/account/app/profile.py",
                       " async def profile(request):\n     user = await users.get(request.user_id)\n+    head = requests.head(f\"{AVATAR_URL}/{user.id}.png\")\n"
                       "+    user.avatar_bytes = int(head.headers.get(\"content-length\", 0))\n     return user.public()", ("account", "13:58"))
    c.commit("13:40", "perf(avatar): smaller png files", "services/avatar/encode.go", "-\tenc := png.Encoder{}\n+\tenc := png.Encoder{CompressionLevel: png.BestCompression}", ("avatar", "13:52"), decoy=True)
    c.commit("13:44", "chore(gateway): health check of account every 5 seconds", "services/gateway/config/upstreams.yaml", "   account:\n-    healthInterval: 10s\n+    healthInterval: 5s", ("gateway", "13:57"), decoy=True)
    c.innocents(12)
    c.flag("13:50", "avatars_best_compression", "avatar")
    c.lines("account", "info", "GET /profile 200 {ms}ms", every=45, ms=(12, 44))
    c.lines("account", "warn", "Executing <Task name='profile'> took {s}.{ms} seconds", "13:59", every=22, s=(0, 2), ms=(300, 999))
    c.lines("gateway", "error", ["health check of account failed: timeout after 2s", "account: no healthy upstream"], "14:00", every=20)
    c.lines("avatar", "info", "HEAD /{id}.png 200 {ms}ms", "13:59", every=40, ms=(380, 440))
    c.trace("14:06:00", [(0, "gateway", "GET /profile", 5100, "504"), (1, "account", "profile", 5080), (2, "avatar", "HEAD /u.png", 410)])
    c.trace("13:20:00", [(0, "gateway", "GET /profile", 30), (1, "account", "profile", 22)])
    c.alert("GatewayErrors", "gateway", "http_5xx_ratio", 0.05, "14:08", "gateway 5xx ratio above 5%")
    c.expect("code_defect", culprit, "account", ["gateway"], "rollback",
             "profile makes a synchronous HTTP call inside an async handler, so the event loop stands still for each of them; CPU is low and avatar is as fast as before.", ["block", "event loop"])
    return c


def local_time_for_utc(name):
    c = Shop(name, "2026-03-29", "21:30", "23:12", {"slots": "cs", "checkout": "go", "web": "ts"}, every=2)
    c.step("bookable_slots", "slots", 310, 0, "23:00", 1, noise=0.03)
    c.step("orders_per_minute", "checkout", 34, 4, "23:00", 3)
    c.step("slot_rejections_per_minute", "slots", 0.2, 31, "23:00", 2)
    c.steady("http_5xx_ratio", "slots", 0.001)
    c.steady("cpu_utilization", "slots", 0.15)
    culprit = c.commit("10:12", "refactor(slots): one clock for the booking window", "services/slots/src/BookingWindow.cs",
                       "-    public bool IsOpen(Slot slot) => slot.ClosesAtUtc > DateTime.UtcNow;\n+    public bool IsOpen(Slot slot) => slot.ClosesAtUtc > clock.Now;\n"
                       "@@ services/slots/src/Clock.cs @@\n+public sealed class Clock\n+{\n+    public DateTime Now => DateTime.Now;\n+}", ("slots", "10:40"))
    c.commit("22:20", "feat(checkout): pick the first free slot by default", "services/checkout/slot/choose.go",
             "+\tif len(slots) > 0 && choice == \"\" {\n+\t\tchoice = slots[0].ID\n+\t}", ("checkout", "22:48"), decoy=True)
    c.commit("22:31", "chore(slots): import slots of the new warehouse", "services/slots/data/warehouse-nord.json", "+{\"warehouse\": \"nord\", \"closesAtUtc\": \"2026-03-30T01:00:00Z\"}", ("slots", "22:52"), decoy=True)
    c.innocents(14)
    c.flag("22:50", "first_free_slot", "checkout")
    c.lines("slots", "info", "slot {id} booked", end="23:00", every=70)
    c.log("slots", "info", "22:52:31", "started, time zone Europe/Berlin (UTC+02:00)")
    c.lines("slots", "info", "slot {id} refused: window closed closesAt=2026-03-30T01:00:00Z now=2026-03-30T01:0{n}:12", "23:00", every=25, n=(0, 9))
    c.lines("checkout", "warn", "no delivery slot offered cart={id}", "23:00", every=30)
    c.trace("23:05:00", [(0, "web", "GET /slots", 40), (1, "checkout", "offer", 33), (2, "slots", "GET /open", 12, None, {"open": 0})])
    c.alert("NoDeliverySlots", "slots", "bookable_slots", 10, "23:05", "hardly any delivery slot can be booked", below=True)
    c.expect("code_defect", culprit, "slots", ["checkout", "web"], "rollback",
             "Since the morning slots compares closing times in UTC with local time, two hours ahead. By day tomorrow's slots are open under both clocks; they close at 01:00 UTC and tonight are taken as closed two hours early.",
             ["UTC", "local time"], "hard")
    return c


def unbounded_memo(name):
    c = Shop(name, "2026-03-16", "06:00", "11:04", {"render": "ts", "web": "ts", "catalog": "py"}, every=4)
    c.saw("memory_working_set_mib", "render", 260, 1530, "07:20", 45)
    c.saw("nodejs_gc_pause_ms", "render", 4, 900, "07:20", 45)
    c.shape("container_restarts_total", "service=render", lambda m: max(0, int((m - 80) // 45)), 0)
    c.shape("http_5xx_ratio", "service=web", lambda m: 0.16 if m > 80 and (m - 80) % 45 > 36 else 0.002)
    c.steady("requests_per_second", "render", 58)
    c.steady("cpu_utilization", "catalog", 0.24)
    culprit = c.commit("06:55", "perf(render): remember formatted prices", "services/render/src/format.ts",
                       "+const memo = new Map<string, string>();\n export function price(amount: number, locale: string, at: Date): string {\n-  return formatter(locale).format(amount);\n"
                       "+  const key = `${amount}:${locale}:${at.getTime()}`;\n+  if (!memo.has(key)) memo.set(key, formatter(locale).format(amount));\n+  return memo.get(key)!;\n }", ("render", "07:18"))
    c.commit("10:20", "feat(web): lazy load pictures below the fold", "services/web/src/components/Picture.tsx", "-<img src={src} />\n+<img src={src} loading=\"lazy\" />", ("web", "10:41"), decoy=True)
    c.commit("10:28", "feat(catalog): add 12000 articles of the spring range", "services/catalog/import/spring.py", "+IMPORTS.append(Import(\"spring\", rows=12000))", ("catalog", "10:45"), decoy=True)
    c.innocents(18)
    c.flag("10:40", "lazy_pictures", "web")
    c.lines("render", "info", "rendered /p/{n} in {ms}ms", every=200, n=(100, 9999), ms=(30, 90))
    for clock in ("08:04:40", "08:49:41", "09:34:38", "10:19:40"):
        c.log("render", "error", clock, "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory")
        c.log("render", "info", clock[:-2] + "58", "render starting, heap limit 1536 MB")
    c.lines("render", "warn", "gc took {ms}ms, heap {n} of 1536 MB", "10:56", every=30, ms=(400, 900), n=(1390, 1520))
    c.lines("web", "error", "render answered 502", "10:56", every=30)
    c.trace("11:00:00", [(0, "web", "GET /p/7", 1200, "502"), (1, "render", "render", 1190, "connection reset", {"gc_ms": 880})])
    c.alert("WebErrors", "web", "http_5xx_ratio", 0.05, "10:58", "web 5xx ratio above 5%")
    c.expect("code_defect", culprit, "render", ["web"], "rollback",
             "Prices are remembered under keys with the moment in milliseconds and never forgotten: the heap fills in 45 minutes, render dies, starts, and again, since 07:18. The 10:41 and 10:45 deploys come after four deaths.",
             ["memo", "heap"])
    return c


def staging_address(name):
    c = Shop(name, "2026-03-18", "15:00", "16:07", {"promotions": "cs", "basket": "py", "web": "ts"})
    c.step("rules_loaded", "promotions", 214, 9, "15:52", 0, noise=0)
    c.step("discounts_per_minute", "basket", 88, 2, "15:52", 2)
    c.steady("http_5xx_ratio", "promotions", 0.001)
    c.step("support_tickets_per_hour", "web", 4, 71, "15:53", 8)
    c.step("http_p99_ms", "promotions", 31, 64, "15:52", 2)
    culprit = c.commit("15:26", "chore(promotions): one values file for all environments", "deploy/promotions/values.yaml",
                       " config:\n-  rulesUrl: https://rules.prod.internal/v1\n+  rulesUrl: https://rules.stg.internal/v1\n   refreshSeconds: 300\n-  logLevel: info\n+  logLevel: information",
                       ("promotions", "15:51"))
    c.commit("15:30", "feat(basket): show the saved amount", "services/basket/app/view.py", "+    view[\"saved\"] = sum(line.discount for line in lines)", ("basket", "15:49"), decoy=True)
    c.commit("15:33", "refactor(promotions): sort rules once", "services/promotions/src/RuleSet.cs", "-    return rules.OrderBy(r => r.Rank).First(r => r.Matches(cart));\n+    return sorted.First(r => r.Matches(cart));", ("promotions", "15:40"), decoy=True)
    c.innocents(13)
    c.flag("15:48", "saved_amount", "basket")
    c.flag("15:20", "spring_voucher", "promotions")
    c.lines("promotions", "info", "214 rules loaded from https://rules.prod.internal/v1", end="15:51", every=300)
    c.lines("promotions", "info", "9 rules loaded from https://rules.stg.internal/v1", "15:51:30", every=200)
    c.lines("basket", "info", "basket {id} discounts=0", "15:52", every=30)
    c.lines("basket", "info", "basket {id} discounts={n}", end="15:52", every=60, n=(1, 4))
    c.trace("15:58:00", [(0, "web", "GET /basket", 80), (1, "basket", "price", 70), (2, "promotions", "match", 40, None, {"rules": 9})])
    c.alert("DiscountsDropped", "basket", "discounts_per_minute", 30, "15:58", "customers get hardly any discounts", below=True)
    c.expect("configuration_error", culprit, "promotions", ["basket", "web"], "config-revert",
             "promotions reads its rules from staging, where only nine exist. Nothing fails. The rule sorting went out ten minutes before and discounts were normal.", ["stg", "rules"])
    return c


CASES = {"shop-19": lock_order, "shop-20": blocked_event_loop, "shop-21": local_time_for_utc, "shop-22": unbounded_memo, "shop-23": staging_address}
