using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Something has grown until a hard limit: numbers for new rows, addresses, files, a quota. No change did it; time did.</summary>
internal static class LimitReached
{
    private const string Hard =
        @"reached (the )?maximum value|sequence .{0,40}(exhaust|maximum)|nextval.{0,40}maximum|(id|key)s? .{0,20}(exhaust|used up)|(integer|smallint) out of range.{0,60}\bid\b|out of range for (column|type) .{0,20}\bid\b"
        + @"|no (more )?(free|available) (addresses|ips|ports|inodes|slots|subnets)|table .{0,40}is full|maximum (number|count|size) of .{0,40}(reached|exceeded)|(account|project|service|daily|monthly) (quota|limit) .{0,30}(reached|exceeded)|max_user_connections|too many (tables|partitions|topics|indexes|shards)|this action would add .{0,40}shards";

    public static Cause? In(Picture picture)
    {
        var said = picture.Signals.Where(s => s is { Kind: SignalKind.Log or SignalKind.Span, Strength: > 0.5 } && Changes.Text.Has(s.Says, Hard)).OrderBy(s => s.At).ToList();
        return said.Count == 0 ? null : new(
            Categories.ResourceExhaustion, Weighing.Together(0.8, said.Count > 1 ? 0.4 : 0),
            $"A hard limit is reached: {said[0].Says}. It fills with use, not with a change; nothing that asks for more of it can work until there is more.", "roll-forward", Weighing.Claims(said.Take(5)))
        { Culprit = "none" };
    }
}
