using Npgsql;

namespace AiFixer.Storage;

internal static class StorageOptionsRules
{
    private const string Name = "wants 1 to 64 letters, digits and hyphens";

    public static IEnumerable<string> Problems(StorageOptions options)
    {
        foreach (var problem in Place(options).Concat(Sizes(options)).Concat(Times(options)).Concat(options.Retention.Problems()))
            yield return problem;
        if (!IsName(options.AuditKey))
            yield return Line(nameof(options.AuditKey), Name);
        if (!IsName(options.DataKey))
            yield return Line(nameof(options.DataKey), Name);
        if (!Enum.IsDefined(options.Sealing))
            yield return Line(nameof(options.Sealing), $"is '{options.Sealing}': 'auto', 'on' and 'off' are known");
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static IEnumerable<string> Place(StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataFolder))
            yield return Line(nameof(options.DataFolder), "is empty");
        switch (options.Provider)
        {
            case StorageOptions.Sqlite:
                if (options.DatabasePath.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
                    || options.DatabasePath.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                    || string.IsNullOrWhiteSpace(options.DatabasePath))
                    yield return Line(nameof(options.Path), "must be a file on disk: what is only in memory is lost in a crash");
                break;
            case StorageOptions.Postgres:
                if (ConnectionStringProblem(options.ConnectionString) is { } problem)
                    yield return Line(nameof(options.ConnectionString), problem);
                break;
            default:
                yield return Line(nameof(options.Provider), $"is '{options.Provider}': 'sqlite' or 'postgres' are known");
                break;
        }
    }

    private static string? ConnectionStringProblem(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "is needed with Provider=postgres, such as Host=localhost;Database=aifixer;Username=aifixer";
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is null ? "names no Host" : null;
        }
        catch (ArgumentException)
        {
            // The message could repeat a password.
            return "cannot be read: Host=…;Database=…;Username=…;Password=… is the form";
        }
    }

    private static IEnumerable<string> Sizes(StorageOptions options) =>
    [
        .. Within(nameof(options.LifecycleQueue), options.LifecycleQueue, 1, 1 << 20),
        .. Within(nameof(options.AlertQueue), options.AlertQueue, 1, 1 << 20),
        .. Within(nameof(options.RepeatQueue), options.RepeatQueue, 1, 1 << 20),
        .. Within(nameof(options.QueueBytes), options.QueueBytes, 1 << 20, 4L << 30),
        .. Within(nameof(options.BatchSize), options.BatchSize, 1, 4096),
        .. Within(nameof(options.BatchBytes), options.BatchBytes, 1 << 16, 256L << 20),
        .. Within(nameof(options.LargestItem), options.LargestItem, 1 << 16, 256L << 20),
        .. Within(nameof(options.SweepBatch), options.SweepBatch, 1, 10_000),
        .. Within(nameof(options.Readers), options.Readers, 1, 1000),
    ];

    private static IEnumerable<string> Times(StorageOptions options) =>
    [
        .. Within(nameof(options.LeaseTime), options.LeaseTime, TimeSpan.FromSeconds(2), StorageOptions.LongestLease),
        .. Within(nameof(options.ConnectTime), options.ConnectTime, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)),
        .. Within(nameof(options.AnswerTime), options.AnswerTime, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)),
        .. Within(nameof(options.CheckpointEvery), options.CheckpointEvery, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        .. Within(nameof(options.ResealPause), options.ResealPause, TimeSpan.Zero, TimeSpan.FromMinutes(1)),
        .. Within(nameof(options.SweepEvery), options.SweepEvery, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
    ];

    private static IEnumerable<string> Within<T>(string key, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            yield return Line(key, $"is {value}: {least} to {most} is possible");
    }

    private static string Line(string key, string problem) => $"{StorageOptions.Section}:{key} {problem}.";
}
