namespace AiFixer.EndToEnd.Crash;

/// <summary>What a run must have gone through to prove anything: most kills are real, others take over, incidents are really resolved.</summary>
internal static class Enough
{
    private const double KillsThatCount = 0.8;

    /// <summary>Who stops while holding a lock of the database is waited for instead.</summary>
    private const int PausesForATakeOver = 6;

    public static IEnumerable<string> Missing(BatchReport run, int kills)
    {
        if (run.Kills < kills * KillsThatCount)
            yield return $"of {kills} kills only {run.Kills} met a process that lived";
        if (run.TakenOver < run.Pauses / PausesForATakeOver)
            yield return $"of {run.Pauses} that were stopped only {run.TakenOver} were taken over from";
        foreach (var kind in run.Kinds)
        {
            var (resolved, written) = Shares(kind.Kind);
            if (kind.Resolved < (int)(kind.Incidents * resolved))
                yield return $"too few were resolved, {kind}";
            if (kind.Written < (int)(kind.Incidents * written))
                yield return $"too few were worked on, {kind}";
        }

        if (run.Kinds.Count < Enum.GetValues<TroubleKind>().Length)
            yield return "a kind of trouble is not there";
    }

    /// <summary>Which share is resolved, and for which share the world is changed, at the least.</summary>
    private static (double Resolved, double Written) Shares(TroubleKind kind) => kind switch
    {
        TroubleKind.BadRollout or TroubleKind.Overload => (0.5, 0.5),
        TroubleKind.Flood => (0, 0.5),
        _ => (0, 0),
    };
}
