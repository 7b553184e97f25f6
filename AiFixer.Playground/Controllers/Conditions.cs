using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Controllers;

/// <summary>The conditions of a workload or an autoscaler; an unchanged one keeps its times.</summary>
internal sealed class Conditions
{
    private readonly List<JsonObject> list;
    private readonly bool withUpdates;

    private Conditions(List<JsonObject> list, bool withUpdates) => (this.list, this.withUpdates) = (list, withUpdates);

    /// <summary>Only some types say when a condition was last updated besides when it last changed.</summary>
    public static Conditions From(JsonArray? json, bool withUpdates = true) => new([.. (json ?? []).OfType<JsonObject>().Select(JsonReading.Copy)], withUpdates);

    public JsonObject? this[string type] => list.Find(condition => condition.Str("type") == type);

    public void Set(string type, bool holds, string reason, string message, DateTimeOffset now, bool refresh = false)
    {
        var status = holds ? "True" : "False";
        var found = this[type];
        if (found is not null && found.Str("status") == status && found.Str("reason") == reason && withUpdates && !refresh)
            return;
        var since = found is not null && found.Str("status") == status ? found.Str("lastTransitionTime") : KubeTime.Seconds(now);
        var made = new JsonObject
        {
            ["type"] = type,
            ["status"] = status,
            ["lastUpdateTime"] = KubeTime.Seconds(now),
            ["lastTransitionTime"] = since,
            ["reason"] = reason,
            ["message"] = message,
        };
        if (!withUpdates)
            made.Remove("lastUpdateTime");
        if (found is null)
            list.Add(made);
        else
            list[list.IndexOf(found)] = made;
    }

    public void Remove(string type) => list.RemoveAll(condition => condition.Str("type") == type);

    public JsonArray ToJson() => new([.. list.Select(condition => (JsonNode)condition)]);
}
