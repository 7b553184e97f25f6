namespace AiFixer.Core.Changes;

/// <summary>Something that was changed, as whoever changed it reported it. Everything in it is data from outside.</summary>
public sealed record ReportedChange
{
    public required ReportedChangeKind Kind { get; init; }

    /// <summary>When it took effect.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The service it is about; null when it may be about any.</summary>
    public string? Service { get; init; }

    public string? Sha { get; init; }

    public string? Version { get; init; }

    /// <summary>Who did it.</summary>
    public string? Author { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<string>? Files { get; init; }

    public string? Diff { get; init; }

    /// <summary>True when the diff was too long and its end is missing.</summary>
    public bool DiffCut { get; init; }

    /// <summary>The flag's name.</summary>
    public string? Flag { get; init; }

    /// <summary>From what to what, such as <c>off->on</c>.</summary>
    public string? Change { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Link { get; init; }
}
