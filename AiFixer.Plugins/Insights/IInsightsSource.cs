namespace AiFixer.Plugins.Insights;

/// <summary>Something that knows what a database is busy with: its monitoring, or the database itself.</summary>
internal interface IInsightsSource
{
    /// <summary>The connections it can be asked over.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Configuration keys that would give it one; empty when there is one.</summary>
    IReadOnlyList<string> Missing { get; }

    /// <summary>Statements, waits, events and settings, as JSON with these lists by name, and a sentence about them.</summary>
    Task<PluginResult> ReadAsync(InsightsQuestion question, CancellationToken cancellationToken);
}
