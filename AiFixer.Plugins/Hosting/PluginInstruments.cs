using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AiFixer.Plugins.Hosting;

/// <summary>What the plugin host measures and traces.</summary>
public static class PluginInstruments
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "AiFixer.Plugins";

    internal static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("aifixer.plugin.call.duration", "s", "How long calls of plugins take.");

    internal static void Called(string plugin, string operation, string outcome, TimeSpan duration) => Duration.Record(
        duration.TotalSeconds, new("plugin", plugin), new("operation", operation), new("outcome", outcome));
}
