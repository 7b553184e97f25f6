using System.Diagnostics;
using AiFixer.Core;
using AiFixer.Core.Secrets;

namespace AiFixer.Engine.Telemetry;

/// <summary>One step of an incident in its trace.</summary>
internal sealed class IncidentSpan : IDisposable
{
    private const int HexLength = 16;

    private readonly Activity activity;
    private readonly Activity? around;

    private IncidentSpan(Activity activity, Activity? around) => (this.activity, this.around) = (activity, around);

    /// <summary>How the journal names it.</summary>
    public string Id => activity.SpanId.ToHexString();

    /// <summary>The one that goes on here; null when nobody traces.</summary>
    public static string? CurrentId => Activity.Current is { } now && now.Source == IncidentTrace.Activities ? now.SpanId.ToHexString() : null;

    /// <param name="root">The first span of the trace; null when this is it, or the first was not traced.</param>
    /// <param name="cause">The span that led to this one, however long ago.</param>
    /// <returns>Null when nobody traces.</returns>
    public static IncidentSpan? Start(string name, ActivityKind kind, IncidentId incident, string? root, string? cause)
    {
        if (!IncidentTrace.Activities.HasListeners())
            return null;
        var trace = IncidentTrace.IdOf(incident);
        var around = Activity.Current;
        // A span without a parent would otherwise become a part of whatever goes on around it.
        Activity.Current = null;
        var activity = IncidentTrace.Activities.StartActivity(
            name, kind, Context(trace, Read(root)), links: Links(trace, Read(cause), around));
        if (activity is null)
        {
            Activity.Current = around;
            return null;
        }

        activity.SetTag("aifixer.incident.id", incident.Value);
        return new(activity, around);
    }

    public IncidentSpan Tag(string name, object? value)
    {
        if (activity.IsAllDataRequested && value is not null)
            activity.SetTag(name, value is string text ? SecretText.Masked(text) : value);
        return this;
    }

    public void Event(string name, ActivityTagsCollection tags)
    {
        if (activity.IsAllDataRequested)
            activity.AddEvent(new(name, tags: new(tags.Select(tag => tag.Value is string text ? new(tag.Key, SecretText.Masked(text)) : tag))));
    }

    public void Failed(string kind, string why)
    {
        if (!activity.IsAllDataRequested)
            return;
        activity.SetTag("error.type", kind);
        activity.SetStatus(ActivityStatusCode.Error, SecretText.Masked(why));
    }

    /// <summary>Nothing came of it: it is not told.</summary>
    public void Forget()
    {
        activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        activity.IsAllDataRequested = false;
    }

    public void Dispose()
    {
        activity.Dispose();
        Activity.Current = around;
    }

    private static ActivityContext Context(ActivityTraceId trace, ActivitySpanId span) =>
        new(trace, span, ActivityTraceFlags.Recorded, isRemote: true);

    private static IEnumerable<ActivityLink> Links(ActivityTraceId trace, ActivitySpanId cause, Activity? around)
    {
        if (cause != default)
            yield return new(Context(trace, cause));
        if (around is { Recorded: true } && around.TraceId != trace)
            yield return new(around.Context);
    }

    private static ActivitySpanId Read(string? span) =>
        span is { Length: HexLength } && span.All(char.IsAsciiHexDigitLower) ? ActivitySpanId.CreateFromString(span) : default;
}
