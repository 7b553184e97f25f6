using AiFixer.Storage.Retention;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage;

/// <summary>Where and how incidents are kept. Configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    internal static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(5);

    /// <summary><c>sqlite</c> (nothing to install) or <c>postgres</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>The folder for everything that is kept in files.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>The SQLite file; by default <c>aifixer.db</c> in the data folder.</summary>
    public string? Path { get; set; }

    /// <summary>How to reach PostgreSQL, in Npgsql's form.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Whether one process alone may write, which the lease enforces. Off for a cluster, where every process holds a
    /// lease of its own and versions and claims decide between them.
    /// </summary>
    public bool Exclusive { get; set; } = true;

    /// <summary>How long a lease is good for without renewal: 2 s to 5 min.</summary>
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many clicks and steps of running incidents may wait to be written.</summary>
    public int LifecycleQueue { get; set; } = 4096;

    /// <summary>How many alerts may wait to be written.</summary>
    public int AlertQueue { get; set; } = 8192;

    /// <summary>How many repeats may wait to be counted.</summary>
    public int RepeatQueue { get; set; } = 16384;

    /// <summary>How many bytes may wait in each queue.</summary>
    public long QueueBytes { get; set; } = 64L << 20;

    /// <summary>How many appends share a transaction at most.</summary>
    public int BatchSize { get; set; } = 256;

    /// <summary>How many bytes share a transaction at most, when there is more than one append.</summary>
    public long BatchBytes { get; set; } = 8L << 20;

    /// <summary>The largest entry, snapshot or blob that is taken.</summary>
    public int LargestItem { get; set; } = 16 << 20;

    /// <summary>How long the database may take to let us in.</summary>
    public TimeSpan ConnectTime { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the database may take for one answer.</summary>
    public TimeSpan AnswerTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many connections may read from PostgreSQL at once.</summary>
    public int Readers { get; set; } = 16;

    /// <summary>How often a signed checkpoint is written when there is something new.</summary>
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often expired claims are removed: 1 s to 1 day.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many claims are looked at at once, and removed in one transaction at most: 1 to 10,000.</summary>
    public int SweepBatch { get; set; } = 1000;

    /// <summary>Where checkpoints are kept; by default <c>audit</c> in the data folder. Better on another disk.</summary>
    public string? AuditFolder { get; set; }

    /// <summary>Where keys are kept; by default <c>keys</c> in the data folder.</summary>
    public string? KeyFolder { get; set; }

    /// <summary>The name of the key that signs checkpoints; made when there is none of this name.</summary>
    public string AuditKey { get; set; } = "audit-1";

    /// <summary>Whether what is written is encrypted: <c>auto</c> (in a new SQLite store), <c>on</c> or <c>off</c>.</summary>
    public SealMode Sealing { get; set; }

    /// <summary>The name of the key that encrypts; made when there is none of this name. Another name exchanges the key.</summary>
    public string DataKey { get; set; } = "data-1";

    /// <summary>Where keys that encrypt are kept; by default where all keys are.</summary>
    public string? DataKeyFolder { get; set; }

    /// <summary>How long the writer is left alone after each piece that is encrypted anew: up to 1 min.</summary>
    public TimeSpan ResealPause { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long closed incidents are kept here. Read from a section of its own.</summary>
    public RetentionOptions Retention { get; set; } = new();

    internal string ArchivePath => Retention.Folder ?? System.IO.Path.Combine(DataFolder, "archive");

    internal string DatabasePath => Path ?? System.IO.Path.Combine(DataFolder, "aifixer.db");

    internal string CheckpointPath =>
        System.IO.Path.Combine(AuditFolder ?? System.IO.Path.Combine(DataFolder, "audit"), "checkpoints.jsonl");

    internal string Keys => KeyFolder ?? System.IO.Path.Combine(DataFolder, "keys");

    internal string Seals => DataKeyFolder ?? Keys;

    /// <summary>Everything that is wrong, each line beginning with its configuration key.</summary>
    public IReadOnlyList<string> Validate() => [.. StorageOptionsRules.Problems(this)];
}
