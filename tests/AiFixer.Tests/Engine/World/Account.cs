namespace AiFixer.Tests.Engine.World;

/// <summary>One target, and everything that can be wrong with reaching it. Counters are used up once, whoever calls.</summary>
internal sealed class Account(string name)
{
    public string Name { get; } = name;

    public string Uid { get; set; } = "uid-1";

    public int Revision { get; set; } = 1;

    public string Value { get; set; } = "broken";

    /// <summary>The actions that were carried out, each as often as it was.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>How long it takes to be well after a change; null when no change helps.</summary>
    public TimeSpan? Recovery { get; set; } = TimeSpan.Zero;

    public bool HasUndo { get; set; }

    /// <summary>Calls that never arrive.</summary>
    public int CallsLost { get; set; }

    /// <summary>Calls that are carried out and whose answer does not come back.</summary>
    public int AnswersLost { get; set; }

    public int Refusals { get; set; }

    /// <summary>Calls for which there is no place.</summary>
    public int Busy { get; set; }

    /// <summary>Looks that cannot tell what is so.</summary>
    public int BlindLooks { get; set; }

    /// <summary>How long a call is under way before it is carried out.</summary>
    public TimeSpan Slowness { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }

    public bool IsWell(DateTimeOffset now) => ChangedAt is { } at && Recovery is { } wait && now >= at + wait;
}
