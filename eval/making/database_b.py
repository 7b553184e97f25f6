"""Database cases: maintenance, credits, replicas, locks, vacuum, and two that are healthy."""
from .database import GB, Database

DAMAGE = ["resource_exhaustion", "infrastructure", "unknown"]


def maintenance_restart(name):
    d = Database(name, "catalog", "2026-03-01", "03:05", "03:38", size="db.r6g.xlarge")
    for metric, usual in (("DatabaseConnections", 96), ("CommitThroughput", 70), ("CPUUtilization", 14)):
        d.step(metric, usual, 0, "03:33", 0)
    d.silent("ReadLatency", "03:33", "03:39")
    d.silent("FreeableMemory", "03:33", "03:39")
    d.event("2026-02-26T12:00:00Z", "Maintenance scheduled: operating system update, window Sun 03:30-04:00", "maintenance")
    d.event("03:32:10", "Applying off-line patches to DB instance", "maintenance")
    d.event("03:33:05", "DB instance shutdown", "availability")
    d.event("03:37:40", "DB instance restarted", "availability")
    d.sql("SELECT * FROM products WHERE id = $1", 1.1, {"IO:DataFileRead": 0.8, "CPU": 0.3}, 160.0, "catalog_api", "10.6.1.20")
    d.sql("UPDATE products SET stock = $1 WHERE id = $2", 0.3, {"IO:WALWrite": 0.2, "CPU": 0.1}, 19.0, "catalog_api", "10.6.1.21")
    d.alert("RDSConnectionsDropped", "03:36", title="catalog does not accept connections", summary="DatabaseConnections is 0, clients see refused connections.",
            error="connection to server failed: Connection refused", suspected_symptom="The instance crashed, perhaps out of memory?")
    d.answer("infrastructure", "The instance was shut down and restarted by the scheduled operating system maintenance; it came back a moment ago and has no sessions yet. Memory was ample before.",
             ["maintenance", "restart"], ["resource_exhaustion", "unknown"])
    return d


def burst_credits_gone(name):
    d = Database(name, "returns", "2026-03-03", "10:00", "10:37", size="db.t4g.large")
    d.climb("BurstBalance", 61, 0, "10:00", "10:19")
    d.step("ReadIOPS", 2950, 300, "10:19")
    d.step("ReadLatency", 1.1, 64, "10:19", 2)
    d.step("WriteLatency", 1.6, 71, "10:19", 2)
    d.step("DiskQueueDepth", 3, 58, "10:19", 2)
    d.step("DBLoad", 3.4, 19, "10:19", 2)
    d.climb("CPUUtilization", 33, 18, "10:19", "10:22")
    d.event("2026-03-02T22:00:00Z", "Finished DB instance backup", "backup")
    d.event("09:51:00", "Applied change to parameter log_min_duration_statement", "configuration change")
    d.sql("SELECT r.* FROM returns r JOIN return_lines l ON l.return_id = r.id WHERE r.created_at > $1", 13.6, {"IO:DataFileRead": 13.2, "CPU": 0.4}, 3.1, "returns_export", "10.5.5.5")
    d.sql("INSERT INTO returns (order_id, reason) VALUES ($1, $2)", 3.0, {"IO:WALSync": 2.9, "CPU": 0.1}, 2.0, "returns_api", "10.5.5.8")
    d.alert("RDSReadLatencyHigh", "10:26", title="returns: latency 60 times as high", summary="Read and write latency jumped at 10:19 while CPU fell.",
            suspected_symptom="A hardware fault of the volume?")
    d.answer("resource_exhaustion", "The volume's burst credits ran out at 10:19 after an export had read at nearly 3000 IOPS; since then it is held at its baseline of 300 and everything queues.",
             ["burst", "IOPS"], ["healthy", "infrastructure", "unknown"])
    return d


def replica_behind(name):
    d = Database(name, "ledger", "2026-03-05", "01:00", "01:35", replica="ledger-ro-1")
    d.climb("ReplicaLag", 1, 1480, "01:07", "01:33")
    d.step("TransactionLogsGeneration", 3.1e6, 148e6, "01:06", 2)
    d.step("WriteIOPS", 500, 11200, "01:06", 2)
    d.step("CPUUtilization", 22, 46, "01:06", 2)
    d.step("DBLoad", 1.9, 7.1, "01:06", 2)
    d.climb("FreeStorageSpace", 340 * GB, 291 * GB, "01:06", "01:35")
    d.event("2026-03-04T16:20:00Z", "Replication for the Read Replica ledger-ro-2 was terminated by the user", "read replica", source="ledger-ro-2")
    d.event("01:22:00", "Replica lag of ledger-ro-1 is above 900 seconds", "read replica", "notification", source="ledger-ro-1")
    d.sql("ALTER TABLE entries ALTER COLUMN amount TYPE numeric(20,4)", 4.6, {"IO:WALWrite": 2.6, "IO:DataFileWrite": 1.4, "CPU": 0.6}, 0.0, "migrator", "10.2.8.2")
    d.sql("SELECT sum(amount) FROM entries_2025 WHERE account = $1", 1.2, {"IO:DataFileRead": 0.9, "CPU": 0.3}, 31.0, "ledger_api", "10.2.8.9")
    d.alert("RDSReplicaLagHigh", "01:24", title="ledger-ro-1 is 15 minutes behind", summary="Reports read old balances.", error="ReplicaLag above 900 seconds",
            suspected_symptom="Somebody removed a replica yesterday; is the other one overloaded?")
    d.answer("resource_exhaustion", "A migration rewrites the table entries on the primary and writes WAL at 148 MB/s, more than the replica can replay. The replica that was removed yesterday has nothing to do with it.",
             ["replica", "WAL", "ALTER TABLE"], ["healthy", "infrastructure", "unknown"])
    return d


def locks_piled_up(name):
    d = Database(name, "bookings", "2026-03-07", "13:30", "14:02", size="db.r6g.2xlarge")
    d.climb("DBLoad", 1.8, 88, "13:44", "13:56")
    d.climb("DatabaseConnections", 120, 394, "13:45", "13:58")
    d.climb("CPUUtilization", 27, 8, "13:44", "13:50")
    d.climb("CommitThroughput", 290, 11, "13:44", "13:50")
    d.climb("ReadIOPS", 600, 90, "13:44", "13:50")
    d.event("2026-03-06T03:00:00Z", "Finished DB instance backup", "backup")
    d.event("13:57:30", "Active sessions are above ten times the number of vCPUs", "notification")
    d.sql("UPDATE rooms SET held_until = $1 WHERE id = $2", 66.1, {"Lock:transactionid": 58.0, "Lock:tuple": 8.1}, 0.3, "booking_api", "10.4.4.11")
    d.sql("INSERT INTO bookings (room_id, guest_id) VALUES ($1, $2)", 17.2, {"Lock:transactionid": 17.1, "CPU": 0.1}, 0.2, "booking_api", "10.4.4.12")
    d.sql("UPDATE rooms SET rate = rate * 1.03 -- spring rates, session opened 13:43, idle in transaction", 1.0, {"Client:ClientRead": 1.0}, 0.0, "revenue_admin", "10.4.9.77")
    d.alert("RDSDatabaseLoadHigh", "13:53", title="DBLoad of bookings is 40", summary="Database load far above the 8 vCPUs, bookings time out.", suspected_symptom="The instance class is too small?")
    d.answer("resource_exhaustion", "An administrator's UPDATE of all rooms was left open in a transaction at 13:43; every booking waits for its row locks and sessions pile up. CPU is at 8%, a larger instance would not help.",
             ["lock", "transaction"], ["healthy", "infrastructure", "cpu_saturation", "unknown"])
    return d


def vacuum_emergency(name):
    d = Database(name, "events-archive", "2026-03-09", "22:00", "22:33", size="db.m6g.2xlarge")
    d.climb("MaximumUsedTransactionIDs", 1.61e9, 1.68e9, "22:00", "22:33")
    d.step("ReadIOPS", 700, 8900, "22:06", 3)
    d.step("WriteIOPS", 500, 6100, "22:06", 3)
    d.step("ReadLatency", 1.0, 14, "22:07", 3)
    d.step("DiskQueueDepth", 0.8, 37, "22:07", 3)
    d.step("DBLoad", 2.0, 11.8, "22:07", 3)
    d.step("CPUUtilization", 25, 62, "22:07", 3)
    d.event("2026-02-20T09:00:00Z", "autovacuum was disabled for table public.events by a session of archiver", "notification")
    d.event("22:05:40", "Transaction IDs in use exceed 1.6 billion; anti-wraparound vacuum of public.events started", "notification")
    d.sql("autovacuum: VACUUM public.events (to prevent wraparound)", 6.7, {"IO:DataFileRead": 4.0, "IO:DataFileWrite": 1.9, "CPU": 0.8}, 0.0, "rdsadmin")
    d.sql("INSERT INTO events SELECT * FROM staging", 3.1, {"IO:WALWrite": 1.9, "IO:DataFileExtend": 1.2}, 4.0, "archiver", "10.1.3.3")
    d.alert("RDSReadLatencyHigh", "22:15", "warning", title="events-archive is slow", summary="ReadLatency above 10 ms, CPU up to 62%.", suspected_symptom="Did the archiver's load grow?")
    d.answer("resource_exhaustion", "Transaction IDs are nearly used up because autovacuum was off for events since February; the forced vacuum against wraparound takes the disk. The archiver inserts as always.",
             ["vacuum", "wraparound"], ["healthy", "infrastructure", "cpu_saturation", "unknown"])
    return d


def routine_check(name):
    d = Database(name, "vouchers", "2026-03-11", "07:00", "07:31", size="db.r6g.large", replica="vouchers-ro-1")
    d.steady("DatabaseConnections", 58)
    d.steady("DBLoad", 0.7)
    d.event("02:10:00", "Backing up DB instance", "backup")
    d.event("02:16:00", "Finished DB instance backup", "backup")
    d.sql("SELECT * FROM vouchers WHERE code = $1", 0.4, {"CPU": 0.3, "IO:DataFileRead": 0.1}, 88.0, "voucher_api", "10.3.3.30")
    d.sql("UPDATE vouchers SET used_at = $1 WHERE code = $2", 0.2, {"IO:WALWrite": 0.1, "CPU": 0.1}, 9.0, "voucher_api", "10.3.3.31")
    d.alert("RDSScheduledHealthCheck", "07:30", "info", title="Daily check — vouchers", summary="Daily check of metrics and events.")
    d.answer("healthy", "CPU, memory, storage, connections, latency and replica lag are at their usual levels; the only events are those of the nightly backup.", ["normal"], DAMAGE, "easy")
    return d


def frightening_history(name):
    d = Database(name, "loyalty", "2026-03-13", "15:00", "15:34", size="db.r6g.xlarge")
    d.pulse("CPUUtilization", 26, 71, "15:12", "15:15", 1)
    d.pulse("ReadIOPS", 610, 3300, "15:12", "15:15", 1)
    d.pulse("DBLoad", 1.8, 4.9, "15:12", "15:15", 1)
    d.event("2026-03-11T04:02:00Z", "Multi-AZ instance failover started.", "failover")
    d.event("2026-03-11T04:03:30Z", "Multi-AZ instance failover completed", "failover")
    d.event("2026-03-12T19:40:00Z", "The free storage capacity for DB Instance: loyalty is low at 3% of the allocated storage", "low storage")
    d.event("2026-03-12T20:05:00Z", "Finished applying modification: allocated storage 200 GB to 600 GB", "configuration change")
    d.sql("ANALYZE points", 0.4, {"IO:DataFileRead": 0.3, "CPU": 0.1}, 0.0, "maintenance", "10.4.1.2")
    d.sql("SELECT balance FROM points WHERE customer_id = $1", 1.2, {"CPU": 0.7, "IO:DataFileRead": 0.5}, 190.0, "loyalty_api", "10.4.1.9")
    d.alert("RDSCPUUtilizationHigh", "15:14", "warning", title="CPU of loyalty above 70%", summary="CPUUtilization was 71% at 15:14. Recent events: failover, low storage.",
            suspected_symptom="Is the instance running out of storage again?")
    d.answer("healthy", "A three minute ANALYZE; since 15:16 everything is as usual. Failover and low storage are days and a day old and both are settled, 340 GB are free.",
             ["normal"], DAMAGE)
    return d


CASES = {"database-06": maintenance_restart, "database-07": burst_credits_gone, "database-08": replica_behind, "database-09": locks_piled_up,
         "database-10": vacuum_emergency, "database-11": routine_check, "database-12": frightening_history}
