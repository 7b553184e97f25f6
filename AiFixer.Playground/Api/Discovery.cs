using System.Text.Json.Nodes;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>What tells a client which resources there are.</summary>
internal static class Discovery
{
    private static readonly ResourceType[] All =
        [Resources.Pods, Resources.Services, Resources.Deployments, Resources.ReplicaSets, Resources.StatefulSets, Resources.DaemonSets, Resources.Autoscalers];

    private static readonly string[] Verbs = ["create", "delete", "get", "list", "patch", "update", "watch"];

    public static Answer? Find(string path) => path.TrimEnd('/') switch
    {
        "/api" => Answer.Json(new JsonObject { ["kind"] = "APIVersions", ["versions"] = new JsonArray("v1"), ["serverAddressByClientCIDRs"] = new JsonArray() }),
        "/apis" => Answer.Json(GroupList()),
        "/version" => Answer.Json(Version()),
        "/healthz" or "/readyz" or "/livez" => Answer.Text("ok"),
        "/api/v1" => Answer.Json(ResourceList("", "v1")),
        var other => Group(other),
    };

    private static Answer? Group(string path) => path.Split('/') switch
    {
        ["", "apis", var group] when Groups().Contains(group) => Answer.Json(Describe(group, named: true)),
        ["", "apis", var group, var version] when Groups().Contains(group) && VersionOf(group) == version => Answer.Json(ResourceList(group, version)),
        _ => null,
    };

    private static List<string> Groups() =>
        [.. Resources.All.Select(type => type.Group).Where(group => group.Length > 0).Append("authorization.k8s.io").Append(MetricsEndpoint.Group).Distinct()];

    private static string VersionOf(string group) =>
        group == MetricsEndpoint.Group ? MetricsEndpoint.Version : Resources.All.FirstOrDefault(type => type.Group == group)?.Version ?? "v1";

    private static JsonObject GroupList() => new()
    {
        ["kind"] = "APIGroupList",
        ["apiVersion"] = "v1",
        ["groups"] = new JsonArray([.. Groups().Select(group => (JsonNode)Describe(group, named: false))]),
    };

    private static JsonObject Describe(string group, bool named)
    {
        JsonObject version() => new() { ["groupVersion"] = $"{group}/{VersionOf(group)}", ["version"] = VersionOf(group) };
        var json = new JsonObject { ["name"] = group, ["versions"] = new JsonArray(version()), ["preferredVersion"] = version() };
        if (!named)
            return json;
        json.Insert(0, "kind", "APIGroup");
        json.Insert(1, "apiVersion", "v1");
        return json;
    }

    private static JsonObject ResourceList(string group, string version)
    {
        var resources = new JsonArray();
        foreach (var type in Resources.All.Where(type => type.Group == group))
        {
            resources.Add((JsonNode)Entry(type));
            foreach (var extra in Subresources(type))
                resources.Add((JsonNode)extra);
        }

        foreach (var type in MetricsEndpoint.Types.Where(type => type.Group == group))
            resources.Add((JsonNode)Sub(type.Plural, type.Kind, type.Namespaced, ["get", "list"]));
        if (group == "authorization.k8s.io")
        {
            resources.Add((JsonNode)Sub("selfsubjectaccessreviews", "SelfSubjectAccessReview", false, ["create"]));
            resources.Add((JsonNode)Sub("selfsubjectrulesreviews", "SelfSubjectRulesReview", false, ["create"]));
        }

        return new()
        {
            ["kind"] = "APIResourceList",
            ["apiVersion"] = "v1",
            ["groupVersion"] = group.Length == 0 ? version : $"{group}/{version}",
            ["resources"] = resources,
        };
    }

    private static JsonObject Entry(ResourceType type)
    {
        var entry = Sub(type.Plural, type.Kind, type.Namespaced, Verbs);
        entry["singularName"] = type.Singular;
        if (type.ShortNames.Length > 0)
            entry["shortNames"] = Strings(type.ShortNames);
        if (All.Contains(type))
            entry["categories"] = Strings(["all"]);
        return entry;
    }

    private static IEnumerable<JsonObject> Subresources(ResourceType type)
    {
        if (type == Resources.Pods)
            return [Sub("pods/log", "Pod", true, ["get"]), With(Sub("pods/eviction", "Eviction", true, ["create"]), "policy", "v1")];
        if (type == Resources.ServiceAccounts)
            return [With(Sub("serviceaccounts/token", "TokenRequest", true, ["create"]), "authentication.k8s.io", "v1")];
        if (Resources.Scales(type))
            return [With(Sub($"{type.Plural}/scale", "Scale", true, ["get", "patch", "update"]), "autoscaling", "v1")];
        return [];
    }

    private static JsonObject Sub(string name, string kind, bool namespaced, string[] verbs) => new()
    {
        ["name"] = name,
        ["singularName"] = "",
        ["namespaced"] = namespaced,
        ["kind"] = kind,
        ["verbs"] = Strings(verbs),
    };

    private static JsonObject With(JsonObject entry, string group, string version)
    {
        entry["group"] = group;
        entry["version"] = version;
        return entry;
    }

    private static JsonArray Strings(string[] texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonObject Version() => new()
    {
        ["major"] = "1",
        ["minor"] = "32",
        ["gitVersion"] = "v1.32.0+practice",
        ["gitCommit"] = "",
        ["gitTreeState"] = "clean",
        ["buildDate"] = "1970-01-01T00:00:00Z",
        ["goVersion"] = "",
        ["compiler"] = "",
        ["platform"] = "practice",
    };
}
