namespace AiFixer.Playground.Observability.Loki;

/// <summary>A query for lines, or for numbers made of them.</summary>
/// <param name="Matchers">Which streams.</param>
/// <param name="Stages">What happens to each line, in order.</param>
/// <param name="Count">How lines become numbers; null when the lines are wanted.</param>
internal sealed record LogQuery(IReadOnlyList<Matcher> Matchers, IReadOnlyList<LogStage> Stages, LogCount? Count = null)
{
    /// <summary>The line's labels after all stages; null when it is left out.</summary>
    public LabelSet? Pass(LogRecord record)
    {
        if (!Matchers.All(m => m.Fits(record.Labels[m.Label])))
            return null;
        LabelSet? labels = record.Labels;
        foreach (var stage in Stages)
        {
            labels = stage.Pass(record.Line, labels);
            if (labels is null)
                return null;
        }

        return labels;
    }
}
