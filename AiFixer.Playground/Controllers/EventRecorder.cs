using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>Writes core/v1 events; a repeat is counted on the event that is there. They live one hour.</summary>
internal sealed class EventRecorder(ObjectStore store, WorldClock clock, Agenda agenda, WorldIds ids)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly Dictionary<(string Uid, string Reason, string Message), StoredObject> known = [];

    public void Normal(StoredObject about, string component, string reason, string message, string? host = null, string? field = null) =>
        Write(about, "Normal", component, reason, message, host, field);

    public void Warning(StoredObject about, string component, string reason, string message, string? host = null, string? field = null) =>
        Write(about, "Warning", component, reason, message, host, field);

    /// <summary>As the scheduler writes them, through the newer API: no first and last time, no source.</summary>
    public void Scheduled(StoredObject pod, string node)
    {
        var json = Body(pod, "Normal", "default-scheduler", "Scheduled", $"Successfully assigned {pod.Namespace}/{pod.Name} to {node}", null);
        json["source"] = new JsonObject();
        json["firstTimestamp"] = null;
        json["lastTimestamp"] = null;
        json["eventTime"] = KubeTime.Micros(clock.Now);
        json["action"] = "Binding";
        json["reportingInstance"] = "default-scheduler-practice";
        ForgetLater(store.Add(Resources.Events, json, clock.Now), () => { });
    }

    private void Write(StoredObject about, string type, string component, string reason, string message, string? host, string? field)
    {
        var key = (about.Uid, reason, message);
        if (known.TryGetValue(key, out var seen) && !seen.Removed)
        {
            seen.Json["count"] = seen.Json.Int("count") + 1;
            seen.Json["lastTimestamp"] = KubeTime.Seconds(clock.Now);
            store.Touch(seen);
            return;
        }

        var json = Body(about, type, component, reason, message, field);
        json["source"] = host is null ? new JsonObject { ["component"] = component } : new JsonObject { ["component"] = component, ["host"] = host };
        json["firstTimestamp"] = KubeTime.Seconds(clock.Now);
        json["lastTimestamp"] = KubeTime.Seconds(clock.Now);
        json["count"] = 1;
        json["eventTime"] = null;
        json["reportingInstance"] = host ?? "";
        var made = store.Add(Resources.Events, json, clock.Now);
        known[key] = made;
        ForgetLater(made, () => known.Remove(key));
    }

    private JsonObject Body(StoredObject about, string type, string component, string reason, string message, string? field)
    {
        var involved = new JsonObject
        {
            ["kind"] = about.Type.Kind,
            ["namespace"] = about.Namespace,
            ["name"] = about.Name,
            ["uid"] = about.Uid,
            ["apiVersion"] = about.Type.ApiVersion,
            ["resourceVersion"] = about.Metadata.Str("resourceVersion"),
        };
        if (field is not null)
            involved["fieldPath"] = field;
        return new()
        {
            ["metadata"] = new JsonObject { ["name"] = $"{about.Name}.{ids.Hex()}", ["namespace"] = about.Namespace.Length == 0 ? "default" : about.Namespace },
            ["involvedObject"] = involved,
            ["reason"] = reason,
            ["message"] = message,
            ["type"] = type,
            ["reportingComponent"] = component,
        };
    }

    private void ForgetLater(StoredObject made, Action forget)
    {
        var last = KubeTime.Parse(made.Json.Str("lastTimestamp") ?? made.Json.Str("eventTime")) ?? clock.Now;
        agenda.At(last + Lifetime, () =>
        {
            if (made.Removed)
                return;
            var seen = KubeTime.Parse(made.Json.Str("lastTimestamp"));
            if (seen > last)
            {
                ForgetLater(made, forget);
                return;
            }

            forget();
            store.Remove(made);
        });
    }
}
