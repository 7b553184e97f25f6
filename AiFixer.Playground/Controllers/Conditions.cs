using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Controllers;

/// <summary>A deployment's conditions; an unchanged one keeps its times.</summary>
internal sealed class Conditions
{
    private readonly List<JsonObject> list;

    private Conditions(List<JsonObject> list) => this.list = list;

    public static Conditions From(JsonArray? json) => new([.. (json ?? []).OfType<JsonObject>().Select(JsonReading.Copy)]);

    public JsonObject? this[string type] => list.Find(condition => condition.Str("type") == type);

    public void Set(string type, bool holds, string reason, string message, DateTimeOffset now, bool refresh = false)
    {
        var status = holds ? "True" : "False";
        var found = this[type];
        if (found is not null && found.Str("status") == status && found.Str("reason") == reason && !refresh)
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
        if (found is null)
            list.Add(made);
        else
            list[list.IndexOf(found)] = made;
    }

    public JsonArray ToJson() => new([.. list.Select(condition => (JsonNode)condition)]);
}
