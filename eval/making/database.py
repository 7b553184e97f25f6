"""One PostgreSQL instance: its metrics as the cloud publishes them, and its own monitoring."""
from .base import Case, climb, pulse, steady, step

GB = 1024 ** 3
USUAL = {  # metric: (statistic, unit, usual value)
    "CPUUtilization": ("Average", "Percent", 24), "DatabaseConnections": ("Average", "Count", 140),
    "FreeableMemory": ("Minimum", "Bytes", 21 * GB), "FreeStorageSpace": ("Minimum", "Bytes", 340 * GB),
    "ReadIOPS": ("Average", "Count/Second", 620), "WriteIOPS": ("Average", "Count/Second", 480),
    "ReadLatency": ("Average", "Milliseconds", 0.9), "WriteLatency": ("Average", "Milliseconds", 1.4),
    "DiskQueueDepth": ("Average", "Count", 0.6), "SwapUsage": ("Maximum", "Bytes", 2 * 1024 ** 2),
    "CommitThroughput": ("Average", "Count/Second", 310), "TransactionLogsGeneration": ("Average", "Bytes/Second", 3.2e6),
    "MaximumUsedTransactionIDs": ("Maximum", "Count", 61e6),
    "DBLoad": ("Average", "AverageActiveSessions", 2.1),
}


class Database(Case):
    suite = "database"

    def __init__(self, name, instance, day, start, now, size="db.r6g.2xlarge", region="eu-central-1", replica=None, version="15.6"):
        super().__init__(name, day, start, now)
        self.instance, self.region, self.replica = instance, region, replica
        self.changed, self.top, self.waiting, self.happened = {}, [], [], []
        self.users, self.hosts = [], []
        self.settings = {"engine": "postgres", "engine_version": version, "db_instance": instance, "instance_class": size, "region": region}
        if replica:
            self.settings["read_replica"] = replica

    # shapes with clock times ---------------------------------------------------
    def step(self, metric, before, after, at, ramp=1.5):
        self.changed[metric] = step(before, after, self.minute(at), ramp)

    def climb(self, metric, before, after, start, end):
        self.changed[metric] = climb(before, after, self.minute(start), self.minute(end))

    def pulse(self, metric, before, peak, start, end, ramp=1.5):
        self.changed[metric] = pulse(before, peak, self.minute(start), self.minute(end), ramp)

    def steady(self, metric, value):
        self.changed[metric] = steady(value)

    def silent(self, metric, start, end):
        """The metric has no samples between the two moments."""
        shape, begin, stop = self.changed.get(metric) or steady(USUAL[metric][2]), self.minute(start), self.minute(end)
        self.changed[metric] = lambda m: None if begin <= m < stop else shape(m)

    def metrics(self):
        for metric, (stat, unit, value) in USUAL.items():
            labels = f"db_instance={self.instance};stat={stat};unit={unit}"
            noise = 0.002 if metric in ("FreeStorageSpace", "MaximumUsedTransactionIDs", "EBSByteBalance") else 0.05
            self.shape(metric, labels, self.changed.get(metric) or steady(value), noise)
        for metric, unit in (("EBSIOBalance%", "Percent"), ("BurstBalance", "Percent")):
            if metric in self.changed:
                self.shape(metric, f"db_instance={self.instance};stat=Average;unit={unit}", self.changed[metric], 0.01)
        if self.replica:
            labels = f"db_instance={self.replica};stat=Maximum;unit=Seconds"
            self.shape("ReplicaLag", labels, self.changed.get("ReplicaLag") or steady(0.8), 0.06)

    # the database's own monitoring ---------------------------------------------
    def sql(self, statement, load, waits, calls, user=None, host=None):
        self.top.append({"statement": statement, "db_load_avg": load, "wait_events": [
            {"name": name, "type": name.split(":")[0], "db_load_avg": value} for name, value in waits.items()], "calls_per_sec": calls})
        for name, value in waits.items():
            known = next((wait for wait in self.waiting if wait["name"] == name), None)
            if known:
                known["db_load_avg"] = round(known["db_load_avg"] + value, 2)
            else:
                self.waiting.append({"name": name, "type": name.split(":")[0], "db_load_avg": value})
        for store, key, entry in ((self.users, "name", user), (self.hosts, "id", host)):
            if entry:
                store.append({key: entry, "db_load_avg": load})

    def event(self, at, message, *categories, source=None):
        self.happened.append({"ts": self.stamp(at), "message": message, "source": source or self.instance,
                              "source_type": "db-instance", "categories": list(categories)})

    def alert(self, name, at, severity="critical", **annotations):
        labels = {"severity": severity, "service": "rds", "engine": "postgres", "db_instance": self.instance, "region": self.region}
        self.fire(name, labels, {**annotations, **({"read_replica": self.replica} if self.replica else {})}, at)

    def write(self, root):
        self.metrics()
        self.waiting.sort(key=lambda wait: -wait["db_load_avg"])
        self.happened.sort(key=lambda event: event["ts"])
        self.files = {"database.json": {
            "top_sql": self.top, "waits": self.waiting, "events": self.happened, "settings": self.settings,
            "top_users": self.users, "top_hosts": self.hosts,
            "window": {"start": self.stamp(self.start), "end": self.stamp(self.now)}}}
        super().write(root)
