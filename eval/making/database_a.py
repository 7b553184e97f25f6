"""Database cases: failover, storage, connections, CPU, memory."""
from .database import GB, Database


def failover(name):
    d = Database(name, "orders-main", "2026-02-17", "01:33", "02:03")
    d.pulse("DatabaseConnections", 142, 4, "01:58", "02:10", 0)
    d.pulse("CommitThroughput", 305, 2, "01:58", "02:10", 0)
    d.pulse("CPUUtilization", 23, 5, "01:58", "02:10", 0)
    d.step("ReadIOPS", 610, 45, "01:58", 0)
    d.silent("DBLoad", "01:58", "02:01")
    d.event("2026-02-16T03:05:00Z", "Finished DB instance backup", "backup")
    d.event("01:58:11", "Multi-AZ instance failover started.", "failover")
    d.event("01:58:41", "DB instance restarted", "availability")
    d.event("01:59:36", "Multi-AZ instance failover completed", "failover")
    d.event("02:00:20", "The primary host of the RDS Multi-AZ instance is unreachable due to loss of network connectivity.", "failover", "notification")
    d.sql("SELECT id, state FROM orders WHERE customer_id = $1 ORDER BY placed_at DESC LIMIT $2", 1.4, {"IO:DataFileRead": 1.1, "CPU": 0.3}, 210.4, "orders_api", "10.8.2.14")
    d.sql("UPDATE orders SET state = $1 WHERE id = $2", 0.5, {"IO:WALWrite": 0.3, "CPU": 0.2}, 44.0, "orders_api", "10.8.2.15")
    d.alert("RDSConnectionsDropped", "02:00", title="orders-main lost all connections", summary="DatabaseConnections fell from 142 to 0 within a minute.",
            error="FATAL: terminating connection due to administrator command", suspected_symptom="Somebody restarted the application, or the network is down?")
    d.answer("infrastructure", "The primary host became unreachable and the instance failed over to its standby; all sessions were cut and clients are only beginning to connect again.",
             ["failover"], ["healthy", "resource_exhaustion", "unknown"])
    return d


def storage_full(name):
    d = Database(name, "audit-log", "2026-02-18", "11:00", "11:31", size="db.m6g.large")
    d.climb("FreeStorageSpace", 14.2 * GB, 0.02 * GB, "11:00", "11:24")
    d.step("WriteIOPS", 900, 0.4, "11:25")
    d.step("CommitThroughput", 260, 0.1, "11:25")
    d.step("WriteLatency", 1.6, 8200, "11:25")
    d.step("TransactionLogsGeneration", 29e6, 0, "11:25")
    d.step("DatabaseConnections", 75, 188, "11:26", 4)
    d.event("09:02:00", "Finished DB instance backup", "backup")
    d.event("11:14:03", "The free storage capacity for DB Instance: audit-log is low at 4% of the allocated storage", "low storage")
    d.event("11:24:40", "Allocated storage has been exhausted.", "low storage", "failure")
    d.sql("INSERT INTO audit_entries (actor, action, payload, at) VALUES ($1, $2, $3, $4)", 14.8, {"IO:DataFileExtend": 13.9, "CPU": 0.9}, 0.0, "audit_writer", "10.8.9.3")
    d.sql("SELECT count(*) FROM audit_entries WHERE at > $1", 0.6, {"IO:DataFileRead": 0.5, "CPU": 0.1}, 0.2, "audit_ui", "10.8.9.9")
    d.alert("RDSTooManyConnections", "11:28", title="Connections of audit-log climbing", summary="DatabaseConnections more than doubled within five minutes and writes hang.",
            suspected_symptom="A connection leak in audit-writer?")
    d.answer("resource_exhaustion", "The instance ran out of storage at 11:24; writes stop, sessions pile up behind them. The connections follow, they do not lead.", ["storage"],
             ["healthy", "infrastructure", "unknown"])
    return d


def leaked_connections(name):
    d = Database(name, "tickets", "2026-02-20", "15:00", "15:36", size="db.r6g.large")
    d.climb("DatabaseConnections", 210, 498, "15:00", "15:31")
    d.climb("FreeableMemory", 9.1 * GB, 5.2 * GB, "15:00", "15:31")
    d.climb("CPUUtilization", 21, 39, "15:10", "15:31")
    d.step("CommitThroughput", 180, 131, "15:31", 3)
    d.steady("DBLoad", 5.1)
    d.event("2026-02-19T23:11:00Z", "Finished applying modification: instance class changed to db.r6g.large", "configuration change")
    d.event("15:33:10", "Clients are refused: FATAL: sorry, too many clients already (500 of 500 in use)", "notification")
    d.sql("BEGIN; SELECT seat FROM holds WHERE show_id = $1 FOR SHARE", 4.3, {"Client:ClientRead": 4.1, "CPU": 0.2}, 0.2, "booking_api", "10.7.1.40")
    d.sql("SELECT * FROM shows WHERE starts_at > $1 LIMIT $2", 0.7, {"CPU": 0.5, "IO:DataFileRead": 0.2}, 96.2, "web_reader", "10.7.1.41")
    d.alert("RDSCPUUtilizationRising", "15:32", title="CPU and connections rising on tickets", summary="CPU has doubled to 39% in 20 minutes. Some clients report errors.",
            error="FATAL: sorry, too many clients already")
    d.answer("resource_exhaustion", "Sessions of booking_api stay open idle in transaction (ClientRead) and are never given back until all 500 are in use. CPU follows.",
             ["connection", "idle"], ["healthy", "cpu_saturation", "unknown"])
    return d


def missing_index(name):
    d = Database(name, "crm", "2026-02-22", "08:00", "08:34", size="db.r6g.xlarge")
    d.step("CPUUtilization", 31, 97, "08:12", 3)
    d.step("DBLoad", 1.7, 15.6, "08:12", 3)
    d.step("ReadIOPS", 300, 5400, "08:12", 3)
    d.step("ReadLatency", 0.8, 4.9, "08:12", 3)
    d.step("DatabaseConnections", 88, 171, "08:16", 5)
    d.event("2026-02-21T02:14:00Z", "Multi-AZ instance failover completed", "failover")
    d.event("07:10:00", "Backing up DB instance", "backup")
    d.event("07:18:00", "Finished DB instance backup", "backup")
    d.sql("SELECT * FROM contacts WHERE lower(email) = $1", 13.4, {"CPU": 11.2, "IO:DataFileRead": 2.2}, 61.0, "crm_api", "10.9.4.7")
    d.sql("INSERT INTO activities (contact_id, kind, at) VALUES ($1, $2, $3)", 0.9, {"IO:WALWrite": 0.5, "CPU": 0.4}, 33.0, "crm_api", "10.9.4.8")
    d.sql("autovacuum: VACUUM ANALYZE public.activities", 0.4, {"IO:DataFileRead": 0.4}, 0.0, "rdsadmin")
    d.alert("RDSCPUUtilizationHigh", "08:22", title="CPU of crm above 90%", summary="CPUUtilization is 97% for ten minutes; pages take seconds. There was a failover last night.",
            suspected_symptom="Slow since the failover?")
    d.answer("resource_exhaustion", "One statement, the lookup by lower(email), takes nearly all CPU: it reads the whole table for every call, an index on the expression is missing. "
             "The failover was a day and a half earlier.", ["contacts", "index"], ["healthy", "infrastructure", "unknown"])
    return d


def memory_and_swap(name):
    d = Database(name, "pricing-facts", "2026-02-24", "19:00", "19:33", size="db.r6g.large")
    d.climb("FreeableMemory", 6.8 * GB, 0.11 * GB, "19:06", "19:22")
    d.climb("SwapUsage", 0.01 * GB, 3.9 * GB, "19:17", "19:31")
    d.climb("ReadLatency", 0.9, 31, "19:18", "19:30")
    d.climb("CPUUtilization", 28, 71, "19:16", "19:30")
    d.climb("DBLoad", 2.0, 12.5, "19:14", "19:30")
    d.climb("ReadIOPS", 700, 6100, "19:18", "19:30")
    d.event("18:02:00", "Updated to use DBParameterGroup pricing-facts-wide: work_mem is 512 MB", "configuration change")
    d.event("19:24:00", "DB instance is running low on memory; swap is in use", "notification")
    d.sql("SELECT region, sku, percentile_cont(0.5) WITHIN GROUP (ORDER BY price) FROM facts GROUP BY region, sku", 9.6,
          {"IO:BufFileRead": 4.4, "CPU": 3.1, "IO:DataFileRead": 2.1}, 0.6, "margin_report", "10.3.0.77")
    d.sql("SELECT price FROM facts WHERE sku = $1 AND region = $2", 1.3, {"IO:DataFileRead": 1.0, "CPU": 0.3}, 240.0, "pricing_api", "10.3.0.12")
    d.alert("RDSReadLatencyHigh", "19:27", "warning", title="Reads of pricing-facts are slow", summary="ReadLatency above 20 ms for five minutes.", suspected_symptom="Storage problem of the cloud?")
    d.answer("resource_exhaustion", "The margin report sorts in memory (512 MB for each operation), freeable memory falls to nearly nothing and the instance swaps; reads slow down because the cache is gone.",
             ["memory", "swap"], ["healthy", "infrastructure", "unknown"])
    return d


CASES = {"database-01": failover, "database-02": storage_full, "database-03": leaked_connections, "database-04": missing_index, "database-05": memory_and_swap}
