namespace AiFixer.Playground.Observability;

/// <param name="Type"><c>counter</c>, <c>gauge</c> or <c>histogram</c>.</param>
internal sealed record MetricMetadata(string Type, string Help, string Unit = "");
