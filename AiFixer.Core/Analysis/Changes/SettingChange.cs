using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>A value that a change replaced by another in the same place.</summary>
/// <param name="Key">What is set: the name nearest to the value.</param>
/// <param name="Line">The whole line and where it stands, for what its other words tell.</param>
/// <param name="From">As it was written.</param>
/// <param name="FromNumber">As a number in its smallest unit; null for a word.</param>
internal sealed record SettingChange(string Key, string Line, string From, string To, double? FromNumber, double? ToNumber)
{
    /// <summary>What it is set under: the names that stand over it, from the nearest on.</summary>
    public ImmutableList<string> Under { get; init; } = [];

    public bool IsNumber => FromNumber is not null && ToNumber is not null;

    public bool Lowered => ToNumber < FromNumber;

    public bool Raised => ToNumber > FromNumber;

    /// <summary>How many times larger or smaller it became; 1 for words.</summary>
    public double Factor => (FromNumber, ToNumber) switch
    {
        ({ } from, { } to) when from > 0 && to > 0 => Math.Max(from / to, to / from),
        ({ }, { }) => 100,
        _ => 1,
    };
}
