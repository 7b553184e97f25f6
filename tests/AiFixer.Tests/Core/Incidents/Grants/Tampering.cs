using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Core.Incidents.Grants;

/// <summary>What somebody can do to a row of the database: change what is in it.</summary>
internal static class Tampering
{
    /// <summary>Every text, number and flag of the latest grant, by its path, with one character changed.</summary>
    public static IEnumerable<(string Path, Incident Changed)> OfEveryField(Incident state)
    {
        var json = JsonNode.Parse(IncidentJson.Write(state))!;
        foreach (var path in Leaves(json["grants"]!.AsArray()[^1]!).ToList())
        {
            var copy = json.DeepClone();
            Change(copy["grants"]!.AsArray()[^1]!, path);
            yield return (path, IncidentJson.ReadSnapshot(System.Text.Encoding.UTF8.GetBytes(copy.ToJsonString())));
        }
    }

    private static IEnumerable<string> Leaves(JsonNode node, string path = "") => node switch
    {
        JsonObject parts => parts.Where(part => part.Value is not null).SelectMany(part => Leaves(part.Value!, $"{path}/{part.Key}")),
        JsonArray items => items.SelectMany((item, index) => Leaves(item!, $"{path}/{index}")),
        _ => [path],
    };

    private static void Change(JsonNode grant, string path)
    {
        var steps = path.Trim('/').Split('/');
        var parent = steps[..^1].Aggregate(grant, (node, step) => node is JsonArray items ? items[int.Parse(step)]! : node[step]!);
        var value = parent[steps[^1]]!.AsValue();
        parent[steps[^1]] = value.TryGetValue<bool>(out var flag) ? !flag : Changed(steps[^1], value.GetValue<string>());
    }

    private static JsonNode Changed(string name, string text) => name switch
    {
        "role" => text == "Admin" ? "Approver" : "Admin",
        "expiresAt" => text.Replace("2026", "2027", StringComparison.Ordinal),
        _ => text.Length == 0 ? "x" : (text[0] == 'x' ? "y" : "x") + text[1..],
    };
}
