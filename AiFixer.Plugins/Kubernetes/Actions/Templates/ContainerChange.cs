using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>One container of a deployment's template, to be changed.</summary>
internal sealed record ContainerChange(JsonObject Template, JsonObject Container)
{
    /// <summary>Null when there is no such container: adding one by a wrong name would be worse than refusing.</summary>
    public static ContainerChange? Of(Deployment deployment, string name)
    {
        var template = JsonObject.Create(deployment.Spec.Template);
        var container = (template?["spec"]?["containers"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(c => c["name"]?.ToString() == name);
        return container is null ? null : new(template!, container);
    }

    public static string Missing(Deployment deployment, string name)
    {
        var names = (JsonObject.Create(deployment.Spec.Template)?["spec"]?["containers"] as JsonArray)?.Select(c => c?["name"]?.ToString()) ?? [];
        return $"{deployment.Metadata.Name} has no container '{name}'; there are {string.Join(", ", names)}";
    }
}
