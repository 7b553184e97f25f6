using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>When a commit began to run, and where.</summary>
/// <param name="At">When; the time of the commit where nobody tells of a deploy.</param>
/// <param name="Service">Which service runs it; null where nobody tells.</param>
/// <param name="IsKnown">A deploy of this very commit is on record.</param>
internal sealed record Shipping(DateTimeOffset At, string? Service, bool IsKnown)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    /// <summary>The switch that let it run; null when it ran as it was shipped.</summary>
    public string? Switch { get; init; }

    /// <summary>A commit that turns a switch, or asks for one, runs where and when the switch was turned, too.</summary>
    public static IEnumerable<Shipping> Of(ReadChange change, SceneFacts scene) =>
        Of(change.Commit, scene.Deploys).SelectMany(shipped => Gates.Of(change, shipped, scene.Flags).Prepend(shipped)).Concat(scene.Flags.Where(flag => flag.Flag.Length > 3 && change.Delta.Settings.Any(s => s.Key == flag.Flag || s.Under.Contains(flag.Flag)))
            .Where(flag => flag.At >= change.Commit.At && flag.At - change.Commit.At < Soon).Select(flag => new Shipping(flag.At, flag.Service, true)));

    public static IEnumerable<Shipping> Of(CommitFact commit, IReadOnlyList<DeployFact> deploys)
    {
        var own = deploys.Where(d => d.Sha is not null && Same(d.Sha, commit.Sha)).Select(d => new Shipping(d.At, d.Service, true)).ToList();
        if (own.Count > 0)
            return own;
        var carried = deploys
            .Where(d => d.At >= commit.At && d.At - commit.At < Soon && d.Service is { } service && commit.Files.Any(file => ServiceNames.Owns(service, file)))
            .MinBy(d => d.At);
        return [carried is null ? new(commit.At, commit.Files.Select(ServiceNames.InPath).FirstOrDefault(s => s is not null), false) : new(carried.At, carried.Service, false)];
    }

    /// <summary>Short forms of a hash are the same commit.</summary>
    private static bool Same(string one, string other) =>
        Math.Min(one.Length, other.Length) >= 7 && (one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase));
}
