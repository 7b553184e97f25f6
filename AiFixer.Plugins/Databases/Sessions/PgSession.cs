namespace AiFixer.Plugins.Databases;

/// <summary>One session of the server, as pg_stat_activity and pg_locks show it. Ages are the server's own, in seconds.</summary>
internal sealed record PgSession
{
    public required int Pid { get; init; }

    public required DateTime BackendStart { get; init; }

    public DateTime? TransactionStart { get; init; }

    public DateTime? QueryStart { get; init; }

    public string User { get; init; } = "";

    public string Database { get; init; } = "";

    public string Application { get; init; } = "";

    public string? Client { get; init; }

    public string Kind { get; init; } = "client backend";

    public string State { get; init; } = "";

    /// <summary>As in <c>Lock:transactionid</c>; null when it waits for nothing.</summary>
    public string? Wait { get; init; }

    /// <summary>The statement it runs, or ran last; values masked, and empty when it is hidden.</summary>
    public string Statement { get; init; } = "";

    /// <summary>The server's own id of the statement's shape; 0 where it computes none.</summary>
    public long QueryId { get; init; }

    public double? QuerySeconds { get; init; }

    public double? TransactionSeconds { get; init; }

    public double? StateSeconds { get; init; }

    /// <summary>How long it has waited for a lock.</summary>
    public double? WaitSeconds { get; init; }

    /// <summary>The lock it waits for, such as <c>ShareLock on transactionid</c>.</summary>
    public string? Lock { get; init; }

    /// <summary>The table it waits at, where that can be told.</summary>
    public string? Relation { get; init; }

    /// <summary>The sessions it waits for; 0 stands for a prepared transaction.</summary>
    public IReadOnlyList<int> BlockedBy { get; init; } = [];

    public bool IsClient => Kind == "client backend";

    public bool IsOurs => Application.StartsWith("aifixer", StringComparison.OrdinalIgnoreCase);

    public bool IsActive => State is "active" or "fastpath function call";

    /// <summary>One that failed has no start any more, unless a savepoint keeps it, and its locks.</summary>
    public bool InTransaction => TransactionStart is not null;

    /// <summary>What it does is shown only to roles that may see everybody.</summary>
    public bool IsHidden { get; init; }
}
