using AiFixer.Core.Incidents;

namespace AiFixer.Core.Playbooks;

/// <summary>What became of a playbook's attempts, ever since they are counted.</summary>
/// <param name="Success">It was seen to have helped.</param>
/// <param name="Skipped">It did not act: it was in its cooldown, used up, or in shadow mode.</param>
/// <param name="Quiet">Nobody reported the trouble again while it waited.</param>
/// <param name="LastAt">When the last one ended; null when there was none.</param>
public sealed record PlaybookRecord(long Success = 0, long Failed = 0, long Skipped = 0, long Quiet = 0, DateTimeOffset? LastAt = null)
{
    public static PlaybookRecord None { get; } = new();

    public PlaybookRecord With(HealResult result, long count, DateTimeOffset at)
    {
        var record = result switch
        {
            HealResult.Success => this with { Success = Success + count },
            HealResult.Failed => this with { Failed = Failed + count },
            HealResult.Skipped => this with { Skipped = Skipped + count },
            _ => this with { Quiet = Quiet + count },
        };
        return record with { LastAt = LastAt > at ? LastAt : at };
    }
}
