"""More of the database: queues of locks, plans, replicas that wait, what is over, and what is only cold."""
from .database import GB
from .database_c import DAMAGE, Instance

WRONG = ["healthy", "infrastructure", "unknown"]


def queue_behind_alter(name):
    d = Instance(name, "loadouts", "2026-09-29", "13:00", "13:51")
    d.climb("DatabaseConnections", 148, 791, "13:22", "13:38")
    d.climb("DBLoad", 2.3, 612, "13:22", "13:38")
    d.climb("CommitThroughput", 340, 21, "13:22", "13:26")
    d.step("CPUUtilization", 26, 7, "13:22", 3)
    d.step("ReadIOPS", 640, 510, "13:22", 3)
    d.step("WriteIOPS", 470, 33, "13:22", 3)
    d.climb("FreeableMemory", 21 * GB, 15 * GB, "13:22", "13:38")
    d.event("2026-09-29T01:20:00Z", "Finished DB instance backup", "backup")
    d.event("09:14:00", "Applied change to parameter max_connections: 600 to 800", "configuration change")
    d.event("13:30:10", "Number of active sessions is above 300", "notification")
    d.sql("SELECT slot, item FROM loadouts WHERE player_id = $1", 431.0, {"Lock:relation": 431.0}, 0.0, "session_api", "10.2.4.11")
    d.sql("UPDATE loadouts SET item = $1 WHERE player_id = $2 AND slot = $3", 176.0, {"Lock:relation": 176.0}, 0.0, "session_api", "10.2.4.12")
    d.sql("ALTER TABLE loadouts ADD COLUMN tint smallint /* migration 0088, started 13:21:50 */", 1.0, {"Lock:relation": 1.0}, 0.0, "migrator", "10.2.9.2")
    d.sql("SELECT item, count(*) FROM loadouts GROUP BY item /* started 12:58:04 */", 1.0, {"IO:DataFileRead": 0.9, "CPU": 0.1}, 0.0, "balance_team", "10.2.9.60")
    d.alert("RDSDatabaseConnectionsHigh", "13:36", title="loadouts: nearly all connections are in use", summary="791 of 800 connections, 600 sessions active, while CPU has fallen to 7%.",
            error="FATAL: remaining connection slots are reserved", suspected_symptom="A leak in session-api? Too many connections allowed since this morning?")
    d.answer("resource_exhaustion", "Migration 0088's ALTER TABLE wants loadouts for itself and waits for a report that has been reading the table since 12:58; everything that came after the ALTER queues behind it (Lock:relation) until connections run out. "
             "CPU and disks are idle; ending the migration or the report frees the queue.", ["lock", "ALTER TABLE", "connection"], WRONG + ["cpu_saturation"])
    return d


def other_plan(name):
    d = Instance(name, "worklists", "2026-10-01", "07:00", "08:04")
    d.step("CPUUtilization", 27, 96, "07:24", 3)
    d.climb("DBLoad", 2.2, 34, "07:24", "07:40")
    d.climb("DatabaseConnections", 160, 310, "07:26", "07:44")
    d.step("CommitThroughput", 320, 118, "07:25", 5)
    d.step("ReadIOPS", 410, 690, "07:24", 3)
    d.steady("ReadLatency", 0.8)
    d.steady("WriteIOPS", 450)
    d.event("2026-10-01T02:30:00Z", "Finished DB instance backup", "backup")
    d.event("07:23:40", "autovacuum: automatic analyze of table \"ward.tasks\"", "notification")
    d.event("2026-09-30T20:00:00Z", "Applied change to parameter default_statistics_target: 500 to 100", "configuration change")
    d.sql("SELECT * FROM tasks WHERE ward_id = $1 AND done_at IS NULL ORDER BY due LIMIT 20 /* index scan using tasks_due, 212000 rows filtered per call; until 07:23 tasks_ward_open, 31 rows */", 29.2, {"CPU": 28.4, "IO:DataFileRead": 0.8}, 84.0, "ward_api", "10.4.2.7")
    d.sql("UPDATE tasks SET done_at = now() WHERE id = $1", 2.1, {"CPU": 1.5, "IO:WALSync": 0.6}, 11.0, "ward_api", "10.4.2.8")
    d.sql("SELECT name FROM patients WHERE id = $1", 1.2, {"CPU": 1.1, "IO:DataFileRead": 0.1}, 390.0, "ward_api", "10.4.2.7")
    d.alert("RDSCPUUtilizationHigh", "07:44", title="worklists: CPU at 96%", summary="CPU has been full for a quarter of an hour; wards open their lists as on any morning (84 calls a second).", suspected_symptom="More users? Instance too small? WAL and checkpoints?")
    d.answer("resource_exhaustion", "After the automatic ANALYZE of tasks at 07:23 the planner reads the open tasks of a ward by the index tasks_due and filters 212000 rows a call instead of 31: the same calls take all the CPU. Calls and disks are as usual; with less statistics since yesterday the estimate is coarser.",
             ["plan", "CPU", "tasks"], WRONG)
    return d


def replay_waits(name):
    d = Instance(name, "telemetry", "2026-10-06", "14:00", "15:12", replica="telemetry-ro-2")
    d.changed["ReplicaLag"] = lambda m: 0.7 if m < 13 else 0.7 + (m - 13) * 60
    d.steady("TransactionLogsGeneration", 3.4e6)
    d.pulse("CPUUtilization", 24, 51, "14:30", "14:48")
    d.steady("WriteIOPS", 490)
    d.steady("DBLoad", 2.0)
    for metric, unit, value in (("CPUUtilization", "Percent", 14), ("WriteIOPS", "Count/Second", None), ("ReadIOPS", "Count/Second", 2900)):
        shape = (lambda m: 440 if m < 13 else 3) if value is None else (lambda m, v=value: v)
        d.shape(metric, f"db_instance=telemetry-ro-2;stat=Average;unit={unit}", shape, 0.04)
    d.event("2026-10-06T03:00:00Z", "Finished DB instance backup", "backup")
    d.event("2026-10-05T09:30:00Z", "Applied change to parameter max_standby_streaming_delay: 30s to -1", "configuration change", source="telemetry-ro-2")
    d.event("14:40:00", "Replication lag is above 1500 seconds", "notification", source="telemetry-ro-2")
    d.event("14:30:05", "Started manual snapshot", "backup")
    d.event("14:47:50", "Finished manual snapshot", "backup")
    d.sql("SELECT player, percentile_cont(0.5) WITHIN GROUP (ORDER BY rtt) FROM pings GROUP BY player /* on telemetry-ro-2, running since 14:11:40 */", 1.0, {"IO:DataFileRead": 0.8, "CPU": 0.2}, 0.0, "science", "10.7.9.14")
    d.sql("recovery: startup process, waiting on telemetry-ro-2 /* since 14:13:02 */", 1.0, {"IPC:RecoveryConflictSnapshot": 1.0}, 0.0, "rdsadmin")
    d.sql("INSERT INTO pings (player, at, rtt) VALUES ($1, $2, $3)", 1.1, {"IO:WALWrite": 0.6, "CPU": 0.5}, 980.0, "collector", "10.7.1.3")
    d.alert("RDSReplicaLagHigh", "14:40", title="telemetry-ro-2 is 26 minutes behind", summary="ReplicaLag rises by a minute per minute since 14:13.", suspected_symptom="The snapshot, or too much being written on the primary?")
    d.answer("resource_exhaustion", "The replica stopped replaying WAL at 14:13 because it conflicts with a query that science has been running on it since 14:11, and since yesterday's max_standby_streaming_delay = -1 it waits for queries without end: lag grows by a second per second. "
             "The primary writes what it always writes, the replica's disk and CPU are not the limit, and the snapshot began a quarter of an hour later.", ["replica", "conflict", "query"], WRONG)
    return d


def month_is_closed(name):
    d = Instance(name, "invoices", "2026-10-01", "00:00", "03:06", replica="invoices-ro-1")
    d.every = 3
    d.pulse("CPUUtilization", 18, 89, "00:30", "01:34", 4)
    d.pulse("DBLoad", 1.1, 9.4, "00:30", "01:34", 4)
    d.pulse("WriteIOPS", 310, 5200, "00:30", "01:34", 4)
    d.pulse("ReadIOPS", 300, 4100, "00:30", "01:34", 4)
    d.pulse("TransactionLogsGeneration", 2.1e6, 71e6, "00:30", "01:34", 4)
    d.pulse("ReplicaLag", 0.6, 94, "00:36", "01:41", 6)
    d.climb("FreeStorageSpace", 412 * GB, 404 * GB, "00:30", "01:34")
    d.pulse("WriteLatency", 1.3, 3.4, "00:30", "01:34", 4)
    d.event("2026-08-31T22:29:00Z", "month-end: CPU above 85% for 58 minutes (close_month)", "notification")
    d.event("2026-10-01T01:52:00Z", "Backing up DB instance", "backup")
    d.event("2026-10-01T02:04:00Z", "Finished DB instance backup", "backup")
    d.event("2026-09-29T11:00:00Z", "Applied change to parameter maintenance_work_mem", "configuration change")
    d.sql("CALL close_month('2026-09') /* 00:30:01 - 01:34:20, done */", 6.8, {"CPU": 5.1, "IO:DataFileRead": 1.1, "IO:WALWrite": 0.6}, 0.0, "billing_batch", "10.1.9.9")
    d.sql("SELECT * FROM invoices WHERE customer_id = $1 ORDER BY issued DESC LIMIT 20", 0.6, {"CPU": 0.4, "IO:DataFileRead": 0.2}, 9.0, "portal", "10.1.2.3")
    d.alert("RDSCPUUtilizationHigh", "00:51", "warning", title="invoices: CPU above 85%", summary="CPU was above 85% for fifteen minutes at 00:51.", description="Acknowledged by nobody; not sent again.", suspected_symptom="Runaway query? The replica lagged as well.")
    d.answer("healthy", "The month was closed, as at the end of every month: an hour of CPU at 89%, done at 01:34. Since then CPU, writes, latency and the replica's lag are at their usual level for an hour and a half.",
             ["batch", "close_month"], DAMAGE)
    return d


def cold_after_failover(name):
    d = Instance(name, "matches", "2026-10-10", "18:30", "19:24")
    for metric, usual in (("DatabaseConnections", 210), ("CommitThroughput", 520)):
        d.changed[metric] = lambda m, u=usual: u if m < 31 else (0 if m < 33 else u * min(0.62, (m - 32) / 9))
    d.changed["CPUUtilization"] = lambda m: 33 if m < 31 else (2 if m < 33 else 21)
    d.step("ReadIOPS", 700, 9400, "19:02", 3)
    d.step("ReadLatency", 0.8, 11.4, "19:02", 3)
    d.step("DiskQueueDepth", 0.6, 88, "19:02", 3)
    d.step("DBLoad", 3.0, 41, "19:03", 3)
    d.changed["FreeableMemory"] = lambda m: 20 * GB if m < 31 else min(49.0, 49.0 - (m - 31) * 0.2) * GB
    d.event("2026-10-10T02:10:00Z", "Finished DB instance backup", "backup")
    d.event("17:45:00", "Applied change to parameter random_page_cost: 1.1 to 1.2", "configuration change")
    d.event("19:00:40", "Multi-AZ instance failover started", "failover")
    d.event("19:01:20", "DB instance restarted", "availability")
    d.event("19:02:05", "Multi-AZ instance failover completed", "failover")
    d.event("19:04:30", "The primary host of the RDS Multi-AZ instance was unhealthy: hardware failure of a memory module", "failover", "notification")
    d.sql("SELECT * FROM results WHERE match_id = $1", 24.0, {"IO:DataFileRead": 23.6, "CPU": 0.4}, 240.0, "progression", "10.2.2.8")
    d.sql("SELECT * FROM players WHERE id = $1", 12.1, {"IO:DataFileRead": 11.9, "CPU": 0.2}, 480.0, "session_api", "10.2.2.9")
    d.sql("INSERT INTO results (match_id, player_id, placement) VALUES ($1, $2, $3)", 3.6, {"IO:DataFileRead": 2.8, "IO:WALSync": 0.8}, 190.0, "progression", "10.2.2.8")
    d.alert("RDSReadLatencyHigh", "19:09", title="matches: thirteen times as many reads", summary="ReadIOPS and ReadLatency rose at 19:02; matches end slowly and progression lags. Calls per second are below their usual number.",
            suspected_symptom="A bad plan since random_page_cost was changed? An index lost?")
    d.answer("infrastructure", "The primary's host failed (memory module), the instance moved to the standby at 19:02, and the new host's buffers are cold: all statements, by primary key too, read from disk what was in memory before. Nobody asks more, and the plans that got another page cost an hour earlier were quick until the failover.",
             ["failover", "host"], ["healthy", "resource_exhaustion", "unknown"])
    return d


def savepoint_for_each_row(name):
    d = Instance(name, "cover", "2026-10-15", "09:00", "10:08")
    d.step("DBLoad", 2.4, 71, "09:33", 4)
    d.step("CommitThroughput", 330, 44, "09:34", 4)
    d.step("CPUUtilization", 25, 38, "09:33", 4)
    d.climb("DatabaseConnections", 150, 288, "09:34", "09:50")
    d.steady("ReadIOPS", 610)
    d.steady("ReadLatency", 0.9)
    d.steady("WriteIOPS", 505)
    d.changed["BurstBalance"] = lambda m: 100
    d.event("2026-10-15T02:40:00Z", "Finished DB instance backup", "backup")
    d.event("08:30:00", "Applied change to parameter autovacuum_max_workers: 3 to 5", "configuration change")
    d.event("09:41:00", "Active sessions are above eight times the number of vCPUs", "notification")
    d.sql("SELECT valid_to FROM members WHERE number = $1", 58.4, {"LWLock:SubtransSLRU": 57.0, "CPU": 1.4}, 61.0, "eligibility", "10.6.3.5")
    d.sql("SELECT name FROM insurers WHERE id = $1", 9.9, {"LWLock:SubtransSLRU": 9.2, "CPU": 0.7}, 60.0, "eligibility", "10.6.3.5")
    d.sql("SAVEPOINT row; UPDATE members SET valid_to = $1 WHERE number = $2; RELEASE SAVEPOINT row /* one transaction, open since 09:31:12, 402000 rows so far */", 1.4, {"LWLock:SubtransSLRU": 0.7, "CPU": 0.6, "IO:WALWrite": 0.1}, 190.0, "cover_import", "10.6.9.3")
    d.sql("autovacuum: VACUUM ANALYZE members", 0.6, {"IO:DataFileRead": 0.5, "CPU": 0.1}, 0.0, "rdsadmin")
    d.alert("RDSDatabaseLoadHigh", "09:46", title="cover: seventy sessions active", summary="Reads by primary key take a second; CPU is at 38%, disks at their usual load.", suspected_symptom="More autovacuum workers since this morning? CPU, locks?")
    d.answer("resource_exhaustion", "The import updates hundreds of thousands of rows in one transaction with a savepoint for each: so many subtransactions overflow the SLRU cache, and every reader who meets such a row waits for it (LWLock:SubtransSLRU). No row lock, disk or CPU is at its limit; autovacuum does little.",
             ["SubtransSLRU", "savepoint", "cover_import"], WRONG + ["cpu_saturation"])
    return d


def sessions_from_functions(name):
    d = Instance(name, "bookings", "2026-10-20", "06:30", "07:24", size="db.r6g.xlarge")
    d.settings["max_connections"] = 500
    d.climb("DatabaseConnections", 118, 497, "06:58", "07:06")
    d.changed["CPUUtilization"] = lambda m: 19 if m < 28 else min(47, 19 + (m - 28) * 2.4)
    d.steady("DBLoad", 2.6)
    d.climb("FreeableMemory", 12 * GB, 7.1 * GB, "06:58", "07:06")
    d.step("CommitThroughput", 210, 196, "07:06", 2)
    d.shape("ConnectionAttempts", "db_instance=bookings;stat=Sum;unit=Count", lambda m: 40 if m < 28 else min(5200, 40 + (m - 28) * 640), 0.05)
    d.event("2026-10-20T02:20:00Z", "Finished DB instance backup", "backup")
    d.event("06:20:00", "Read replica bookings-ro-1 was promoted to a standalone instance", "notification", source="bookings-ro-1")
    d.event("07:05:50", "FATAL: remaining connection slots are reserved for roles with the SUPERUSER attribute (212 times)", "notification")
    d.sql("SELECT * FROM slots WHERE clinic_id = $1 AND day = $2", 1.4, {"CPU": 1.1, "IO:DataFileRead": 0.3}, 190.0, "booking_api", "10.3.1.4")
    d.sql("UPDATE reminders SET sent_at = now() WHERE id = $1 /* 361 sessions, one statement each, then idle */", 0.8, {"Client:ClientRead": 0.7, "CPU": 0.1}, 7.0, "reminder_fn", "10.3.64.0/18")
    d.sql("authentication (scram-sha-256)", 0.4, {"CPU": 0.4}, 84.0, "reminder_fn", "10.3.64.0/18")
    d.alert("RDSDatabaseConnectionsHigh", "07:08", title="bookings: connections at the limit", summary="497 connections; booking_api gets errors now and then.", error="FATAL: remaining connection slots are reserved for roles with the SUPERUSER attribute",
            suspected_symptom="Did the promotion of the replica at 06:20 send everybody to the primary? Slow queries?")
    d.answer("resource_exhaustion", "The morning's reminders run as functions, hundreds at once, and each opens a session of its own that does one statement and stays idle: 361 of reminder_fn fill max_connections. Nothing is slow, load is 2.6 and memory suffices; booking_api has as many sessions as before, and the replica was promoted forty minutes earlier without effect.",
             ["connection", "reminder_fn", "idle"], WRONG + ["cpu_saturation"])
    return d


CASES = {"database3-01": queue_behind_alter, "database3-02": other_plan, "database3-03": replay_waits, "database3-04": month_is_closed,
         "database3-05": cold_after_failover, "database3-06": savepoint_for_each_row, "database3-07": sessions_from_functions}
