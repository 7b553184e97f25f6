using System.Text.RegularExpressions;

namespace AiFixer.Playground.Observability.Loki;

/// <summary>One step of a pipeline.</summary>
internal abstract record LogStage
{
    private LogStage()
    {
    }

    /// <summary>The labels after this step; null when the line is left out.</summary>
    public abstract LabelSet? Pass(string line, LabelSet labels);

    public sealed record Contains(string Text, bool Wanted) : LogStage
    {
        public override LabelSet? Pass(string line, LabelSet labels) => line.Contains(Text, StringComparison.Ordinal) == Wanted ? labels : null;
    }

    public sealed record Fits(Regex Expression, bool Wanted) : LogStage
    {
        public override LabelSet? Pass(string line, LabelSet labels) => Expression.IsMatch(line) == Wanted ? labels : null;
    }

    /// <summary>One of some labels fits.</summary>
    public sealed record Label(IReadOnlyList<Matcher> Any) : LogStage
    {
        public override LabelSet? Pass(string line, LabelSet labels) => Any.Any(matcher => matcher.Fits(labels[matcher.Label])) ? labels : null;
    }

    /// <summary>Takes labels out of the line.</summary>
    public sealed record Parse(Func<string, IEnumerable<KeyValuePair<string, string>>> Read) : LogStage
    {
        // A label of the stream is not replaced by one of the line.
        public override LabelSet Pass(string line, LabelSet labels) =>
            labels.With(Read(line).Select(l => labels[l.Key].Length > 0 ? KeyValuePair.Create($"{l.Key}_extracted", l.Value) : l));
    }
}
