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

    /// <summary>What a node's own kubelet says of it: the node is named in the place of its uid.</summary>
    public void OfNode(StoredObject node, string type, string reason, string message) =>
        Write(node, type, "kubelet", reason, message, node.Name, null, node.Name);

    public void Scheduled(StoredObject pod, string node) =>
        Newer(pod, "Normal", "Scheduled", "Binding", $"Successfully assigned {pod.Namespace}/{pod.Name} to {node}");

    public void FailedScheduling(StoredObject pod, string message) => Newer(pod, "Warning", "FailedScheduling", "Scheduling", message);

    /// <summary>As the scheduler writes them, through the newer API: no first and last time, no source, repeats as a series.</summary>
    private void Newer(StoredObject pod, string type, string reason, string action, string message)
    {
        var key = (pod.Uid, reason, message);
        if (known.TryGetValue(key, out var seen) && !seen.Removed)
        {
            seen.Json["series"] = new JsonObject { ["count"] = (seen.Json.Obj("series").Int("count") ?? 1) + 1, ["lastObservedTime"] = KubeTime.Micros(clock.Now) };
            store.Touch(seen);
            return;
        }

        var json = Body(pod, type, "default-scheduler", reason, message, null, pod.Uid);
        json["source"] = new JsonObject();
        json["firstTimestamp"] = null;
        json["lastTimestamp"] = null;
        json["eventTime"] = KubeTime.Micros(clock.Now);
        json["action"] = action;
        json["reportingInstance"] = "default-scheduler-practice";
        Remember(key, json);
    }

    private void Write(StoredObject about, string type, string component, string reason, string message, string? host, string? field, string? uid = null)
    {
        var key = (about.Uid, reason, message);
        if (known.TryGetValue(key, out var seen) && !seen.Removed)
        {
            seen.Json["count"] = seen.Json.Int("count") + 1;
            seen.Json["lastTimestamp"] = KubeTime.Seconds(clock.Now);
            store.Touch(seen);
            return;
        }

        var json = Body(about, type, component, reason, message, field, uid ?? about.Uid);
        json["source"] = host is null ? new JsonObject { ["component"] = component } : new JsonObject { ["component"] = component, ["host"] = host };
        json["firstTimestamp"] = KubeTime.Seconds(clock.Now);
        json["lastTimestamp"] = KubeTime.Seconds(clock.Now);
        json["count"] = 1;
        json["eventTime"] = null;
        json["reportingInstance"] = host ?? "";
        Remember(key, json);
    }

    private void Remember((string Uid, string Reason, string Message) key, JsonObject json)
    {
        var made = store.Add(Resources.Events, json, clock.Now);
        known[key] = made;
        ForgetLater(made, () => known.Remove(key));
    }

    private JsonObject Body(StoredObject about, string type, string component, string reason, string message, string? field, string uid)
    {
        var involved = new JsonObject
        {
            ["kind"] = about.Type.Kind,
            ["namespace"] = about.Namespace,
            ["name"] = about.Name,
            ["uid"] = uid,
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
        var last = LastSeen(made) ?? clock.Now;
        agenda.At(last + Lifetime, () =>
        {
            if (made.Removed)
                return;
            if (LastSeen(made) > last)
            {
                ForgetLater(made, forget);
                return;
            }

            forget();
            store.Remove(made);
        });
    }

    private static DateTimeOffset? LastSeen(StoredObject made) =>
        KubeTime.Parse(made.Json.Obj("series").Str("lastObservedTime") ?? made.Json.Str("lastTimestamp") ?? made.Json.Str("eventTime"));
}
