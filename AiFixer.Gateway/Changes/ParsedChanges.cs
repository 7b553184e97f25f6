using AiFixer.Core.Changes;

namespace AiFixer.Gateway.Changes;

/// <summary>What a body held, or what is wrong with it.</summary>
internal sealed record ParsedChanges(IReadOnlyList<ReportedChange> Changes, (string Field, string Problem)? Wrong = null)
{
    public static ParsedChanges Not(string field, string problem) => new([], (field, problem));
}
