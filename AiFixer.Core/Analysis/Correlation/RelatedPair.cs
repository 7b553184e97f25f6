namespace AiFixer.Core.Analysis;

/// <summary>A candidate beside the metric in trouble.</summary>
/// <param name="Chance">Of the best lag, all lags considered.</param>
/// <param name="Onset">When the candidate left its level.</param>
/// <param name="Foretells">How probable it is by chance that its past tells of the trouble.</param>
/// <param name="Follows">The same the other way round.</param>
internal sealed record RelatedPair(Metric Candidate, TimeSpan Step, LaggedCorrelation Best, double Chance, ChangePoint? Onset, double Foretells, double Follows)
{
    /// <summary>What is left of the confidence in one that another explains.</summary>
    public const double Explained = 0.6;

    private const double Sure = 0.01;
    private const double FarSurer = 0.001;

    public TimeSpan Lead => Best.Lag * Step;

    /// <summary>Moved to where it meets the trouble.</summary>
    public Series Led => Candidate.Series.Shifted(Lead);

    /// <returns>Null when there is nothing to compare.</returns>
    public static RelatedPair? Of(Metric target, ChangePoint? trouble, Metric candidate, CorrelationOptions options)
    {
        if (Aligned.Of(options.LeastSamples, candidate.Series, target.Series) is not { } both)
            return null;
        var (x, y) = (both.Rows[0], both.Rows[1]);
        var onset = Analysis.Onset.Of(candidate.Series);
        var count = EffectiveCount.Of(Flat.Of(both.Times, x, onset), Flat.Of(both.Times, y, trouble));
        var lags = LaggedCorrelation.All(x, y, options.MostLag, count);
        if (lags.Count == 0)
            return null;
        var best = lags.OrderByDescending(lag => Math.Abs(lag.R)).ThenBy(lag => Math.Abs(lag.Lag)).First();
        return new(
            candidate, both.Step, best, Math.Min(1, best.P * lags.Count), onset,
            Precedence.Of(x, y, options.PrecedenceLags).P, Precedence.Of(y, x, options.PrecedenceLags).P);
    }

    public Relation Tell(ChangePoint? trouble, double chance)
    {
        var order = OrderOf(trouble);
        var confidence = Math.Abs(Best.R) * (1 - chance) * Weight(order);
        return new(Candidate.Name, Best.R, Lead, chance, Foretells, Onset, order, null, confidence);
    }

    /// <summary>Onsets tell most; where they cannot, the lag does when the past of the one foretells the other and not the other way round.</summary>
    private CausalOrder OrderOf(ChangePoint? trouble)
    {
        if (Onset is not null && trouble is not null)
        {
            if (Onset.Latest <= trouble.Earliest)
                return CausalOrder.Before;
            if (trouble.Latest <= Onset.Earliest)
                return CausalOrder.After;
        }

        return Best.Lag switch
        {
            > 0 when Foretells < Sure && Foretells < Follows * FarSurer => CausalOrder.Before,
            < 0 when Follows < Sure && Follows < Foretells * FarSurer => CausalOrder.After,
            _ => CausalOrder.Together,
        };
    }

    private static double Weight(CausalOrder order) => order switch
    {
        CausalOrder.Before => 1,
        CausalOrder.Together => 0.8,
        _ => 0.4,
    };
}
