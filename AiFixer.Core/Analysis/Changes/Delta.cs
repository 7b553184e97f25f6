using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>What a change does, beyond moving words about.</summary>
internal sealed record Delta
{
    public static Delta None { get; } = new();

    /// <summary>Values that became others.</summary>
    public ImmutableList<SettingChange> Settings { get; init; } = [];

    /// <summary>Calls that are made no more, and calls that are made now.</summary>
    public FrozenSet<string> CallsRemoved { get; init; } = [];

    public FrozenSet<string> CallsAdded { get; init; } = [];

    /// <summary>Calls out of the process that are made once for each of many things now.</summary>
    public ImmutableList<string> LoopCalls { get; init; } = [];

    /// <summary>Checks that are made no more.</summary>
    public ImmutableList<string> GuardsRemoved { get; init; } = [];

    /// <summary>Quoted texts that are said no more, and those that are said now.</summary>
    public FrozenSet<string> TextsRemoved { get; init; } = [];

    public FrozenSet<string> TextsAdded { get; init; } = [];

    /// <summary>Lines that went and lines that came, moved ones aside.</summary>
    public ImmutableList<string> LinesRemoved { get; init; } = [];

    public ImmutableList<string> LinesAdded { get; init; } = [];

    /// <summary>What is done first now, and what was done before it until then; null when every order is as it was.</summary>
    public (string First, string Second)? Swapped { get; init; }

    /// <summary>A new way out that keeps what was taken; null when there is none.</summary>
    public string? EarlyExit { get; init; }

    /// <summary>Where it stands: functions, and lines beside it that stay.</summary>
    public string Around { get; init; } = "";

    /// <summary>What went may live on in something that is called instead and is not shown.</summary>
    public bool Extracts { get; init; }

    /// <summary>What is called instead is not shown, so nobody can tell whether it still does what went.</summary>
    public bool Hides { get; init; }

    /// <summary>How much of what went came back elsewhere in the change: 1 is a pure move.</summary>
    public double Kept { get; init; }

    public bool IsEmpty => LinesRemoved.IsEmpty && LinesAdded.IsEmpty;

    /// <summary>Something went and nothing came in its place.</summary>
    public bool OnlyRemoves => !LinesRemoved.IsEmpty && (LinesAdded.IsEmpty || CallsAdded.Count == 0 && LinesAdded.Count < LinesRemoved.Count);
}
