namespace AiFixer.Core.Journal;

/// <summary>One decision about one incident, to be made durable as a whole or refused as a whole.</summary>
public sealed record Append
{
    public required IncidentId Incident { get; init; }

    /// <summary>The version the decision was made on; 0 for a new incident. The entry becomes the next version.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The digest of the entry before; empty for a new incident.</summary>
    public required string PreviousDigest { get; init; }

    /// <summary>The entry, as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Entry { get; init; }

    /// <summary>The state after it, as UTF-8 JSON; empty while the entries say it as shortly.</summary>
    public ReadOnlyMemory<byte> Snapshot { get; init; }

    /// <summary>What lists show of it.</summary>
    public required IncidentRow Row { get; init; }

    public Lane Lane { get; init; }

    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Keys that this incident holds and gives back.</summary>
    public IReadOnlyList<string> Releases { get; init; } = [];

    /// <summary>Whose followers it makes more or fewer, in the same transaction; null when it does not.</summary>
    public FollowerCount? Followers { get; init; }

    /// <summary>What became of attempts to heal; counted for each playbook, in the same transaction.</summary>
    public IReadOnlyList<HealCount> Heals { get; init; } = [];

    public IReadOnlyList<Blob> Blobs { get; init; } = [];
}
