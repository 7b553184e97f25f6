using System.Text.Json.Nodes;

namespace AiFixer.Tests.Deployment.Settings;

/// <summary>What a container finds in its environment: its own variables over those of the config maps it names.</summary>
internal static class ContainerVariables
{
    private const string PodAddress = "10.1.2.3";

    public static IReadOnlyDictionary<string, string> Of(Workload workload, IReadOnlyList<JsonNode> maps)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in workload.Container["envFrom"]!.AsArray())
        {
            var named = source!["configMapRef"]!["name"]!.ToString();
            var data = maps.Single(map => map["metadata"]!["name"]!.ToString() == named && map["metadata"]!["namespace"]!.ToString() == "aifixer")["data"]!;
            foreach (var (name, value) in data.AsObject())
                variables[name] = value!.ToString();
        }

        foreach (var variable in workload.Container["env"]?.AsArray() ?? [])
            variables[variable!["name"]!.ToString()] = variable["value"]?.ToString() ?? PodAddress;
        return variables;
    }
}
