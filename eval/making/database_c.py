"""More of the database: slots, credits, volumes, and alerts about what is over."""
from .database import GB, Database


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


CASES = {"database2-01": slot_keeps_wal}
