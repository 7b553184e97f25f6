using AiFixer.Plugins.Connections;

namespace AiFixer.Plugins.Databases;

/// <summary>What a database's options must fulfil.</summary>
internal static class PostgresOptionsRules
{
    public static IEnumerable<string> Problems(string key, string name, PostgresConnectionOptions options) =>
    [
        .. ConnectionName.Problems(key, name),
        .. DsnProblems($"{key}:{nameof(options.Dsn)}", options.Dsn),
        .. OptionLimits.Duration($"{key}:{nameof(options.ConnectTimeout)}", options.ConnectTimeout, TimeSpan.FromMinutes(1)),
        .. OptionLimits.Duration($"{key}:{nameof(options.StatementTimeout)}", options.StatementTimeout, TimeSpan.FromMinutes(1)),
        .. OptionLimits.Duration($"{key}:{nameof(options.LockTimeout)}", options.LockTimeout, TimeSpan.FromMinutes(1)),
        .. OptionLimits.Duration($"{key}:{nameof(options.LongWait)}", options.LongWait, TimeSpan.FromHours(1)),
        .. OptionLimits.Duration($"{key}:{nameof(options.CancelGrace)}", options.CancelGrace, TimeSpan.FromSeconds(10)),
        .. OptionLimits.Duration($"{key}:{nameof(options.VacuumTimeout)}", options.VacuumTimeout, TimeSpan.FromMinutes(50)),
        .. OptionLimits.Count($"{key}:{nameof(options.MaxConnections)}", options.MaxConnections, 1, 100),
    ];

    private static IEnumerable<string> DsnProblems(string key, string? dsn)
    {
        if (string.IsNullOrWhiteSpace(dsn))
            yield return $"{key}: is required";
        else if (Databases.Dsn.Parse(dsn).Error is { } error)
            yield return $"{key}: {error}";
    }
}
