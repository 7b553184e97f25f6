namespace AiFixer.Core.Analysis.Databases;

/// <summary>What different monitoring calls the same numbers.</summary>
internal static class Names
{
    public const string Cpu = "cpu_?util|cpu_(percent|pct|usage)|^db_cpu";
    public const string Connections = "database_?connections|numbackends|activity_count|connections(_active|_used)?$";
    public const string FreeStorage = "free_?storage|disk_free|free_space|avail_bytes";
    public const string Lag = "replica_?lag|replication_?lag|wal_receiver|seconds_behind";
    public const string WriteRate = "write_?iops|writes_per|blocks_written";
    public const string WriteLatency = "write_?latency|commit_?latency";
    public const string ReadLatency = "read_?latency";
    public const string Received = "network_?receive|receive_?throughput|received_?bytes|bytes_?received";
    public const string Commits = "commit_?(throughput|rate)|xact_?commit|commits_per|tps$";
    public const string Wal = "transaction_?logs_?generation|wal_(bytes|rate|generation)|wal_size";
    public const string QueueDepth = "disk_?queue|queue_?depth";
    public const string FreeMemory = "freeable_?memory|free_?memory|mem.*avail";
    public const string Swap = "swap";
    public const string ReadRate = "read_?iops|blks_read|reads_per";
    public const string OldestTransaction = "maximum_?used_?transaction|xid_age|wraparound|datfrozenxid";
    public const string Burst = "burst_?balance|credit_?balance|iops?balance";
}
