using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AiFixer.Gateway.Metrics;

/// <summary>Keeps the newest collection as text.</summary>
internal sealed class TextExporter : BaseExporter<Metric>
{
    public string Text { get; private set; } = "";

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var families = new List<MetricFamily>();
        foreach (var metric in batch)
        {
            if (MetricFamily.Of(metric) is not { } family)
                continue;
            // Two meters may measure under one name: a family is written once, with the samples of both.
            if (families.Find(f => f.Name == family.Name) is { } same)
                same.Lines.AddRange(family.Lines);
            else
                families.Add(family);
        }

        var text = new StringBuilder();
        foreach (var family in families)
            family.Write(text);
        Text = text.ToString();
        return ExportResult.Success;
    }
}
