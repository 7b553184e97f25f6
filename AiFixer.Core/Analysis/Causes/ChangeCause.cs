using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>A change that can have done it, as a cause.</summary>
internal static class ChangeCause
{
    /// <summary>Below this nothing is blamed.</summary>
    public const double Least = 0.3;

    /// <summary>A lead, where nothing explains what is seen: at least this, and clearly before all others.</summary>
    private const double Lead = 0.12;
    private const double Clearly = 1.25;

    public static Cause? In(IReadOnlyList<Suspicion> suspects, Picture picture) =>
        suspects.Count > 0 && suspects[0].Score >= Least ? Of(suspects, picture) : null;

    /// <summary>The most suspicious change as a lead to follow, though it is not what one would act on.</summary>
    public static Cause? LeadIn(IReadOnlyList<Suspicion> suspects, Picture picture) =>
        suspects.Count > 0 && suspects[0] is { Score: >= Lead, Change.IsBeside: false } first && first.Score >= Clearly * suspects.Skip(1).Select(s => s.Score).DefaultIfEmpty(0).First()
            ? Of(suspects, picture) with { IsCertain = false, Suggestions = [] }
            : null;

    private static Cause Of(IReadOnlyList<Suspicion> suspects, Picture picture)
    {
        var first = suspects[0];
        var next = suspects.Skip(1).Select(s => s.Score).DefaultIfEmpty(0).First();
        var commit = first.Change.Commit;
        var category = IsConfiguration(first) ? Categories.ConfigurationError : Categories.CodeDefect;
        var where = Where(first.Shipping, commit);
        var says = $"Commit {Short(commit.Sha)} ({Workload.Quote.Of(FirstLine(commit.Message))}){where} {first.Does}{(first.Mechanism is { } m ? $" ({m})" : "")}. {Leads(picture, first)}";
        var claims = Weighing.Claims(picture.Signals.Where(s => s.Kind != SignalKind.Alert && s.Strength > 0.5).OrderByDescending(s => s.Owner == picture.Scene.Subject).ThenByDescending(s => s.Strength).ThenBy(s => s.At).Take(6));
        return new(category, first.Score, says, Remedy(first, picture), claims.Insert(0, new($"Commit {Short(commit.Sha)} {first.Does}.", [commit.Evidence])))
        {
            Culprit = commit.Sha,
            IsCertain = first is { Mechanism: not null, Shipping.IsKnown: true, Content: >= 0.6, Time: >= 0.7, Place: 1 } && first.Score >= 1.5 * next,
        };
    }

    private static string Where(Shipping shipping, CommitFact commit) => shipping switch
    {
        { Switch: { } flag } => $", let run{(shipping.Service is { } of ? $" in {of}" : "")} by the switch {flag} at {MetricSignals.Clock(shipping.At)},",
        { IsKnown: true, Service: { } service } => $", deployed to {service} at {MetricSignals.Clock(shipping.At)},",
        _ => $" of {MetricSignals.Clock(commit.At)}",
    };

    private static string Leads(Picture picture, Suspicion suspicion) =>
        $"Since {MetricSignals.Clock(picture.Onset)} {picture.Scene.Subject} shows what this leads to"
        + (suspicion.Words.IsEmpty ? "." : $"; both speak of {string.Join(", ", suspicion.Words)}.");

    /// <summary>What is missing has to be added; what was set wrongly is set back; else the version before is taken.</summary>
    private static string Remedy(Suspicion s, Picture picture) => s switch
    {
        { Shipping.Switch: not null } => "feature-flag-disable",
        _ when IsConfiguration(s) => "config-revert",
        { Mechanism: "a query of what may not be there yet" or "something that is no longer set up" } => "roll-forward",
        _ => "rollback",
    };

    /// <summary>A manifest beside the sources follows them, unless it is the new version itself that does it.</summary>
    private static bool IsConfiguration(Suspicion s) => s.Change.IsConfiguration
        && !(s.Change.Kinds.Contains(FileKind.Source) && !s.Change.Kinds.Contains(FileKind.Configuration) && s.Mechanism is not (null or AccessMechanisms.Versions));

    private static string Short(string sha) => sha[..Math.Min(8, sha.Length)];

    private static string FirstLine(string message) => message.Split('\n')[0];
}
