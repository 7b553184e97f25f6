namespace AiFixer.Storage.Retention;

/// <summary>How long closed incidents stay in the store, and where they go. Configuration section <c>Retention</c>.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>After how many days an incident that is closed is archived: 0 (never, unless it is asked for) to 36,500.</summary>
    public int ArchiveAfterDays { get; set; }

    /// <summary>Where archives are kept; by default <c>archive</c> in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>How often closed incidents are looked for: 1 s to 1 day.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many incidents are removed in one transaction: 1 to 200.</summary>
    public int Piece { get; set; } = 20;

    /// <summary>How long the writer is left alone after each piece: up to 1 min.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many incidents a file holds at most: 1 to 10,000.</summary>
    public int FileSize { get; set; } = 500;

    internal bool IsOn => ArchiveAfterDays > 0;

    /// <summary>Everything that is wrong, each line beginning with its configuration key.</summary>
    internal IEnumerable<string> Problems() =>
    [
        .. Within(nameof(ArchiveAfterDays), ArchiveAfterDays, 0, 36_500),
        .. Within(nameof(Every), Every, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        .. Within(nameof(Piece), Piece, 1, 200),
        .. Within(nameof(Pause), Pause, TimeSpan.Zero, TimeSpan.FromMinutes(1)),
        .. Within(nameof(FileSize), FileSize, 1, 10_000),
    ];

    private static IEnumerable<string> Within<T>(string key, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            yield return $"{Section}:{key} is {value}: {least} to {most} is possible.";
    }
}
