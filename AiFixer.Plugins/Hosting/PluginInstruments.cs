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

    private static readonly AsyncLocal<ActivityContext> Asker = new();

    /// <summary>What is called from here on belongs to a span of another process.</summary>
    public static void ContinueFrom(string trace, string span)
    {
        if (ActivityContext.TryParse($"00-{trace}-{span}-01", null, isRemote: true, out var asker))
            Asker.Value = asker;
    }

    internal static void Called(string plugin, string operation, string outcome, TimeSpan duration) => Duration.Record(
        duration.TotalSeconds, new("plugin", plugin), new("operation", operation), new("outcome", outcome));

    internal static Activity? Begin(string operation, PluginManifest manifest, PluginCall call)
    {
        var name = $"{operation} {manifest.Name}";
        var activity = Activity.Current is null && Asker.Value != default ? Activities.StartActivity(name, ActivityKind.Internal, Asker.Value) : Activities.StartActivity(name);
        if (activity is not { IsAllDataRequested: true })
            return activity;
        activity.SetTag("aifixer.plugin.name", manifest.Name);
        activity.SetTag("aifixer.plugin.operation", operation);
        activity.SetTag("aifixer.incident.id", call.IncidentId);
        activity.SetTag("aifixer.action.id", call.ActionId);
        return activity;
    }

    internal static void Ended(Activity? activity, string outcome, bool isFault)
    {
        if (activity is not { IsAllDataRequested: true })
            return;
        activity.SetTag("aifixer.outcome", outcome);
        if (isFault)
            activity.SetStatus(ActivityStatusCode.Error, outcome);
    }
}
