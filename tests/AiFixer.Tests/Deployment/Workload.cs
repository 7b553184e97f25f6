using System.Text.Json.Nodes;

namespace AiFixer.Tests.Deployment;

/// <summary>A pod template as it is stored, and what tests ask of it.</summary>
internal sealed record Workload(string Name, JsonNode Json)
{
    public JsonNode Template => Json["spec"]!["template"]!;

    public JsonNode Pod => Template["spec"]!;

    public JsonNode Container => Pod["containers"]!.AsArray().ShouldHaveSingleItem()!;

    public bool IsOurs => Container["image"]!.ToString().Contains(Kustomize.OurImages, StringComparison.Ordinal);

    public bool IsSilo => Container["image"]!.ToString().Contains("aifixer-silo", StringComparison.Ordinal);

    public IReadOnlyDictionary<string, string> Labels => Template["metadata"]!["labels"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.ToString());

    /// <summary>Those of AiFixer's namespace.</summary>
    public static async Task<IReadOnlyList<Workload>> AllAsync(ClusterBench bench) =>
    [
        .. (await bench.ListAsync("apps/v1/deployments")).Concat(await bench.ListAsync("apps/v1/statefulsets"))
            .Where(one => one["metadata"]!["namespace"]!.ToString() == "aifixer")
            .Select(one => new Workload(one["metadata"]!["name"]!.ToString(), one)),
    ];

    public override string ToString() => Name;
}
