"""More of the database: slots, credits, volumes, and alerts about what is over."""
from .database import GB, Database

DAMAGE = ["resource_exhaustion", "infrastructure", "unknown"]


class Instance(Database):
    def __init__(self, name, *more, **named):
        super().__init__(name, *more, **named)
        self.suite = name.rsplit("-", 1)[0]


def slot_keeps_wal(name):
    d = Instance(name, "dispatch", "2026-04-13", "05:00", "05:41")
    d.climb("FreeStorageSpace", 41 * GB, 6.2 * GB, "05:00", "05:41")
    d.steady("TransactionLogsGeneration", 15e6)
    d.steady("DatabaseConnections", 152)
    for metric, unit, first, last in (("OldestReplicationSlotLag", "Bytes", 588 * GB, 623 * GB), ("TransactionLogsDiskUsage", "Bytes", 590 * GB, 625 * GB)):
        d.shape(metric, f"db_instance=dispatch;stat=Maximum;unit={unit}", lambda m, a=first, b=last: a + (b - a) * m / 41, 0.001)
    d.event("2026-04-12T15:02:11Z", "Logical replication slot cdc_warehouse became inactive: the subscriber closed the connection", "replication")
    d.event("2026-04-13T02:10:00Z", "Finished DB instance backup", "backup")
    d.event("05:22:00", "Allocated storage is at 98%; free storage is below 25 GB", "low storage")
    d.sql("INSERT INTO positions (vehicle_id, at, lat, lon) VALUES ($1, $2, $3, $4)", 1.3, {"IO:WALWrite": 0.7, "CPU": 0.6}, 820.0, "dispatch_api", "10.9.1.4")
    d.sql("SELECT count(*) FROM positions WHERE at > $1", 0.6, {"IO:DataFileRead": 0.4, "CPU": 0.2}, 0.4, "grafana", "10.9.7.7")
    d.alert("RDSFreeStorageLow", "05:30", title="dispatch: storage is running out", summary="Free storage falls by nearly a gigabyte per minute; inserts are at their usual rate.",
            suspected_symptom="Did the positions table grow, or has the backup left something?")
    d.answer("resource_exhaustion", "The logical replication slot cdc_warehouse has had no subscriber since yesterday afternoon, so the instance keeps all WAL for it: 620 GB. Data and load are as usual; the volume is full in minutes.",
             ["slot", "WAL", "storage"], ["healthy", "infrastructure", "unknown"])
    return d


def cpu_credits_gone(name):
    d = Instance(name, "permits", "2026-04-22", "09:00", "09:56", size="db.t4g.medium")
    for credits in ("CPUCreditBalance", "CPUSurplusCreditBalance"):
        level = (lambda m: max(0.0, 84 - 84 * m / 38)) if credits == "CPUCreditBalance" else (lambda m: 0.0)
        d.shape(credits, "db_instance=permits;stat=Average;unit=Count", level, 0.01)
    d.changed["CPUUtilization"] = lambda m: 61 if m < 38 else 20
    d.climb("DBLoad", 1.4, 26, "09:38", "09:50")
    d.climb("DatabaseConnections", 61, 188, "09:39", "09:52")
    d.climb("CommitThroughput", 140, 47, "09:38", "09:42")
    d.steady("ReadIOPS", 110)
    d.steady("WriteIOPS", 90)
    d.steady("FreeableMemory", 1.6 * GB)
    d.event("2026-04-21T22:00:00Z", "Finished DB instance backup", "backup")
    d.event("2026-04-20T11:15:00Z", "Applying modification to database instance class: db.m6g.large to db.t4g.medium", "configuration change")
    d.event("2026-04-20T11:24:00Z", "Finished applying modification to database instance class", "configuration change")
    d.sql("SELECT * FROM permits WHERE plate = $1 AND valid_to > now()", 19.8, {"CPU": 19.4, "IO:DataFileRead": 0.4}, 96.0, "permit_check", "10.3.3.9")
    d.sql("INSERT INTO checks (permit_id, at, gate) VALUES ($1, $2, $3)", 5.1, {"CPU": 4.9, "IO:WALSync": 0.2}, 44.0, "permit_check", "10.3.3.9")
    d.alert("RDSDatabaseLoadHigh", "09:49", title="permits: sessions wait", summary="DBLoad is above ten times the number of vCPUs while CPUUtilization is only 20%.",
            suspected_symptom="Locks? CPU has fallen, so it cannot be that.")
    d.answer("resource_exhaustion", "The burstable instance used up its CPU credits at 09:38 and is held at its baseline of 20%; all sessions wait for CPU. Load is the usual of a morning; there are no locks and the disk is idle. The class was reduced two days ago.",
             ["credit", "CPU"], ["healthy", "infrastructure", "unknown"])
    return d


def volume_degraded(name):
    d = Instance(name, "timetable", "2026-05-09", "11:00", "11:39")
    d.step("ReadLatency", 0.9, 212, "11:21", 1)
    d.step("WriteLatency", 1.4, 340, "11:21", 1)
    d.step("DiskQueueDepth", 0.6, 44, "11:21", 1)
    d.step("ReadIOPS", 620, 88, "11:21", 1)
    d.step("WriteIOPS", 480, 71, "11:21", 1)
    d.step("CommitThroughput", 310, 34, "11:21", 1)
    d.step("DBLoad", 2.1, 31, "11:21", 2)
    d.climb("DatabaseConnections", 140, 260, "11:22", "11:34")
    d.step("CPUUtilization", 24, 9, "11:21", 1)
    d.changed["BurstBalance"] = lambda m: 100
    d.changed["EBSIOBalance%"] = lambda m: 99
    d.event("2026-05-09T02:20:00Z", "Finished DB instance backup", "backup")
    d.event("2026-05-08T09:00:00Z", "Applied change to parameter work_mem", "configuration change")
    d.event("11:26:10", "The storage volume of the DB instance is impaired because of a failure of the underlying hardware; recovery is in progress", "availability", "notification")
    d.sql("SELECT * FROM departures WHERE stop_id = $1 AND at > $2 LIMIT 20", 17.0, {"IO:DataFileRead": 16.8, "CPU": 0.2}, 22.0, "journey", "10.7.1.3")
    d.sql("UPDATE departures SET delay = $1 WHERE trip_id = $2 AND stop_seq = $3", 13.6, {"IO:WALSync": 9.1, "IO:DataFileRead": 4.4, "CPU": 0.1}, 31.0, "realtime", "10.7.1.8")
    d.alert("RDSReadLatencyHigh", "11:29", title="timetable: every read takes 200 ms", summary="Latency jumped at 11:21; throughput fell to an eighth.", suspected_symptom="A bad query after yesterday's parameter change?")
    d.answer("infrastructure", "The volume under the instance is impaired by a hardware failure: latency is 200 times as high at an eighth of the usual operations, with all credits in place and statements as ever. Nothing was asked more of it, and work_mem changed a day before.",
             ["volume", "hardware"], ["healthy", "resource_exhaustion", "unknown"])
    return d


def storage_grown(name):
    d = Instance(name, "tickets", "2026-06-10", "07:30", "08:12")
    free = lambda m: (24.8 - 0.004 * m) * GB if m < 9 else (124.6 - 0.004 * m) * GB
    d.changed["FreeStorageSpace"] = free
    d.pulse("WriteLatency", 1.4, 2.6, "07:39", "07:50")
    d.event("07:36:10", "Free storage is 10% of the allocated 250 GiB: storage autoscaling is triggered", "low storage", "notification")
    d.event("07:38:40", "Finished applying modification to allocated storage: 350 GiB", "configuration change")
    d.event("07:38:45", "Storage optimization has started", "notification")
    d.event("2026-06-09T22:31:00Z", "Finished DB instance backup", "backup")
    d.sql("SELECT * FROM seats WHERE event_id = $1", 1.2, {"CPU": 0.7, "IO:DataFileRead": 0.5}, 210.0, "seatmap", "10.1.4.4")
    d.sql("INSERT INTO tickets (seat_id, buyer) VALUES ($1, $2)", 0.5, {"IO:WALSync": 0.4, "CPU": 0.1}, 11.0, "tickets", "10.1.4.9")
    d.alert("RDSFreeStorageLow", "07:37", "warning", title="tickets: less than 10% storage free", summary="FreeStorageSpace was below the threshold of 25 GiB at 07:37.", suspected_symptom="The instance may stop accepting writes.")
    d.answer("healthy", "Autoscaling enlarged the volume from 250 to 350 GiB two minutes after the alert; 124 GB are free, growth is small, latency and everything else are as usual.",
             ["storage"], DAMAGE)
    return d


def iops_limit(name):
    d = Instance(name, "messages", "2026-06-25", "13:00", "13:47", size="db.m6g.xlarge")
    d.settings.update(storage_type="gp3", provisioned_iops=3000)
    d.climb("ReadIOPS", 540, 2890, "13:02", "13:24")
    d.steady("WriteIOPS", 104)
    d.climb("ReadLatency", 0.8, 14.5, "13:22", "13:36")
    d.climb("DiskQueueDepth", 0.5, 41, "13:22", "13:36")
    d.climb("DBLoad", 1.9, 37, "13:20", "13:40")
    d.climb("CommitThroughput", 260, 71, "13:22", "13:38")
    d.climb("CPUUtilization", 21, 33, "13:02", "13:24")
    d.event("2026-06-24T23:05:00Z", "Finished DB instance backup", "backup")
    d.event("12:40:00", "Applied change to parameter idle_in_transaction_session_timeout", "configuration change")
    d.sql("SELECT id, body FROM outbox WHERE sent_at IS NULL ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 10", 31.4, {"IO:DataFileRead": 30.2, "CPU": 1.2}, 88.0, "relay", "10.6.6.2")
    d.sql("UPDATE outbox SET sent_at = now() WHERE id = $1", 3.1, {"IO:DataFileRead": 2.4, "IO:WALSync": 0.7}, 71.0, "relay", "10.6.6.2")
    d.sql("SELECT tenant, count(*) FROM outbox GROUP BY tenant", 1.1, {"IO:DataFileRead": 1.0, "CPU": 0.1}, 0.0, "analyst_dk", "10.6.9.90")
    d.alert("RDSDatabaseLoadHigh", "13:40", title="messages: 37 sessions active on 4 vCPUs", summary="Commits fell to a quarter; CPU is at a third.", suspected_symptom="CPU-bound? Instance too small?")
    d.answer("resource_exhaustion", "Reads and writes together are at the 3000 operations per second that the volume is provisioned with (2890 + 104) and everything queues for the disk: the relay's poll of outbox reads more and more pages for ten rows. CPU is at a third, nothing failed in the hardware.",
             ["IOPS", "outbox"], ["healthy", "infrastructure", "unknown", "cpu_saturation"])
    return d


def planned_failover(name):
    d = Instance(name, "loyalty", "2026-07-16", "09:00", "09:58")
    for metric, usual in (("DatabaseConnections", 140), ("CommitThroughput", 310), ("CPUUtilization", 24)):
        d.changed[metric] = lambda m, usual=usual: usual if m < 14 else (0 if m < 16 else min(usual, usual * (m - 15) / 6))
    d.pulse("ReadLatency", 0.9, 6.1, "09:16", "09:25")
    d.pulse("ReadIOPS", 620, 2900, "09:16", "09:27")
    d.event("09:14:05", "Multi-AZ instance failover started", "failover")
    d.event("09:14:50", "DB instance restarted", "availability")
    d.event("09:15:38", "Multi-AZ instance failover completed", "failover")
    d.event("2026-07-15T16:00:00Z", "A failover exercise is announced for 2026-07-16 09:00-10:00", "maintenance")
    d.event("2026-07-15T21:40:00Z", "Finished DB instance backup", "backup")
    d.sql("SELECT points FROM balances WHERE customer = $1", 1.0, {"CPU": 0.6, "IO:DataFileRead": 0.4}, 410.0, "loyalty_api", "10.5.1.2")
    d.sql("UPDATE balances SET points = points + $1 WHERE customer = $2", 0.7, {"IO:WALSync": 0.4, "CPU": 0.3}, 60.0, "loyalty_api", "10.5.1.3")
    d.alert("RDSConnectionsDropped", "09:15", title="loyalty: connections fell to zero", summary="All sessions were lost at 09:14.", description="Sent at 09:15; the state has not been read since.",
            suspected_symptom="The primary may be down.")
    d.answer("healthy", "The announced failover exercise took a minute and a half and ended at 09:15:38; connections, commits and latency have been at their usual levels for half an hour. Nothing is wrong now.",
             ["failover"], DAMAGE)
    return d


def temporary_files(name):
    d = Instance(name, "catalogue", "2026-08-04", "10:00", "10:41")
    d.climb("FreeStorageSpace", 212 * GB, 9 * GB, "10:11", "10:41")
    d.step("WriteIOPS", 480, 8900, "10:11", 2)
    d.step("WriteLatency", 1.4, 5.8, "10:12", 3)
    d.step("DBLoad", 2.1, 6.3, "10:11", 2)
    d.step("CPUUtilization", 24, 39, "10:11", 2)
    d.event("2026-08-03T23:10:00Z", "Finished DB instance backup", "backup")
    d.event("10:02:00", "Applied change to parameter log_temp_files", "configuration change")
    d.event("10:34:00", "Free storage is 20% of the allocated storage", "low storage", "notification")
    d.sql("SELECT a.id, b.id FROM products a JOIN products b ON similarity(a.title, b.title) > 0.3 ORDER BY similarity(a.title, b.title) DESC", 4.2, {"IO:BufFileWrite": 3.3, "CPU": 0.9}, 0.0, "datascience", "10.8.8.40")
    d.sql("SELECT * FROM products WHERE id = $1", 0.9, {"IO:DataFileRead": 0.6, "CPU": 0.3}, 410.0, "catalogue_api", "10.8.1.4")
    d.sql("UPDATE products SET price = $1 WHERE id = $2", 0.6, {"IO:WALSync": 0.4, "CPU": 0.2}, 21.0, "catalogue_api", "10.8.1.4")
    d.alert("RDSFreeStorageLow", "10:35", title="catalogue: storage falls by 7 GB a minute", summary="Half the free storage is gone in a quarter of an hour; WAL generation is as usual.", suspected_symptom="An import? WAL piling up?")
    d.answer("resource_exhaustion", "One analytical statement of datascience joins products with itself and sorts the result in temporary files (IO:BufFileWrite), which eat the storage; it is full in a minute or two. WAL, updates and replication are as ever.",
             ["temporary", "storage"], ["healthy", "infrastructure", "unknown"])
    return d


CASES = {"database2-01": slot_keeps_wal, "database2-02": cpu_credits_gone, "database2-03": volume_degraded, "database2-04": storage_grown,
         "database2-05": iops_limit, "database2-06": planned_failover, "database2-07": temporary_files}
